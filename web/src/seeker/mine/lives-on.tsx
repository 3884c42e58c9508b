import type { MyRegistration } from "../../../../shared/contract/bookings.ts";
import { mineWords } from "../../../../shared/copy/pages-seeker/mine.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import { placeNameOf } from "../../../../shared/domain/place.ts";
import { dateText } from "../../../../shared/domain/seoul-time.ts";
import { pathIn } from "../../platform/locale.ts";
import { afterDay } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";

/** Where a booking that was moved to another visit is to be found now. */
export const LivesOn = ({ visitId, all }: { visitId: VisitId; all: readonly MyRegistration[] }) => {
  const locale = useLocale();
  const words = useWords(mineWords);
  const there = all.find(({ visit }) => visit.visitId === visitId)?.visit;
  return (
    <p>
      {words.movedTo}:{" "}
      {there ? (
        <a href={`?visit=${visitId}`}>{afterDay(dateText(there.date, locale), placeNameOf(there.place, locale), locale)}</a>
      ) : (
        <a href={pathIn(locale, `/visits/${visitId}`)}>{words.seeVisit}</a>
      )}
    </p>
  );
};
