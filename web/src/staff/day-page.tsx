import { useEffect, useRef, useState } from "preact/hooks";
import type { DayPerson, VisitDay } from "../../../shared/contract/staff.ts";
import { staffWords } from "../../../shared/copy/pages-staff.ts";
import { inLocale } from "../platform/locale.ts";
import { hasMoved } from "../platform/router.ts";
import { clockText, hoursText } from "../platform/times.ts";
import { useLocale, useWords } from "../platform/use-locale.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Tag } from "../ui/card.tsx";
import { Icon } from "../ui/icons.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { Empty, Failed, Loading } from "../ui/states.tsx";
import { inOrderOfTime, newArrivals } from "./arrivals.ts";
import { useDay } from "./use-day.ts";

/** How long a new arrival stays marked: long enough to look up from the desk. */
const markedMs = 15_000;

/** The day at a glance: how many are registered and here, and who comes when. Renews itself. */
export const DayPage = ({ visitId }: { visitId: string }) => {
  const words = useWords(staffWords);
  const locale = useLocale();
  const { day, askedAt, problem, askNow } = useDay(visitId);
  const back = { href: "/staff", label: words.toVisits };
  if (!day)
    return (
      <Page title={words.dayTitle} back={back} focus={hasMoved()}>
        {problem ? <Failed problem={problem} onRetry={askNow} /> : <Loading />}
      </Page>
    );
  const { visit, place } = day;
  const name = inLocale(locale, place.nameKo, place.nameEn);
  return (
    <Page title={name.text} lead={hoursText(visit, locale)} back={back} focus={hasMoved()}>
      <ButtonLink kind="main" href={`/staff/visits/${visitId}/scan`}>
        {words.scanHere}
      </ButtonLink>
      <dl class="counts">
        <Count name={words.arrived} value={words.people(day.arrived)} main />
        <Count name={words.registered} value={words.people(day.registered)} />
      </dl>
      {problem && (
        <Notice tone="warn" live>
          <p>{problem.code === "unreachable" ? words.stale : problem.detail}</p>
        </Notice>
      )}
      <People day={day} />
      {askedAt !== undefined && <p class="soft small">{words.updatedAt(clockText(askedAt, locale))}</p>}
    </Page>
  );
};

const Count = ({ name, value, main = false }: { name: string; value: string; main?: boolean }) => (
  <div class={main ? "count count-main" : "count"}>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

const People = ({ day }: { day: VisitDay }) => {
  const words = useWords(staffWords);
  const { marked, said } = useArrivals(day);
  return (
    <section class="stack">
      <h2>{words.peopleTitle}</h2>
      <p class="unseen" aria-live="polite">
        {said}
      </p>
      {day.people.length === 0 ? (
        <Empty title={words.peopleNone} />
      ) : (
        <ul class="people" role="list">
          {inOrderOfTime(day.people).map((person) => (
            <Person key={person.registrationId} person={person} isNew={marked.has(person.registrationId)} />
          ))}
        </ul>
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

const Person = ({ person, isNew }: { person: DayPerson; isNew: boolean }) => {
  const words = useWords(staffWords);
  const locale = useLocale();
  const [first] = person.bookings;
  const { arrivedAt } = person;
  return (
    <li class={`person${arrivedAt ? " person-here" : ""}${isNew ? " person-new" : ""}`}>
      <span class="person-time">{first ? clockText(first.startsAt, locale) : words.noTime}</span>
      <span class="person-name">{person.maskedName}</span>
      <span class="person-state">
        {arrivedAt ? (
          <Tag tone="good">
            <Icon name="tick" />
            {isNew ? words.justArrived : words.arrivedAt(clockText(arrivedAt, locale))}
          </Tag>
        ) : (
          <Tag>{words.notArrived}</Tag>
        )}
      </span>
      {person.bookings.length > 0 && (
        <ul class="person-bookings" role="list">
          {person.bookings.map((booking) => (
            <li key={booking.startsAt}>
              {person.bookings.length > 1 && `${clockText(booking.startsAt, locale)} · `}
              {booking.deskLabel} · {booking.whatKo}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
};
