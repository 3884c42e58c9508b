import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { bookSlot, refusalOf } from "../support/booking.ts";
import { anEnrolment, anId, anOpenVisit, aProfile, aSeeker, type OpenVisit } from "../support/builders.ts";
import { aBusinessNumber, aFinder, aFoundFirm } from "../support/leads.ts";
import { registrationOf } from "../support/registrations.ts";
import { must } from "../support/whole-season.ts";
import { aWorld, type World } from "../support/world.ts";

const here = "/api/staff/visits/{visitId}/people/{registrationId}" as const;
const hireKey = "PUT /api/office/visits/{visitId}/people/{registrationId}/referrals/{referralId}/hire" as const;
const start = "2026-11-23T01:00:00.000Z";
const afterVisit = "2026-12-04T01:00:00.000Z";
const hire = { startedOn: "2026-12-14", confirmedBy: "employer" } as const;

let world: World;
let visit: OpenVisit;
let next = 0;
beforeAll(async () => {
  world = await aWorld();
  visit = await anOpenVisit(world, { pattern: { to: "17:00" } });
});
afterAll(() => world.close());
beforeEach(() => world.deps.clock.set(start));

const aCounsellor = () => world.staff(`${anId("counsellor").toLowerCase()}@center.example.com`, ["counsellor"]);

/** Somebody to whom the visit's job is proposed; referred once they agree. */
const aProposal = async (at = visit) => {
  const { visitId, postingId } = at;
  const counsellor = await aCounsellor();
  const seeker = await aSeeker(world, visitId);
  const { registrationId } = await registrationOf(world, at, seeker);
  const params = { visitId, registrationId };
  await world.get(`PUT ${here}/enrolment`, { params, body: anEnrolment() }, counsellor);
  const referralId = anId("ref");
  const body = { at: { visitId, postingId } };
  await world.get(`PUT ${here}/referrals/{referralId}`, { params: { ...params, referralId }, body }, counsellor);
  return { counsellor, seeker, params, referralId };
};
const aReferral = async (at = visit) => {
  const proposal = await aProposal(at);
  const { seeker, referralId } = proposal;
  const body = { agrees: true, consentVersion: currentConsentVersion.to_employer };
  await world.get("POST /api/me/referrals/{referralId}/answer", { params: { referralId }, body }, seeker);
  return proposal;
};

