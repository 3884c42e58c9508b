import type { SlotRequestView } from "../../shared/contract/employers.ts";
import type { PendingSlotRequest } from "../../shared/contract/staff.ts";
import type { EmployerId, VisitId } from "../../shared/domain/ids.ts";
import { findEmployer } from "../employers/employer-reads.ts";
import type { Db } from "../platform/db.ts";
import { findPosting, listPostings } from "../postings/posting-reads.ts";
import { findVisits, publicVisitOf } from "../visits/visit-reads.ts";
import { listSlots, type SlotItem, slotOf } from "./slot-reads.ts";
import { listPendingSlotRequests, listSlotRequests } from "./slot-request-reads.ts";

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** What an employer asked for, with the times that came of it: how many seats are taken, not by whom. */
export const viewSlotRequests = async (db: Db, employerId: EmployerId): Promise<SlotRequestView[]> => {
  const [requests, postings] = await Promise.all([listSlotRequests(db, employerId), listPostings(db, employerId)]);
  const visitIds = unique(requests.map((request) => request.visitId));
  const approved = unique(requests.filter((request) => request.state === "approved").map((request) => request.visitId));
  const [visits, slots] = await Promise.all([
    findVisits(db, visitIds),
    Promise.all(approved.map(async (visitId): Promise<[VisitId, SlotItem[]]> => [visitId, await listSlots(db, visitId)])).then(
      (all) => new Map(all),
    ),
  ]);
  return requests.flatMap((request) => {
    const planned = visits.get(request.visitId);
    if (!planned) return [];
    return [
      {
        request,
        visit: publicVisitOf(planned),
        postingTitleKo: postings.find((posting) => posting.postingId === request.postingId)?.draft.titleKo ?? "",
        deskLabels: request.deskIds.map((deskId) => planned.visit.desks.find((desk) => desk.deskId === deskId)?.label ?? deskId),
        slots: (slots.get(request.visitId) ?? []).filter((slot) => slot.facts.slotRequestId === request.slotRequestId).map(slotOf),
      },
    ];
  });
};

/** Requests that wait for the manager, with what is needed to decide. */
export const viewPendingSlotRequests = async (db: Db): Promise<PendingSlotRequest[]> => {
  const requests = await listPendingSlotRequests(db);
  const visits = await findVisits(db, unique(requests.map((request) => request.visitId)));
  const views = await Promise.all(
    requests.map(async (request): Promise<PendingSlotRequest | undefined> => {
      const [employer, posting] = await Promise.all([
        findEmployer(db, request.employerId),
        findPosting(db, request.employerId, request.postingId),
      ]);
      const planned = visits.get(request.visitId);
      if (!employer || !posting || !planned) return undefined;
      return {
        request,
        employerNameKo: employer.profile.nameKo,
        posting: posting.draft,
        visit: publicVisitOf(planned),
        desks: planned.visit.desks,
      };
    }),
  );
  return views.filter((view) => view !== undefined);
};
