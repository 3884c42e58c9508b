import * as z from "zod/mini";
import { CheckInEvent, CheckInEventId, DeviceId } from "../domain/check-in-event.ts";
import { DeskId, VisitId } from "../domain/ids.ts";
import { Place } from "../domain/place.ts";
import { Instant, LocalDate, LocalTime } from "../domain/seoul-time.ts";
import { oneLine } from "../domain/text.ts";
import { TicketCode, TicketIndex } from "../domain/ticket-token.ts";
import { mostEvents } from "../domain/upload-size.ts";
import { Visit } from "../domain/visit.ts";
import { WalkInNote } from "../domain/walk-in.ts";
import { deskStaff, operations } from "./operation.ts";

const onVisit = z.strictObject({ visitId: VisitId });

/** A ticket as it lies on a phone: nothing of whose it is without the ticket in hand. */
export const PackRow = z.strictObject({
  idx: TicketIndex,
  gen: z.int(),
  /** Codes of the generations after the first, in their order; the first follows from the index. */
  codes: z.optional(z.array(TicketCode)),
  genSince: z.optional(Instant),
  status: z.enum(["valid", "cancelled"]),
  cancelledAt: z.optional(Instant),
  /** When a time of theirs was last moved, cancelled or given away. */
  timesChangedAt: z.optional(Instant),
  /** Live bookings by time; hours of Seoul. */
  times: z.array(z.strictObject({ at: LocalTime, minutes: z.int(), deskId: DeskId })),
  /** A `SealedName`, sealed to the ticket (`sealed-row.ts`). */
  sealed: z.string(),
});
export type PackRow = z.infer<typeof PackRow>;

/** What the desk reads when the ticket is shown: the masked name, and what each of the times is for, in their order; in English by the hosts of the pack. */
export const SealedName = z.strictObject({ maskedName: z.string(), whatKo: z.array(z.string()) });
export type SealedName = z.infer<typeof SealedName>;

/** How a PIN is stretched into the key of the list for looking people up (`look-up-list.ts`). */
const pinStretch = {
  salt: z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/, { error: "id-format" })),
  iterations: z.int().check(z.gte(100_000), z.lte(5_000_000)),
};

const bucket = <Row extends z.ZodMiniType>(row: Row) => z.strictObject({ bucket: z.int(), digest: z.string(), rows: z.array(row) });
const digest = z.string().check(z.maxLength(20));
const digests = z.array(digest).check(z.maxLength(64));

/** All that a phone needs at the bus without a network. Only buckets of tickets and events that the phone does not have. */
export const Pack = z.strictObject({
  visit: Visit,
  place: Place,
  /** Seconds since 1970 when it was made. */
  revision: z.int(),
  /** What the phone may do without a network, and until when: scanning under this name of its own. */
  lease: z.strictObject({ letter: z.string(), until: Instant }),
  /** Letters of the phones of this visit, by which their owners know them. */
  devices: z.array(z.strictObject({ deviceId: DeviceId, letter: z.string() })),
  /** Who receives people at each desk: employers, or what the centre offers there. Their English names in the same order, null where there is none. */
  hosts: z.array(
    z.strictObject({ deskId: DeskId, whatKo: z.array(z.string()), whatEn: z.array(z.nullable(z.string())), hasInterviews: z.boolean() }),
  ),
  /** Public signing keys: the uncompressed point, base64url. */
  keys: z.array(z.strictObject({ kid: z.int(), publicKey: z.string() })),
  /** Public key that notes are sealed to; null until the visit has keys. */
  noteKey: z.nullable(z.string()),
  /** Masked names and last digits, sealed under the PIN of the desk lead; null until one is set. `sealed` is left out where the phone has it. */
  lookUp: z.nullable(z.strictObject({ ...pinStretch, setAt: Instant, digest: z.string(), sealed: z.optional(z.string()) })),
  tickets: z.array(bucket(PackRow)),
  events: z.array(bucket(CheckInEvent)),
});
export type Pack = z.infer<typeof Pack>;

export const PackRequest = z.strictObject({
  deviceId: DeviceId,
  /** Digests by bucket of what the phone has. */
  has: z.optional(z.strictObject({ tickets: digests, events: digests, lookUp: z.optional(digest) })),
});
export type PackRequest = z.infer<typeof PackRequest>;

export const EventUpload = z.strictObject({
  deviceId: DeviceId,
  /** Read one by one: what cannot be read is put in quarantine, never refused. */
  events: z.array(z.unknown()).check(z.minLength(1, { error: "required" }), z.maxLength(mostEvents)),
});
export type EventUpload = z.infer<typeof EventUpload>;

