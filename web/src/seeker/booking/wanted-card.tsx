import type { PublicVisit } from "../../../../shared/contract/public.ts";
import { bookingWords } from "../../../../shared/copy/pages-seeker/booking.ts";
import { placeNameOf } from "../../../../shared/domain/place.ts";
import { dateText, timeRangeText } from "../../../../shared/domain/seoul-time.ts";
import { spanText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { SubjectName } from "./subject-name.tsx";
import type { Wanted } from "./wanted.ts";

/** What is being booked, in a few lines, on every screen on the way. */
export const WantedCard = ({ visit, wanted }: { visit: PublicVisit; wanted: Exclude<Wanted, { does: "miss" }> }) => {
  const locale = useLocale();
  const words = useWords(bookingWords);
  const slot = "slot" in wanted ? wanted.slot : undefined;
  const time = slot
    ? spanText(slot, locale)
    : wanted.does === "come"
      ? timeRangeText(visit.startTime, visit.endTime, locale)
      : wanted.does === "wait" && words.anyTime;
  return (
    <section class="wanted" aria-label={words.wanted[wanted.does]}>
      <p class="wanted-when">
        <strong>{dateText(visit.date, locale)}</strong> {time && <strong>{time}</strong>}
      </p>
      {"subject" in wanted && (
        <p>
          <SubjectName subject={wanted.subject} />
        </p>
      )}
      <p>{placeNameOf(visit.place, locale)}</p>
    </section>
  );
};
