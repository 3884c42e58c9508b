import { useCallback } from "preact/hooks";
import { staffWords } from "../../../shared/copy/pages-staff.ts";
import type { Place } from "../../../shared/domain/place.ts";
import { addDays, dateText, type LocalDate, seoulDateOf } from "../../../shared/domain/seoul-time.ts";
import type { Visit } from "../../../shared/domain/visit.ts";
import { call } from "../platform/api.ts";
import { instantNow } from "../platform/clock.ts";
import { inLocale } from "../platform/locale.ts";
import { hasMoved } from "../platform/router.ts";
import { useSession } from "../platform/session.ts";
import { hoursText } from "../platform/times.ts";
import { useLoaded } from "../platform/use-loaded.ts";
import { useLocale, useWords } from "../platform/use-locale.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Card, Tag } from "../ui/card.tsx";
import { Page } from "../ui/page.tsx";
import { Empty, Failed, Loading } from "../ui/states.tsx";
import { UndeliveredNotice } from "../ui/undelivered-notice.tsx";
import { busOf } from "./offline/bus-of.ts";
import { followsUp, rightsAt, seesMails } from "./rights-at.ts";

type Planned = { visit: Visit; place: Place };

/** Visits that are over are listed so many days long, for who asks what came of them: from the fourteenth day on employers are called. */
const daysBack = 28;

/** The season; without a network the visits whose packs are on this device. */
const askVisits = async () => {
  const answer = await call("GET /api/staff/visits", { query: {} }, { quiet: true });
  if (answer.ok) return answer;
  const packs = (await (await busOf())?.listPacks()) ?? [];
  if (packs.length === 0) return answer;
  return { ok: true as const, value: { today: seoulDateOf(instantNow()), visits: packs, undeliveredMails: 0 } };
};

/** Visits of the last weeks; nobody works at them, so that without a network there are none. */
const askPast = (today: LocalDate) => call("GET /api/staff/visits", { query: { from: addDays(today, -daysBack) } }, { quiet: true });

/** Which visit this device works at: today's first. */
export const VisitsPage = () => {
  const words = useWords(staffWords);
  const { me } = useSession();
  const follows = followsUp(me);
  const [loaded, reload] = useLoaded(askVisits);
  return (
    <Page title={words.visitsTitle} focus={hasMoved()}>
      {loaded.state === "loading" && <Loading />}
      {loaded.state === "failed" && <Failed problem={loaded.problem} onRetry={reload} />}
      {loaded.state === "loaded" && seesMails(me) && <UndeliveredNotice count={loaded.value.undeliveredMails} />}
      {loaded.state === "loaded" && follows && (
        <>
          <ButtonLink href="/staff/follow-ups">{words.toFollowUps}</ButtonLink>
          <ButtonLink href="/staff/people">{words.toPeople}</ButtonLink>
        </>
      )}
      {loaded.state === "loaded" && <Visits today={loaded.value.today} visits={loaded.value.visits} />}
      {loaded.state === "loaded" && follows && <PastVisits today={loaded.value.today} />}
    </Page>
  );
};

const Visits = ({ today, visits }: { today: string; visits: readonly Planned[] }) => {
  const words = useWords(staffWords);
  const [now, later] = [visits.filter(({ visit }) => visit.date === today), visits.filter(({ visit }) => visit.date > today)];
  if (visits.length === 0) return <Empty title={words.visitsNone} />;
  return (
    <>
      <section class="stack">
        <h2>{words.visitsToday}</h2>
        {now.length === 0 ? (
          <p class="soft">{words.visitsTodayNone}</p>
        ) : (
          now.map((planned) => <TodaysVisit key={planned.visit.visitId} {...planned} />)
        )}
      </section>
      {later.length > 0 && (
        <section class="stack">
          <h2>{words.visitsLater}</h2>
          <ul class="later" role="list">
            {later.map((planned) => (
              <ListedVisit key={planned.visit.visitId} {...planned} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
};

/** Where somebody finds out what came of interviews once the day is over, the last one first. */
const PastVisits = ({ today }: { today: LocalDate }) => {
  const words = useWords(staffWords);
  const { me } = useSession();
  const ask = useCallback(() => askPast(today), [today]);
  const [loaded] = useLoaded(ask);
  if (loaded.state !== "loaded") return null;
  const past = loaded.value.visits.filter(
    ({ visit }) => visit.date < today && visit.state === "open" && rightsAt(me, visit.visitId).asksResults,
  );
  if (past.length === 0) return null;
  return (
    <section class="stack">
      <h2>{words.visitsPast}</h2>
      <ul class="later" role="list">
        {past.reverse().map((planned) => (
          <ListedVisit key={planned.visit.visitId} {...planned} rest="/results" />
        ))}
      </ul>
    </section>
  );
};

const TodaysVisit = ({ visit, place }: Planned) => {
  const words = useWords(staffWords);
  const locale = useLocale();
  const name = inLocale(locale, place.nameKo, place.nameEn);
  const address = `/staff/visits/${visit.visitId}`;
  const isCancelled = visit.state === "cancelled";
  return (
    <Card as="article">
      <h3 lang={name.lang}>{name.text}</h3>
      <p>{hoursText(visit, locale)}</p>
      {isCancelled && (
        <p>
          <Tag>{words.visitCancelled}</Tag>
        </p>
      )}
      <div class="row visit-actions">
        {!isCancelled && (
          <ButtonLink kind="main" href={`${address}/scan`}>
            {words.scanHere}
          </ButtonLink>
        )}
        <ButtonLink href={address}>{words.dayHere}</ButtonLink>
        {!isCancelled && <ButtonLink href={`${address}/ready`}>{words.readyLink}</ButtonLink>}
      </div>
    </Card>
  );
};

/** A visit to come or past is looked at, not worked at: one link. */
const ListedVisit = ({ visit, place, rest = "" }: Planned & { rest?: string }) => {
  const words = useWords(staffWords);
  const locale = useLocale();
  const name = inLocale(locale, place.nameKo, place.nameEn);
  return (
    <li>
      <a class="later-visit" href={`/staff/visits/${visit.visitId}${rest}`}>
        <strong>{dateText(visit.date, locale)}</strong>
        <span lang={name.lang}>{name.text}</span>
        {visit.state === "planned" && <Tag>{words.visitPlanned}</Tag>}
        {visit.state === "cancelled" && <Tag>{words.visitCancelled}</Tag>}
      </a>
    </li>
  );
};
