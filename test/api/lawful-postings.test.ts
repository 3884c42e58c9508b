import { afterAll, beforeAll, expect, test } from "vitest";
import { refusalOf } from "../support/booking.ts";
import { aDraft, anId, anOpenVisit, aPattern, type OpenVisit } from "../support/builders.ts";
import { aWorld, type World } from "../support/world.ts";

/** Won an hour: lawful in 2025, below the minimum wage of 2026. */
const payOf2025 = { type: "H", min: 10_100, max: 10_100 };

let world: World;
let visit: OpenVisit;
beforeAll(async () => {
  world = await aWorld("2025-12-22T01:00:00.000Z");
  visit = await anOpenVisit(world, { plan: { date: "2026-01-15" } });
});
afterAll(() => world.close());

const write = (postingId: string, draft: object, locale: "ko" | "en" = "ko") =>
  world.call(
    "PUT /api/employers/{employerId}/postings/{postingId}",
    { params: { employerId: visit.employerId, postingId }, body: aDraft(draft) },
    { ...visit.employer, locale },
  );

const ask = (postingId: string, slotRequestId: string) =>
  world.call(
    "PUT /api/employers/{employerId}/slot-requests/{slotRequestId}",
    {
      params: { employerId: visit.employerId, slotRequestId },
      body: {
        visitId: visit.visitId,
        postingId,
        mode: "open",
        interviewers: [anId("한")],
        pattern: aPattern({ from: "15:00", to: "16:00" }),
      },
    },
    visit.employer,
  );

test("a posting that limits by age and sex is refused by field, with the law in both languages, and nothing is kept", async () => {
  const postingId = anId("pst");
  const draft = { titleKo: "여직원 모집", tasksKo: "40세 이하만 지원" };
  const before = await world.table.allItems();
  const [korean, english] = [await write(postingId, draft), await write(postingId, draft, "en")];
  expect(korean).toMatchObject({
    problem: {
      code: "invalid-fields",
      errors: [
        { pointer: "/titleKo", code: "no-sex", detail: expect.stringContaining("남녀고용평등법 제7조") },
        { pointer: "/tasksKo", code: "no-age", detail: expect.stringContaining("고령자고용법 제4조의4") },
      ],
    },
  });
  expect(english).toMatchObject({
    problem: { errors: [{ detail: expect.stringMatching(/Art\. 7/) }, { detail: expect.stringMatching(/Art\. 4-4/) }] },
  });
  expect(await world.table.allItems()).toEqual(before);
});

test("pay below the minimum wage of the year is refused with the least that is lawful", async () => {
  const low = await write(anId("pst"), { pay: { type: "M", min: 2_000_000, max: 3_000_000 } });
  expect(low).toMatchObject({
    problem: { errors: [{ pointer: "/pay/min", code: "below-minimum-wage", detail: expect.stringContaining("2,096,270원") }] },
  });
});

test("a posting of last year that has become too low is shown at no visit of this year", async () => {
  const [postingId, slotRequestId] = [anId("pst"), anId("srq")];
  expect((await write(postingId, { pay: payOf2025 })).status).toBe(201);
  expect(refusalOf(await ask(postingId, anId("srq")))).toBe("posting-unlawful");

  // Asked for with lawful pay, which is lowered before the manager approves.
  await write(postingId, {});
  expect((await ask(postingId, slotRequestId)).status).toBe(201);
  await write(postingId, { pay: payOf2025 });
  const approve = () =>
    world.call(
      "POST /api/staff/employers/{employerId}/slot-requests/{slotRequestId}/decision",
      { params: { employerId: visit.employerId, slotRequestId }, body: { decision: "approve", deskIds: ["d1"] } },
      visit.manager,
    );
  expect(refusalOf(await approve())).toBe("posting-unlawful");
  await write(postingId, {});
  expect((await approve()).status).toBe(200);
});
