import type { waitlistOperations } from "../../shared/contract/waitlist.ts";
import type { VisitId, WaitId } from "../../shared/domain/ids.ts";
import { acceptOffer } from "../bookings/accept-offer.ts";
import { giveWaitingSeat } from "../bookings/give-waiting-seat.ts";
import type { SignedIn } from "../platform/actor.ts";
import type { Deps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { registrationIdOf } from "../registrations/registration-id.ts";
import { declineOffer } from "./decline-offer.ts";
import { joinList } from "./join-list.ts";
import { leaveList } from "./leave-list.ts";
import { listWaits } from "./list-waits.ts";
import type { WaitOf } from "./wait-reads.ts";

const mine = ({ visitId, waitId }: { visitId: VisitId; waitId: WaitId }, { personId }: Pick<SignedIn, "personId">): WaitOf => ({
  visitId,
  waitId,
  registrationId: registrationIdOf(visitId, personId),
});

export const waitlistRoutes = (deps: Deps): Handlers<typeof waitlistOperations> => ({
  "PUT /api/me/visits/{visitId}/waits/{waitId}": async ({ params, body, actor, locale }) => {
    const joined = await joinList(deps, { ...mine(params, actor), wish: body, locale });
    return joined.ok ? reply(joined.value.isNew ? 201 : 200, joined.value.wait) : joined;
  },
  "DELETE /api/me/visits/{visitId}/waits/{waitId}": async ({ params, actor }) => {
    const left = await leaveList(deps, mine(params, actor));
    return left.ok ? reply(204, undefined) : left;
  },
  "POST /api/me/visits/{visitId}/waits/{waitId}/acceptance": async ({ params, body, actor }) => {
    const accepted = await acceptOffer(deps, { ...mine(params, actor), ...body });
    return accepted.ok ? reply(200, accepted.value) : accepted;
  },
  "POST /api/me/visits/{visitId}/waits/{waitId}/refusal": async ({ params, body, actor }) => {
    const declined = await declineOffer(deps, { ...mine(params, actor), ...body });
    return declined.ok ? reply(200, declined.value) : declined;
  },
  "GET /api/staff/visits/{visitId}/waits": async ({ params }) => {
    const listed = await listWaits(deps, params.visitId);
    return listed.ok ? reply(200, listed.value) : listed;
  },
  "POST /api/staff/visits/{visitId}/waits/{waitId}/seat": async ({ params, body: { reason, ...gift }, actor, shows }) => {
    const given = await giveWaitingSeat(deps, { ...params, ...gift }, { staffId: actor.accountId, reason });
    if (!given.ok) return given;
    shows({ visitId: params.visitId, registrationId: given.value.registrationId, people: 1 });
    return reply(200, given.value.booking);
  },
});
