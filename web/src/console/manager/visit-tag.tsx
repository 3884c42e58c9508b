import { visitStateLabels } from "../../../../shared/copy/codes.ts";
import { managerWords } from "../../../../shared/copy/pages-manager.ts";
import { endOfVisit, type Visit } from "../../../../shared/domain/visit.ts";
import { instantNow } from "../../platform/clock.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Tag } from "../../ui/card.tsx";

/** The state of a visit in words; an open one stops taking online bookings some days before, and is over in the end. */
export const VisitTag = ({ visit }: { visit: Visit }) => {
  const words = useWords(managerWords);
  const locale = useLocale();
  const { state, deadlines } = visit;
  const now = instantNow();
  if (state === "cancelled") return <Tag>{words.visitCancelled}</Tag>;
  if (state === "open" && endOfVisit(visit) <= now) return <Tag>{words.visitOver}</Tag>;
  if (state === "open" && deadlines.bookingClosesAt <= now) return <Tag>{words.bookingClosed}</Tag>;
  return <Tag tone={state === "open" ? "good" : "plain"}>{visitStateLabels[state][locale]}</Tag>;
};
