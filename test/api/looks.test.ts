import { afterAll, beforeAll, expect, test } from "vitest";
import { type Api, api, type OperationKey } from "../../shared/contract/api.ts";
import { looks } from "../../shared/contract/looks.ts";
import type { Operation } from "../../shared/contract/operation.ts";
import { aPlantedDay, type Looker, type Planted } from "../support/planted.ts";
import { readPdf } from "../support/read-pdf.ts";
import { aWorld, type World } from "../support/world.ts";

const keys = Object.keys(api) as OperationKey[];

const lookersOf = ({ who }: Operation): Looker[] => {
  if (who === "employer-member") return ["member"];
  if (who === "paired-device") return ["device"];
  if (typeof who === "string" || "scope" in who) return [];
  return (["desk", "manager"] as const).filter((role) => who.staff.some((one) => one === role));
};

/** Signing out and leaving the table would end what is tried here; ending a pairing, too. */
const left: OperationKey[] = ["DELETE /api/table/pairing"];
const asked = keys.filter((key) => lookersOf(api[key]).length > 0 && !left.includes(key));

/** Those that do nothing but change something: they are noted, and their answer shows nobody. */
const isSilent = (key: OperationKey): boolean => Object.values(api[key].answers as Operation["answers"]).every((answer) => answer === null);

let world: World;
let planted: Planted;
beforeAll(async () => {
  world = await aWorld("2026-12-02T23:00:00.000Z");
  planted = await aPlantedDay(world);
});
afterAll(() => world.close());

/** What there is to be read of an answer. */
const textOf = async (value: unknown): Promise<string> =>
  value instanceof Uint8Array ? (await readPdf(value)).text : JSON.stringify(value);

/** Answers that showed somebody, and whether they were written down. */
const walk = async () => {
  const shown: { key: OperationKey; by: Looker; isNoted: boolean }[] = [];
  const refused: string[] = [];
  // What only reads first: what changes something may take away what there is to see.
  const inOrder = asked.toSorted((a, b) => Number(b.startsWith("GET")) - Number(a.startsWith("GET")));
  for (const key of inOrder) {
    for (const by of lookersOf(api[key])) {
      const { sent, as } = await planted.aimed(key);
      const before = (await world.table.allEntries()).length;
      const answer = await world.call(key, sent, as ?? planted.lookers[by]);
      if (!answer.ok) refused.push(`${key} ${by}: ${answer.problem.code}`);
      else if (planted.holds(await textOf(answer.value))) {
        shown.push({ key, by, isNoted: (await world.table.allEntries()).length > before });
      }
    }
  }
  return { shown, refused };
};

test("whatever shows staff, an employer or its device somebody else's data is written down before it is answered", async () => {
  const { shown, refused } = await walk();
  expect(shown.filter(({ isNoted }) => !isNoted)).toEqual([]);

  // And the walk saw what there is to see: an operation that is declared to show somebody, and never did here, would not have been tried.
  const seen = new Set(shown.map(({ key }) => key));
  const unseen = asked.filter((key) => looks[key as keyof Api] !== "nobody" && !isSilent(key) && !seen.has(key));
  expect(unseen, refused.join("\n")).toEqual([
    // They tell what somebody agreed to, needs or was looked at for, and name nobody: `helped-data.test.ts`.
    "GET /api/staff/visits/{visitId}/people/{registrationId}/consents",
    "POST /api/staff/visits/{visitId}/people/{registrationId}/consents/{employerId}/withdrawal",
    "POST /api/staff/visits/{visitId}/people/{registrationId}/support/{answer}/withdrawal",
    "GET /api/staff/visits/{visitId}/people/{registrationId}/support",
    "PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/needs-share",
    "POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/needs-share/withdrawal",
    "GET /api/staff/visits/{visitId}/people/{registrationId}/access-log",
    // It tells who else works for the firm, which is nobody in this one: `organisations.test.ts`.
    "GET /api/employers/{employerId}/members",
    // Nobody here found a firm yet: `leads.records.test.ts`.
    "GET /api/office/leads",
    "GET /api/office/leads/{leadId}",
    "PUT /api/office/leads/{leadId}",
    "PUT /api/office/leads/{leadId}/contacts/{contactId}",
    "POST /api/office/leads/{leadId}/closing",
    "PUT /api/office/leads/{leadId}/agreement",
    "PUT /api/office/leads/{leadId}/invitations/{invitationId}",
    "GET /api/office/lead-steps",
    "GET /api/office/lead-team",
    // The contact that the member typed is their own colleague: `talks.test.ts`.
    "GET /api/office/employers/{employerId}/talks",
    // Nobody here brought anything to a CEO talk yet: `talks.test.ts`.
    "GET /api/office/concerns",
    "GET /api/office/talks/{talkId}",
    "PUT /api/office/talks/{talkId}",
    "PUT /api/office/talks/{talkId}/correction",
    "PUT /api/office/talks/{talkId}/concerns/{concernId}/owner",
    "PUT /api/office/talks/{talkId}/concerns/{concernId}/answer",
    // Nobody asked anything yet: `inquiries.test.ts`.
    "GET /api/office/inquiries",
    // Nobody here has anything to do for anybody yet: `consultations.test.ts`.
    "GET /api/staff/follow-ups",
    // They tell what somebody looks for, and name nobody; and nobody here is referred to a firm: `referrals.test.ts`.
    "POST /api/staff/visits/{visitId}/people/{registrationId}/enrolment/acceptance",
    "POST /api/staff/visits/{visitId}/people/{registrationId}/enrolment/renewal",
    "GET /api/employers/{employerId}/visits/{visitId}/referrals",
    // What is over can be certified, and here nothing is: `certificates.test.ts`.
    "PUT /api/papers/visits/{visitId}/people/{registrationId}/certificates/{subjectId}",
    "GET /api/papers/visits/{visitId}/people/{registrationId}/certificates/{subjectId}/file",
    "POST /api/papers/visits/{visitId}/people/{registrationId}/certificates/{subjectId}/reissue",
    // Nobody here is referred: `referral-papers.test.ts`.
    "GET /api/papers/employers/{employerId}/visits/{visitId}/referred-list",
    "GET /api/papers/employers/{employerId}/visits/{visitId}/result-notice",
    // Sealed to each ticket, and to the PIN of the desk lead: a phone shows them without asking anybody.
    "POST /api/staff/visits/{visitId}/packs",
    // They tell of the result alone.
    "PUT /api/table/people/{registrationId}/bookings/{bookingId}/outcome",
    "PUT /api/employers/{employerId}/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/outcome",
    // It tells who looked: staff and firms.
    "GET /api/staff/access-log/months/{month}",
    // They tell what is needed, and name nobody: `support.test.ts`.
    "GET /api/staff/visits/{visitId}/people/{registrationId}/needs",
    "GET /api/employers/{employerId}/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/needs",
  ]);
});
