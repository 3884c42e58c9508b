import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { accept, applicationsOf, applied, decline, myApplications, withdraw } from "../support/application.ts";
import { bookSlot, liveBookingsOf, refusalOf, takenIn } from "../support/booking.ts";
import { anOpenVisit, anotherEmployer, aSeeker, type OpenVisit, seekersOf } from "../support/builders.ts";
import { roundsOf } from "../support/lagging-index.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

// many steps: on a loaded machine they take their time
vi.setConfig({ testTimeout: 600_000 });

const rounds = roundsOf(12);

let world: World;
let visit: OpenVisit;
let other: OpenVisit;
beforeAll(async () => {
  world = await aWorld();
  const pattern = { from: "10:00", to: "17:00", minutes: 5 };
  visit = await anOpenVisit(world, { pattern, mode: "screened" });
  other = await anotherEmployer(world, visit, pattern, "screened");
});
afterAll(() => world.close());

let used = -1;
const aTime = (): { slotId: string; sameOfOther: string } => {
  used += 1;
  return { slotId: visit.slots[used] ?? "", sameOfOther: other.slots[used] ?? "" };
};
const stateOf = async (of: OpenVisit, applicationId: string) =>
  (await applicationsOf(world, of)).applications.find((row) => row.applicationId === applicationId)?.state;
/** Employer and person see the same. */
const expectAgreed = async (of: OpenVisit, applicationId: string, seeker: Browser) => {
  const mine = (await myApplications(world, seeker)).find((application) => application.applicationId === applicationId);
  expect(mine?.state).toBe(await stateOf(of, applicationId));
  return mine?.state;
};

describe("when accepting meets something else in the same moment", () => {
  test("the person withdraws: one of the two happened, for both sides, and no seat without a consent", async () => {
    const seekers = await seekersOf(world, visit.visitId, rounds);
    for (const seeker of seekers) {
      const applicationId = await applied(world, visit, seeker);
      const { slotId } = aTime();
      const [accepted, withdrawn] = await Promise.all([
        accept(world, visit, applicationId, slotId),
        withdraw(world, visit, applicationId, seeker),
      ]);
      expect([accepted.ok, withdrawn.ok].filter(Boolean)).toHaveLength(1);
      if (!accepted.ok) expect(refusalOf(accepted)).toBe("application-withdrawn");
      if (!withdrawn.ok) expect(refusalOf(withdrawn)).toBe("already-decided");
      expect(await expectAgreed(visit, applicationId, seeker)).toBe(accepted.ok ? "accepted" : "withdrawn");
      expect(await liveBookingsOf(world, seeker)).toHaveLength(accepted.ok ? 1 : 0);
      expect(await takenIn(world, visit, slotId)).toBe(accepted.ok ? 1 : 0);
    }
  });

  test("another employer accepts into the same time: one seats the person, the other is told of an overlap and may choose again", async () => {
    const seekers = await seekersOf(world, visit.visitId, rounds);
    for (const seeker of seekers) {
      const ids = [await applied(world, visit, seeker), await applied(world, other, seeker)] as const;
      const { slotId, sameOfOther } = aTime();
      const answers = await Promise.all([accept(world, visit, ids[0], slotId), accept(world, other, ids[1], sameOfOther)]);
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      for (const answer of answers.filter(({ ok }) => !ok)) {
        expect(refusalOf(answer)).toBe("times-overlap");
        expect(!answer.ok && answer.problem).not.toHaveProperty("clash");
      }
      expect(await liveBookingsOf(world, seeker)).toHaveLength(1);
      expect([await expectAgreed(visit, ids[0], seeker), await expectAgreed(other, ids[1], seeker)].sort()).toEqual([
        "accepted",
        "applied",
      ]);
      expect(((await takenIn(world, visit, slotId)) ?? 0) + ((await takenIn(world, other, sameOfOther)) ?? 0)).toBe(1);
    }
  });

  test("it is declined, and accepted into another time: one decision stands", async () => {
    const seekers = await seekersOf(world, visit.visitId, rounds);
    for (const seeker of seekers) {
      const applicationId = await applied(world, visit, seeker);
      const times = [aTime().slotId, aTime().slotId];
      const answers = await Promise.all([
        ...times.map((slotId) => accept(world, visit, applicationId, slotId)),
        decline(world, visit, applicationId),
      ]);
      const winners = answers.filter(({ ok }) => ok);
      expect(winners).toHaveLength(1);
      for (const answer of answers.filter(({ ok }) => !ok)) expect(refusalOf(answer)).toBe("already-decided");
      const state = await expectAgreed(visit, applicationId, seeker);
      expect(winners[0]?.ok && winners[0].value.state).toBe(state);
      expect(await liveBookingsOf(world, seeker)).toHaveLength(state === "accepted" ? 1 : 0);
    }
  });

  test("the same twice at once: both are answered alike, and there is one interview", async () => {
    const seeker = await aSeeker(world, visit.visitId);
    const applicationId = await applied(world, visit, seeker);
    const { slotId } = aTime();
    const answers = await Promise.all(Array.from({ length: 5 }, () => accept(world, visit, applicationId, slotId)));
    const [first, ...others] = answers.map((answer) => answer.ok && answer.value);
    expect(first).toMatchObject({ state: "accepted" });
    for (const again of others) expect(again).toEqual(first);
    expect(await liveBookingsOf(world, seeker)).toHaveLength(1);
    expect(await takenIn(world, visit, slotId)).toBe(1);
  });
});

describe("when ten applicants are accepted into one seat at once", () => {
  test("one is seated, the others still wait for an answer", async () => {
    const seekers = await seekersOf(world, visit.visitId, 10);
    const ids = await Promise.all(seekers.map((seeker) => applied(world, visit, seeker)));
    const { slotId } = aTime();
    const answers = await Promise.all(ids.map((applicationId) => accept(world, visit, applicationId, slotId)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers.filter(({ ok }) => !ok)) expect(refusalOf(answer)).toBe("slot-full");
    expect(await takenIn(world, visit, slotId)).toBe(1);
    const states = await Promise.all(ids.map((applicationId, i) => expectAgreed(visit, applicationId, seekers[i] as Browser)));
    expect(states.filter((state) => state === "applied")).toHaveLength(9);
  });

  test("nobody books a screened time past the employer", async () => {
    const seeker = await aSeeker(world, visit.visitId);
    expect(refusalOf(await bookSlot(world, visit, aTime().slotId, seeker))).toBe("apply-first");
  });
});
