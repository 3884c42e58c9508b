import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { refusalOf } from "../support/booking.ts";
import { anId, anOpenVisit, aRegistration, aSeeker, type OpenVisit } from "../support/builders.ts";
import { entriesOf } from "../support/ledger.ts";
import { registrationOf } from "../support/registrations.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

let world: World;
let visits: OpenVisit[];
let counsellor: Browser;
beforeAll(async () => {
  world = await aWorld("2026-11-23T01:00:00.000Z");
  visits = [await anOpenVisit(world), await anOpenVisit(world, { plan: { date: "2026-12-10" } })];
});
afterAll(() => world.close());
beforeEach(async () => {
  counsellor = await world.staff(`${anId("counsellor").toLowerCase()}@center.example.com`, ["counsellor"]);
});

const first = () => visits[0] as OpenVisit;
const search = (text: string, by = counsellor) => world.call("POST /api/office/people-search", { body: { text } }, by);
const found = async (text: string) => {
  const answer = await search(text);
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
};

describe("somebody who comes back", () => {
  test("is found by their whole name however it is typed, or the last four digits, with their newest visits first", async () => {
    const seeker = await aSeeker(world, first().visitId, { name: "남궁 바람", birthYear: 1960, phone: "010-0000-7719" });
    const again = {
      params: { visitId: (visits[1] as OpenVisit).visitId },
      body: aRegistration({ name: "남궁 바람", birthYear: 1960, phone: "010-0000-7719" }),
    };
    await world.get("PUT /api/me/visits/{visitId}/registration", again, seeker);
    for (const text of ["남궁바람", " 남궁 바람", "7719", "010-0000-7719"])
      expect(await found(text), text).toMatchObject({
        people: [{ name: "남궁 바람", birthYear: 1960, phoneEnd: "7719", visits: [{ date: "2026-12-10" }, { date: "2026-12-03" }] }],
        more: false,
      });
    expect((await found("남궁바")).people).toEqual([]);
  });

  test("is found as they are called now, and by no number that they took back", async () => {
    const seeker = await aSeeker(world, first().visitId, { name: "옛이름", phone: "010-0000-4410" });
    const body = { name: "새이름", birthYear: 1964, locale: "ko" };
    await world.get("PUT /api/me/details", { body }, seeker);
    expect((await found("옛이름")).people).toEqual([]);
    expect((await found("새이름")).people).toHaveLength(1);
    expect((await found("4410")).people).toEqual([]);
  });

  test("is there once with two records that are one person, and not at all once they erased everything", async () => {
    const at = { name: "한사람", birthYear: 1958, phone: "010-0000-3360" };
    const both = [await aSeeker(world, first().visitId, at), await aSeeker(world, first().visitId, at)];
    expect((await found("3360")).people).toHaveLength(2);
    const ids = await Promise.all(
      both.map(async (browser) => {
        const { registrationId } = await registrationOf(world, first(), browser);
        return (await world.table.allItems()).find((item) => item.registrationId === registrationId && item.personId)?.personId as string;
      }),
    );
    const params = { visitId: first().visitId };
    const merge = { params, body: { one: ids[0] ?? "", other: ids[1] ?? "", reason: "신분증 확인" } };
    await world.get("POST /api/staff/visits/{visitId}/same-people/merges", merge, first().manager);
    expect((await found("한사람")).people).toMatchObject([{ name: "한사람", visits: [{}, {}] }]);
    await world.get("POST /api/me/erasure", {}, both[0] as Browser);
    await world.settle();
    expect((await found("한사람")).people).toEqual([]);
    expect((await world.table.allItems()).some((item) => item.type === "found-by" && ids.includes(`${item.personId}`))).toBe(false);
  });

  test("finds the look; what names nobody is refused in words", async () => {
    const seeker = await aSeeker(world, first().visitId, { name: "찾은사람" });
    const { registrationId } = await registrationOf(world, first(), seeker);
    await found("찾은사람");
    await world.settle();
    const looks = await entriesOf(world, "people-found");
    expect(looks.some(({ among, atVisits }) => among?.[0] === registrationId && atVisits?.[0] === first().visitId)).toBe(true);
    expect((await world.get("GET /api/me/access-log", { query: {} }, seeker)).rows.map(({ kind }) => kind)).toContain("people-found");
    for (const text of ["12", "123", "김", "  "]) expect(refusalOf(await search(text)), text).toBe("invalid-fields");
  });
});

test("more people than a list holds are said to be more; who tries numbers out is stopped within the hour", async () => {
  for (let n = 0; n < 21; n++) await aSeeker(world, first().visitId, { name: "흔한이름", birthYear: 1950 + n, phone: undefined });
  const { people, more } = await found("흔한이름");
  expect([people.length, more]).toEqual([20, true]);
  const tries = await Promise.all(Array.from({ length: 60 }, (_, n) => search(String(1000 + n))));
  expect(tries.filter(({ ok }) => ok)).toHaveLength(59);
  expect(tries.find(({ ok }) => !ok)?.headers.get("retry-after")).toBeTruthy();
});
