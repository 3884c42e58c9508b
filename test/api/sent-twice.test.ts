import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OperationKey } from "../../shared/contract/api.ts";
import { anId, aSeeker } from "../support/builders.ts";
import { aSeason, type Caller, goodRequests, type Season } from "../support/season.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

let world: World;
let season: Season;
beforeAll(async () => {
  world = await aWorld();
  season = await aSeason(world);
});
afterAll(() => world.close());

/** What a client mints an id for or puts at an address of its own: sent twice it is there once. */
const puts: readonly [OperationKey, Caller, name: string, prefix: string][] = [
  ["PUT /api/staff/visits/{visitId}", "manager", "visitId", "vis"],
  ["PUT /api/employers/{employerId}", "member", "employerId", "emp"],
  ["PUT /api/employers/{employerId}/postings/{postingId}", "member", "postingId", "pst"],
  ["PUT /api/employers/{employerId}/slot-requests/{slotRequestId}", "member", "slotRequestId", "srq"],
];

const withNewId = (key: OperationKey, name: string, prefix: string) => {
  const sent = goodRequests[key](season);
  return { ...sent, params: { ...sent.params, [name]: anId(prefix) } };
};

describe("when the same thing is sent twice", () => {
  test.for(puts)("%s, one after the other: it is made, then it is there", async ([key, caller, name, prefix]) => {
    const sent = withNewId(key, name, prefix);
    const answers = [await world.call(key, sent, season.browsers[caller]), await world.call(key, sent, season.browsers[caller])];
    expect(answers.map(({ status }) => status)).toEqual([201, 200]);
  });

  test.for(puts)("%s, at the same moment: it is made once, and nobody is refused", async ([key, caller, name, prefix]) => {
    for (const _ of [1, 2, 3]) {
      const sent = withNewId(key, name, prefix);
      const answers = await Promise.all([1, 2, 3].map(() => world.call(key, sent, season.browsers[caller])));
      const statuses = answers.map(({ status }) => status).sort();
      // A change that lost against another is told to come again.
      expect(statuses.filter((status) => status === 201)).toHaveLength(1);
      for (const status of statuses) expect([200, 201, 503]).toContain(status);
    }
  });

  test("a registration, at the same moment: it is made once, with one ticket and one mail", async () => {
    const mail = `${anId("person").toLowerCase()}@example.com`;
    const seeker = await world.signIn(mail);
    const sent = goodRequests["PUT /api/me/visits/{visitId}/registration"](season);
    const body = { ...(sent.body as object), beforeBooking: false };
    const register = (): ReturnType<World["call"]> => world.call("PUT /api/me/visits/{visitId}/registration", { ...sent, body }, seeker);
    const answers = await Promise.all([1, 2, 3, 4, 5].map(register));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201]);
    await world.settle();
    expect(world.mailsTo(mail).filter(({ subject }) => subject === "사전 등록을 마쳤습니다")).toHaveLength(1);
    const { registrations } = await world.get("GET /api/me/registrations", {}, seeker);
    expect(registrations).toHaveLength(1);
  });
});

describe("when two people use one id", () => {
  const sendAs = (browser: Browser, key: OperationKey, sent: ReturnType<typeof withNewId>) => world.call(key, sent, browser);

  test("for an employer, the first has it, and to the other there is none", async () => {
    const key = "PUT /api/employers/{employerId}";
    const sent = withNewId(key, "employerId", "emp");
    const people = [await aSeeker(world, season.visit.visitId), await aSeeker(world, season.visit.visitId)];
    const answers = await Promise.all(people.map((person) => sendAs(person, key, sent)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 404]);
    const members = await Promise.all(people.map((person) => world.get("GET /api/me", {}, person)));
    expect(members.map(({ employers }) => employers.length).sort()).toEqual([0, 1]);
  });
});
