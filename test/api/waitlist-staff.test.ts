import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { agendaKey } from "../../functions/platform/keys.ts";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import type { RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { liveBookingsOf, refusalOf, takenIn } from "../support/booking.ts";
import { anId, anOpenVisit, type OpenVisit } from "../support/builders.ts";
import { justBeforeReading } from "../support/faults.ts";
import { aHolder, forPosting, forSlot, laterFor, mailedSeekers, offerOf, type Seeker, waits, waitsOf } from "../support/waitlist.ts";
import { aWorld, type World } from "../support/world.ts";

/** 10:00 in Seoul, ten days before the visit. */
const start = "2026-11-23T01:00:00.000Z";

let world: World;
let visit: OpenVisit;
let people: Seeker[];
const at = (n: number): Seeker => people[n] as Seeker;
const slot = (n: number): string => visit.slots[n] ?? "";

beforeAll(async () => {
  world = await aWorld(start);
});
beforeEach(async () => {
  world.deps.clock.set(start);
  visit = await anOpenVisit(world, { pattern: { to: "11:00" } });
  people = await mailedSeekers(world, visit, 6);
});
afterAll(() => world.close());

const full = async () => {
  const [first, second, third] = await Promise.all([0, 1, 2].map((n) => aHolder(world, visit, slot(n), at(n))));
  if (!first || !second || !third) throw new Error("The visit has three times.");
  return [first, second, third] as const;
};
const give = (waitId: string, slotId: string, bookingId = anId("bkg"), over: Record<string, unknown> = {}) =>
  world.call(
    "POST /api/staff/visits/{visitId}/waits/{waitId}/seat",
    { params: { visitId: visit.visitId, waitId }, body: { slotId, bookingId, reason: "휠체어로 오시는 분", ...over } },
    visit.manager,
  );
const log = async () => (await world.table.allItems()).filter(({ type, visitId }) => type === "visit-log" && visitId === visit.visitId);

describe("when staff give a seat to somebody who waits", () => {
  test("out of turn, it is theirs, and the log says who, whose and why", async () => {
    const [first] = await full();
    await waits(world, visit, forSlot(slot(0)), at(3));
    const waitId = await waits(world, visit, forPosting(visit), at(4));
    await first.cancel();
    // held for the list, not offered yet
    const bookingId = anId("bkg");
    const given = await give(waitId, slot(0), bookingId);
    expect(given).toMatchObject({ status: 200, value: { bookingId, slotId: slot(0), state: "confirmed" } });
    expect(await give(waitId, slot(0), bookingId)).toMatchObject({ status: 200, value: given.ok && given.value });
    expect(await log()).toMatchObject([
      { did: "gave-seat-out-of-turn", bookingId, slotId: slot(0), reason: "휠체어로 오시는 분", staffId: expect.stringMatching(/^acc_/) },
    ]);
    expect(await liveBookingsOf(world, at(4))).toMatchObject([{ bookingId, consent: { version: currentConsentVersion.to_employer } }]);
    expect(await waitsOf(world, visit, at(4))).toEqual([]);
    expect(await offerOf(world, visit, at(3))).toBeUndefined();
    expect(await takenIn(world, visit, slot(0))).toBe(1);
  });

  test("twice at the same moment, between two looks of the other, both are answered alike", async () => {
    const [first] = await full();
    const waitId = await waits(world, visit, forSlot(slot(0)), at(3));
    await first.cancel();
    const bookingId = anId("bkg");
    const { registrations } = await world.get("GET /api/me/registrations", {}, at(3));
    const agenda = agendaKey(visit.visitId as VisitId, registrations[0]?.registrationId as RegistrationId);
    let quicker: Awaited<ReturnType<typeof give>> | undefined;
    justBeforeReading(world.table, agenda, async () => {
      quicker = await give(waitId, slot(0), bookingId);
    });
    const slower = await give(waitId, slot(0), bookingId);
    expect(quicker).toMatchObject({ status: 200 });
    expect(slower).toMatchObject({ status: 200, value: quicker?.ok && quicker.value });
  });

  test("in turn, the log says that", async () => {
    const [first] = await full();
    const waitId = await waits(world, visit, forSlot(slot(0)), at(3));
    await waits(world, visit, forSlot(slot(0)), at(4));
    await first.cancel();
    expect(await give(waitId, slot(0))).toMatchObject({ status: 200 });
    expect(await log()).toMatchObject([{ did: "gave-seat" }]);
  });

  test("who is offered that seat gets it; who is offered another gives that one to the next", async () => {
    const holders = await full();
    const first = await waits(world, visit, forPosting(visit), at(3));
    const second = await waits(world, visit, forPosting(visit), at(4));
    await waits(world, visit, forPosting(visit), at(5));
    await holders[0].cancel();
    expect(await offerOf(world, visit, at(3))).toMatchObject({ slotId: slot(0) });
    expect(await give(first, slot(0))).toMatchObject({ status: 200 });
    await holders[1].cancel();
    expect(await offerOf(world, visit, at(4))).toMatchObject({ slotId: slot(1) });
    await holders[2].cancel();
    expect(await give(second, slot(2))).toMatchObject({ status: 200 });
    expect(await offerOf(world, visit, at(5))).toMatchObject({ slotId: slot(1) });
    expect(await Promise.all([0, 1, 2].map((n) => takenIn(world, visit, slot(n))))).toEqual([1, 1, 1]);
  });

  test("for an earlier time, the booking that they kept moves", async () => {
    const holders = await full();
    const { bookingId } = holders[2];
    const waitId = await waits(world, visit, forPosting(visit), at(2), { replaces: bookingId });
    await holders[0].cancel();
    const seen = { slotId: slot(2), sequence: 7 };
    expect(refusalOf(await give(waitId, slot(0), bookingId, { seen }))).toBe("booking-changed");
    expect(await give(waitId, slot(0), bookingId, { seen: { ...seen, sequence: 0 } })).toMatchObject({
      value: { slotId: slot(0), sequence: 1 },
    });
    expect(await takenIn(world, visit, slot(2))).toBe(0);
  });

  test("a full time, one that has begun, another list's, or an entry that is none, is refused", async () => {
    await full();
    const waitId = await waits(world, visit, forPosting(visit), at(3));
    expect(refusalOf(await give(waitId, slot(0)))).toBe("slot-full");
    expect(refusalOf(await give(anId("wai"), slot(0)))).toBe("not-found");
    const elsewhere = await anOpenVisit(world, { pattern: { to: "10:20" } });
    expect(refusalOf(await give(waitId, elsewhere.slots[0] ?? ""))).toBe("not-found");
    await laterFor(world, "2026-12-03T01:00:00.000Z", people);
    visit.manager = await world.staff(`${anId("manager").toLowerCase()}@center.example.com`, ["manager"]);
    expect(refusalOf(await give(waitId, slot(0)))).toBe("already-started");
    expect(await log()).toEqual([]);
  });

  test("a seeker may neither give one nor see who waits", async () => {
    await full();
    const waitId = await waits(world, visit, forPosting(visit), at(3));
    const params = { visitId: visit.visitId, waitId };
    const body = { slotId: slot(0), bookingId: anId("bkg"), reason: "저요" };
    expect(refusalOf(await world.call("POST /api/staff/visits/{visitId}/waits/{waitId}/seat", { params, body }, at(3)))).toBe(
      "not-allowed",
    );
    expect(refusalOf(await world.call("GET /api/staff/visits/{visitId}/waits", { params: { visitId: visit.visitId } }, at(3)))).toBe(
      "not-allowed",
    );
  });
});
