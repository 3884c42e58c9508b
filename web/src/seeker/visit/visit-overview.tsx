import type { MyRegistration } from "../../../../shared/contract/bookings.ts";
import type { PublicEmployer, PublicVisitDetail } from "../../../../shared/contract/public.ts";
import { centreServiceLabels } from "../../../../shared/copy/codes.ts";
import { visitWords } from "../../../../shared/copy/pages-seeker/visit.ts";
import { visitsWords } from "../../../../shared/copy/pages-seeker/visits.ts";
import { isLive } from "../../../../shared/domain/booking.ts";
import { placeNameOf } from "../../../../shared/domain/place.ts";
import { dateText, timeRangeText } from "../../../../shared/domain/seoul-time.ts";
import type { TimetableSlot } from "../../../../shared/domain/timetable.ts";
import { instantNow } from "../../platform/clock.ts";
import { inLocale, pathIn } from "../../platform/locale.ts";
import { momentText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Tag } from "../../ui/card.tsx";
import { Icon } from "../../ui/icons.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty } from "../../ui/states.tsx";
import { type BookingWindow, bookingWindow, isOver } from "../visits/booking-state.ts";
import { CentreTimes } from "./centre-times.tsx";
import { EmployerSection } from "./employer-section.tsx";
import { PlaceCard } from "./place-card.tsx";

type Props = { detail: PublicVisitDetail; slots: readonly TimetableSlot[]; registration: MyRegistration | undefined; focus: boolean };

/** Everything about one visit; a free time leads on to its booking. */
export const VisitOverview = ({ detail: { visit, employers, rules }, slots, registration, focus }: Props) => {
  const locale = useLocale();
  const words = useWords(visitWords);
  const states = useWords(visitsWords);
  const now = instantNow();
  const over = isOver(visit, now);
  const window = bookingWindow(visit, now);
  const cancelled = visit.state === "cancelled";
  const withTimes = cancelled ? [] : employersWithTimes(employers, slots);
  const centre = slots.filter((slot) => slot.service !== null && slot.startsAt > now);
  const booksCentre = visit.state === "open" && !over && centre.length > 0;
  const note = visit.noteKo ? inLocale(locale, visit.noteKo, visit.noteEn) : undefined;
  return (
    <Page
      title={placeNameOf(visit.place, locale)}
      focus={focus}
      back={{ href: pathIn(locale, "/"), label: words.back }}
      lead={
        <span class="visit-lead">
          <span>
            <Icon name="calendar" />
            <strong>{dateText(visit.date, locale)}</strong>
          </span>
          <span>
            <Icon name="clock" />
            <strong>{timeRangeText(visit.startTime, visit.endTime, locale)}</strong>
          </span>
          <Tag tone={cancelled ? "sign" : window === "open" && !over ? "good" : "plain"}>
            {over && !cancelled ? words.over : states[window]}
          </Tag>
        </span>
      }
    >
      {cancelled && (
        <Notice tone="bad" title={words.cancelledTitle}>
          <p>{words.cancelled}</p>
          <div class="row">
            <ButtonLink kind="main" href={pathIn(locale, "/")}>
              {words.toVisits}
            </ButtonLink>
            {registration && <ButtonLink href={pathIn(locale, "/my")}>{words.toMine}</ButtonLink>}
          </div>
        </Notice>
      )}
      {(withTimes.length > 0 || booksCentre) && (
        <div class="jump stack">
          {withTimes.length > 0 && (
            <ButtonLink kind="main" wide href="#employers">
              {words.toTimes}
            </ButtonLink>
          )}
          {booksCentre && (
            <ButtonLink wide href="#centre-times">
              {words.centreTitle}
            </ButtonLink>
          )}
        </div>
      )}
      <div class="visit-grid">
        <div class="stack">
          {!over && !cancelled && <ComingNotice registration={registration} open={visit.state === "open"} />}
          <PlaceCard place={visit.place} />
          {note && (
            <p class="notice as-written" lang={note.lang}>
              {note.text}
            </p>
          )}
          {visit.services.length > 0 && !cancelled && (
            <section class="card" aria-labelledby="services">
              <h2 id="services">{words.services}</h2>
              <ul class="ticks" role="list">
                {visit.services.map((service) => (
                  <li key={service}>
                    <Icon name="tick" />
                    <span>{centreServiceLabels[service][locale]}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
        <div class="stack">
          {withTimes.length === 0 ? (
            !cancelled && (
              <Empty title={words.noEmployers}>
                <p>{words.noEmployersHint}</p>
              </Empty>
            )
          ) : (
            <>
              <div class="stack stack-tight">
                <p class="employers-title" id="employers">
                  {words.employers(withTimes.length)}
                </p>
                {!over && (
                  <WindowNotice
                    window={window}
                    books={slots.some(({ postingId, mode }) => postingId !== null && mode === "open")}
                    until={momentText(visit.bookingClosesAt, locale)}
                  />
                )}
                {!over && window === "open" && <p class="soft small">{words.rules(rules.maxInterviews, rules.gapMinutes)}</p>}
                {words.ownLanguage && <p class="soft small">{words.ownLanguage}</p>}
              </div>
              {withTimes.map((employer) => (
                <EmployerSection
                  key={employer.employerId}
                  employer={employer}
                  slots={slots}
                  window={over ? "planned" : window}
                  registration={registration}
                />
              ))}
            </>
          )}
          {booksCentre && <CentreTimes slots={centre} registration={registration} />}
        </div>
      </div>
    </Page>
  );
};

/** Jobs that have a time at this visit; what was withdrawn is gone. */
function employersWithTimes(employers: readonly PublicEmployer[], slots: readonly TimetableSlot[]): PublicEmployer[] {
  const listed = new Set(slots.map(({ postingId }) => postingId));
  return employers
    .map((employer) => ({ ...employer, postings: employer.postings.filter(({ postingId }) => listed.has(postingId)) }))
    .filter(({ postings }) => postings.length > 0);
}

const ComingNotice = ({ registration, open }: { registration: MyRegistration | undefined; open: boolean }) => {
  const locale = useLocale();
  const words = useWords(visitWords);
  if (registration) {
    const live = registration.bookings.filter(({ booking }) => isLive(booking)).length;
    return (
      <Notice tone="good" title={words.registeredTitle}>
        <p>{words.registered(live)}</p>
        <p>
          <a href={pathIn(locale, "/my")}>{words.toMine}</a>
        </p>
      </Notice>
    );
  }
  return (
    <Notice title={words.walkInTitle}>
      <p>{words.walkIn}</p>
      {open && (
        <div>
          <ButtonLink href="?register">{words.registerToCome}</ButtonLink>
        </div>
      )}
    </Notice>
  );
};

const WindowNotice = ({ window, books, until }: { window: BookingWindow; books: boolean; until: string }) => {
  const words = useWords(visitWords);
  if (window === "open")
    return (
      <p>
        {books && `${words.timesHint} `}
        {words.bookingUntil(until)}
      </p>
    );
  return window === "closed" ? (
    <Notice tone="warn" title={words.bookingClosedTitle}>
      <p>{words.bookingClosed}</p>
    </Notice>
  ) : (
    <Notice title={words.bookingSoonTitle}>
      <p>{words.bookingSoon}</p>
    </Notice>
  );
};
