import fc from "fast-check";
import { CheckInEvent, type CheckInEventId } from "../../shared/domain/check-in-event.ts";
import type { TicketFacts } from "../../shared/domain/check-in-fold.ts";
import { AccountId, DeskId, VisitId } from "../../shared/domain/ids.ts";
import { type Instant, instantAt } from "../../shared/domain/seoul-time.ts";
import { TicketIndex } from "../../shared/domain/ticket-token.ts";
import { verdicts } from "../../shared/domain/verdicts.ts";

export const idx = TicketIndex.parse("AAAAAAAAAAAAAAAA");
export const desk = (id: string): DeskId => DeskId.parse(id);

/** When the worlds begin, milliseconds since 1970. */
export const opens = Date.parse("2026-11-26T01:00:00.000Z");
const base = {
  v: 1,
  visitId: VisitId.parse("vis_01JZZZZZZZZZZZZZZZZZZZZZZZ"),
  staffId: AccountId.parse("acc_01JZZZZZZZZZZZZZZZZZZZZZZZ"),
  deviceId: "phone-a1",
  at: instantAt(opens),
  clockOffset: 0,
  packRevision: 0,
} as const;

let made = 0;
const idOf = (n: number): CheckInEventId => `019ac000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;

/** An event of a phone; what is not said is usual. Throws where the fields do not make one. */
export const anEvent = (fields: { kind: CheckInEvent["kind"]; [field: string]: unknown }): CheckInEvent => {
  made += 1;
  return CheckInEvent.parse({ ...base, id: idOf(made), ...fields });
};
export const anAdmission = (fields: Record<string, unknown> = {}): CheckInEvent =>
  anEvent({ kind: "admit", idx, gen: 1, verdict: "admitted", reentry: false, ...fields });

/** Events that some phones wrote on one day, and what the centre knows of the tickets. */
export type DeskWorld = {
  events: CheckInEvent[];
  /** The server's own judgements of scans among them, under the same ids: its answers came too late to be waited for. */
  judged: CheckInEvent[];
  facts: Map<TicketIndex, TicketFacts>;
};

const tickets = ["AAAAAAAAAAAAAAAA", "BBBBBBBBBBBBBBBB", "CCCCCCCCCCCCCCCC"].map((text) => TicketIndex.parse(text));
const devices = ["phone-a1", "phone-b2", "phone-c3"] as const;
/** Minutes of a clock that is wrong, and of the day; few of them, so that things happen in the same moment. */
const minute = fc.nat(30);
const offset = fc.constantFrom(0, 0, -90_000, 60_000, 86_400_000);
const when = fc.record({ minute, offset, device: fc.constantFrom(...devices) });
const momentOf = ({ minute: at, offset: clockOffset, device: deviceId }: { minute: number; offset: number; device: string }) => ({
  at: instantAt(opens + at * 60_000 - clockOffset),
  clockOffset,
  deviceId,
});

const anyAdmission = fc
  .record({
    when,
    ticket: fc.constantFrom(...tickets),
    gen: fc.integer({ min: 1, max: 3 }),
    verdict: fc.constantFrom(...(Object.keys(verdicts) as (keyof typeof verdicts)[])),
    reentry: fc.boolean(),
    isOverride: fc.boolean(),
    pack: fc.constantFrom(0, 10, 20),
  })
  .map(({ when: moment, ticket, gen, verdict, reentry, isOverride, pack }) => ({
    ...momentOf(moment),
    // Of a pack of the tenth or the twentieth minute, or judged by the server.
    packRevision: pack && opens / 1000 + pack * 60,
    ...(isOverride ? { kind: "override", reason: "known here" } : { kind: "admit" }),
    ...{ idx: ticket, gen, verdict, reentry },
  }));
const anyWalkIn = fc
  .record({ when, n: fc.nat(9), d: fc.constantFrom("d1", "d2") })
  .map(({ when: moment, n, d }) => ({ ...momentOf(moment), kind: "walk-in", number: `A-00${n}`, deskId: d }));
/** A scan before, by its place, judged again under its id: by the server, whose answer came too late. */
const anyJudgedAgain = fc
  .record({ again: fc.nat(40), verdict: fc.constantFrom(...(Object.keys(verdicts) as (keyof typeof verdicts)[])) })
  .map((judged) => ({ kind: "again", ...judged }));
/** About one of the events before, by its place. */
const anyAction = fc
  .record({
    when,
    about: fc.nat(40),
    d: fc.constantFrom("d1", "d2"),
    kind: fc.constantFrom("call", "serve", "done", "send-on", "missed", "undo"),
  })
  .map(({ when: moment, about, d, kind }) => ({ ...momentOf(moment), kind, about, deskId: d }));

const factsOfTicket = fc.option(
  fc
    .record({
      ...{ gen: fc.integer({ min: 1, max: 3 }), since: minute },
      ...{ cancelled: fc.option(minute, { nil: undefined }), changed: fc.option(minute, { nil: undefined }) },
    })
    .map(
      ({ gen, since, cancelled, changed }): TicketFacts => ({
        gen,
        ...(changed !== undefined && { timesChangedAt: minuteOf(changed) }),
        ...(gen > 1 && { genSince: minuteOf(since) }),
        status: cancelled === undefined ? "valid" : "cancelled",
        ...(cancelled !== undefined && { cancelledAt: minuteOf(cancelled) }),
      }),
    ),
  { nil: undefined },
);
const minuteOf = (n: number): Instant => instantAt(opens + n * 60_000);

type Draft = Record<string, unknown> & { kind: string };
const eventsOf = (drafts: readonly Draft[]): Pick<DeskWorld, "events" | "judged"> => {
  const events: CheckInEvent[] = [];
  const judged: CheckInEvent[] = [];
  for (const [n, { about, deskId, again, verdict, ...draft }] of drafts.entries()) {
    const scan = again === undefined ? undefined : events[(again as number) % Math.max(events.length, 1)];
    if (scan?.kind === "admit" && !scan.reentry && scan.packRevision > 0 && !judged.some(({ id }) => id === scan.id))
      judged.push(CheckInEvent.parse({ ...scan, verdict, packRevision: 0, clockOffset: scan.clockOffset + 1 }));
    if (again !== undefined) continue;
    const fields = { ...base, id: idOf(n + 1), ...draft, ...(verdict !== undefined && { verdict }) };
    if (about === undefined) {
      events.push(CheckInEvent.parse(deskId === undefined ? fields : { ...fields, deskId }));
      continue;
    }
    const other = events.length > 0 ? events[(about as number) % events.length] : undefined;
    const of = other && ("of" in other ? other.of : other.kind === "walk-in" ? other.id : other.idx);
    if (!other || !of) continue;
    events.push(CheckInEvent.parse(draft.kind === "undo" ? { ...fields, of, ref: other.id } : { ...fields, of, deskId }));
  }
  return { events, judged };
};

export const aDeskWorld: fc.Arbitrary<DeskWorld> = fc
  .record({
    drafts: fc.array(fc.oneof<fc.Arbitrary<Draft>[]>(anyAdmission, anyAdmission, anyWalkIn, anyAction, anyJudgedAgain), { maxLength: 25 }),
    facts: fc.tuple(factsOfTicket, factsOfTicket, factsOfTicket),
  })
  .map(({ drafts, facts }) => ({
    ...eventsOf(drafts),
    facts: new Map(tickets.flatMap((ticket, n) => (facts[n] ? [[ticket, facts[n]] as const] : []))),
  }));

/** Every event once or twice, in an order that the picks decide. */
export const shuffledTwice = (
  events: readonly CheckInEvent[],
  picks: Iterable<number> & { next(): { value?: number } },
): CheckInEvent[] => {
  const pick = (below: number): number => (picks.next().value ?? 0) % below;
  const sent = events.flatMap((event) => (pick(2) === 0 ? [event] : [event, { ...event }]));
  for (let i = sent.length - 1; i > 0; i--) {
    const j = pick(i + 1);
    const [a, b] = [sent[i], sent[j]];
    if (a && b) [sent[i], sent[j]] = [b, a];
  }
  return sent;
};
