import * as z from "zod/mini";
import { LogKind } from "../domain/access-log.ts";
import { AccountId, EmployerId, PairingId, PersonId, VisitId } from "../domain/ids.ts";
import { type RetentionCategory, retention } from "../domain/retention.ts";
import { daysBetween, Instant, LocalDate } from "../domain/seoul-time.ts";
import { StaffRole } from "../domain/states.ts";
import { MailAddress, oneLine } from "../domain/text.ts";
import { managers, operations } from "./operation.ts";

/** A month of Seoul's calendar, `YYYY-MM`. */
export const Month = z.string().check(z.regex(/^2\d{3}-(0[1-9]|1[0-2])$/, { error: "format" }));

const Who = z.discriminatedUnion("who", [
  z.strictObject({ who: z.literal("staff"), accountId: AccountId, name: z.nullable(z.string()), role: z.nullable(StaffRole) }),
  /** `name`: the contact's, where it is theirs, else the address that they sign in with. */
  z.strictObject({
    who: z.literal("member"),
    accountId: AccountId,
    name: z.nullable(z.string()),
    employerNameKo: z.nullable(z.string()),
  }),
  z.strictObject({ who: z.literal("device"), pairingId: PairingId, employerNameKo: z.nullable(z.string()) }),
  /** Somebody at a terminal with rights on the tables. */
  z.strictObject({ who: z.literal("operator") }),
  /** An address that opens nobody's data. */
  z.strictObject({ who: z.literal("stranger"), addressHash: z.string() }),
]);

/** An entry of the log, in words that the manager knows people and visits by. */
export const AccessLogRow = z.strictObject({
  entryId: z.string(),
  at: Instant,
  /** Until when the same look, however often, counts as this one. */
  until: z.nullable(Instant),
  kind: LogKind,
  who: Who,
  ip: z.nullable(z.string()),
  session: z.nullable(z.string()),
  deviceId: z.nullable(z.string()),
  visit: z.nullable(z.strictObject({ visitId: VisitId, date: LocalDate, placeNameKo: z.string() })),
  employer: z.nullable(z.strictObject({ employerId: EmployerId, nameKo: z.string() })),
  /** The one person it is about; a masked name. */
  person: z.nullable(z.strictObject({ personId: PersonId, maskedName: z.string() })),
  /** Whose rights were changed. */
  account: z.nullable(z.strictObject({ accountId: AccountId, name: z.nullable(z.string()) })),
  before: z.nullable(z.array(z.string())),
  after: z.nullable(z.array(z.string())),
  people: z.nullable(z.int()),
  /** Ids of firms that were found, talks or inquiries that named them. */
  records: z.nullable(z.array(z.string())),
  refusal: z.nullable(z.string()),
  /** Said by whoever took an export or signed off a month. */
  reason: z.nullable(z.string()),
});
export type AccessLogRow = z.infer<typeof AccessLogRow>;

/** What to list: one of these; without any, the day of today. */
const accessLogFilters = ["day", "accountId", "personId", "kind"] as const;

/** Whether a month was looked through. */
const MonthReview = z.strictObject({
  month: Month,
  isOver: z.boolean(),
  review: z.nullable(z.strictObject({ at: Instant, byName: z.nullable(z.string()), note: z.string() })),
});
export type MonthReview = z.infer<typeof MonthReview>;

/** A month at a glance: what to look at more closely. */
export const MonthSummary = z.strictObject({
  ...MonthReview.shape,
  entries: z.int(),
  kinds: z.array(z.strictObject({ kind: LogKind, entries: z.int() })),
  /** Who looked most, first: how often, at how many people in all, and how often between 22:00 and 06:00. */
  lookers: z.array(z.strictObject({ who: Who, entries: z.int(), people: z.int(), atNight: z.int() })),
});
export type MonthSummary = z.infer<typeof MonthSummary>;

/** Days that one export may hold. */
const longestExportDays = 31;

/**
 * Somebody who saw data of the reader, or did something with it: as what they work, not who they are. `people`: how many were on the list; null where it was the
 * reader alone.
 */
export const MyAccessRow = z.strictObject({
  entryId: z.string(),
  /** When; of a list that was open already when the reader registered (`isBetween`), since when they were on it. */
  at: Instant,
  /** Whether it was somewhen between `at` and `until`. */
  isBetween: z.boolean(),
  until: z.nullable(Instant),
  kind: LogKind,
  by: z.discriminatedUnion("as", [
    z.strictObject({ as: z.literal("staff"), role: z.nullable(StaffRole) }),
    z.strictObject({ as: z.literal("employer"), nameKo: z.string(), nameEn: z.nullable(z.string()) }),
  ]),
  visit: z.nullable(z.strictObject({ visitId: VisitId, date: LocalDate, placeNameKo: z.string(), placeNameEn: z.string() })),
  people: z.nullable(z.int()),
});
export type MyAccessRow = z.infer<typeof MyAccessRow>;

