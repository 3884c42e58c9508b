import { useCallback } from "preact/hooks";
import type { DayPerson } from "../../../../shared/contract/staff.ts";
import type { WaitRow } from "../../../../shared/contract/waitlist.ts";
import { staffCallsWords } from "../../../../shared/copy/pages-staff-calls.ts";
import { staffDayWords } from "../../../../shared/copy/pages-staff-day.ts";
import { seoulDateOf } from "../../../../shared/domain/seoul-time.ts";
import type { Slot } from "../../../../shared/domain/slot.ts";
import { instantNow } from "../../platform/clock.ts";
import { hasMoved } from "../../platform/router.ts";
import { clockText, momentText } from "../../platform/times.ts";
import { useFresh } from "../../platform/use-fresh.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Card, Tag } from "../../ui/card.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty } from "../../ui/states.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { askWaits } from "./ask-waits.ts";
import { before, byList, listWords } from "./wait-words.ts";

/** Seconds between two looks at the lists. */
const renewedEvery = 15;

/** Who waits for what, list by list, in order of application. */
export const WaitsPage = ({ visitId }: { visitId: string }) => {
  const words = useWords(staffCallsWords);
  const dayWords = useWords(staffDayWords);
  const locale = useLocale();
  const [loaded, reload] = useLoaded(useCallback(() => askWaits(visitId), [visitId]));
  useFresh(reload, renewedEvery);
  const back = { href: `/staff/visits/${visitId}`, label: dayWords.toDay };
  if (loaded.state !== "loaded") return <Unloaded title={words.waitsTitle} back={back} narrow loaded={loaded} onRetry={reload} />;
  const { waits, day, slots, employers } = loaded.value;
  const people = new Map(day.people.map((person) => [person.registrationId, person]));
  return (
    <Page title={words.waitsTitle} back={back} narrow focus={hasMoved()}>
      {waits.length === 0 && <Empty title={words.waitsNone} />}
      {byList(waits).map(([list, rows]) => (
        <section class="stack" key={list}>
          <h2>{listWords(rows[0]?.entry.list ?? "job_initial", employers, locale)}</h2>
          <ol class="stack" role="list">
            {rows.map((row) => (
              <Waiting
                key={row.entry.waitId}
                address={`${back.href}/waits/${row.entry.waitId}`}
                row={row}
                place={before(waits, row) + 1}
                person={people.get(row.registrationId)}
                slots={slots}
              />
            ))}
          </ol>
        </section>
      ))}
    </Page>
  );
};

type WaitingProps = { address: string; row: WaitRow; place: number; person: DayPerson | undefined; slots: readonly Slot[] };

const Waiting = ({ address, row: { entry, maskedName }, place, person, slots }: WaitingProps) => {
  const words = useWords(staffCallsWords);
  const dayWords = useWords(staffDayWords);
  const locale = useLocale();
  const slot = slots.find(({ slotId }) => slotId === entry.slotId);
  const isToday = seoulDateOf(entry.appliedAt) === seoulDateOf(instantNow());
  const kept = person?.bookings.find(({ bookingId }) => bookingId === entry.replaces);
  return (
    <Card as="li">
      <div class="row">
        <Tag tone="main">{words.waitsPlace(place)}</Tag>
        <h3>{dayWords.namedPerson(maskedName)}</h3>
        {person?.arrivedAt && <Tag tone="good">{words.waitsHere}</Tag>}
      </div>
      <p>{slot ? words.waitsAt(clockText(slot.startsAt, locale)) : words.waitsAnyTime}</p>
      <p class="soft">{words.waitsSince(isToday ? clockText(entry.appliedAt, locale) : momentText(entry.appliedAt, locale))}</p>
      {kept && <p class="soft">{words.waitsEarlier(clockText(kept.startsAt, locale))}</p>}
      {entry.offer && (
        <p>
          <strong>{words.waitsOffered(clockText(entry.offer.startsAt, locale), clockText(entry.offer.holdUntil, locale))}</strong>
        </p>
      )}
      <ButtonLink href={address}>{words.waitsSeat}</ButtonLink>
    </Card>
  );
};
