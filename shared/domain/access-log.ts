import * as z from "zod/mini";
import type { EmployerId, IncidentId, RegistrationId, VisitId } from "./ids.ts";
import type { RetentionCategory } from "./retention.ts";
import { addMinutes, epochMsOf, type Instant, instantAt } from "./seoul-time.ts";

/**
 * Looks at personal data of others, by what was looked at; words for each, and what it is for, are in `shared/copy/access-log.ts`. Whose data a request shows is
 * declared in `shared/contract/looks.ts`.
 */
export const LookKind = z.enum([
  // Lists of everybody at a visit.
  "day",
  "pack",
  // Lists of some of them.
  "unconfirmed",
  "found",
  "people-found",
  "waits",
  "plan",
  "reconciliation",
  "undelivered",
  "walk-ins",
  "same-people",
  // One person.
  "check-in",
  "ticket",
  "help",
  "person-export",
  "consultations",
  "results",
  "follow-ups",
  // Firms that were found, and whom to ask for there.
  "leads",
  "lead",
  // Firms at CEO talks, and who speaks for them.
  "talks",
  "talk",
  // What anybody asked, and where to answer.
  "inquiries",
  "enrolment",
  "referrals",
  "aptitude-tests",
  "partner-links",
  "certificates",
  "needs",
  "groups",
  // By employers.
  "applications",
  "interviews",
  "referred",
  "table-day",
  "interviewee",
  "outcome",
  // Who works for the centre or for an employer.
  "staff-members",
  "approvals",
  "employer",
  "employer-times",
  // This log.
  "access-log",
  "find-person",
  // What is locked apart.
  "locked-forms",
  "incident-people",
]);
export type LookKind = z.infer<typeof LookKind>;

/** What else the log keeps: who came and went, and who was given what. */
export const ActKind = z.enum([
  "signed-in",
  "signed-out",
  "sign-in-failed",
  "too-many-codes",
  "second-step-proved",
  "second-step-failed",
  "factor-added",
  "factor-removed",
  "recovery-codes-made",
  "factors-reset",
  "roles-changed",
  "member-added",
  "member-removed",
  "member-invited",
  "table-code-given",
  "table-paired",
  "table-pairing-ended",
  "kiosk-paired",
  "kiosks-ended",
  "keys-rotated",
  "exported",
  "month-reviewed",
  "erased",
  "lead-erased",
  "talk-erased",
  "note-struck",
  "people-merged",
  "people-separated",
  "people-told-apart",
  "people-proposed-again",
  "locked-opened",
  "mail-stop-ended",
  "address-set",
  "incident-opened",
  "incident-selected",
  "incident-unselected",
  "incident-told",
  "incident-reported",
  "incident-closed",
  // Other systems that are told, or ask.
  "webhook-added",
  "webhook-changed",
  "webhook-secret-made",
  "webhook-removed",
  "key-made",
  "key-revoked",
]);
export type ActKind = z.infer<typeof ActKind>;

export const LogKind = z.enum([...LookKind.options, ...ActKind.options]);
export type LogKind = z.infer<typeof LogKind>;

/** Whose data an answer shows. */
export type Whose = {
  visitId?: VisitId;
  /** The one person whose data it is. */
  registrationId?: RegistrationId;
  /** The employer that looks at people of a visit, or whose own people are looked at. */
  employerId?: EmployerId;
  /** How many people. */
  people: number;
  /** Who of the visit, where a list has some of its people and nobody could tell later which. */
  among?: readonly RegistrationId[];
  /** Of a list over many visits: the visit of each of them, in the same order. */
  atVisits?: readonly VisitId[];
  /** What names people who are registered nowhere: firms that were found, talks, inquiries, by their ids. */
  records?: readonly string[];
  /** Of people whom an incident affects: of which. */
  incidentId?: IncidentId;
};

/**
 * Whose rights an entry is about is kept a year longer (개인정보의 안전성 확보조치 기준 제5조 and 제8조), and so is what was done about an incident.
 */
const keptAsGrants: readonly LogKind[] = [
  ...(["roles-changed", "member-added", "member-removed", "member-invited", "factors-reset", "month-reviewed"] as const),
  ...(["incident-opened", "incident-selected", "incident-unselected", "incident-told", "incident-reported", "incident-closed"] as const),
  ...(["webhook-added", "webhook-changed", "webhook-secret-made", "webhook-removed", "key-made", "key-revoked"] as const),
];

/** As what an entry is kept (`retention.ts`). */
export const keptAs = (kind: LogKind, isStranger: boolean): RetentionCategory => {
  if (isStranger) return "failed-sign-in";
  return keptAsGrants.includes(kind) ? "grants" : "access-log";
};

const lookMinutes = 60;

/**
 * The full hour in which a look counts once: whoever has a list open, and asks for it again and again, looks once an hour.
 *
 * @returns its beginning and its end.
 */
export const hourOfLook = (now: Instant): { from: Instant; until: Instant } => {
  const span = lookMinutes * 60_000;
  const from = instantAt(Math.floor(epochMsOf(now) / span) * span);
  return { from, until: addMinutes(from, lookMinutes) };
};

/** Whether it is about a member of a firm, and not about one of the staff. */
export const isOfFirm = (kind: LogKind): boolean => kind === "member-added" || kind === "member-removed" || kind === "member-invited";