/** What was destroyed because its time was over: of which category and kind, how many, by which run of the task. It names nobody. */
export const DestroyedRow = z.strictObject({
  id: z.string(),
  at: Instant,
  /** Which run of the task destroyed it; null where somebody wished it. */
  run: z.nullable(z.string()),
  category: z.enum(Object.keys(retention) as RetentionCategory[]),
  what: z.string(),
  count: z.int(),
  visit: z.nullable(z.strictObject({ visitId: VisitId, date: LocalDate, placeNameKo: z.string() })),
});
export type DestroyedRow = z.infer<typeof DestroyedRow>;

/** The place in the list after which a page begins. */
export const AccessPlace = z.optional(z.string().check(z.maxLength(80), z.regex(/^2[\w.:-]+#[\w-]+$/, { error: "format" })));

const onMonth = z.strictObject({ month: Month });

/** Who looked at whose data, for the manager (promise 9). */
export const accessLogOperations = operations({
  "GET /api/staff/access-log": {
    summary:
      "The log, newest first, 50 at a time: of a day, of one of the staff, about a person, or of one kind; today without a choice. `before` is `next` of the page before.",
    who: managers,
    query: z
      .strictObject({
        day: z.optional(LocalDate),
        accountId: z.optional(AccountId),
        personId: z.optional(PersonId),
        kind: z.optional(LogKind),
        before: AccessPlace,
      })
      .check(
        z.refine((query) => accessLogFilters.filter((name) => query[name] !== undefined).length <= 1, {
          path: ["kind"],
          error: "not-a-choice",
        }),
      ),
    answers: { 200: z.strictObject({ today: LocalDate, rows: z.array(AccessLogRow), next: z.nullable(z.string()) }) },
    problems: [],
  },
  "GET /api/me/access-log": {
    summary: "Who saw my data, as what and what for, newest first, 20 at a time. `before` is `next` of the page before.",
    who: "signed-in",
    query: z.strictObject({ before: AccessPlace }),
    answers: { 200: z.strictObject({ rows: z.array(MyAccessRow), next: z.nullable(z.string()) }) },
    problems: [],
  },
  "POST /api/staff/access-log/person": {
    summary: "Whom a mail address belongs to, to list what is about them.",
    who: managers,
    body: z.strictObject({ mail: MailAddress }),
    answers: { 200: z.strictObject({ personId: PersonId, maskedName: z.string() }) },
    problems: ["not-found"],
  },
  "GET /api/staff/access-log/months": {
    summary: "Months that the log reaches back to, newest first, and which of them were looked through.",
    who: managers,
    answers: { 200: z.strictObject({ months: z.array(MonthReview) }) },
    problems: [],
  },
  "GET /api/staff/access-log/months/{month}": {
    summary: "A month at a glance.",
    who: managers,
    params: onMonth,
    answers: { 200: MonthSummary },
    problems: [],
  },
  "PUT /api/staff/access-log/months/{month}/review": {
    summary: "Sign off a month that is over, with a note. What was noted first stays.",
    who: managers,
    params: onMonth,
    body: z.strictObject({ note: oneLine(200) }),
    answers: { 200: MonthReview },
    problems: ["review-too-early"],
  },
  "GET /api/staff/access-log/destroyed": {
    summary:
      "What was destroyed because its time was over or somebody wished it, newest first, 50 at a time. `before` is `next` of the page before.",
    who: managers,
    query: z.strictObject({ before: AccessPlace }),
    answers: { 200: z.strictObject({ rows: z.array(DestroyedRow), next: z.nullable(z.string()) }) },
    problems: [],
  },
  "POST /api/staff/access-log/exports": {
    summary:
      "The log of some days as a file for spreadsheets, with a reason; at most 31 days. That it was taken, and why, is logged before.",
    who: managers,
    body: z.strictObject({ from: LocalDate, to: LocalDate, reason: oneLine(200) }).check(
      z.refine(({ from, to }) => from <= to, { path: ["to"], error: "end-before-start" }),
      z.refine(({ from, to }) => daysBetween(from, to) < longestExportDays, { path: ["to"], error: "too-many-days" }),
    ),
    answers: {
      200: {
        contentType: "text/csv; charset=utf-8",
        description: "Comma-separated values with a header row, UTF-8 with a byte order mark",
      },
    },
    problems: ["export-too-large"],
  },
});
