import { cellsOf } from "../../shared/domain/day-grid.ts";
import type { EmployerId, SlotRequestId } from "../../shared/domain/ids.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import type { SlotRequest } from "../../shared/domain/slot.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { ContentionError, transact, type Write } from "../platform/transact.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { addInterviewSeats } from "../visits/visit-writes.ts";
import { forgetSlot, listSlots, type SlotItem } from "./slot-reads.ts";
import { findSlotRequest } from "./slot-request-reads.ts";
import { freeDesk, freeHost, withdrawSlot, withdrawSlotRequest } from "./slot-writes.ts";

/**
 * The employer takes a request back. Published times go with it, all of them or none, and only while nobody has a seat in one: what touches people is
 * the centre's to change, by a plan.
 */
export const withdrawRequest = async (
  { db }: Deps,
  key: { employerId: EmployerId; slotRequestId: SlotRequestId },
): Promise<Outcome<SlotRequest>> => {
  const request = await findSlotRequest(db, key.employerId, key.slotRequestId);
  if (!request) return refuse("not-found");
  if (request.state === "withdrawn") return done(request);
  if (request.state === "refused") return refuse("already-decided");
  const writes: Record<string, Write> = { request: withdrawSlotRequest(request) };
  const planned = await findVisit(db, request.visitId);
  const slots = request.state === "approved" ? await listSlots(db, request.visitId) : [];
  const open = slots.filter((slot) => slot.facts.slotRequestId === request.slotRequestId && slot.state === "open");
  if (planned && open.length > 0) {
    const { visitId } = planned.visit;
    // By the day and desk where they are now: a plan may have moved some of them since the approval.
    for (const date of new Set(open.map((slot) => seoulDateOf(slot.facts.startsAt)))) {
      const ofDay = open.filter((slot) => seoulDateOf(slot.facts.startsAt) === date);
      const cells = (of: readonly SlotItem[]): number[] => of.flatMap((slot) => cellsOf(date, slot.facts));
      for (const deskId of new Set(ofDay.map((slot) => slot.facts.deskId)))
        writes[`desk ${deskId} ${date}`] = freeDesk(date, visitId, deskId, cells(ofDay.filter((slot) => slot.facts.deskId === deskId)));
      for (const host of new Set(ofDay.map((slot) => slot.host)))
        writes[`host ${host} ${date}`] = freeHost(date, request.employerId, host, cells(ofDay.filter((slot) => slot.host === host)));
    }
    for (const { facts } of open) writes[facts.slotId] = withdrawSlot(facts, true);
    writes.visit = addInterviewSeats(planned.visit, -open.reduce((sum, slot) => sum + slot.seats, 0));
  }
  const result = await transact(db, writes);
  for (const { facts } of open) forgetSlot(db, request.visitId, facts.slotId);
  if (result.ok) return done({ ...request, state: "withdrawn", version: request.version + 1 });
  if (result.refused.includes("request")) throw new ContentionError("The request was decided in this moment.");
  if (result.refused.includes("visit")) throw new ContentionError("A plan is changing the visit.");
  return refuse("people-booked");
};
