import type { SlotRequestId, VisitId } from "../../shared/domain/ids.ts";
import { type CentreTimes, kindOfService, type Slot } from "../../shared/domain/slot.ts";
import { patternRefusal } from "../../shared/domain/slot-times.ts";
import { endOfVisit } from "../../shared/domain/visit.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { ContentionError, transact } from "../platform/transact.ts";
import { findVisit, type VisitItem } from "../visits/visit-reads.ts";
import { addInterviewSeats } from "../visits/visit-writes.ts";
import { holdRefusal, publishSlots } from "./publish-slots-writes.ts";
import { listSlots, slotOf } from "./slot-reads.ts";
import { forgetTimetables } from "./timetable-reads.ts";

/** Publishes times of the centre's own services; they are bookable like any other. Sent again it finds them and answers the same. */
export const publishCentreTimes = async (
  { db, clock }: Deps,
  { visitId, slotRequestId, times }: { visitId: VisitId; slotRequestId: SlotRequestId; times: CentreTimes },
): Promise<Outcome<{ slots: Slot[]; isNew: boolean }>> => {
  const { service, pattern, deskId, host } = times;
  const planned = await findVisit(db, visitId);
  if (!planned) return refuse("not-found");
  const { visit } = planned;
  const earlier = (await listSlots(db, visitId)).filter(({ facts }) => facts.slotRequestId === slotRequestId).map(slotOf);
  if (earlier.length > 0) return earlier[0]?.service === service ? done({ slots: earlier, isNew: false }) : refuse("id-taken");
  if (visit.state === "cancelled") return refuse("visit-not-open");
  if (endOfVisit(visit) <= clock.now()) return refuse("visit-over");
  if (!visit.desks.some((desk) => desk.deskId === deskId)) return refuse("desk-unknown");
  const misfit = patternRefusal(visit, pattern);
  if (misfit) return refuse(misfit);
  const { slots, writes } = publishSlots({
    slotRequestId,
    date: visit.date,
    pattern,
    what: { visitId, kind: kindOfService(service), employerId: null, postingId: null, service, mode: "open" },
    desks: [{ deskId, host }],
  });
  // No interview seats: the write is there for its condition, so that nothing is published at a visit that is being cancelled.
  const result = await transact<string>(db, { visit: addInterviewSeats(visit, 0), ...writes });
  forgetTimetables(db, visitId);
  if (result.ok) return done({ slots, isNew: true });
  if (result.refused.includes("visit")) {
    if ((result.before.visit as VisitItem | undefined)?.changing) throw new ContentionError("A plan is changing the visit.");
    return refuse("visit-not-open");
  }
  return refuse(holdRefusal(result.refused) ?? "id-taken");
};
