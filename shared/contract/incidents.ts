import * as z from "zod/mini";
import { LogKind } from "../domain/access-log.ts";
import { DeviceId } from "../domain/check-in-event.ts";
import { AccountId, IncidentId, SelectionId, VisitId } from "../domain/ids.ts";
import { Instant, LocalDate } from "../domain/seoul-time.ts";
import { oneLine, someLines } from "../domain/text.ts";
import { managers, operations } from "./operation.ts";

/** Of whom, or of what, entries of the log are picked. */
export const Choice = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("account"), accountId: AccountId }),
  z.strictObject({ by: z.literal("session"), session: z.string().check(z.regex(/^[\w-]{8,22}$/, { error: "format" })) }),
  z.strictObject({ by: z.literal("ip"), ip: z.string().check(z.regex(/^[0-9a-fA-F.:]{3,45}$/, { error: "format" })) }),
  z.strictObject({ by: z.literal("device"), deviceId: DeviceId }),
]);
export type Choice = z.infer<typeof Choice>;

const note = z.strictObject({ at: Instant, byName: z.nullable(z.string()), note: z.string() });

/** `removed`: it was picked by mistake, and counts no more; that it was picked, and why it was taken out, stays. */
export const Selection = z.strictObject({
  ...{ selectionId: SelectionId, choice: Choice, from: Instant, to: Instant },
  removed: z.nullable(note),
});
export type Selection = z.infer<typeof Selection>;

/** Personal data may have come into wrong hands. The clock runs from when it was noticed (개인정보 보호법 제34조). */
export const Incident = z.strictObject({
  incidentId: IncidentId,
  noticedAt: Instant,
  what: z.string(),
  openedAt: Instant,
  openedByName: z.nullable(z.string()),
  /** 72 hours after it was noticed: people are to be told, and the authority where the law asks for it. */
  tellBy: Instant,
  selections: z.array(Selection),
  /** How many were told. */
  told: z.int(),
  /** Whether it was reported to the authority, with the number of the report or why not; null as long as nobody has said. */
  reported: z.nullable(z.strictObject({ ...note.shape, was: z.boolean() })),
  closed: z.nullable(note),
});
export type Incident = z.infer<typeof Incident>;

/** How somebody is to be told: whoever has no working address by telephone, and whoever has neither by a notice in public. */
const Contact = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("mail"), mail: z.string() }),
  z.strictObject({ by: z.literal("call"), phone: z.string() }),
  z.strictObject({ by: z.literal("nothing") }),
]);

/** Somebody whose data was seen in what was picked. `key` is theirs wherever they are named again. */
export const Affected = z.strictObject({
  key: z.string(),
  is: z.enum(["person", "walk-in", "employer"]),
  name: z.string(),
  contact: Contact,
  entries: z.int(),
  visits: z.array(z.strictObject({ visitId: VisitId, date: LocalDate })),
  told: z.nullable(z.strictObject({ at: Instant, how: z.string() })),
});
export type Affected = z.infer<typeof Affected>;

export const waysToTell = ["mail", "call", "letter", "public-notice"] as const;

const onIncident = z.strictObject({ incidentId: IncidentId });
const key = z.string().check(z.regex(/^[\w-]{8,64}$/, { error: "id-format" }));

/** What was done about personal data in wrong hands; each step stands in the ledger. */
export const incidentOperations = operations({
  "GET /api/staff/incidents": {
    summary: "Incidents, newest first; at most 100.",
    who: managers,
    answers: { 200: z.strictObject({ incidents: z.array(Incident) }) },
    problems: [],
  },
  "PUT /api/staff/incidents/{incidentId}": {
    summary: "Open an incident: when it was noticed, and what happened. The caller mints the id; what was written first stays.",
    who: managers,
    params: onIncident,
    body: z.strictObject({ noticedAt: Instant, what: someLines(1000) }),
    answers: { 200: Incident, 201: Incident },
    problems: ["in-future"],
  },
  "GET /api/staff/incidents/{incidentId}": {
    summary: "An incident with what was done about it.",
    who: managers,
    params: onIncident,
    answers: { 200: Incident },
    problems: [],
  },
  "PUT /api/staff/incidents/{incidentId}/selections/{selectionId}": {
    summary:
      "Pick entries of the log that belong to it: of an account, a sign-in, an address or a device, within 31 days. The caller mints the id.",
    who: managers,
    params: z.strictObject({ incidentId: IncidentId, selectionId: SelectionId }),
    body: z.strictObject({ choice: Choice, from: Instant, to: Instant }).check(
      z.refine(({ from, to }) => from < to, { path: ["to"], error: "end-before-start" }),
      z.refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= 31 * 86_400_000, { path: ["to"], error: "too-many-days" }),
    ),
    answers: { 200: Incident },
    problems: ["incident-closed"],
  },
  "PUT /api/staff/incidents/{incidentId}/selections/{selectionId}/removal": {
    summary: "Take out entries that were picked by mistake, with a reason. What was noted first stays; whoever was told stays told.",
    who: managers,
    params: z.strictObject({ incidentId: IncidentId, selectionId: SelectionId }),
    body: z.strictObject({ reason: oneLine(200) }),
    answers: { 200: Incident },
    problems: ["incident-closed"],
  },
  "GET /api/staff/incidents/{incidentId}/people": {
    summary: "Whose data was seen in what was picked, and how to reach them. `also`: lists whose people nobody can name any more.",
    who: managers,
    params: onIncident,
    answers: {
      200: z.strictObject({
        entries: z.int(),
        people: z.array(Affected),
        also: z.array(z.strictObject({ kind: LogKind, entries: z.int() })),
      }),
    },
    problems: [],
  },
  "POST /api/staff/incidents/{incidentId}/told": {
    summary: "Note who was told, and how.",
    who: managers,
    params: onIncident,
    body: z.strictObject({
      keys: z.array(key).check(z.minLength(1, { error: "required" }), z.maxLength(400)),
      how: z.enum(waysToTell),
    }),
    answers: { 200: Incident },
    problems: ["incident-closed"],
  },
  "PUT /api/staff/incidents/{incidentId}/report": {
    summary:
      "Note that it was reported to the authority, with the number of the report, or why it is not. What was noted first stays; what was not reported can be reported later.",
    who: managers,
    params: onIncident,
    body: z.strictObject({ was: z.boolean(), note: oneLine(200) }),
    answers: { 200: Incident },
    problems: ["incident-closed"],
  },
  "PUT /api/staff/incidents/{incidentId}/closing": {
    summary: "Close it, with what was learnt. What was noted first stays.",
    who: managers,
    params: onIncident,
    body: z.strictObject({ note: oneLine(200) }),
    answers: { 200: Incident },
    problems: [],
  },
});
