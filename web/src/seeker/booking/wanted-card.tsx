import type { PublicVisit } from "../../../../shared/contract/public.ts";
import { bookingWords } from "../../../../shared/copy/pages-seeker/booking.ts";
import { placeNameOf } from "../../../../shared/domain/place.ts";
import { dateText, timeRangeText } from "../../../../shared/domain/seoul-time.ts";
import { inLocale } from "../../platform/locale.ts";
import { spanText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import type { WantedSlot } from "./wanted.ts";

/** What is being booked, in a few lines, on every screen on the way. */
export const WantedCard = ({ visit, wanted }: { visit: PublicVisit; wanted: WantedSlot | undefined }) => {
  const locale = useLocale();
  const words = useWords(bookingWords);
  const time = wanted ? spanText(wanted.slot, locale) : timeRangeText(visit.startTime, visit.endTime, locale);
  const employer = wanted && inLocale(locale, wanted.employer.nameKo, wanted.employer.nameEn);
  const title = wanted && inLocale(locale, wanted.posting.draft.titleKo, wanted.posting.draft.titleEn);
  return (
    <section class="wanted" aria-label={wanted ? words.booking : words.coming}>
      <p class="wanted-when">
        <strong>{dateText(visit.date, locale)}</strong> <strong>{time}</strong>
      </p>
      {employer && title && (
        <p>
          <span lang={employer.lang}>{employer.text}</span> · <span lang={title.lang}>{title.text}</span>
        </p>
      )}
      <p>{placeNameOf(visit.place, locale)}</p>
    </section>
  );
};
