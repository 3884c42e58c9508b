import { expect } from "vitest";
import { listSlots } from "../../functions/slots/slot-reads.ts";
import { findVisit } from "../../functions/visits/visit-reads.ts";
import type { PlanPreview } from "../../shared/contract/plans.ts";
import { timesOfDesk } from "../../shared/domain/desk-times.ts";
import { type SlotRequestId, slotIdOf, type VisitId } from "../../shared/domain/ids.ts";
import type { BookingChoice } from "../../shared/domain/plan.ts";
import { addDays } from "../../shared/domain/seoul-time.ts";
import { anId, aPattern, aPlace, aRegistration } from "./builders.ts";
import { slotsOf } from "./plans.ts";
import { agendasAt, answered, pick, type Step, send, step, type Told, type Trouble, type Walk } from "./walk.ts";

/**
 * What people will be told, by a preview of the plan that nothing has changed since. What was written before has been handled then: free times at visits near
 * by are foreseen from what the stream has made of them, and a seat more or less is another default.
 */
const foreseen = (walk: Walk, { plan, people }: PlanPreview): Told[] =>
  people.flatMap(({ bookings }) =>
    bookings.map(({ bookingId, choice }) => {
      const told = walk.told.get(bookingId);
      if (!told) throw new Error(`${bookingId} was never acknowledged.`);
      expect(told).toMatchObject({ visitId: plan.visitId, state: "confirmed" });
      const next = { ...told, sequence: told.sequence + 1 };
      if (choice.do === "cancel") return { ...next, state: "cancelled_by_centre" as const };
      return choice.do === "rebook" ? { ...next, visitId: choice.visitId, slotId: choice.slotId } : next;
    }),
  );

/** The plan runs to its end, by the stream and by the timer, and did what was foreseen: `forgotten` compares. */
const carryThrough = async (walk: Walk, visitId: string, planId: string, expected: readonly Told[]): Promise<void> => {
  const { world, manager, told } = walk;
  await world.settle();
  await world.fire("run-plans");
  const { plan } = await world.get("GET /api/staff/visits/{visitId}/plans/{planId}", { params: { visitId, planId } }, manager);
  expect(plan.state).toBe("done");
  for (const one of expected) told.set(one.bookingId, one);
  // Of the times that are gone one is kept in mind, to be asked for in vain.
  const slots = await listSlots(world.table.db, visitId as VisitId);
  const gone = new Set<string>(slots.filter(({ state }) => state === "withdrawn").map(({ facts }) => facts.slotId));
  const visit = walk.here;
  const last = visit.slots.findLast((slotId) => gone.has(slotId));
  visit.slots = visit.slots.filter((slotId) => slotId === last || !gone.has(slotId));
  visit.screened = visit.screened.filter((slotId) => !gone.has(slotId));
};

const deskChanges = [
  { kind: "shift-desk", deskId: "d1", minutes: 10 },
  { kind: "shift-desk", deskId: "d2", minutes: 20 },
  { kind: "release-desk", deskId: "d2" },
  { kind: "reassign-desk", deskId: "d1", toDeskId: "d4" },
  { kind: "reassign-desk", deskId: "d4", toDeskId: "d1" },
] as const;

/** A desk is shifted, released or reassigned while all goes on; whom it touches is told by the plan, and by nothing else. */
export const changeDesk = (which: number, trouble: Trouble): Step =>
  step(`a plan: ${JSON.stringify(pick(deskChanges, which))} (${trouble})`, async (walk) => {
    const { world, manager } = walk;
    const { visitId } = walk.here;
    const change = pick(deskChanges, which);
    await world.settle();
    const draftBody = { change, reason: "기업이 늦습니다", choices: [] };
    const seenTimes = timesOfDesk(await slotsOf(world, { visitId, manager }), change.deskId);
    const body = { ...draftBody, seenTimes };
    const draft = { params: { visitId, planId: anId("pln") }, body: draftBody };
    const preview = await world.call("PUT /api/staff/visits/{visitId}/plans/{planId}", draft, manager);
    const params = { visitId, planId: anId("pln") };
    const answer = await send(walk, trouble, "POST /api/staff/visits/{visitId}/desk-changes/{planId}", { params, body }, manager);
    expect(answered(answer)).toBe(answered(preview));
    if (answer.ok && preview.ok) await carryThrough(walk, visitId, params.planId, foreseen(walk, preview.value));
  });

/** What is chosen for some of the people's bookings, by number: to keep, cancel, or take one of the times near by. */
const choicesFor = ({ people, plan }: PlanPreview, numbers: readonly number[]) =>
  people
    .flatMap(({ bookings }) => bookings)
    .flatMap(({ bookingId, options }, n): { bookingId: string; choice: BookingChoice }[] => {
      const number = numbers[n];
      if (number === undefined) return [];
      if (number % 3 === 0) return [{ bookingId, choice: { do: "cancel" } }];
      const option = options.length > 0 && pick(options, number);
      if (number % 3 === 1 && option)
        return [{ bookingId, choice: { do: "rebook", visitId: option.visitId, slotId: option.slotId as never } }];
      return plan.change.kind === "move-visit" ? [{ bookingId, choice: { do: "keep" } }] : [];
    });

