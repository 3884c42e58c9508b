import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { mergePeople } from "../../functions/same-people/merge-people.ts";
import { tellApart } from "../../functions/same-people/tell-apart.ts";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { AccountId, PersonId, VisitId } from "../../shared/domain/ids.ts";
import { refusalOf } from "../support/booking.ts";
import { Died, dyingAt } from "../support/broken-writes.ts";
import { anId, anOpenVisit, type OpenVisit } from "../support/builders.ts";
import { entriesOf } from "../support/ledger.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

const now = "2026-11-23T01:00:00.000Z";

let world: World;
let visit: OpenVisit;
let desk: Browser;
beforeAll(async () => {
  world = await aWorld(now);
  visit = await anOpenVisit(world);
  desk = await world.staff(`${anId("desk").toLowerCase()}@center.example.com`, ["desk"]);
});
beforeEach(() => world.deps.clock.set(now));
afterAll(() => world.close());

type Person = { personId: string; registrationId: string };
const registered = async (name: string, phone = "010-0000-0311"): Promise<Person> => {
  const personId = anId("psn");
  const body = { name, birthYear: 1968, locale: "ko", phone, noticeVersion: currentConsentVersion.service_core };
  const params = { visitId: visit.visitId, personId };
  return { personId, ...(await world.get("PUT /api/staff/visits/{visitId}/registrations/{personId}", { params, body }, desk)) };
};
/** So many of one name. */
const namesakes = async (count: number): Promise<Person[]> => {
  const name = anId("이름");
  return Promise.all(Array.from({ length: count }, () => registered(name)));
};
const say = (what: "merges" | "separations" | "differences" | "differences/withdrawal", one?: Person, other?: Person, by = desk) =>
  world.call(
    `POST /api/staff/visits/{visitId}/same-people/${what}`,
    {
      params: { visitId: visit.visitId },
      body: { one: one?.personId ?? "", other: other?.personId ?? "", reason: "신분증으로 확인" },
    },
    by,
  );
const pairOf = async (one?: Person, other?: Person) => {
  const { pairs } = await world.get("GET /api/staff/visits/{visitId}/same-people", { params: { visitId: visit.visitId } }, desk);
  const ids = [one?.personId, other?.personId].sort().join();
  return pairs.find((pair) => [pair.one.personId, pair.other.personId].sort().join() === ids);
};
const marksOf = async (...people: (Person | undefined)[]) =>
  (await world.table.allItems()).filter(
    (item) => item.type === "different-people" && people.some((person) => person && JSON.stringify(item).includes(person.personId)),
  );

