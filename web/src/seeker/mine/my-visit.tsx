import type { MyRegistration } from "../../../../shared/contract/bookings.ts";
import { mineWords } from "../../../../shared/copy/pages-seeker/mine.ts";
import { cancellationRefusal, isLive } from "../../../../shared/domain/booking.ts";
import { placeNameOf } from "../../../../shared/domain/place.ts";
import { dateText, type LocalDate, timeRangeText } from "../../../../shared/domain/seoul-time.ts";
import type { ClientProblem } from "../../platform/api.ts";
import { instantNow } from "../../platform/clock.ts";
import { pathIn } from "../../platform/locale.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Tag } from "../../ui/card.tsx";
import { Icon } from "../../ui/icons.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Coming, isAsked } from "./coming.tsx";
import { mayGiveUp } from "./give-up-screen.tsx";
import { MyApplications } from "./my-applications.tsx";
import { MyBookingRow } from "./my-booking.tsx";
import { MyWaits } from "./my-waits.tsx";
import { OfferCard } from "./offer-card.tsx";
import { useTimes } from "./use-times.ts";

/** What has just been done, told at the top of the page. */
export type Said = "cancelled" | "gaveUp" | "earlier" | "left" | "moved" | "taken" | "passed" | "withdrawn" | "corrected";
/** Asks for everything anew, and tells what was done; nothing to tell where the page shows it by itself. */
export type OnChange = (said?: Said) => Promise<void>;

type Props = {
  registration: MyRegistration;
  all: readonly MyRegistration[];
  today: LocalDate;
  onChange: OnChange;
  onGone: (problem: ClientProblem) => Promise<void>;
};

/** One of my visits: what waits for an answer first, then the ticket, then what I have in order. */
export const MyVisit = ({ registration, all, today, onChange, onGone }: Props) => {
  const { visit, arrivedAt, bookings, waits } = registration;
  const locale = useLocale();
  const words = useWords(mineWords);
  const past = visit.date < today;
  const cancelled = visit.state === "cancelled";
  // Past visits stand below a heading of their own.
  const Heading = past ? "h3" : "h2";
  const live = bookings.filter(({ booking }) => isLive(booking));
  const ended = bookings.filter(({ booking }) => !isLive(booking));
  // What the centre changed is news; what the person gave up themselves is not.
  const byCentre = past ? [] : ended.filter(({ booking }) => booking.state === "cancelled_by_centre" || booking.state === "rebooked");
  const put = ended.filter((mine) => !byCentre.includes(mine));
  const slots = useTimes(
    registration,
    live.some(({ booking }) => cancellationRefusal(booking, instantNow()) === undefined) ||
      (!past && waits.some(({ entry }) => entry.slotId !== undefined)),
  );
  const row = (mine: (typeof bookings)[number]) => (
    <MyBookingRow key={mine.booking.bookingId} registration={registration} all={all} mine={mine} slots={slots} onChange={onChange} />
  );
  // One main action: what waits for an answer; on the day itself, the ticket.
  const onTheDay = visit.date === today;
  const isOffered = waits.some(({ entry }) => entry.offer);
  // Who is asked whether they come says no there.
  const isAsking = live.length > 0 && !cancelled && registration.confirmedAt === null && isAsked(registration, instantNow());
  const asks = isOffered || (!onTheDay && isAsking);
  const coming = live.length > 0 && !cancelled && (
    <Coming registration={registration} kind={onTheDay || isOffered ? "plain" : "main"} onChange={onChange} />
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
      {cancelled && !past && (
        <Notice tone="bad" title={words.visitCancelled}>
          <p>{words.visitCancelledText}</p>
          <div>
            <ButtonLink href={pathIn(locale, "/")}>{words.toVisits}</ButtonLink>
          </div>
        </Notice>
      )}
      {!past &&
        waits.map(
          (wait) =>
            wait.entry.offer && (
              <OfferCard
                key={wait.entry.offer.offerId}
                registration={registration}
                wait={wait}
                offer={wait.entry.offer}
                onChange={onChange}
                onGone={onGone}
              />
            ),
        )}
      {!onTheDay && coming}
      {!past && !cancelled && (
        <ButtonLink kind={asks ? "plain" : "main"} wide href={`${pathIn(locale, "/my/ticket")}?visit=${visit.visitId}`}>
          <Icon name="ticket" />
          {words.ticket}
        </ButtonLink>
      )}
      {onTheDay && !cancelled && registration.calledBy && (
        <p>
          {words.calledBy(registration.calledBy)}{" "}
          <a href={`${pathIn(locale, "/number")}?visit=${visit.visitId}&n=${registration.calledBy}`}>{words.toTurn}</a>
        </p>
      )}
      {onTheDay && coming}
      {byCentre.length > 0 && (
        <ul class="stack" role="list" aria-label={words.changedByCentre}>
          {byCentre.map(row)}
        </ul>
      )}
      {live.length > 0 ? (
        <ul class="stack" role="list" aria-label={words.interviews}>
          {live.map(row)}
        </ul>
      ) : (
        !past && !cancelled && <p>{words.noInterviews}</p>
      )}
      {!past && <MyWaits registration={registration} slots={slots} onChange={onChange} />}
      <MyApplications registration={registration} onChange={onChange} />
      {put.length > 0 && (
        <details class="more-facts">
          <summary>
            {words.cancelled} ({put.length})
          </summary>
          <ul class="stack" role="list">
            {put.map(row)}
          </ul>
        </details>
      )}
      {!past && visit.state === "open" && (
        <a class="more-times" href={pathIn(locale, `/visits/${visit.visitId}`)}>
          {words.moreTimes}
        </a>
      )}
      {!isAsking && mayGiveUp(registration, instantNow()) && (
        <a class="more-times" href={`?withdraw=${visit.visitId}`}>
          {words.giveUp}
        </a>
      )}
    </article>
  );
};
