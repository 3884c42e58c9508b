import * as z from "zod/mini";
import { CheckInEvent, CheckInEventId, DeviceId } from "../domain/check-in-event.ts";
import { flags } from "../domain/check-in-fold.ts";
import { doubts } from "../domain/event-doubt.ts";
import { VisitId } from "../domain/ids.ts";
import { Instant } from "../domain/seoul-time.ts";
import { oneLine } from "../domain/text.ts";
import { TicketCode, TicketIndex } from "../domain/ticket-token.ts";
import { deskStaff, operations } from "./operation.ts";

/** Who settles what phones disagree about, and takes a lost phone out. */
const leads = { staff: ["desk", "manager"] } as const;
const onVisit = z.strictObject({ visitId: VisitId });
const reason = oneLine(120);

/** A phone of the visit. */
export const Device = z.strictObject({
  deviceId: DeviceId,
  letter: z.string(),
  leasedAt: Instant,
  until: Instant,
  /** When it last loaded the pack or what changed of it, which it does after each upload. */
  seenAt: Instant,
  /** Name of the member of staff who had it then. */
  heldBy: z.nullable(z.string()),
  revokedAt: z.nullable(Instant),
});
export type Device = z.infer<typeof Device>;

const seen = z.strictObject({
  eventId: CheckInEventId,
  at: Instant,
  deviceId: z.string(),
  letter: z.nullable(z.string()),
  /** Said by whoever let them in although the verdict was another. */
  reason: z.nullable(z.string()),
  /** Who scanned, as the phone says. */
  scannedBy: z.nullable(z.string()),
  /** Who was signed in when it reached the server. Another than who scanned is nothing bad: phones are shared. */
  sentBy: z.nullable(z.string()),
  /** Whether those are two. */
  isByOther: z.boolean(),
});

/** What one phone handed in or had judged, counted as everywhere (`shared/domain/tally.ts`). */
const Sent = z.strictObject({
  ...{ deviceId: z.string(), letter: z.nullable(z.string()) },
  ...{ people: z.int(), walkIns: z.int(), acts: z.int(), refused: z.int() },
  /** Of the scans, those that somebody else handed in than the phone says scanned. */
  byOthers: z.int(),
});
export type Sent = z.infer<typeof Sent>;

/** One ticket about which phones, or a phone and the centre, do not agree. The arrival stands whatever the lead says of it. */
export const Conflict = z.strictObject({
  idx: TicketIndex,
  /** What it is now, by flags and admissions: what is settled is what was seen. */
  version: z.string(),
  code: TicketCode,
  maskedName: z.nullable(z.string()),
  flags: z.array(z.enum(flags)),
  /** The arrival first, then what came after it, by corrected time. */
  admissions: z.array(seen),
  cancelledAt: z.nullable(Instant),
  /** When the QR code that took the place of an older one was made. */
  renewedAt: z.nullable(Instant),
  /** When times that they had booked changed without the phone knowing. */
  timesChangedAt: z.nullable(Instant),
  settled: z.nullable(z.strictObject({ at: Instant, note: z.string(), by: z.nullable(z.string()) })),
});
export type Conflict = z.infer<typeof Conflict>;

/** An event that the server took but did not count. */
export const Quarantined = z.strictObject({
  /** Of whom it speaks, masked, where their ticket is known. */
  maskedName: z.nullable(z.string()),
  /** Of the ticket that it is about, as it is written there. */
  code: z.nullable(TicketCode),
  hash: z.string(),
  reason: z.enum(doubts),
  deviceId: z.string(),
  uploadedAt: Instant,
  /** What it says, if this version of the server can read it. */
  event: z.nullable(CheckInEvent),
  /** Whether it can be counted at all: it reads, and is about this visit and what there is at it. */
  mayCount: z.boolean(),
  /** Who was signed in when it came. */
  sentBy: z.nullable(z.string()),
  settled: z.nullable(z.strictObject({ at: Instant, isAccepted: z.boolean(), note: z.string(), by: z.nullable(z.string()) })),
});
export type Quarantined = z.infer<typeof Quarantined>;

/** A check-in that staff took back; whoever it was comes in anew, and that is their arrival then. */
const TakenBack = z.strictObject({
  code: TicketCode,
  maskedName: z.nullable(z.string()),
  admittedAt: Instant,
  at: Instant,
  deviceId: z.string(),
  letter: z.nullable(z.string()),
  by: z.nullable(z.string()),
  /** Null where none was asked for: a slip taken back at once. */
  reason: z.nullable(z.string()),
});
export type TakenBack = z.infer<typeof TakenBack>;

/** Something that is stored and does not read: an event, which counts nowhere; the note about a walk-in, whose place in the queue stands; or why somebody was let in or an admission taken back. */
const Unread = z.strictObject({
  what: z.enum(["event", "note", "reason"]),
  eventId: z.string(),
  /** Number of the walk-in. */
  number: z.nullable(z.string()),
  letter: z.nullable(z.string()),
});
export type Unread = z.infer<typeof Unread>;

export const Reconciliation = z.strictObject({
  /** Scans that were kept, also of what admitted nobody. */
  scans: z.int(),
  /** The same by phone, the one with most first. */
  sent: z.array(Sent),
  conflicts: z.array(Conflict),
  quarantined: z.array(Quarantined),
  /** By time. */
  takenBack: z.array(TakenBack),
  unread: z.array(Unread),
});
export type Reconciliation = z.infer<typeof Reconciliation>;

const onHash = z.strictObject({ visitId: VisitId, hash: z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/, { error: "id-format" })) });

export const reconcileOperations = operations({
  "GET /api/staff/visits/{visitId}/devices": {
    summary: "The phones of a visit, by letter.",
    who: deskStaff,
    params: onVisit,
    answers: { 200: z.strictObject({ devices: z.array(Device) }) },
    problems: [],
  },
  "POST /api/staff/visits/{visitId}/devices/{deviceId}/revocation": {
    summary: "Take a lost phone out: it gets no more packs, and what it hands in waits for the lead. Sent again it answers the same.",
    who: leads,
    params: z.strictObject({ visitId: VisitId, deviceId: DeviceId }),
    body: z.strictObject({ reason }),
    answers: { 200: Device },
    problems: [],
  },
  "GET /api/staff/visits/{visitId}/reconciliation": {
    summary: "What phones disagree about, and what was taken but not counted.",
    who: deskStaff,
    params: onVisit,
    answers: { 200: Reconciliation },
    problems: [],
  },
  "POST /api/staff/visits/{visitId}/conflicts/{idx}/settlement": {
    summary:
      "Note that a conflict was looked at, as it was seen. What was noted first stays, and another note is refused; what comes later is open again.",
    who: leads,
    params: z.strictObject({ visitId: VisitId, idx: TicketIndex }),
    body: z.strictObject({ note: reason, seen: z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/, { error: "id-format" })) }),
    answers: { 204: null },
    problems: ["conflict-changed", "conflict-settled"],
  },
  "POST /api/staff/visits/{visitId}/quarantine/{hash}/settlement": {
    summary: "Count an event that was kept aside, or leave it uncounted. It stays in the record either way.",
    who: leads,
    params: onHash,
    body: z.strictObject({ decision: z.enum(["accept", "leave"]), note: reason }),
    answers: { 204: null },
    problems: ["already-decided", "event-unreadable", "event-uncountable", "event-counted", "id-taken"],
  },
});
