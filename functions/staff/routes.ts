import type { staffOperations } from "../../shared/contract/staff.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { type LocalDate, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { refuse } from "../../shared/problem/catalogue.ts";
import { listStaffMembers } from "../accounts/account-reads.ts";
import { grantRoles } from "../accounts/grant-roles.ts";
import { grantVisitRoles } from "../accounts/grant-visit-roles.ts";
import { checkIn } from "../check-ins/check-in.ts";
import { phoneUserOf } from "../check-ins/device-writes.ts";
import { showVisitDay } from "../check-ins/visit-day.ts";
import { decideEmployer } from "../employers/decide-employer.ts";
import { listPendingEmployers } from "../employers/employer-reads.ts";
import { byAccount } from "../ledger/ledger-writes.ts";
import { listUndeliveredMails } from "../mail/mail-reads.ts";
import { listPlaces } from "../places/place-reads.ts";
import { putPlace } from "../places/put-place.ts";
import type { Db } from "../platform/db.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { resetFactors } from "../second-step/reset-factors.ts";
import { approveSlotRequest, refuseSlotRequest } from "../slots/decide-slot-request.ts";
import { listSlots, slotOf } from "../slots/slot-reads.ts";
import { viewPendingSlotRequests } from "../slots/slot-request-views.ts";
import { askForRotation } from "../tickets/ask-for-rotation.ts";
import { openVisit } from "../visits/open-visit.ts";
import { planVisit } from "../visits/plan-visit.ts";
import { findVisit, findVisits, listVisits, listVisitsBefore, type PlannedVisit, placeOfVisit } from "../visits/visit-reads.ts";

/** Of the past so many visits at a time. */
const pastPage = 40;

/** The visits that were asked for, and where a next page of the past begins. */
const listAsked = async (
  db: Db,
  today: LocalDate,
  { from, before, visitId }: { from?: LocalDate | undefined; before?: string | undefined; visitId?: VisitId | undefined },
): Promise<{ visits: PlannedVisit[]; next?: string }> => {
  if (visitId) return { visits: [...(await findVisits(db, [visitId])).values()] };
  if (before === undefined) return { visits: await listVisits(db, from ?? today) };
  const found = await listVisitsBefore(db, before, pastPage + 1);
  const visits = found.slice(0, pastPage);
  const last = visits.at(-1);
  return { visits, ...(last && found.length > pastPage && { next: placeOfVisit(last) }) };
};

export const staffRoutes = (deps: LedgerDeps): Handlers<typeof staffOperations> => ({
  "GET /api/staff/places": async () => reply(200, { places: await listPlaces(deps.db) }),
  "PUT /api/staff/places/{placeId}": async ({ params, body }) => reply(200, await putPlace(deps, { ...body, placeId: params.placeId })),
  "GET /api/staff/members": async () => reply(200, { members: await listStaffMembers(deps) }),
  "PUT /api/staff/members": async ({ body, actor, ip }) => {
    // Only managers come here; one who could take the role from themselves might leave the centre without any.
    if (body.mail === actor.mail && !body.roles.includes("manager")) return refuse("not-allowed");
    return reply(200, await grantRoles(deps, body, byAccount({ actor, ip }, "manager")));
  },
  "PUT /api/staff/members/visit-roles": async ({ body, actor, ip }) => {
    const granted = await grantVisitRoles(deps, { ...body, by: byAccount({ actor, ip }, "manager") });
    return granted.ok ? reply(200, granted.value) : granted;
  },
  "POST /api/staff/members/{accountId}/factor-reset": async ({ params, body, actor }) => {
    // Whoever can prove the second step changes their own by themselves, and would be signed out in the middle of it.
    if (params.accountId === actor.accountId) return refuse("not-allowed");
    const reset = await resetFactors(deps, { accountId: params.accountId, by: actor.accountId, reason: body.reason });
    return reset.ok ? reply(204, undefined) : reset;
  },
  "GET /api/staff/visits": async ({ query }) => {
    const today = seoulDateOf(deps.clock.now());
    const [listed, undelivered] = await Promise.all([listAsked(deps.db, today, query), listUndeliveredMails(deps.db)]);
    return reply(200, { today, ...listed, undeliveredMails: undelivered.length });
  },
  "PUT /api/staff/visits/{visitId}": async ({ params, body, actor }) => {
    const planned = await planVisit(deps, { visitId: params.visitId, plan: body, plannedBy: actor.accountId });
    return planned.ok ? reply(planned.value.isNew ? 201 : 200, planned.value.visit) : planned;
  },
  "POST /api/staff/visits/{visitId}/opening": async ({ params }) => {
    const opened = await openVisit(deps, params.visitId);
    return opened.ok ? reply(200, opened.value) : opened;
  },
  "GET /api/staff/visits/{visitId}/day": async ({ params }) => {
    const day = await showVisitDay(deps, params.visitId);
    return day.ok ? reply(200, day.value) : day;
  },
  "GET /api/staff/visits/{visitId}/slots": async ({ params }) => {
    const [planned, slots] = await Promise.all([findVisit(deps.db, params.visitId), listSlots(deps.db, params.visitId)]);
    return planned ? reply(200, { slots: slots.map(slotOf) }) : refuse("not-found");
  },
  "POST /api/staff/visits/{visitId}/check-ins": async ({ params, body, actor, shows }) => {
    const judged = await checkIn(deps, { visitId: params.visitId, scan: body, ...phoneUserOf(actor) }, shows);
    return judged.ok ? reply(200, judged.value) : judged;
  },
  "POST /api/staff/visits/{visitId}/ticket-keys": async ({ params }) => {
    const asked = await askForRotation(deps, params.visitId);
    return asked.ok ? reply(202, asked.value) : asked;
  },
  "GET /api/staff/approvals": async () => {
    const [employers, slotRequests] = await Promise.all([listPendingEmployers(deps.db), viewPendingSlotRequests(deps.db)]);
    return reply(200, { employers, slotRequests });
  },
  "POST /api/staff/employers/{employerId}/decision": async ({ params, body }) => {
    const decided = await decideEmployer(deps, params.employerId, body);
    return decided.ok ? reply(200, decided.value) : decided;
  },
  "POST /api/staff/employers/{employerId}/slot-requests/{slotRequestId}/decision": async ({ params, body }) => {
    const decided =
      body.decision === "approve"
        ? await approveSlotRequest(deps, { ...params, deskIds: body.deskIds })
        : await refuseSlotRequest(deps, params, body);
    return decided.ok ? reply(200, decided.value) : decided;
  },
});