describe("two of one name who are two people", () => {
  test("are not proposed again, with the reason beside them; taken back, they are", async () => {
    const [one, other] = await namesakes(2);
    expect(await pairOf(one, other)).toMatchObject({ said: null, why: null });
    const logged = (await entriesOf(world, "people-told-apart")).length;
    expect(await say("differences", one, other)).toMatchObject({ status: 204 });
    expect(await say("differences", other, one)).toMatchObject({ status: 204 });
    expect(await pairOf(one, other)).toMatchObject({ said: "different", why: "신분증으로 확인" });
    const entries = await entriesOf(world, "people-told-apart");
    expect(entries).toHaveLength(logged + 1);
    expect(entries.at(-1)).toMatchObject({ by: { role: "desk" }, reason: "신분증으로 확인", people: 2 });
    expect([...(entries.at(-1)?.among ?? [])].sort()).toEqual([one?.registrationId, other?.registrationId].sort());
    expect(refusalOf(await say("merges", one, other))).toBe("said-different");

    expect(await say("differences/withdrawal", other, one)).toMatchObject({ status: 204 });
    expect(await say("differences/withdrawal", one, other)).toMatchObject({ status: 204 });
    expect(await pairOf(one, other)).toMatchObject({ said: null, why: null });
    expect(
      (await entriesOf(world, "people-proposed-again")).filter(({ among = [] }) => among.includes(one?.registrationId as never)),
    ).toHaveLength(1);
    expect(await marksOf(one, other)).toEqual([]);
    expect(await say("merges", one, other)).toMatchObject({ status: 204 });
  });

  test("takes who are one already to be taken apart first; of others it can be said of nobody", async () => {
    const [one, other] = await namesakes(2);
    await say("merges", one, other);
    expect(refusalOf(await say("differences", one, other))).toBe("already-merged");
    await say("separations", one, other);
    expect(await say("differences", one, other)).toMatchObject({ status: 204 });
    expect(refusalOf(await say("differences", one, await registered(anId("딴이름"))))).toBe("not-found");
    expect(refusalOf(await say("differences", one, one))).toBe("not-found");
    const counsellor = await world.staff(`${anId("cns").toLowerCase()}@center.example.com`, ["counsellor"]);
    for (const what of ["differences", "differences/withdrawal"] as const)
      expect(refusalOf(await say(what, one, other, counsellor))).toBe("not-allowed");
  });

  test("what was said of one is said of whoever they are, too: a third cannot be both", async () => {
    const [one, also, other] = await namesakes(3);
    await say("differences", one, other);
    expect(await say("merges", one, also)).toMatchObject({ status: 204 });
    expect(await pairOf(also, other)).toMatchObject({ said: "different" });
    expect(refusalOf(await say("merges", also, other))).toBe("said-different");
    expect(refusalOf(await say("merges", other, also))).toBe("said-different");
    expect(await say("differences/withdrawal", also, other)).toMatchObject({ status: 204 });
    expect(await say("merges", also, other)).toMatchObject({ status: 204 });
    // Said of the one who is led to the other, it keeps a third from both.
    const [into, led, third] = await namesakes(3);
    await say("merges", into, led);
    await say("differences", led, third);
    expect(refusalOf(await say("merges", into, third))).toBe("said-different");
  });

  test("goes with the data of either, the other's half, too; nobody reads of the other in what is kept of them", async () => {
    for (const goes of [0, 1]) {
      const two = await namesakes(2);
      await say("differences", ...two);
      expect(await marksOf(...two)).toHaveLength(2);
      const [gone, stays] = goes === 0 ? two : [...two].reverse();
      const on = (person?: Person) => ({ visitId: visit.visitId, registrationId: person?.registrationId ?? "" });
      const body = { reason: "본인이 부탁하심" };
      const all = await world.get("POST /api/staff/visits/{visitId}/people/{registrationId}/export", { params: on(stays), body }, desk);
      expect(all.records.map(({ what }) => what)).toContain("different-people");
      expect(JSON.stringify(all.records)).not.toContain(gone?.personId);
      await world.get("POST /api/staff/visits/{visitId}/people/{registrationId}/erasure", { params: on(gone), body }, desk);
      expect(await marksOf(...two)).toEqual([]);
    }
  });
});

describe("in the same moment", () => {
  test("a merge and its contrary: one holds, and the other is refused", async () => {
    for (let round = 0; round < 6; round++) {
      const [one, other] = await namesakes(2);
      const answers = await Promise.all([say("merges", one, other), say("differences", other, one)]);
      const merged = answers[0]?.ok ?? false;
      expect(answers.map((answer) => (answer.ok ? "done" : answer.problem.code))).toEqual(
        merged ? ["done", "already-merged"] : ["said-different", "done"],
      );
      expect(await pairOf(one, other)).toMatchObject({ said: merged ? "same" : "different" });
      expect(await marksOf(one, other)).toHaveLength(merged ? 0 : 2);
    }
  });

  test("somebody is said not to be one and merged into another who is that one: not both", async () => {
    const [into, also, other] = await namesakes(3);
    await say("merges", into, also);
    const answers = await Promise.all([say("merges", into, other), say("differences", also, other)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("a process dies: both halves and the log, or nothing; the same request goes on", async () => {
    for (const when of ["before", "after"] as const) {
      const [one, other] = await namesakes(2);
      const accountId = AccountId.parse(anId("acc"));
      const two = {
        ...{ visitId: VisitId.parse(visit.visitId), reason: when },
        ...{ one: PersonId.parse(one?.personId), other: PersonId.parse(other?.personId) },
      };
      const by = { by: { accountId } };
      await expect(tellApart({ ...world.deps, db: dyingAt(world.table, 1, when).db }, two, by, accountId)).rejects.toThrow(Died);
      expect(await marksOf(one, other)).toHaveLength(when === "after" ? 2 : 0);
      expect(await tellApart(world.deps, two, by, accountId)).toMatchObject({ ok: true });
      expect(await marksOf(one, other)).toHaveLength(2);
      expect(await mergePeople(world.deps, two, by)).toMatchObject({ ok: false, reason: "said-different" });
      const entries = (await entriesOf(world, "people-told-apart")).filter(({ among = [] }) =>
        among.includes(one?.registrationId as never),
      );
      expect(entries).toHaveLength(1);
    }
  });
});
