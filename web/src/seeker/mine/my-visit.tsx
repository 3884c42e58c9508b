import type { MyRegistration } from "../../../../shared/contract/bookings.ts";
import { mineWords } from "../../../../shared/copy/pages-seeker/mine.ts";
import { isLive } from "../../../../shared/domain/booking.ts";
import { placeNameOf } from "../../../../shared/domain/place.ts";
import { dateText, type LocalDate, timeRangeText } from "../../../../shared/domain/seoul-time.ts";
import { pathIn } from "../../platform/locale.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Tag } from "../../ui/card.tsx";
import { Icon } from "../../ui/icons.tsx";
import { Coming } from "./coming.tsx";
import { MyBookingRow } from "./my-booking.tsx";

type Props = { registration: MyRegistration; today: LocalDate; onCancelled: () => Promise<void>; onConfirmed: () => Promise<void> };

/** One of my visits: the ticket first, then the interviews in order. */
export const MyVisit = ({ registration, today, onCancelled, onConfirmed }: Props) => {
  const { visit, arrivedAt, bookings } = registration;
  const locale = useLocale();
  const words = useWords(mineWords);
  const past = visit.date < today;
  // Past visits stand below a heading of their own.
  const Heading = past ? "h3" : "h2";
  const live = bookings.filter(({ booking }) => isLive(booking));
  const cancelled = bookings.filter(({ booking }) => !isLive(booking));
  const row = (mine: (typeof bookings)[number]) => (
    <MyBookingRow key={mine.booking.bookingId} visitId={visit.visitId} mine={mine} onCancelled={onCancelled} />
  );
  return (
    <article class="card">
      <header class="stack stack-tight">
        <p class="row">
          <strong class="my-visit-date">{dateText(visit.date, locale)}</strong>
          {visit.date === today && <Tag tone="sign">{words.today}</Tag>}
          {arrivedAt && <Tag tone="good">{words.arrived}</Tag>}
        </p>
        <Heading>
          <a class="my-visit-place" href={pathIn(locale, `/visits/${visit.visitId}`)}>
            {placeNameOf(visit.place, locale)}
          </a>
        </Heading>
        <p class="soft">{timeRangeText(visit.startTime, visit.endTime, locale)}</p>
      </header>
      {!past && (
        <ButtonLink kind="main" wide href={`${pathIn(locale, "/my/ticket")}?visit=${visit.visitId}`}>
          <Icon name="ticket" />
          {words.ticket}
        </ButtonLink>
      )}
      {live.length > 0 && <Coming registration={registration} onConfirmed={onConfirmed} />}
      {live.length > 0 ? (
        <ul class="stack" role="list" aria-label={words.interviews}>
          {live.map(row)}
        </ul>
      ) : (
        !past && <p>{words.noInterviews}</p>
      )}
      {cancelled.length > 0 && (
        <details class="more-facts">
          <summary>
            {words.cancelled} ({cancelled.length})
          </summary>
          <ul class="stack" role="list">
            {cancelled.map(row)}
          </ul>
        </details>
      )}
    </article>
  );
};