/** `stored` now, `duplicate` known already, `quarantined` kept aside for the lead. All three are safe with the server: the phone may forget the event. */
export const EventAnswer = z.strictObject({ id: z.nullable(z.string()), result: z.enum(["stored", "duplicate", "quarantined"]) });
export type EventAnswer = z.infer<typeof EventAnswer>;

/** The call board of a visit. A label is the number of a walk-in, or the first half of a ticket's code. */
export const CallBoard = z.strictObject({
  visitId: VisitId,
  date: LocalDate,
  at: Instant,
  desks: z.array(
    z.strictObject({
      deskId: DeskId,
      label: z.string(),
      serving: z.nullable(z.string()),
      /** Whose turn it is, with how often they were called. */
      called: z.array(z.strictObject({ label: z.string(), calls: z.int() })),
      /** In order of their turn, with about when it is, by the clock of Seoul. */
      waiting: z.array(z.strictObject({ label: z.string(), about: LocalTime })),
      missed: z.array(z.string()),
    }),
  ),
  /** Who is checked in by a ticket and stands at no desk yet. */
  unplaced: z.array(z.string()),
});
export type CallBoard = z.infer<typeof CallBoard>;

/** Somebody who came without a registration, as the desk needs it; a look at it is logged. */
export const WalkIn = z.strictObject({
  walkInId: CheckInEventId,
  /** Null where what was written down about them does not read: they are asked again. */
  note: z.nullable(WalkInNote),
});
export type WalkIn = z.infer<typeof WalkIn>;

/** The key that a PIN was stretched into, on the device of whoever set it: the PIN itself stays there. */
export const LookUpKeyInput = z.strictObject({
  ...pinStretch,
  key: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/, { error: "id-format" })),
});
export type LookUpKeyInput = z.infer<typeof LookUpKeyInput>;

/** Somebody who is registered for the visit, as far as a desk needs it to check them in. */
export const FoundPerson = z.strictObject({
  maskedName: z.string(),
  /** Last four digits of their number. */
  phoneEnd: z.nullable(z.string()),
  /** What a typed code would be; null until the ticket is made. */
  code: z.nullable(z.string()),
  arrivedAt: z.nullable(Instant),
  /** When and where they are due, by time. */
  times: z.array(z.strictObject({ startsAt: Instant, deskLabel: z.string() })),
});
export type FoundPerson = z.infer<typeof FoundPerson>;

export const checkInOperations = operations({
  "POST /api/staff/visits/{visitId}/packs": {
    summary: "Load what a phone needs at the bus without a network, or what changed since; gives the phone its letter and its lease.",
    who: deskStaff,
    params: onVisit,
    body: PackRequest,
    answers: { 200: Pack },
    problems: ["device-revoked", "visit-over"],
  },
  "PUT /api/staff/visits/{visitId}/look-up-key": {
    summary:
      "Set under what PIN people are looked up without a network. It takes the place of the one before, with the next pack of each phone.",
    who: { staff: ["desk", "manager"] },
    params: onVisit,
    body: LookUpKeyInput,
    answers: { 204: null },
    problems: ["visit-over"],
  },
  "POST /api/staff/visits/{visitId}/people-search": {
    summary: "Who is registered under this name, or with a number that ends so. The look is logged, also one that finds nobody.",
    who: deskStaff,
    params: onVisit,
    body: z.strictObject({ text: oneLine(60) }),
    answers: { 200: z.strictObject({ people: z.array(FoundPerson) }) },
    problems: ["visit-over", "too-many-requests"],
  },
  "POST /api/staff/visits/{visitId}/check-in-events": {
    summary: "Hand in what happened at the desk, in any order and any number of times. Answers for each event, in their order.",
    who: deskStaff,
    params: onVisit,
    body: EventUpload,
    answers: { 200: z.strictObject({ answers: z.array(EventAnswer) }) },
    problems: [],
  },
  "GET /api/public/visits/{visitId}/devices/{deviceId}": {
    summary: "Whether a phone was reported lost. The phone asks it by its own name once it is signed out, and then takes off what it has.",
    who: "anyone",
    params: z.strictObject({ visitId: VisitId, deviceId: DeviceId }),
    answers: { 200: z.strictObject({ isLost: z.boolean() }) },
    problems: [],
  },
  "GET /api/public/visits/{visitId}/board": {
    summary: "Whose turn it is at each desk: numbers only, for the screen at the bus and for whoever has a number.",
    who: "anyone",
    params: onVisit,
    answers: { 200: CallBoard },
    problems: [],
  },
  "GET /api/staff/visits/{visitId}/walk-ins": {
    summary: "Who came without a registration, and what they need. The look is logged.",
    who: deskStaff,
    params: onVisit,
    answers: { 200: z.strictObject({ walkIns: z.array(WalkIn) }) },
    problems: [],
  },
});
