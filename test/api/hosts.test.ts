import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { refusalOf } from "../support/booking.ts";
import { aDraft, anId, anOpenVisit, aPattern, aVerifiedEmployer, type OpenVisit } from "../support/builders.ts";
import { aWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

const desks = Array.from({ length: 8 }, (_, i) => ({ deskId: `d${i + 1}`, label: `면접 ${i + 1}번 창구` }));

/** A visit with eight desks; the first is taken from 10:00 to 12:00. */
const aVisit = (plan: Record<string, unknown> = {}) => anOpenVisit(world, { plan: { desks, ...plan } });

type Wish = { interviewer?: string; pattern?: Record<string, unknown> };

/** A request that waits for the manager; answers a way to decide on it. */
const aRequest = async (visit: OpenVisit, { interviewer = "윤다래", pattern = {} }: Wish = {}) => {
  const { employerId, postingId, visitId, employer, manager } = visit;
  const params = { employerId, slotRequestId: anId("srq") };
  await world.get(
    "PUT /api/employers/{employerId}/slot-requests/{slotRequestId}",
    { params, body: { visitId, postingId, mode: "open", interviewers: [interviewer], pattern: aPattern(pattern) } },
    employer,
  );
  const view = async () => {
    const { requests } = await world.get("GET /api/employers/{employerId}/slot-requests", { params: { employerId } }, employer);
    const found = requests.find(({ request }) => request.slotRequestId === params.slotRequestId);
    if (!found) throw new Error("The request is gone.");
    return found;
  };
  const approve = (deskId: string) =>
    world.call(
      "POST /api/staff/employers/{employerId}/slot-requests/{slotRequestId}/decision",
      { params, body: { decision: "approve", deskIds: [deskId] } },
      manager,
    );
  return { approve, view };
};

/** Another verified employer at the visit, without any times yet. */
const aGuest = async (visit: OpenVisit): Promise<OpenVisit> => {
  const employer = await world.signIn(`${anId("hr").toLowerCase()}@garam.example.com`);
  return { ...visit, employer, ...(await aVerifiedEmployer(world, visit.manager, employer)) };
};

describe("when two employers are given one desk for one time", () => {
  test("in the same moment, one gets it, and of the other nothing is written", async () => {
    const visit = await aVisit();
    const guest = await aGuest(visit);
    for (const { deskId } of desks.slice(1)) {
      const requests = [
        await aRequest(visit, { interviewer: `이담 ${deskId}` }),
        await aRequest(guest, { interviewer: `한가람 ${deskId}`, pattern: { from: "11:50", to: "12:50" } }),
      ];
      const answers = await Promise.all(requests.map(({ approve }) => approve(deskId)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const lost = answers.findIndex(({ ok }) => !ok);
      expect(answers[lost]).toMatchObject({ problem: { code: "desk-busy", title: "그 시간에 이미 쓰이는 창구입니다" } });
      expect(await requests[lost]?.view()).toMatchObject({ request: { state: "requested", deskIds: [], version: 1 }, slots: [] });
      expect((await requests[1 - lost]?.view())?.slots.length).toBeGreaterThan(0);
    }
  });

  test("one after the other, the second is refused and the table is as it was", async () => {
    const visit = await aVisit();
    const request = await aRequest(await aGuest(visit), { interviewer: "한가람", pattern: { from: "11:55", to: "12:15", minutes: 5 } });
    const before = await world.table.allItems();
    expect(refusalOf(await request.approve("d1"))).toBe("desk-busy");
    expect(await world.table.allItems()).toEqual(before);
    expect(await request.approve("d2")).toMatchObject({ status: 200 });
  });

  test("for times that follow each other, both get it", async () => {
    const visit = await aVisit();
    const guest = await aGuest(visit);
    const requests = [
      await aRequest(visit, { pattern: { from: "12:00", to: "13:00" } }),
      await aRequest(guest, { pattern: { from: "13:00", to: "14:00" } }),
    ];
    const answers = await Promise.all(requests.map(({ approve }) => approve("d1")));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  test("one uses the other's breaks", async () => {
    const visit = await aVisit();
    const guest = await aGuest(visit);
    const withBreak = await aRequest(visit, { pattern: { from: "12:00", to: "15:00", breaks: [{ from: "13:00", to: "14:00" }] } });
    const inBreak = await aRequest(guest, { pattern: { from: "13:00", to: "14:00" } });
    expect([(await withBreak.approve("d1")).status, (await inBreak.approve("d1")).status]).toEqual([200, 200]);
  });
});

describe("when one interviewer is asked to sit at two desks", () => {
  test.for([["윤다래"], ["윤 다래"], [" 윤다래 "]])(
    "at the same time as %s, one request is approved and the other refused",
    async ([interviewer = ""]) => {
      const visit = await aVisit();
      const pattern = { from: "14:00", to: "15:00" };
      const requests = [await aRequest(visit, { pattern }), await aRequest(visit, { pattern, interviewer })];
      const answers = await Promise.all(requests.map(({ approve }, i) => approve(`d${i + 2}`)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const lost = answers.findIndex(({ ok }) => !ok);
      expect(answers.filter(({ ok }) => !ok).map(refusalOf)).toEqual(["interviewer-busy"]);
      expect(await requests[lost]?.view()).toMatchObject({ request: { state: "requested" }, slots: [] });
    },
  );

  test("of two visits on one day, the second is refused", async () => {
    const visit = await aVisit();
    const elsewhere = { ...visit, visitId: (await aVisit()).visitId };
    expect(refusalOf(await (await aRequest(elsewhere, { pattern: { from: "11:40", to: "12:40" } })).approve("d2"))).toBe(
      "interviewer-busy",
    );
    expect(await (await aRequest(elsewhere, { pattern: { from: "12:00", to: "13:00" } })).approve("d2")).toMatchObject({ status: 200 });
  });

  test("somebody of the same name at another employer is somebody else", async () => {
    const visit = await aVisit();
    const request = await aRequest(await aGuest(visit), { interviewer: "윤다래" });
    expect(await request.approve("d2")).toMatchObject({ status: 200 });
  });
});

describe("when one request is approved twice", () => {
  test("in the same moment, its times are published once", async () => {
    const visit = await aVisit();
    const request = await aRequest(visit, { pattern: { from: "14:00", to: "15:00" } });
    const asked = ["d2", "d3", "d2"] as const;
    const answers = await Promise.all(asked.map((deskId) => request.approve(deskId)));
    const { request: decided, slots } = await request.view();
    expect(slots).toHaveLength(3);
    // Who named the desk that it is at has what they asked for; who named another came too late.
    expect(answers.map((answer) => (answer.ok ? "ok" : refusalOf(answer)))).toEqual(
      asked.map((deskId) => (decided.deskIds[0] === deskId ? "ok" : "already-decided")),
    );
  });

  test("again, because its answer was lost, it is answered as it was; at another desk it is refused", async () => {
    const request = await aRequest(await aVisit(), { pattern: { from: "14:00", to: "15:00" } });
    const first = await request.approve("d2");
    expect(await request.approve("d2")).toMatchObject({ status: 200, value: first.ok && first.value });
    expect(refusalOf(await request.approve("d3"))).toBe("already-decided");
    expect((await request.view()).slots).toHaveLength(3);
  });
});

describe("when an employer uses the id of another employer's posting", () => {
  test("it cannot take its place at the visit", async () => {
    const visit = await aVisit();
    const guest = await aGuest(visit);
    const { employerId, employer } = guest;
    await world.get(
      "PUT /api/employers/{employerId}/postings/{postingId}",
      { params: { employerId, postingId: visit.postingId }, body: aDraft({ titleKo: "남의 자리" }) },
      employer,
    );
    const request = await aRequest({ ...guest, postingId: visit.postingId }, { interviewer: "한가람" });
    expect(refusalOf(await request.approve("d2"))).toBe("id-taken");
    const shown = await world.get("GET /api/public/visits/{visitId}", { params: { visitId: visit.visitId } });
    expect(shown.employers.find((shownEmployer) => shownEmployer.employerId === visit.employerId)?.postings).toMatchObject([
      { draft: { titleKo: "펌프 부품 조립원" } },
    ]);
  });
});

describe("when an employer asks for a very long day", () => {
  test("it is published or refused in words, and never fails", async () => {
    const visit = await aVisit({ startTime: "05:00", endTime: "23:00" });
    const long = await aRequest(visit, { interviewer: "이담", pattern: { from: "05:00", to: "17:00", minutes: 120 } });
    expect(await long.approve("d2")).toMatchObject({ status: 200 });
    const { employerId, visitId, postingId, employer } = visit;
    const tooLong = await world.call(
      "PUT /api/employers/{employerId}/slot-requests/{slotRequestId}",
      {
        params: { employerId, slotRequestId: anId("srq") },
        body: { visitId, postingId, mode: "open", interviewers: ["이담"], pattern: aPattern({ from: "05:00", to: "22:00", minutes: 120 }) },
      },
      employer,
    );
    expect(refusalOf(tooLong)).toBe("too-many-slots");
  });
});
