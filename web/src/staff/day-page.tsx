import { useEffect, useRef, useState } from "preact/hooks";
import type { DayPerson, VisitDay } from "../../../shared/contract/staff.ts";
import { interviewOutcomeLabels } from "../../../shared/copy/codes.ts";
import { staffWords } from "../../../shared/copy/pages-staff.ts";
import { staffDayWords } from "../../../shared/copy/pages-staff-day.ts";
import type { VisitId } from "../../../shared/domain/ids.ts";
import { seoulDateOf } from "../../../shared/domain/seoul-time.ts";
import { instantNow } from "../platform/clock.ts";
import { inLocale } from "../platform/locale.ts";
import { hasMoved } from "../platform/router.ts";
import { useSession } from "../platform/session.ts";
import { clockText, hoursText } from "../platform/times.ts";
import { useLocale, useWords } from "../platform/use-locale.ts";
import { ButtonLink } from "../ui/button.tsx";
import { DeskLabel } from "../ui/desk-label.tsx";
import { TextField } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { Empty } from "../ui/states.tsx";
import { inOrderOfTime, newArrivals } from "./arrivals.ts";
import { DayCounts, QueueLinks } from "./day-head.tsx";
import { DayUnanswered } from "./day-unanswered.tsx";
import { DueLine } from "./due-line.tsx";
import { mayBe } from "./find-by-name.ts";
import { MailTroubleTag } from "./mails/mail-trouble.tsx";
import { PersonState } from "./person-state.tsx";
import { ReconcileLink } from "./reconcile/reconcile-link.tsx";
import { rightsAt, seesMails } from "./rights-at.ts";
import { emptySeats } from "./seats/empty-seats.ts";
import { useDay } from "./use-day.ts";
import { What } from "./what.tsx";

/** How long a new arrival stays marked: long enough to look up from the desk. */
const markedMs = 15_000;

/** The day at a glance: how many are registered and here, and who comes when. Renews itself. */
export const DayPage = ({ visitId }: { visitId: string }) => {
  const words = useWords(staffWords);
  const locale = useLocale();
  const { day, askedAt, problem, askNow } = useDay(visitId);
  const back = { href: "/staff", label: words.toVisits };
  if (!day) return <DayUnanswered visitId={visitId as VisitId} problem={problem} back={back} onRetry={askNow} />;
  const { visit, place } = day;
  const name = inLocale(locale, place.nameKo, place.nameEn);
  return (
    <Page title={name.text} lead={hoursText(visit, locale)} back={back} focus={hasMoved()}>
      <ButtonLink kind="main" href={`/staff/visits/${visitId}/scan`}>
        {words.scanHere}
      </ButtonLink>
      <QueueLinks visitId={visitId} />
      <DayMenu visitId={visitId} hasBegun={visit.date <= seoulDateOf(instantNow())} />
      <DayCounts {...day} />
      {problem && (
        <Notice tone="warn" live>
          <p>{problem.code === "unreachable" ? words.stale : problem.detail}</p>
        </Notice>
      )}
      <EmptySeats day={day} />
      <People day={day} />
      {askedAt !== undefined && <p class="soft small">{words.updatedAt(clockText(askedAt, locale))}</p>}
    </Page>
  );
};

const DayMenu = ({ visitId, hasBegun }: { visitId: string; hasBegun: boolean }) => {
  const words = useWords(staffDayWords);
  const { me } = useSession();
  const { leads, asksResults, counsels } = rightsAt(me, visitId);
  const address = `/staff/visits/${visitId}`;
  return (
    <nav class="day-menu" aria-label={words.menu}>
      <ButtonLink href={`${address}/register`}>{words.register}</ButtonLink>
      <ButtonLink href={`${address}/calls`}>{words.calls}</ButtonLink>
      <ButtonLink href={`${address}/waits`}>{words.waits}</ButtonLink>
      {leads && <ButtonLink href={`${address}/same-people`}>{words.samePeople}</ButtonLink>}
      <ButtonLink href={`${address}/desks`}>{words.desks}</ButtonLink>
      {counsels && <ButtonLink href={`${address}/aptitude-tests`}>{words.aptitudeTests}</ButtonLink>}
      {asksResults && hasBegun && <ButtonLink href={`${address}/results`}>{words.results}</ButtonLink>}
      {seesMails(me) && <ButtonLink href="/staff/mails">{words.mails}</ButtonLink>}
      <ReconcileLink visitId={visitId} />
    </nav>
  );
};

