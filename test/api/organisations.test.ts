import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { refusalOf } from "../support/booking.ts";
import { anId, anOpenVisit, type OpenVisit } from "../support/builders.ts";
import { entriesOf } from "../support/ledger.ts";
import { newsTo } from "../support/mails.ts";
import { aPlanOf, carriedOut } from "../support/plans.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

let world: World;
let visit: OpenVisit;
let owner: Browser;
beforeAll(async () => {
  world = await aWorld();
  visit = await anOpenVisit(world);
  owner = visit.employer;
});
afterAll(() => world.close());

const aMail = () => `${anId("colleague").toLowerCase()}@example.com`;
const invite = (mail: string, invitationId: string, by: Browser = owner) =>
  world.call(
    "PUT /api/employers/{employerId}/invitations/{invitationId}",
    { params: { employerId: visit.employerId, invitationId }, body: { mail } },
    by,
  );
const accept = (invitationId: string, by: Browser) =>
  world.call(
    "POST /api/employers/{employerId}/invitations/{invitationId}/acceptance",
    { params: { employerId: visit.employerId, invitationId } },
    by,
  );
const look = (by: Browser) => world.call("GET /api/employers/{employerId}", { params: { employerId: visit.employerId } }, by);
const members = (by: Browser = owner) =>
  world.get("GET /api/employers/{employerId}/members", { params: { employerId: visit.employerId } }, by);
const remove = (accountId: string, by: Browser) =>
  world.call("POST /api/employers/{employerId}/members/{accountId}/removal", { params: { employerId: visit.employerId, accountId } }, by);
const aColleague = async () => {
  const [mail, invitationId] = [aMail(), anId("inv")];
  await invite(mail, invitationId);
  const browser = await world.signIn(mail);
  await accept(invitationId, browser);
  await world.takeSecondStep(browser);
  const { accountId } = await world.get("GET /api/me", {}, browser);
  return { browser, mail, invitationId, accountId };
};

describe("when an owner invites a colleague", () => {
  test("who has the address accepts after signing in, enrols a second step, and sees the firm; once, and logged", async () => {
    const [mail, invitationId] = [aMail(), anId("inv")];
    expect(await invite(mail, invitationId)).toMatchObject({ status: 201, value: { mail } });
    expect(await invite(mail, invitationId)).toMatchObject({ status: 200 });
    await world.settle();
    const [told, ...more] = newsTo(world, mail);
    expect(more).toEqual([]);
    expect(told?.text).toContain(`/console/invitations/${visit.employerId}/${invitationId}`);
    const colleague = await world.signIn(mail);
    expect(refusalOf(await look(colleague))).toBe("not-found");
    expect(await accept(invitationId, colleague)).toMatchObject({ status: 204 });
    expect(refusalOf(await look(colleague))).toBe("second-step-needed");
    await world.takeSecondStep(colleague);
    expect(await look(colleague)).toMatchObject({ status: 200 });
    expect(await accept(invitationId, colleague)).toMatchObject({ status: 204 });
    expect((await members()).members).toContainEqual(expect.objectContaining({ mail, isOwner: false }));
    expect((await members()).invitations.map((one) => one.mail)).not.toContain(mail);
    const { accountId } = await world.get("GET /api/me", {}, colleague);
    const added = (await entriesOf(world, "member-added")).filter((entry) => entry.accountId === accountId);
    expect(added).toMatchObject([{ employerId: visit.employerId, before: [], after: [visit.employerId] }]);
    expect(await entriesOf(world, "member-invited")).toContainEqual(expect.objectContaining({ employerId: visit.employerId }));
  });

  test("another address is answered as if there were no invitation, and leaves it to its owner", async () => {
    const [mail, invitationId] = [aMail(), anId("inv")];
    await invite(mail, invitationId);
    const other = await world.signIn(aMail());
    expect(refusalOf(await accept(invitationId, other))).toBe("not-found");
    expect(refusalOf(await accept(anId("inv"), other))).toBe("not-found");
    expect(await accept(invitationId, await world.signIn(mail))).toMatchObject({ status: 204 });
  });

  test("taken by twenty requests at once it makes one member; removed, its owner cannot use it again", async () => {
    const [mail, invitationId] = [aMail(), anId("inv")];
    await invite(mail, invitationId);
    const colleague = await world.signIn(mail);
    const answers = await Promise.all(Array.from({ length: 20 }, () => accept(invitationId, colleague)));
    expect(answers.some(({ ok }) => ok)).toBe(true);
    const { accountId } = await world.get("GET /api/me", {}, colleague);
    expect((await entriesOf(world, "member-added")).filter((entry) => entry.accountId === accountId)).toHaveLength(1);
    expect(await remove(accountId, owner)).toMatchObject({ status: 204 });
    expect(refusalOf(await accept(invitationId, colleague))).toBe("invitation-unusable");
  });

  test("expired or taken back it opens nothing", async () => {
    const [mail, invitationId, taken] = [aMail(), anId("inv"), anId("inv")];
    await invite(mail, invitationId);
    await invite(mail, taken);
    const params = { employerId: visit.employerId, invitationId: taken };
    await world.get("DELETE /api/employers/{employerId}/invitations/{invitationId}", { params }, owner);
    const colleague = await world.signIn(mail);
    expect(refusalOf(await accept(taken, colleague))).toBe("not-found");
    const at = world.deps.clock.now();
    world.deps.clock.forward(7 * 24 * 60);
    expect(refusalOf(await accept(invitationId, await world.signIn(mail)))).toBe("invitation-unusable");
    world.deps.clock.set(at);
  });

  test("who has rights already takes it only with the second step", async () => {
    const mail = aMail();
    await world.staff(mail, ["outreach"]);
    const invitationId = anId("inv");
    await invite(mail, invitationId);
    const weak = await world.signInWeakly(mail);
    expect(refusalOf(await accept(invitationId, weak))).toBe("second-step-needed");
    await world.takeSecondStep(weak);
    expect(await accept(invitationId, weak)).toMatchObject({ status: 204 });
  });
});