describe("a hire by a referral", () => {
  test("is confirmed once, counts at the visit from which they were referred, and asks after one, three and six months", async () => {
    const own = await anOpenVisit(world, { plan: { date: "2026-12-17" } });
    const { counsellor, params, referralId, seeker } = await aReferral(own);
    const sent = { params: { ...params, referralId }, body: hire };
    for (const _ of ["once", "again"]) expect(await world.call(hireKey, sent, counsellor)).toMatchObject({ status: 204 });
    const { referrals } = await world.get(`GET ${here}/referrals`, { params }, counsellor);
    expect(referrals[0]).toMatchObject({ hire, interview: null });
    // They hear of it from the employer.
    expect((await world.get("GET /api/me/referrals", {}, seeker)).referrals[0]?.hire).toBeNull();
    const tasks = (await world.get("GET /api/staff/follow-ups", {}, counsellor)).followUps.filter(
      ({ what }) => typeof what !== "string" && what.kind === "stay-check",
    );
    expect(tasks.map(({ dueOn }) => dueOn)).toEqual(["2027-01-14", "2027-03-14", "2027-06-14"]);
    world.deps.clock.set("2026-12-18T01:00:00.000Z");
    const manager = await world.staff(`${anId("manager").toLowerCase()}@center.example.com`, ["manager"]);
    const query = { from: "2026-12-17", to: "2026-12-17" };
    const { counts, people } = await world.get("GET /api/staff/reports", { query }, manager);
    expect([counts.hiredLater, counts.placements, people.placed]).toEqual([1, 0, 1]);
    // Erased, they are a count.
    await must(world.call("POST /api/me/erasure", {}, await world.signIn(seeker.mail)));
    await world.settle();
    await world.fire("finish-erasures");
    expect((await world.get("GET /api/staff/reports", { query }, manager)).counts.hiredLater).toBe(1);
  });

  test("counts as three months at work once they still are, in the report and in how far its firm came; of who has left no more is asked", async () => {
    world.deps.clock.set("2026-12-10T01:00:00.000Z");
    const { visitId, employer, employerId, manager, ...own } = await anOpenVisit(world, { plan: { date: "2026-12-24" } });
    const businessNumber = aBusinessNumber();
    await world.get("PUT /api/employers/{employerId}", { params: { employerId }, body: aProfile({ businessNumber }) }, employer);
    const approval = { params: { employerId }, body: { decision: "approve" } } as const;
    await world.get("POST /api/staff/employers/{employerId}/decision", approval, manager);
    const finder = await aFinder(world);
    const { leadId, version } = await aFoundFirm(world, finder, { businessNumber });
    const agreement = { employer: { how: "known", employerId }, seen: version };
    await world.get("PUT /api/office/leads/{leadId}/agreement", { params: { leadId }, body: agreement } as never, finder);
    const everything = ["manager", "counsellor", "outreach"] as const;
    const mail = `${anId("all").toLowerCase()}@center.example.com`;
    let officer = await world.staff(mail, everything);
    const at = async (instant: string) => {
      world.deps.clock.set(instant);
      officer = await world.staff(mail, everything);
    };
    const referrals = [
      await aReferral({ ...own, visitId, employer, employerId, manager }),
      await aReferral({ ...own, visitId, employer, employerId, manager }),
    ];
    for (const { params, referralId } of referrals)
      await world.get(hireKey, { params: { ...params, referralId }, body: { ...hire, startedOn: "2026-12-28" } }, officer);
    const tasks = async () => (await world.get("GET /api/staff/follow-ups", { query: {} }, officer)).followUps;
    const answerFirst = async (stays: boolean) => {
      const [{ person, followUpId, version: seen } = expect.fail("Nothing is asked.")] = await tasks();
      const params = { visitId, registrationId: person.registrationId, followUpId };
      const body = { how: "done", result: "본인 통화", next: null, seen, stays } as const;
      await world.get(
        "POST /api/staff/visits/{visitId}/people/{registrationId}/follow-ups/{followUpId}/closing",
        { params, body },
        officer,
      );
    };
    const counted = async () => {
      const { counts } = await world.get("GET /api/staff/reports", { query: { from: "2026-12-24", to: "2026-12-24" } }, officer);
      const { all } = await world.get("GET /api/office/lead-funnel", { query: { from: "2026-12-10", to: "2026-12-10" } }, officer);
      return [counts.hiredLater, counts.stayedThreeMonths, all.hired, all.stayed];
    };
    expect((await tasks()).map(({ stayMonth }) => stayMonth)).toEqual([1, 1, 3, 3, 6, 6]);
    await at("2027-02-01T01:00:00.000Z");
    await answerFirst(true);
    await answerFirst(false);
    expect(await counted()).toEqual([2, 0, 1, 0]);
    expect((await tasks()).map(({ stayMonth }) => stayMonth)).toEqual([3, 6]);
    await at("2027-03-28T01:00:00.000Z");
    await answerFirst(true);
    expect(await counted()).toEqual([2, 1, 1, 1]);
  });

  test.each([
    ["before it was agreed to", "2026-11-22"],
    ["so late that nobody could ask any more", "2027-06-01"],
  ])("that begins %s is refused", async (_, startedOn) => {
    const { counsellor, params, referralId } = await aReferral();
    const sent = { params: { ...params, referralId }, body: { ...hire, startedOn } };
    expect(refusalOf(await world.call(hireKey, sent, counsellor))).toBe("invalid-fields");
  });

  test("needs a referral that stands", async () => {
    const { counsellor, params, referralId } = await aProposal();
    const sent = { params: { ...params, referralId }, body: hire };
    expect(refusalOf(await world.call(hireKey, sent, counsellor))).toBe("referral-changed");
  });

  test.each(["hire first", "placement first", "at once"] as const)(
    "and a placement after an interview for the same job are never both: %s",
    async (order) => {
      const { params, referralId, seeker } = await aReferral();
      const bookingId = anId("bkg");
      await must(bookSlot(world, visit, visit.slots[next++] ?? "", seeker, bookingId));
      world.deps.clock.set(afterVisit);
      const counsellor = await aCounsellor();
      const onBooking = { params: { ...params, bookingId } };
      await world.get(`PUT ${here}/bookings/{bookingId}/result`, { ...onBooking, body: { result: "hired" } }, counsellor);
      const hired = () => world.call(hireKey, { params: { ...params, referralId }, body: hire }, counsellor);
      const placed = () => world.call(`PUT ${here}/bookings/{bookingId}/placement`, { ...onBooking, body: hire }, counsellor);
      const inTurn = order === "hire first" ? [hired, placed] : [placed, hired];
      const answers: Awaited<ReturnType<typeof hired | typeof placed>>[] = [];
      if (order === "at once") answers.push(...(await Promise.all([hired(), placed()])));
      else for (const act of inTurn) answers.push(await act());
      expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
      expect(answers.flatMap((answer) => (answer.ok ? [] : [refusalOf(answer)]))).toEqual(["already-placed"]);
    },
  );
});
