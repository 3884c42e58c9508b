/**
 * Every kind of item that is kept, and what it says of whom: the one list that export, erasure, purge and the test that fills a whole season are held to.
 */
import type { ItemType, LedgerType } from "../wiring.ts";
import type { RetentionCategory } from "./retention.ts";

/** Whose data: of somebody who is registered, of somebody who came without that, of who works for the centre, of who works for an employer, of who asked something without saying more than they like. */
export const peopleKinds = ["seeker", "walk-in", "staff", "employer", "asker"] as const;
export type Whose = (typeof peopleKinds)[number];

/** `words`: what somebody wrote of themselves; `remarks`: what staff wrote, about whomever. */
export type PersonalData = "name" | "birth-year" | "phone" | "mail" | "words" | "remarks";

/**
 * How an item is found from the person whose it is.
 *
 * - `account`: from the signed-in account, or the address that it was made with
 * - `person`: in the partition of the person
 * - `registration`: by visit and registration, which the person's pointers name
 * - `agenda`: by what the agenda names: lists, applications, bookings
 * - `ticket`: by the tickets that the registration names
 * - `visit`: among all of a visit that the person registered for
 * - `nobody`: it belongs to no seeker, or cannot be told whose it is
 */
export type FoundBy = "account" | "person" | "registration" | "agenda" | "ticket" | "visit" | "nobody";

/** `minutes`: gone by the table's time to live within a day; `centre`: kept while the centre, or the employer, works with it; `counts`: without identity. */
export type Kept = RetentionCategory | "minutes" | "centre" | "counts";

export type Entry = {
  /** What stands in it in the open, by whose it is. */
  holds: Partial<Record<Whose, readonly PersonalData[]>>;
  /** Whose ids stand in it, which lead to the person as long as their record is there. */
  leadsTo: readonly Whose[];
  found: FoundBy;
  kept: Kept;
  /** Fields that a person is not given with the rest: of others, or of no use to anybody but the machine. Those of every item (`machineFields`) are not named. */
  withheld?: readonly string[];
};

/** Keys and the like. */
const machineFields = ["pk", "sk", "type", "version", "gsi1pk", "gsi1sk", "expiresAt"];

/** Whether a field is given to the person whose item it is: those of the machine lie at its top, what is withheld is so at any depth. */
export const isGiven = (type: ItemType, field: string, isTop: boolean): boolean =>
  !(isTop && machineFields.includes(field)) && !(inventory[type].withheld ?? []).includes(field);

const nothing = { holds: {}, leadsTo: [], found: "nobody" } as const;

/** The ledger beside it: what is only ever added to. */
export const ledgerInventory: Record<LedgerType, Pick<Entry, "holds" | "leadsTo" | "kept">> = {
  // Whoever took an export, opened what is locked or erased somebody said why.
  "ledger-entry": { holds: { seeker: ["remarks"] }, leadsTo: ["seeker", "staff", "employer"], kept: "access-log" },
  forgotten: { holds: {}, leadsTo: ["seeker"], kept: "forgotten" },
  destroyed: { holds: {}, leadsTo: [], kept: "forgotten" },
};

