import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { refusalOf } from "../support/booking.ts";
import { aDraft, anId, anOpenVisit, aPattern, aProfile, type OpenVisit } from "../support/builders.ts";
import { aBusinessNumber, aFinder, aFoundFirm, aLead, aLeadContact, aLeadSource } from "../support/leads.ts";
import { newsTo } from "../support/mails.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

let world: World;
let finder: Browser & { accountId: string };
let visit: OpenVisit;
beforeAll(async () => {
  world = await aWorld(begins);
  visit = await anOpenVisit(world);
});
afterAll(() => world.close());
const begins = "2026-11-23T01:00:00.000Z";
beforeEach(async () => {
  world.deps.clock.set(begins);
  finder = await aFinder(world);
});

const leadOf = (leadId: string) => world.get("GET /api/office/leads/{leadId}", { params: { leadId } }, finder);
const stepsOf = (browser: Browser, query = {}) => world.get("GET /api/office/lead-steps", { query }, browser);
const put = (leadId: string, body: unknown) => world.call("PUT /api/office/leads/{leadId}", { params: { leadId }, body }, finder);
const note = (leadId: string, over: Record<string, unknown> = {}, contactId = anId("lco")) =>
  world.call(
    "PUT /api/office/leads/{leadId}/contacts/{contactId}",
    { params: { leadId, contactId }, body: aLeadContact(finder.accountId, over) },
    finder,
  );
const close = (leadId: string, body: unknown) =>
  world.call("POST /api/office/leads/{leadId}/closing", { params: { leadId }, body }, finder);
const agree = (leadId: string, body: unknown) =>
  world.call("PUT /api/office/leads/{leadId}/agreement", { params: { leadId }, body }, finder);

