/**
 * What happens at the desk, as events that are only ever added: a device writes them with or without a network, the server stores each once. What
 * stands is a fold over the set (`check-in-fold.ts`, `queue-fold.ts`), so that neither the order nor the number of uploads matters.
 */
import * as z from "zod/mini";
import { Verdict } from "./check-in.ts";
import { AccountId, DeskId, VisitId } from "./ids.ts";
import { epochMsOf, Instant, instantAt } from "./seoul-time.ts";
import { holdsResidentNumber, oneLine } from "./text.ts";
import { TicketIndex } from "./ticket-token.ts";
import { verdicts } from "./verdicts.ts";

/** Names a phone or a browser at the desk; made by it once, tells nothing about its owner. */
export const DeviceId = z.string().check(
  z.regex(/^[0-9A-Za-z_-]{8,40}$/, { error: "id-format" }),
  z.refine((id) => !holdsResidentNumber(id), { error: "resident-number" }),
);

/** UUIDv7, made on the device: sorts by its clock. */
export const CheckInEventId = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, { error: "id-format" }));
export type CheckInEventId = z.infer<typeof CheckInEventId>;

/** Whom an event is about: a ticket, or somebody without one, named by the event of their walk-in. */
export const Subject = z.union([TicketIndex, CheckInEventId]);
export type Subject = z.infer<typeof Subject>;

/** Number of a walk-in in the queue: the device's letter, then three digits counted on it from 001. */
const QueueNumber = z.string().check(z.regex(/^[A-Z]{1,3}-[0-9]{3}$/));

/** Why somebody was let in, or an admission taken back. */
export const DeskReason = oneLine(200);
/** Stands for a reason that is not told here: it was sealed (`payload`), is for the lead, or was erased. */
export const untold = "-";
const generation = z.int().check(z.gte(1), z.lte(255));

/** A hundred years: no clock is further off. */
export const mostOffsetMs = 100 * 366 * 24 * 60 * 60_000;
/** By the server's clock: from 1970, which a device without a clock tells, and the lead may count all the same. */
const earliestMs = 0;
const latestMs = Date.UTC(2100, 0, 1);

const base = {
  v: z.literal(1),
  id: CheckInEventId,
  visitId: VisitId,
  staffId: AccountId,
  deviceId: DeviceId,
  /** By the device's clock; `at` plus `clockOffset` is the corrected time. */
  at: Instant,
  /** Milliseconds that the server's clock was ahead of the device's when last compared. A device may think that it is 1970. */
  clockOffset: z.int().check(z.gte(-mostOffsetMs), z.lte(mostOffsetMs)),
  /** Revision of the pack that the verdict was reached on, seconds since 1970; 0 when the server judged. */
  packRevision: z.int().check(z.gte(0)),
};
/** Sealed to the visit's key (`sealed-note.ts`): what was written at the desk and must not be readable on the phone. */
const payload = z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.maxLength(8192)));

const admission = { gen: z.optional(generation), verdict: Verdict, reentry: z.boolean() };

export const CheckInEvent = z
  .discriminatedUnion("kind", [
    /** A scan with its verdict, also one that admits nobody; without `idx` where what was shown names no ticket. */
    z
      .strictObject({ ...base, kind: z.literal("admit"), idx: z.optional(TicketIndex), ...admission, reason: z.optional(DeskReason) })
      .check(z.refine(({ verdict, idx }) => idx !== undefined || !verdicts[verdict].admits, { path: ["idx"], error: "required" })),
    /** Somebody is let in although the verdict was another. */
    z.strictObject({ ...base, kind: z.literal("override"), idx: TicketIndex, ...admission, reason: DeskReason, payload }),
    z.strictObject({ ...base, kind: z.literal("undo"), of: Subject, ref: CheckInEventId, reason: z.optional(DeskReason), payload }),
    z.strictObject({ ...base, kind: z.literal("walk-in"), number: QueueNumber, deskId: DeskId, payload }),
    /** Desk actions; `deskId` is the desk that calls, serves or misses, or to which somebody is sent on. */
    z.strictObject({ ...base, kind: z.literal(["call", "serve", "done", "send-on", "missed"]), of: Subject, deskId: DeskId, payload }),
  ])
  // Pages leave schemas out only where they are made in one breath (`vite.config.ts`).
  .check(z.refine((event) => correctedMs(event) === withinAges(correctedMs(event)), { path: ["at"], error: "format" }));
export type CheckInEvent = z.infer<typeof CheckInEvent>;
export type AdmissionEvent = Extract<CheckInEvent, { kind: "admit" | "override" }>;