/** The main table. */
export const inventory: Record<ItemType, Entry> = {
  account: {
    holds: { seeker: ["mail"], staff: ["name", "mail"], employer: ["mail"] },
    ...{ leadsTo: ["seeker", "staff", "employer"], found: "account", kept: "seeker-record" },
  },
  address: {
    holds: { seeker: ["mail"], staff: ["mail"], employer: ["mail"] },
    ...{ leadsTo: ["seeker", "staff", "employer"], found: "account", kept: "seeker-record" },
  },
  challenge: { holds: { seeker: ["mail"], staff: ["mail"], employer: ["mail"] }, leadsTo: [], found: "nobody", kept: "minutes" },
  // Kept until its mail is sent: where mail went before, or goes now.
  "address-news": { holds: { seeker: ["mail"] }, leadsTo: ["seeker"], found: "account", kept: "minutes" },
  session: { holds: {}, leadsTo: ["seeker", "staff", "employer"], found: "account", kept: "sign-in" },
  // How somebody signs in: what a browser calls itself, public keys, a sealed secret. No seeker has any.
  factor: { holds: {}, leadsTo: ["staff", "employer"], found: "nobody", kept: "centre" },
  "factor-news": { holds: {}, leadsTo: ["staff", "employer"], found: "nobody", kept: "centre" },
  "recovery-codes": { holds: {}, leadsTo: ["staff", "employer"], found: "nobody", kept: "centre" },
  "passkey-challenge": { holds: {}, leadsTo: ["staff", "employer"], found: "nobody", kept: "minutes" },
  "totp-draft": { holds: {}, leadsTo: ["staff", "employer"], found: "nobody", kept: "minutes" },
  limit: { ...nothing, kept: "minutes" },
  person: { holds: { seeker: ["name", "birth-year", "phone", "mail"] }, leadsTo: ["seeker"], found: "person", kept: "seeker-record" },
  // What staff wrote of somebody is theirs to read; who wrote it is in the list that they see.
  consultation: {
    holds: { seeker: ["remarks"] },
    leadsTo: ["seeker", "staff"],
    found: "person",
    kept: "seeker-record",
    withheld: ["byId"],
  },
  // As a phone handed it in: what it says while it could not be written, else that it came.
  "desk-note": {
    holds: { seeker: ["remarks"] },
    leadsTo: ["seeker", "staff"],
    found: "person",
    kept: "seeker-record",
    withheld: ["byId", "uploadedBy", "sealed", "digest"],
  },
  // What a partner is told it is for; the name and the number are not copied.
  "partner-link": {
    holds: { seeker: ["remarks"] },
    leadsTo: ["seeker", "staff"],
    found: "person",
    kept: "seeker-record",
    withheld: ["byId"],
  },
  "follow-up": {
    holds: { seeker: ["remarks"] },
    leadsTo: ["seeker", "staff"],
    found: "person",
    kept: "seeker-record",
    withheld: ["ownerId", "byId"],
  },
  enrolment: { holds: { seeker: ["words"] }, leadsTo: ["seeker", "staff"], found: "person", kept: "seeker-record", withheld: ["byId"] },
  // Codes, for reports alone.
  statistics: { holds: {}, leadsTo: ["seeker"], found: "person", kept: "seeker-record" },
  // What was agreed to, as the employer sees it, and why it was proposed.
  referral: {
    holds: { seeker: ["words", "remarks"] },
    leadsTo: ["seeker", "staff"],
    found: "person",
    kept: "seeker-record",
    withheld: ["byId"],
  },
  // That it took place, and why none was needed; never what it showed.
  "aptitude-test": {
    holds: { seeker: ["remarks"] },
    leadsTo: ["seeker", "staff"],
    found: "person",
    kept: "seeker-record",
    withheld: ["byId", "undoneBy"],
  },
  // What it said when it was made, which a reader of the paper has already; and why it holds no longer.
  certificate: {
    holds: { seeker: ["name", "birth-year", "remarks"] },
    leadsTo: ["seeker", "staff"],
    found: "person",
    kept: "seeker-record",
    withheld: ["byId"],
  },
  "past-certificate": {
    holds: { seeker: ["remarks"] },
    leadsTo: ["seeker", "staff"],
    found: "person",
    kept: "seeker-record",
    withheld: ["byId"],
  },
  consent: { holds: {}, leadsTo: ["seeker"], found: "person", kept: "seeker-record" },
  "found-by": { holds: {}, leadsTo: ["seeker"], found: "person", kept: "seeker-record" },
  "registration-pointer": { holds: {}, leadsTo: ["seeker"], found: "person", kept: "seeker-record" },
  registration: { holds: {}, leadsTo: ["seeker"], found: "registration", kept: "seeker-record" },
  agenda: { holds: { seeker: ["words", "remarks"] }, leadsTo: ["seeker"], found: "registration", kept: "seeker-record" },
  // Sealed, in a partition of their own.
  "support-needs": { holds: {}, leadsTo: ["seeker"], found: "person", kept: "seeker-record", withheld: ["sealed"] },
  "support-groups": { holds: {}, leadsTo: ["seeker"], found: "person", kept: "seeker-record", withheld: ["sealed"] },
  "support-share": { holds: {}, leadsTo: ["seeker"], found: "person", kept: "seeker-record", withheld: ["sealed"] },
  // Of two people at once: why, and who the other is, is not for one of them.
  "different-people": {
    holds: { seeker: ["remarks"] },
    ...{ leadsTo: ["seeker", "staff"], found: "person", kept: "seeker-record", withheld: ["otherId", "staffId", "reason"] },
  },
  // Gone within moments; found by whoever goes on with it.
  erasure: { holds: { seeker: ["name", "birth-year", "mail"] }, leadsTo: ["seeker"], found: "nobody", kept: "minutes" },
  "locked-form": { holds: { seeker: ["name", "birth-year"] }, leadsTo: [], found: "nobody", kept: "locked-form" },
  "purge-cursor": { ...nothing, kept: "counts" },
  "visit-totals": { ...nothing, kept: "counts" },
  notice: { holds: {}, leadsTo: ["seeker"], found: "registration", kept: "check-in" },
  mail: { holds: {}, leadsTo: ["seeker", "staff"], found: "registration", kept: "check-in", withheld: ["by"] },
  "mail-again": { holds: {}, leadsTo: ["seeker"], found: "registration", kept: "check-in" },
  // By a hash of the address.
  "mail-stop": { ...nothing, kept: "mail-stop" },
  ticket: { holds: {}, leadsTo: ["seeker"], found: "ticket", kept: "check-in", withheld: ["sealedToken"] },
  "ticket-code": { ...nothing, kept: "check-in" },
  "call-name": { ...nothing, kept: "counts" },
  // What was sealed on a phone stands here sealed; the key to it is destroyed two weeks after the visit.
  "check-in-event": {
    holds: { seeker: ["remarks"] },
    leadsTo: ["staff"],
    found: "ticket",
    kept: "check-in",
    withheld: ["staffId", "payload", "uploadedBy"],
  },
  "settled-conflict": { holds: { seeker: ["remarks"] }, leadsTo: ["staff"], found: "ticket", kept: "check-in", withheld: ["staffId"] },
  "walk-in": { holds: { "walk-in": ["name", "phone", "words", "remarks"] }, leadsTo: [], found: "nobody", kept: "check-in" },
  "walk-in-consultation": { holds: { "walk-in": ["remarks"] }, leadsTo: ["staff"], found: "nobody", kept: "check-in" },
  // As it came, readable or not: whose it is, the ticket in its text says.
  "quarantined-event": {
    holds: { seeker: ["remarks"] },
    leadsTo: ["staff"],
    found: "ticket",
    kept: "check-in",
    withheld: ["uploadedBy", "staffId"],
  },
  device: { holds: {}, leadsTo: ["staff"], found: "nobody", kept: "check-in" },
  "look-up-key": { holds: {}, leadsTo: ["staff"], found: "nobody", kept: "check-in" },
  "table-pairing": { holds: {}, leadsTo: ["staff"], found: "nobody", kept: "check-in" },
  kiosk: { holds: {}, leadsTo: ["staff"], found: "nobody", kept: "check-in" },
  "kiosk-codes": { holds: {}, leadsTo: [], found: "nobody", kept: "minutes" },
  "kiosk-code": { holds: {}, leadsTo: ["staff"], found: "nobody", kept: "minutes" },
  "table-code": { holds: {}, leadsTo: ["staff"], found: "nobody", kept: "minutes" },
  "waitlist-entry": { holds: {}, leadsTo: ["seeker"], found: "agenda", kept: "seeker-record" },
  application: { holds: { seeker: ["words"] }, leadsTo: ["seeker"], found: "agenda", kept: "employer-sight-decided" },
  "interview-outcome": { holds: {}, leadsTo: ["seeker"], found: "agenda", kept: "counts" },
  "said-result": { holds: {}, leadsTo: ["seeker"], found: "agenda", kept: "counts", withheld: ["byId"] },
  placement: { holds: {}, leadsTo: ["seeker", "staff"], found: "agenda", kept: "counts", withheld: ["byId"] },
  // For whom, by a registration's id: how many people, not who.
  "counted-act": { holds: {}, leadsTo: ["seeker"], found: "agenda", kept: "counts" },
  "plan-receipt": { holds: { seeker: ["remarks"] }, leadsTo: ["seeker"], found: "visit", kept: "seeker-record" },
  "visit-log": { holds: { seeker: ["remarks"] }, leadsTo: ["seeker", "staff"], found: "visit", kept: "acts", withheld: ["staffId"] },
  // Who has a seat, by a registration's id.
  slot: { holds: { staff: ["name"], employer: ["name"] }, leadsTo: ["seeker"], found: "nobody", kept: "counts" },
  plan: { holds: {}, leadsTo: ["staff"], found: "nobody", kept: "centre" },
  timetable: { ...nothing, kept: "counts" },
  waitlist: { ...nothing, kept: "counts" },
  counter: { ...nothing, kept: "counts" },
  visit: { holds: { staff: ["name"] }, leadsTo: [], found: "nobody", kept: "centre" },
  // Who works there, by account; and whom to call at the place.
  // Of the day, not of anybody; the page says so.
  "visit-remark": { holds: {}, leadsTo: ["staff"], found: "nobody", kept: "centre" },
  "visit-team": { holds: { staff: ["name", "phone"] }, leadsTo: ["staff"], found: "nobody", kept: "centre" },
  "bus-day": { ...nothing, kept: "centre" },
  "visit-key": { ...nothing, kept: "centre" },
  "key-rotation": { ...nothing, kept: "centre" },
  "visit-posting": { ...nothing, kept: "centre" },
  "host-day": { holds: { staff: ["name"], employer: ["name"] }, leadsTo: [], found: "nobody", kept: "centre" },
  place: { ...nothing, kept: "centre" },
  // Of an office.
  partner: { ...nothing, kept: "centre" },
  employer: { holds: { employer: ["name", "phone", "mail"] }, leadsTo: [], found: "nobody", kept: "centre" },
  "employer-member": { holds: {}, leadsTo: ["employer"], found: "nobody", kept: "centre" },
  invitation: { holds: { employer: ["mail"] }, leadsTo: ["employer"], found: "nobody", kept: "sign-in" },
  "employer-news": { ...nothing, kept: "centre" },
  posting: { ...nothing, kept: "centre" },
  // By its business number: which employers have it.
  "employer-number": { ...nothing, kept: "centre" },
  // Who is to be asked for at a firm that was found, and what staff wrote of the talks: no seeker's.
  lead: { holds: { employer: ["name", "phone", "mail", "remarks"] }, leadsTo: ["staff"], found: "nobody", kept: "lead" },
  "lead-contact": { holds: { employer: ["remarks"] }, leadsTo: ["staff"], found: "nobody", kept: "lead" },
  "lead-step": { holds: { employer: ["remarks"] }, leadsTo: ["staff"], found: "nobody", kept: "lead" },
  "lead-number": { ...nothing, kept: "lead" },
  "lead-listed": { holds: {}, leadsTo: ["staff"], found: "nobody", kept: "lead" },
  "lead-talk": { ...nothing, kept: "lead" },
  // What a job is, as anybody may read it: whom to ask about it is not taken in with a list.
  "lead-posting": { ...nothing, kept: "lead" },
  // By a number of another system: that a row is in.
  "posting-row": { ...nothing, kept: "counts" },
  // How far a lead came, and on which days: without a name.
  "lead-count": { ...nothing, kept: "counts" },
  "lead-source": { holds: {}, leadsTo: ["staff"], found: "nobody", kept: "centre" },
  // Of whoever asked, registered or not: by what they wrote alone, nobody can tell whose it is.
  inquiry: { holds: { asker: ["name", "phone", "mail", "words", "remarks"] }, leadsTo: ["staff"], found: "nobody", kept: "inquiry" },
  // Who speaks for a firm at a CEO talk, what it brought and what it was answered: no seeker's.
  talk: { holds: { employer: ["name", "phone", "mail"] }, leadsTo: ["employer", "staff"], found: "nobody", kept: "talk" },
  "employer-talk": { ...nothing, kept: "talk" },
  "talk-number": { ...nothing, kept: "talk" },
  concern: { holds: { employer: ["words", "remarks"] }, leadsTo: ["staff"], found: "nobody", kept: "talk" },
  // Of which kind, when, and how far: without a name.
  "concern-count": { ...nothing, kept: "counts" },
  "slot-request": { holds: { employer: ["name"] }, leadsTo: [], found: "nobody", kept: "centre" },
  // Other systems: who added them, and what they were told, which names nobody.
  webhook: { holds: {}, leadsTo: ["staff"], found: "nobody", kept: "centre" },
  "webhook-delivery": { ...nothing, kept: "counts" },
  "api-key": { holds: {}, leadsTo: ["staff"], found: "nobody", kept: "centre" },
};