describe("a firm that was found", () => {
  test("is written once, however often it is sent; a business number belongs to one", async () => {
    const { leadId, draft } = await aFoundFirm(world, finder);
    expect((await put(leadId, { lead: draft })).ok).toBe(true);
    expect(refusalOf(await put(leadId, { lead: { ...draft, nameKo: "다른 곳" } }))).toBe("id-taken");
    expect(refusalOf(await put(anId("lea"), { lead: aLead({ businessNumber: draft.businessNumber }) }))).toBe("lead-known");
    const params = { businessNumber: String(draft.businessNumber) };
    const found = await world.get("GET /api/office/business-numbers/{businessNumber}", { params }, finder);
    expect(found).toEqual({ lead: { leadId, nameKo: draft.nameKo, stage: "found" }, employers: [], status: "unchecked" });
  });

  test("is changed on the version that was seen, and its number is free for another then", async () => {
    const { leadId, draft, version } = await aFoundFirm(world, finder);
    const lead = { ...draft, businessNumber: aBusinessNumber() };
    expect(await put(leadId, { lead, seen: version })).toMatchObject({ ok: true, value: { draft: lead } });
    expect((await put(leadId, { lead, seen: version })).ok).toBe(true);
    expect(refusalOf(await put(leadId, { lead: { ...lead, nameKo: "또 다른 곳" }, seen: version }))).toBe("lead-changed");
    expect((await put(anId("lea"), { lead: aLead({ businessNumber: draft.businessNumber }) })).ok).toBe(true);
  });

  test.for([
    ["a wrong business number", { businessNumber: "000-81-10075" }, "/lead/businessNumber business-number"],
    ["no name", { nameKo: " " }, "/lead/nameKo required"],
    ["a resident number in the note", { note: "900101-1234567" }, "/lead/note resident-number"],
    ["a resident number for the contact", { contact: { name: "900101-1234567" } }, "/lead/contact/name resident-number"],
    ["a source that nobody knows", { sourceId: anId("lso") }, "/lead/sourceId not-a-choice"],
  ] as const)("is refused with %s, and nothing is written", async ([, over, refused]) => {
    await world.table.newRecords();
    const answer = await put(anId("lea"), { lead: aLead(over) });
    expect(answer.ok ? [] : (answer.problem.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([refused]);
    expect(await world.table.newRecords()).toEqual([]);
  });
});

describe("a contact", () => {
  test("moves the firm on, and its next step stands in the owner's list until something is written again", async () => {
    const { leadId } = await aFoundFirm(world, finder);
    const next = { what: "다시 전화하기", dueOn: "2026-12-01" };
    const contactId = anId("lco");
    expect((await note(leadId, { next }, contactId)).ok).toBe(true);
    expect((await note(leadId, { next }, contactId)).ok).toBe(true);
    expect(refusalOf(await note(leadId, { next, note: "다른 말" }, contactId))).toBe("id-taken");
    expect(await leadOf(leadId)).toMatchObject({ stage: "contacted", next, contacts: [{ kind: "call", teamNames: ["권도경"] }] });
    expect((await stepsOf(finder)).steps).toMatchObject([{ leadId, ...next, contactName: "윤다래", phone: "020000001" }]);
    expect((await note(leadId, { kind: "visit", outcome: "interested" })).ok).toBe(true);
    expect(await leadOf(leadId)).toMatchObject({ stage: "visited", next: null });
    expect((await stepsOf(finder)).steps).toEqual([]);
  });

  test("comes with a team of up to three of the staff, and not before it was", async () => {
    const { leadId } = await aFoundFirm(world, finder);
    const others = await Promise.all([aFinder(world), aFinder(world), aFinder(world)]);
    const team = [finder, ...others].map(({ accountId }) => accountId);
    expect(refusalOf(await note(leadId, { team }))).toBe("invalid-fields");
    expect(refusalOf(await note(leadId, { team: [anId("acc")] }))).toBe("invalid-fields");
    expect(refusalOf(await note(leadId, { heldOn: "2026-11-24" }))).toBe("in-future");
    expect(refusalOf(await note(leadId, { next: { what: "전화", dueOn: "2026-11-22" } }))).toBe("invalid-fields");
    expect((await note(leadId, { kind: "visit", team: team.slice(0, 3) })).ok).toBe(true);
  });

  test("written by two at once is two contacts", async () => {
    const { leadId } = await aFoundFirm(world, finder);
    const noted = await Promise.all([note(leadId), note(leadId, { kind: "visit" })]);
    expect(noted.map(({ ok }) => ok)).toEqual([true, true]);
    const { contacts, stage } = await leadOf(leadId);
    expect([contacts.length, stage]).toEqual([2, "visited"]);
  });

  test("with a firm that is given to somebody else goes to their list", async () => {
    const { leadId, draft } = await aFoundFirm(world, finder);
    await note(leadId, { next: { what: "방문하기", dueOn: "2026-12-01" } });
    const other = await aFinder(world);
    const { version } = await leadOf(leadId);
    expect((await put(leadId, { lead: draft, ownerId: other.accountId, seen: version })).ok).toBe(true);
    expect([(await stepsOf(finder)).steps.length, (await stepsOf(other)).steps.length]).toEqual([0, 1]);
    expect(refusalOf(await world.call("GET /api/office/lead-steps", { query: { owner: other.accountId } }, finder))).toBe("not-allowed");
    expect((await stepsOf(visit.manager, { owner: other.accountId })).steps).toHaveLength(1);
  });
});

test("a firm is closed with a reason, leaves the list of what to do, and is open again with the next contact", async () => {
  const { leadId } = await aFoundFirm(world, finder);
  await note(leadId, { next: { what: "전화", dueOn: "2026-12-01" } });
  const { version: seen } = await leadOf(leadId);
  const body = { reason: "declined", words: "올해는 뽑지 않음", seen };
  expect((await close(leadId, body)).ok).toBe(true);
  expect((await close(leadId, body)).ok).toBe(true);
  expect(refusalOf(await close(leadId, { ...body, words: "다른 말" }))).toBe("lead-changed");
  expect([(await leadOf(leadId)).stage, (await stepsOf(finder)).steps]).toEqual(["closed", []]);
  await note(leadId);
  expect(await leadOf(leadId)).toMatchObject({ stage: "contacted", closed: null });
});

test("the list of a stage is paged, the newest entry first, each firm once", async () => {
  const stage = "closed";
  const made: string[] = [];
  for (let n = 0; n < 55; n += 1) {
    const { leadId } = await aFoundFirm(world, finder, { businessNumber: undefined });
    await close(leadId, { reason: "other", words: "쪽 나누기", seen: 1 });
    world.deps.clock.set(new Date(Date.parse(world.deps.clock.now()) + 1000).toISOString());
    made.unshift(leadId);
  }
  const pages: string[][] = [];
  let next: string | null | undefined;
  do {
    const page = await world.get("GET /api/office/leads", { query: { stage, ...(next && { before: next }) } }, finder);
    pages.push(page.leads.map(({ leadId }) => leadId));
    next = page.next;
  } while (next);
  // Other tests may have closed firms at a later time of theirs.
  expect(pages.flat().filter((leadId) => made.includes(leadId))).toEqual(made);
  expect(new Set(pages.flat()).size).toBe(pages.flat().length);
  for (const page of pages.slice(0, -1)) expect(page).toHaveLength(50);
  expect(pages.length).toBeGreaterThan(1);
});

describe("the list of firms", () => {
  const ids = async (query: Record<string, string>) =>
    (await world.get("GET /api/office/leads", { query }, finder)).leads.map(({ leadId }) => leadId);

  test("of somebody and of a source is whole, paged, at every stage, and follows when a firm is given or found elsewhere", async () => {
    const source = async () => {
      const sourceId = anId("lso");
      await world.get("PUT /api/office/lead-sources/{sourceId}", { params: { sourceId }, body: aLeadSource(finder.accountId) }, finder);
      return sourceId;
    };
    const [sourceId, elsewhere] = [await source(), await source()];
    const tick = () => world.deps.clock.set(new Date(Date.parse(world.deps.clock.now()) + 1000).toISOString());
    const made: string[] = [];
    for (let n = 0; n < 52; n += 1) {
      made.unshift((await aFoundFirm(world, finder, { businessNumber: undefined, sourceId })).leadId);
      tick();
    }
    const [last = "", ...rest] = made;
    await close(last, { reason: "other", words: "아님", seen: 1 });
    for (const query of [{ source: sourceId }, { owner: finder.accountId }]) {
      const first = await world.get("GET /api/office/leads", { query }, finder);
      expect(first.leads).toHaveLength(50);
      expect(first.leads[0]).toMatchObject({ leadId: last, stage: "closed" });
      const second = await ids({ ...query, before: first.next ?? "" });
      expect([...first.leads.map(({ leadId }) => leadId), ...second]).toEqual(made);
    }
    const [given = ""] = rest;
    tick();
    const other = await aFinder(world);
    const { draft, version } = await leadOf(given);
    const moved = { lead: { ...draft, sourceId: elsewhere }, ownerId: other.accountId, seen: version };
    expect((await put(given, moved)).ok).toBe(true);
    expect([await ids({ owner: other.accountId }), await ids({ source: elsewhere })]).toEqual([[given], [given]]);
    expect([...(await ids({ owner: finder.accountId })), ...(await ids({ source: sourceId }))]).not.toContain(given);
  });

  test("takes one filter, not two", async () => {
    const query = { stage: "found", owner: finder.accountId } as const;
    expect(refusalOf(await world.call("GET /api/office/leads", { query }, finder))).toBe("invalid-fields");
  });
});

describe("an invitation that nobody answered", () => {
  const again = (leadId: string, invitationId = anId("inv")) =>
    world.call("PUT /api/office/leads/{leadId}/invitations/{invitationId}", { params: { leadId, invitationId } }, finder);
  const accept = (employerId: string, invitationId: string, by: Browser) =>
    world.call("POST /api/employers/{employerId}/invitations/{invitationId}/acceptance", { params: { employerId, invitationId } }, by);
  const anAgreed = async () => {
    const { leadId, version } = await aFoundFirm(world, finder);
    const mail = `${anId("hr").toLowerCase()}@solbeodeul.example.com`;
    const profile = aProfile({ businessNumber: aBusinessNumber(), contact: { name: "윤다래", phone: "02-000-0001", mail } });
    const [employerId, invitationId] = [anId("emp"), anId("inv")];
    const body = { employer: { how: "new", employerId, invitationId, profile }, seen: version };
    expect((await agree(leadId, body)).ok).toBe(true);
    await world.settle();
    return { leadId, mail, employerId, invitationId };
  };

  test("is made anew by one mail however often that is sent; the link of before works no more, the new one does", async () => {
    const { leadId, mail, employerId, invitationId } = await anAgreed();
    expect((await leadOf(leadId)).invitation).toMatchObject({ mail, usableUntil: expect.any(String) });
    world.deps.clock.set(new Date(Date.parse(world.deps.clock.now()) + 8 * 86_400_000).toISOString());
    finder = await aFinder(world);
    expect((await leadOf(leadId)).invitation).toMatchObject({ mail, usableUntil: null });
    const next = anId("inv");
    for (const _ of ["once", "again"])
      expect(await again(leadId, next)).toMatchObject({ ok: true, value: { invitation: { mail, usableUntil: expect.any(String) } } });
    await world.settle();
    const mails = newsTo(world, mail);
    expect(mails).toHaveLength(2);
    expect(mails[1]?.text).toContain(`/console/invitations/${employerId}/${next}`);
    const contact = await world.signIn(mail);
    expect(refusalOf(await accept(employerId, invitationId, contact))).toBe("not-found");
    expect((await accept(employerId, next, contact)).ok).toBe(true);
    expect((await leadOf(leadId)).invitation).toBeNull();
    expect(refusalOf(await again(leadId))).toBe("invitation-answered");
  });

  test("and is accepted in the moment in which it is made anew is one or the other", async () => {
    const { leadId, mail, employerId, invitationId } = await anAgreed();
    const contact = await world.signIn(mail);
    const next = anId("inv");
    const [accepted, invited] = await Promise.all([accept(employerId, invitationId, contact), again(leadId, next)]);
    expect([accepted.ok, invited.ok].filter(Boolean)).toHaveLength(1);
  });

  test("is made anew ten times a day at most, and only of a firm that agreed", async () => {
    const { leadId } = await anAgreed();
    const answers: string[] = [];
    for (let n = 0; n < 10; n += 1) {
      const answer = await again(leadId);
      answers.push(answer.ok ? "ok" : refusalOf(answer));
    }
    expect(answers).toEqual([...new Array(9).fill("ok"), "too-many-requests"]);
    const { leadId: found } = await aFoundFirm(world, finder);
    expect(refusalOf(await again(found))).toBe("lead-not-agreed");
  });
});

describe("an agreement", () => {
  const anAgreement = (seen: number, over: Record<string, unknown> = {}) => {
    const [employerId, postingId, slotRequestId] = [anId("emp"), anId("pst"), anId("srq")];
    const times = {
      visitId: visit.visitId,
      postingId,
      pattern: aPattern({ from: "14:00", to: "15:00" }),
      mode: "open",
      interviewers: ["윤다래"],
    };
    return {
      employer: { how: "new", employerId, invitationId: anId("inv"), profile: aProfile({ businessNumber: aBusinessNumber() }) },
      posting: { postingId, draft: aDraft() },
      times: { slotRequestId, draft: times },
      seen,
      ...over,
    };
  };

  test("on a firm that has changed meanwhile is refused, and makes nothing", async () => {
    const { leadId, version } = await aFoundFirm(world, finder);
    await world.get(
      "PUT /api/office/leads/{leadId}/contacts/{contactId}",
      { params: { leadId, contactId: anId("lco") }, body: aLeadContact(finder.accountId) },
      finder,
    );
    const agreement = anAgreement(version);
    expect(refusalOf(await agree(leadId, agreement))).toBe("lead-changed");
    const made = (await world.table.allItems()).filter(({ employerId }) => employerId === agreement.employer.employerId);
    expect(made).toEqual([]);
  });
  const pending = () => world.get("GET /api/staff/approvals", {}, visit.manager);

  test("makes an employer with a posting and times asked for, invites its contact, and answers the same when it is sent again", async () => {
    const { leadId, version } = await aFoundFirm(world, finder);
    const mail = `${anId("hr").toLowerCase()}@solbeodeul.example.com`;
    const profile = aProfile({ businessNumber: aBusinessNumber(), contact: { name: "윤다래", phone: "02-000-0001", mail } });
    const agreement = anAgreement(version);
    const body = { ...agreement, employer: { ...agreement.employer, profile } };
    const { employerId, invitationId } = agreement.employer;
    expect(await agree(leadId, body)).toMatchObject({ ok: true, value: { stage: "agreed", employerId } });
    expect(await agree(leadId, body)).toMatchObject({ ok: true, value: { stage: "agreed", employerId } });
    expect(refusalOf(await agree(leadId, anAgreement(version)))).toBe("lead-agreed");
    expect(refusalOf(await close(leadId, { reason: "other", words: "아님", seen: version + 1 }))).toBe("lead-agreed");
    await world.settle();

    // Nothing is published before the manager has verified the employer, and then as for any other.
    const { slotRequestId } = agreement.times;
    const decision = { params: { employerId, slotRequestId }, body: { decision: "approve", deskIds: ["d2"] } };
    const approve = () =>
      world.call("POST /api/staff/employers/{employerId}/slot-requests/{slotRequestId}/decision", decision, visit.manager);
    expect((await pending()).employers.map((employer) => employer.employerId)).toContain(employerId);
    expect(refusalOf(await approve())).toBe("employer-not-verified");
    await world.get(
      "POST /api/staff/employers/{employerId}/decision",
      { params: { employerId }, body: { decision: "approve" } },
      visit.manager,
    );
    expect((await approve()).ok).toBe(true);

    // Whoever was invited comes with that address and acts for the employer.
    const contact = await world.signIn(mail);
    const params = { employerId, invitationId };
    expect((await world.call("POST /api/employers/{employerId}/invitations/{invitationId}/acceptance", { params }, contact)).ok).toBe(true);
    await world.takeSecondStep(contact);
    const { postings } = await world.get("GET /api/employers/{employerId}/postings", { params: { employerId } }, contact);
    expect(postings.map(({ draft }) => draft.titleKo)).toEqual(["펌프 부품 조립원"]);
    expect(newsTo(world, mail).filter(({ subject }) => subject.includes("초대"))).toHaveLength(1);
  });

  test.for([
    [
      "pay below the least",
      { posting: { postingId: anId("pst"), draft: aDraft({ pay: { type: "H", min: 5000, max: 5000 } }) }, times: undefined },
      "invalid-fields",
    ],
    ["times of no posting", { posting: undefined }, "invalid-fields"],
    [
      "a visit that is not known",
      (body: ReturnType<typeof anAgreement>) => ({ times: { ...body.times, draft: { ...body.times.draft, visitId: anId("vis") } } }),
      "invalid-fields",
    ],
    [
      "times outside the visit",
      (body: ReturnType<typeof anAgreement>) => ({
        times: { ...body.times, draft: { ...body.times.draft, pattern: aPattern({ from: "07:00", to: "08:00" }) } },
      }),
      "outside-visit",
    ],
    ["an employer that is not there", { employer: { how: "known", employerId: anId("emp") } }, "invalid-fields"],
    ["an employer of another number", () => ({ employer: { how: "known", employerId: visit.employerId } }), "invalid-fields"],
  ] as const)("with %s is refused, and nothing is half-written", async ([, over, refusal]) => {
    const { leadId, version } = await aFoundFirm(world, finder);
    const body = anAgreement(version);
    await world.table.newRecords();
    expect(refusalOf(await agree(leadId, { ...body, ...(typeof over === "function" ? over(body) : over) }))).toBe(refusal);
    expect(await world.table.newRecords()).toEqual([]);
  });

  test("with an employer that has the same business number is a link, with a posting for it", async () => {
    const businessNumber = aBusinessNumber();
    const employerId = anId("emp");
    const member = await world.signIn(`${anId("hr").toLowerCase()}@garam.example.com`);
    await world.get("PUT /api/employers/{employerId}", { params: { employerId }, body: aProfile({ businessNumber }) }, member);
    const { leadId, version } = await aFoundFirm(world, finder, { businessNumber });
    const found = await world.get("GET /api/office/business-numbers/{businessNumber}", { params: { businessNumber } }, finder);
    expect(found.employers).toEqual([{ employerId, nameKo: "㈜솔버들정밀", state: "registered" }]);
    const agreement = anAgreement(version, { employer: { how: "known", employerId }, times: undefined });
    expect(await agree(leadId, agreement)).toMatchObject({ ok: true, value: { employerId } });
    await world.takeSecondStep(member);
    const { postings } = await world.get("GET /api/employers/{employerId}/postings", { params: { employerId } }, member);
    expect(postings).toHaveLength(1);
  });

  test("of which two are sent at once, one holds", async () => {
    const { leadId, version } = await aFoundFirm(world, finder);
    const both = await Promise.all([agree(leadId, anAgreement(version)), agree(leadId, anAgreement(version))]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.flatMap((one) => (one.ok ? [] : [one.problem.code]))[0]).toMatch(/lead-(changed|agreed)/);
  });
});

describe("sources", () => {
  const sources = async () => (await world.get("GET /api/office/lead-sources", {}, finder)).sources;
  test("are due at once, and again so many days after they were looked through", async () => {
    const sourceId = anId("lso");
    const params = { sourceId };
    await world.get("PUT /api/office/lead-sources/{sourceId}", { params, body: aLeadSource(finder.accountId) }, finder);
    const mine = async () => (await sources()).find((one) => one.sourceId === sourceId);
    const today = (await world.get("GET /api/office/lead-sources", {}, finder)).today;
    expect(await mine()).toMatchObject({ lookedOn: null, dueOn: today, lookerName: "권도경" });
    await world.get("POST /api/office/lead-sources/{sourceId}/look", { params }, finder);
    expect(await mine()).toMatchObject({ lookedOn: today, dueOn: "2026-11-30" });
    await world.get("PUT /api/office/lead-sources/{sourceId}", { params, body: aLeadSource(finder.accountId, { ended: true }) }, finder);
    expect(await mine()).toMatchObject({ lookedOn: today, dueOn: null });
  });
  test("are refused for a looker who finds no firms; one that is not there is not looked through", async () => {
    const sent = { params: { sourceId: anId("lso") }, body: aLeadSource(anId("acc")) };
    expect(refusalOf(await world.call("PUT /api/office/lead-sources/{sourceId}", sent, finder))).toBe("invalid-fields");
    expect(refusalOf(await world.call("POST /api/office/lead-sources/{sourceId}/look", { params: sent.params }, finder))).toBe("not-found");
  });
});