/** Who should be here and is not, above everybody else: one press leads to giving the seat away. */
const EmptySeats = ({ day }: { day: VisitDay }) => {
  const words = useWords(staffDayWords);
  const seats = emptySeats(day.people, instantNow());
  if (seats.length === 0) return null;
  return (
    <section class="stack">
      <h2>{words.emptySeats}</h2>
      <ul class="people empty-seats" role="list">
        {seats.map(({ person, booking, minutesLate }) => (
          <li class="empty-seat" key={booking.bookingId}>
            <span class="person-name">{person.maskedName}</span>
            <span class="empty-seat-late">{words.sinceMinutes(minutesLate)}</span>
            <DueLine {...booking} />
            <ButtonLink
              kind="main"
              wide
              href={`/staff/visits/${day.visit.visitId}/people/${person.registrationId}/bookings/${booking.bookingId}/seat`}
            >
              {words.giveSeat}
              <span class="unseen"> {person.maskedName}</span>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** From so many people on, a name is easier typed than looked for. */
const findFrom = 6;

const People = ({ day }: { day: VisitDay }) => {
  const words = useWords(staffWords);
  const dayWords = useWords(staffDayWords);
  const { marked, said } = useArrivals(day);
  const [typed, setTyped] = useState("");
  const found = inOrderOfTime(day.people).filter(({ maskedName }) => mayBe(maskedName, typed));
  return (
    <section class="stack">
      <h2>{words.peopleTitle}</h2>
      <p class="unseen" aria-live="polite">
        {said}
      </p>
      {day.erased > 0 && <p class="soft">{words.peopleErased(day.erased)}</p>}
      {day.people.length === 0 ? (
        day.erased === 0 && <Empty title={words.peopleNone} />
      ) : (
        <>
          {day.people.length >= findFrom && (
            <TextField
              pointer="/name"
              type="search"
              label={dayWords.findName}
              hint={dayWords.findHint}
              value={typed}
              onInput={(event) => setTyped(event.currentTarget.value)}
              autoComplete="off"
            />
          )}
          {found.length === 0 && <p role="status">{dayWords.foundNobody}</p>}
          <ul class="people" role="list">
            {found.map((person) => (
              <Person
                key={person.registrationId}
                address={`/staff/visits/${day.visit.visitId}/people/${person.registrationId}`}
                person={person}
                isNew={marked.has(person.registrationId)}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
};

/** Marks whoever has just arrived, and says so once to screen readers. */
function useArrivals(day: VisitDay): { marked: ReadonlySet<string>; said: string } {
  const words = useWords(staffWords);
  const before = useRef<VisitDay | undefined>(undefined);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState("");
  useEffect(() => {
    const arrivals = newArrivals(before.current, day);
    before.current = day;
    const [first] = arrivals;
    if (!first) return;
    const ids = arrivals.map((person) => person.registrationId as string);
    setMarked((ones) => new Set([...ones, ...ids]));
    setSaid(
      arrivals.length === 1 ? words.announceArrival(first.maskedName, day.arrived) : words.announceArrivals(arrivals.length, day.arrived),
    );
    setTimeout(() => setMarked((ones) => new Set([...ones].filter((id) => !ids.includes(id)))), markedMs);
  }, [day, words]);
  return { marked, said };
}

type PersonProps = { address: string; person: DayPerson; isNew: boolean };

/** One line of the day; all of it leads to what can be done for its person. */
const Person = ({ address, person, isNew }: PersonProps) => {
  const words = useWords(staffWords);
  const dayWords = useWords(staffDayWords);
  const locale = useLocale();
  const [first] = person.bookings;
  const kind = person.arrivedAt ? " person-here" : person.bookings.some(({ isMissing }) => isMissing) ? " person-missing" : "";
  return (
    <li class={`person${kind}${isNew ? " person-new" : ""}`}>
      <span class="person-time">{first ? clockText(first.startsAt, locale) : words.noTime}</span>
      <a class="person-name person-link" href={address}>
        {person.maskedName}
      </a>
      <span class="person-state">
        <PersonState person={person} isNew={isNew} />
      </span>
      {person.mailTrouble && (
        <span class="person-mail">
          <MailTroubleTag trouble={person.mailTrouble} />
        </span>
      )}
      {(person.bookings.length > 0 || person.missed.length > 0) && (
        <ul class="person-bookings" role="list">
          {person.bookings.map((booking) => (
            <li key={booking.startsAt}>
              {person.bookings.length > 1 && `${clockText(booking.startsAt, locale)} · `}
              <DeskLabel label={booking.deskLabel} /> · <What {...booking} />
              {booking.outcome && ` · ${interviewOutcomeLabels[booking.outcome][locale]}`}
            </li>
          ))}
          {person.missed.map(({ startsAt, whatKo, whatEn }) => (
            <li key={startsAt} class="person-missed">
              {dayWords.seatGone(clockText(startsAt, locale), inLocale(locale, whatKo, whatEn).text)}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
};
