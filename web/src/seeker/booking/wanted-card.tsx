import type { ComponentChildren } from "preact";
import type { PublicVisit } from "../../../../shared/contract/public.ts";
import { bookingWords } from "../../../../shared/copy/pages-seeker/booking.ts";
import type { Locale } from "../../../../shared/domain/locale.ts";
import { placeNameOf } from "../../../../shared/domain/place.ts";
import { dateText, timeRangeText } from "../../../../shared/domain/seoul-time.ts";
import { inLocale } from "../../platform/locale.ts";
import { spanText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Facts } from "../../ui/card.tsx";
import type { WantedSlot } from "./wanted.ts";

/** What is being booked, on every screen on the way. */
export const WantedCard = ({ visit, wanted }: { visit: PublicVisit; wanted: WantedSlot | undefined }) => {
  const locale = useLocale();
  const words = useWords(bookingWords);
  return (
    <section class="card wanted" aria-label={wanted ? words.booking : words.coming}>
      <Facts rows={[...(wanted ? interviewRows(wanted, locale, words) : []), ...visitRows(visit, wanted, locale, words)]} />
    </section>
  );
};

type Words = (typeof bookingWords)["ko"];
type Row = readonly [string, ComponentChildren];

const interviewRows = ({ employer, posting }: WantedSlot, locale: Locale, words: Words): Row[] => {
  const name = inLocale(locale, employer.nameKo, employer.nameEn);
  const title = inLocale(locale, posting.draft.titleKo, posting.draft.titleEn);
  return [
    [words.employer, <span lang={name.lang}>{name.text}</span>],
    [words.job, <span lang={title.lang}>{title.text}</span>],
  ];
};

const visitRows = (visit: PublicVisit, wanted: WantedSlot | undefined, locale: Locale, words: Words): Row[] => [
  [words.when, dateText(visit.date, locale)],
  wanted ? [words.time, spanText(wanted.slot, locale)] : [words.hours, timeRangeText(visit.startTime, visit.endTime, locale)],
  [words.where, placeNameOf(visit.place, locale)],
];