describe("when a member is removed", () => {
  test("their next request finds nothing; logged; and only the owner removes others", async () => {
    const { browser, accountId } = await aColleague();
    const another = await aColleague();
    expect(await look(browser)).toMatchObject({ status: 200 });
    expect(refusalOf(await remove(accountId, another.browser))).toBe("not-allowed");
    expect(refusalOf(await invite(aMail(), anId("inv"), another.browser))).toBe("not-allowed");
    expect(await remove(accountId, owner)).toMatchObject({ status: 204 });
    expect(refusalOf(await look(browser))).toBe("not-found");
    expect(refusalOf(await remove(accountId, owner))).toBe("not-found");
    const removed = (await entriesOf(world, "member-removed")).filter((entry) => entry.accountId === accountId);
    expect(removed).toMatchObject([{ before: [visit.employerId], after: [] }]);
    // Whoever wants to go may; the owner stays.
    expect(await remove(another.accountId, another.browser)).toMatchObject({ status: 204 });
    const { accountId: ownerId } = await world.get("GET /api/me", {}, owner);
    expect(refusalOf(await remove(ownerId, owner))).toBe("not-allowed");
  });
});

describe("when somebody is given roles at one visit", () => {
  const give = (visitId: string, mail: string, roles: ("desk" | "manager")[]) =>
    world.call("PUT /api/staff/members/visit-roles", { body: { visitId, mail, name: "오세영", roles } }, visit.manager);
  const dayOf = (visitId: string, by: Browser) => world.call("GET /api/staff/visits/{visitId}/day", { params: { visitId } }, by);

  test("they hold there and nowhere else, from the next request on, until taken away; each change is logged", async () => {
    const other = await anOpenVisit(world);
    const mail = aMail();
    expect(await give(visit.visitId, mail, ["desk"])).toMatchObject({ status: 200, value: { roles: [], atVisits: [{ roles: ["desk"] }] } });
    const browser = await world.signIn(mail);
    expect(await dayOf(visit.visitId, browser)).toMatchObject({ status: 200 });
    expect(refusalOf(await dayOf(other.visitId, browser))).toBe("not-allowed");
    expect(refusalOf(await world.call("GET /api/staff/undelivered-mails", {}, browser))).toBe("not-allowed");
    expect(await world.call("GET /api/staff/visits", {}, browser)).toMatchObject({ status: 200 });
    await give(other.visitId, mail, ["desk"]);
    expect(await dayOf(other.visitId, browser)).toMatchObject({ status: 200 });
    await give(visit.visitId, mail, []);
    expect(refusalOf(await dayOf(visit.visitId, browser))).toBe("not-allowed");
    expect(await dayOf(other.visitId, browser)).toMatchObject({ status: 200 });
    const { accountId } = await world.get("GET /api/me", {}, browser);
    const changed = (await entriesOf(world, "roles-changed")).filter((entry) => entry.accountId === accountId);
    expect(changed.map(({ before, after }) => `${before}>${after}`).sort()).toEqual([">desk", ">desk", "desk>"]);
    expect(refusalOf(await give(anId("vis"), mail, ["desk"]))).toBe("not-found");
  });

  test("a manager of one visit gives nobody roles, and two weeks after the visit theirs are over", async () => {
    const mail = aMail();
    await give(visit.visitId, mail, ["manager"]);
    const browser = await world.signIn(mail);
    const body = { visitId: visit.visitId, mail, name: "오세영", roles: ["desk" as const] };
    expect(refusalOf(await world.call("PUT /api/staff/members/visit-roles", { body }, browser))).toBe("not-allowed");
    expect(await dayOf(visit.visitId, browser)).toMatchObject({ status: 200 });
    const at = world.deps.clock.now();
    world.deps.clock.set("2026-12-18T01:00:00.000Z");
    expect(seoulDateOf(world.deps.clock.now())).toBe("2026-12-18");
    expect(refusalOf(await dayOf(visit.visitId, await world.signIn(mail)))).toBe("not-allowed");
    world.deps.clock.set(at);
  });

  test("and the visit is moved, the end of their rights follows it, there and back", async () => {
    const moved = await anOpenVisit(world);
    const mail = aMail();
    expect(await give(moved.visitId, mail, ["desk"])).toMatchObject({ value: { atVisits: [{ until: "2026-12-16T15:00:00.000Z" }] } });
    await world.signIn(mail);
    const before = world.deps.clock.now();
    const moveTo = async (date: string) => {
      const hours = { startTime: "10:00", endTime: "17:00", placeId: "dongbuk-cheongnyangni" };
      await carriedOut(world, moved, aPlanOf({ kind: "move-visit", date, ...hours }));
    };
    const mayLookAt = async (now: string): Promise<boolean> => {
      world.deps.clock.set(now);
      const { ok } = await dayOf(moved.visitId, await world.signIn(mail));
      world.deps.clock.set(before);
      return ok;
    };
    await moveTo("2026-12-10");
    expect([await mayLookAt("2026-12-23T14:59:00.000Z"), await mayLookAt("2026-12-23T15:00:00.000Z")]).toEqual([true, false]);
    await moveTo("2026-12-04");
    expect([await mayLookAt("2026-12-17T14:59:00.000Z"), await mayLookAt("2026-12-17T15:00:00.000Z")]).toEqual([true, false]);
  });
});