/** An event without what staff wrote about its person: that there was a reason is left of it. The same one where nothing was written. */
export const withoutWords = (event: CheckInEvent): CheckInEvent => {
  const told = asOthersSee(event);
  if (!("payload" in told)) return told;
  const { payload: _, ...others } = told;
  return others;
};

/** Fields that a phone writes by itself, in any version. */
const wordless = new Set(
  "v id kind visitId staffId deviceId at clockOffset packRevision idx gen verdict reentry of ref number deskId".split(" "),
);

/** The same of what may not even read: JSON of an event as it came, without whatever somebody may have written into it. */
export const textWithoutWords = (text: string): string => {
  try {
    const event = JSON.parse(text) as unknown;
    if (typeof event !== "object" || event === null) return "null";
    const kept = Object.entries(event).filter(([field]) => wordless.has(field));
    // An override without a reason is none, and could never be counted.
    return JSON.stringify({ ...Object.fromEntries(kept), ...("reason" in event && { reason: untold }) });
  } catch {
    return "null";
  }
};

/** An event as every other phone of the visit gets it: that there was a reason, and not what staff wrote about somebody, which is for the lead. */
export const asOthersSee = (event: CheckInEvent): CheckInEvent =>
  "reason" in event && event.reason ? { ...event, reason: untold } : event;

/** Whom an event is about; undefined for a scan of something that names no ticket. */
export const subjectOf = (event: CheckInEvent): Subject | undefined => {
  if (event.kind === "walk-in") return event.id;
  return "of" in event ? event.of : event.idx;
};

/** Whether somebody went in with it. A verdict that a newer app has and this one does not lets nobody in here; it takes nothing down either. */
export const admits = (event: CheckInEvent): event is AdmissionEvent =>
  event.kind === "override" || (event.kind === "admit" && (event.reentry || verdicts[event.verdict]?.admits === true));

type Clocked = { at: Instant; clockOffset: number };
const correctedMs = ({ at, clockOffset }: Clocked): number => epochMsOf(at) + clockOffset;
const withinAges = (ms: number): number => Math.min(latestMs, Math.max(earliestMs, ms || earliestMs));

/**
 * When it happened by the server's clock, however wrong the device's was. What no schema has looked at has a time all the same: a fold gets what lies on a
 * phone, and one event must not take the day down.
 */
export const correctedAt = (event: Clocked): Instant => instantAt(withinAges(correctedMs(event)));

/** An event in words that do not depend on the order of its fields, which the table does not keep. */
export const wordsOf = (event: CheckInEvent): string => JSON.stringify(Object.entries(event).sort(([a], [b]) => (a < b ? -1 : 1)));

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** In the order of the fold: corrected time, then id; of two events that claim one id always the same one comes first. No phone's language has a say in it. */
const byCorrectedTime = (events: readonly CheckInEvent[]): CheckInEvent[] =>
  events
    .map((event) => ({ event, at: correctedAt(event) }))
    .sort((a, b) => order(a.at, b.at) || order(a.event.id, b.event.id) || order(wordsOf(a.event), wordsOf(b.event)))
    .map(({ event }) => event);

/** Of two judgements of one scan, the higher one stands. */
const standing = (event: CheckInEvent): number => (admits(event) ? (event.packRevision === 0 ? 2 : 1) : 0);

/**
 * The set that a fold is over, in its order: each event once, and nothing that was undone. An undo refers to an event about the same subject; it cannot be
 * undone itself: whoever undid by mistake admits again.
 *
 * A scan can stand under its id twice: the server judged it, its answer came too late to be waited for, and the phone judged it, too. Whoever was let in is in,
 * so the one that let them in is the event, the server's where both did; an undo of the id takes both back.
 */
export const liveEvents = (events: readonly CheckInEvent[]): CheckInEvent[] => {
  const byId = new Map<string, CheckInEvent>();
  const inOrder = byCorrectedTime(events);
  for (const event of inOrder) {
    const name = `${subjectOf(event)} ${event.id}`;
    const before = byId.get(name);
    if (!before || standing(event) > standing(before)) byId.set(name, event);
  }
  const chosen = new Set(byId.values());
  const set = inOrder.filter((event) => chosen.delete(event));
  const undone = new Set(set.flatMap((event) => (event.kind === "undo" ? [`${event.of} ${event.ref}`] : [])));
  return set.filter((event) => event.kind !== "undo" && !undone.has(`${subjectOf(event)} ${event.id}`));
};
