import { visitStateLabels } from "../../../../shared/copy/codes.ts";
import { managerWords } from "../../../../shared/copy/pages-manager.ts";
import type { Visit } from "../../../../shared/domain/visit.ts";
import { instantNow } from "../../platform/clock.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Tag } from "../../ui/card.tsx";

/** The state of a visit in words; an open one stops taking online bookings some days before. */
export const VisitTag = ({ visit: { state, deadlines } }: { visit: Visit }) => {
  const words = useWords(managerWords);
  const locale = useLocale();
  if (state === "cancelled") return <Tag>{words.visitCancelled}</Tag>;
  if (state === "open" && deadlines.bookingClosesAt <= instantNow()) return <Tag>{words.bookingClosed}</Tag>;
  return <Tag tone={state === "open" ? "good" : "plain"}>{visitStateLabels[state][locale]}</Tag>;
};
