import type { Locale } from "../domain/locale.ts";
import type { PostingDraft } from "../domain/posting.ts";
import { payTypeLabels } from "./codes.ts";

const tenThousand = 10_000;
/** An amount is not torn apart at the end of a line. */
const fixedSpace = "\u00A0";

/** Won as people say them: "245만 원", "1만 320원", "2,450,000 won". */
function wonText(won: number, locale: Locale): string {
  if (locale === "en") return `${won.toLocaleString("en-US")} won`;
  const [many, rest] = [Math.floor(won / tenThousand), won % tenThousand];
  if (many === 0) return `${won.toLocaleString("ko-KR")}원`;
  const manyText = `${many.toLocaleString("ko-KR")}만`;
  return rest === 0 ? `${manyText}${fixedSpace}원` : `${manyText}${fixedSpace}${rest.toLocaleString("ko-KR")}원`;
}

/** "월급 245만 원~275만 원", "2,450,000 won to 2,750,000 won a month" */
export function payText({ type, min, max }: PostingDraft["pay"], locale: Locale): string {
  const label = payTypeLabels[type][locale];
  const [least, most] = [wonText(min, locale), wonText(max, locale)];
  if (locale === "ko") return min === max ? `${label} ${least}` : `${label} ${least}~${most}`;
  return min === max ? `${least} ${label}` : `${least} to ${most} ${label}`;
}