/** A plan of the whole visit, with a choice for some bookings: previewed, changed, run. Undefined when it was refused. */
const changeVisit = async (
  walk: Walk,
  change: Record<string, unknown>,
  numbers: readonly number[],
  trouble: Trouble,
): Promise<"done" | undefined> => {
  const { visitId } = walk.here;
  const { world, manager } = walk;
  const params = { visitId, planId: anId("pln") };
  const body = { change, reason: "태풍 예보", choices: [] };
  await world.settle();
  const first = await world.call("PUT /api/staff/visits/{visitId}/plans/{planId}", { params, body }, manager);
  if (!first.ok) return undefined;
  const chosen = { params, body: { ...body, choices: choicesFor(first.value, numbers) } };
  const preview = await send(walk, trouble, "PUT /api/staff/visits/{visitId}/plans/{planId}", chosen, manager);
  if (!preview.ok) throw new Error(`The choices were refused: ${JSON.stringify(preview.problem)}`);
  const { version } = preview.value.plan;
  const key = "POST /api/staff/visits/{visitId}/plans/{planId}/execution";
  const answer = await send(walk, trouble, key, { params, body: { version } }, manager);
  expect(answered(answer)).toBe("ok");
  await carryThrough(walk, visitId, params.planId, foreseen(walk, preview.value));
  return "done";
};

export const moveVisit = (which: number, numbers: readonly number[], trouble: Trouble): Step =>
  step(`the visit is moved ${which}, choices ${numbers} (${trouble})`, async (walk) => {
    const planned = await findVisit(walk.world.table.db, walk.here.visitId as VisitId);
    if (!planned) throw new Error("There is no visit.");
    const date = addDays(planned.visit.date, pick([1, 0, -1, 3], which));
    // What the new hours do not hold ends.
    const startTime = which % 3 === 0 ? "10:30" : "10:00";
    await changeVisit(walk, { kind: "move-visit", date, startTime, endTime: "17:00", placeId: aPlace.placeId }, numbers, trouble);
  });

/** The visit is cancelled, and all goes on at the near one; that one is never cancelled. */
export const cancelVisit = (numbers: readonly number[], trouble: Trouble): Step =>
  step(`the visit is cancelled, choices ${numbers} (${trouble})`, async (walk) => {
    const { world, here, near, people } = walk;
    if (here === near || (await changeVisit(walk, { kind: "cancel-visit" }, numbers, trouble)) === undefined) return;
    walk.here = near;
    for (const [person, agenda] of (await agendasAt(walk, near.visitId)).entries()) {
      const seeker = people[person];
      const sent = { params: { visitId: near.visitId }, body: aRegistration() };
      if (!agenda && seeker) await world.get("PUT /api/me/visits/{visitId}/registration", sent, seeker);
    }
  });

/** Times enough for a visit. */
const mostTimes = 9;

/** An employer gets further times published, also where some are waiting. */
export const publish = (which: number, hour: number, trouble: Trouble): Step =>
  step(`times of ${which % 3} are published at ${10 + (hour % 6)} (${trouble})`, async (walk) => {
    const { here, manager } = walk;
    const { employerId, postingId, employer, interviewer } = pick(walk.employers, which);
    if (here.slots.length + here.screened.length >= mostTimes) return;
    const from = 10 + (hour % 6);
    const slotRequestId = anId("srq");
    const mode = which % 3 === 2 ? "screened" : "open";
    const pattern = aPattern({ from: `${from}:00`, to: `${from}:40`, seats: 1 + (hour % 3 === 0 ? 1 : 0) });
    const asking = { visitId: here.visitId, postingId, pattern, mode, interviewers: [interviewer] };
    const params = { employerId, slotRequestId };
    const asked = await send(
      walk,
      trouble,
      "PUT /api/employers/{employerId}/slot-requests/{slotRequestId}",
      { params, body: asking },
      employer,
    );
    if (!asked.ok) return;
    const approval = { params, body: { decision: "approve", deskIds: [pick(["d1", "d2", "d3", "d4"], hour)] } };
    const key = "POST /api/staff/employers/{employerId}/slot-requests/{slotRequestId}/decision";
    const approved = await send(walk, trouble, key, approval, manager);
    if (!approved.ok) return;
    const slots = ["00", "01"].map((n) => slotIdOf(slotRequestId as SlotRequestId, n));
    (mode === "screened" ? here.screened : here.slots).push(...slots);
  });
