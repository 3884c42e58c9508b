import * as z from "zod/mini";
import { AccountId, LeadSourceId } from "./ids.ts";
import { Occupation, PayType } from "./posting.ts";
import { addDays, LocalDate } from "./seoul-time.ts";
import { BusinessNumber, MailAddress, oneLine, PersonName, PhoneNumber, someLines } from "./text.ts";
import { DistrictCode } from "./zones.ts";

/**
 * Leads (발굴 후보): firms that the outreach team found and that are no employers yet. Each has an owner; it leaves the list by becoming an employer or by being
 * closed with a reason.
 */

const won = z.int().check(z.minimum(1), z.maximum(1_000_000_000));

/** The job as its advertisement has it: enough to begin a talk with. */
export const AdvertisedJob = z
  .strictObject({
    titleKo: z.optional(oneLine(60)),
    occupation: z.optional(Occupation),
    headcount: z.optional(z.int().check(z.minimum(1), z.maximum(999))),
    /** Won per hour, day, month or year, before tax. */
    pay: z.optional(z.strictObject({ type: PayType, min: won, max: won })),
    workTimeKo: z.optional(oneLine(120)),
  })
  .check(z.refine(({ pay }) => pay === undefined || pay.min <= pay.max, { path: ["pay", "max"], error: "max-below-min" }));
export type AdvertisedJob = z.infer<typeof AdvertisedJob>;

/** What is known of a firm; its name is enough. */
export const LeadDraft = z.strictObject({
  nameKo: oneLine(60),
  businessNumber: z.optional(BusinessNumber),
  districtCode: z.optional(DistrictCode),
  address: z.optional(oneLine(120)),
  /** Whom to ask for there. */
  contact: z.optional(
    z.strictObject({
      name: z.optional(PersonName),
      title: z.optional(oneLine(40)),
      phone: z.optional(PhoneNumber),
      mail: z.optional(MailAddress),
    }),
  ),
  job: z.optional(AdvertisedJob),
  note: z.optional(someLines(800)),
  sourceId: z.optional(LeadSourceId),
});
export type LeadDraft = z.infer<typeof LeadDraft>;

/** How somebody got in touch with a firm. Only a visit counts as one. */
export const LeadContactKind = z.enum(["call", "visit", "message"]);
export type LeadContactKind = z.infer<typeof LeadContactKind>;

export const LeadOutcome = z.enum(["no_answer", "call_back", "visit_set", "interested", "not_now", "declined"]);
export type LeadOutcome = z.infer<typeof LeadOutcome>;

/** A visit is made by up to three (`glossary.json` → discovery_team: 3인 1조). */
const mostInTeam = 3;

export const LeadStep = z.strictObject({
  /** What is to be done, for whoever does it. */
  what: oneLine(200),
  /** By when, a day in Seoul. */
  dueOn: LocalDate,
});
export type LeadStep = z.infer<typeof LeadStep>;

/** A call, a visit or a message, and what is to be done next. */
export const LeadContactDraft = z.strictObject({
  kind: LeadContactKind,
  /** The day of it, in Seoul. */
  heldOn: LocalDate,
  outcome: LeadOutcome,
  note: someLines(1000),
  /** Who was there, of the centre. */
  team: z.array(AccountId).check(
    z.minLength(1, { error: "required" }),
    z.maxLength(mostInTeam),
    z.refine((team) => new Set(team).size === team.length, { error: "twice" }),
  ),
  next: z.nullable(LeadStep),
});
export type LeadContactDraft = z.infer<typeof LeadContactDraft>;

/** Why nothing came of a lead. `refused`: the centre will not take its postings (직업안정법 제8조). */
export const LeadCloseReason = z.enum(["declined", "no_need", "unreachable", "gone", "refused", "other"]);
export type LeadCloseReason = z.infer<typeof LeadCloseReason>;

/** Where firms are found (`employers.json` → discoveryChannel). */
export const LeadSourceKind = z.enum(["work24", "portal", "district", "street", "asked", "other"]);
export type LeadSourceKind = z.infer<typeof LeadSourceKind>;

/** Something that is looked through every so many days: a page, a street, a list. */
export const LeadSourceDraft = z.strictObject({
  nameKo: oneLine(60),
  kind: LeadSourceKind,
  /** A link, or a place in words. */
  where: z.optional(oneLine(300)),
  lookerId: AccountId,
  everyDays: z.int().check(z.minimum(1), z.maximum(90)),
  /** Nobody looks there any more; it stays for the leads that came of it. */
  ended: z.boolean(),
});
export type LeadSourceDraft = z.infer<typeof LeadSourceDraft>;

/** When a source is to be looked through again: at once if nobody ever did; null when nobody looks any more. */
export const sourceDueOn = (
  { everyDays, ended }: Pick<LeadSourceDraft, "everyDays" | "ended">,
  lookedOn: LocalDate | undefined,
  today: LocalDate,
): LocalDate | null => (ended ? null : lookedOn ? addDays(lookedOn, everyDays) : today);

/** Only an address of the web is made a link of. */
export const linkIn = (where: string | undefined): string | undefined => {
  const url = where !== undefined && /^https?:\/\//i.test(where) ? URL.parse(where) : null;
  return url?.protocol === "https:" || url?.protocol === "http:" ? url.href : undefined;
};
