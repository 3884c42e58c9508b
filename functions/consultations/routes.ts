import type { careOperations } from "../../shared/contract/care.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { refuse } from "../../shared/problem/catalogue.ts";
import { listFollowUps } from "../follow-ups/list-follow-ups.ts";
import { giveFollowUp, putOffFollowUp, settleFollowUp } from "../follow-ups/settle-follow-up.ts";
import type { Deps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { showConsultations } from "./show-consultations.ts";
import { writeConsultation } from "./write-consultation.ts";

export const careRoutes = (deps: Deps): Handlers<typeof careOperations> => ({
  "GET /api/staff/visits/{visitId}/people/{registrationId}/consultations": async ({ params, actor }) => {
    const shown = await showConsultations(deps, params, { readerId: actor.accountId });
    return shown.ok ? reply(200, shown.value) : shown;
  },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/consultations/opening": async ({ params, body: { reason }, actor }) => {
    const shown = await showConsultations(deps, params, { readerId: actor.accountId, reason });
    return shown.ok ? reply(200, shown.value) : shown;
  },
  "PUT /api/staff/visits/{visitId}/people/{registrationId}/consultations/{consultationId}": async ({ params, body, actor }) => {
    const written = await writeConsultation(deps, { ...params, byId: actor.accountId }, body);
    return written.ok ? reply(written.value.isNew ? 201 : 200, written.value.consultation) : written;
  },
  "GET /api/staff/follow-ups": async ({ query: { owner, after }, actor, shows }) => {
    // Somebody else's work is the managers' to see.
    if (owner && owner !== actor.accountId && !actor.staffRoles.includes("manager")) return refuse("not-allowed");
    const page = await listFollowUps(deps, { ownerId: owner ?? actor.accountId, after }, shows);
    return reply(200, { today: seoulDateOf(deps.clock.now()), ...page });
  },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/follow-ups/{followUpId}/closing": async ({ params, body, actor }) => {
    const settled = await settleFollowUp(deps, params, { ...body, byId: actor.accountId });
    return settled.ok ? reply(204, undefined) : settled;
  },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/follow-ups/{followUpId}/postponement": async ({ params, body, actor }) => {
    const putOff = await putOffFollowUp(deps, params, { ...body, byId: actor.accountId });
    return putOff.ok ? reply(204, undefined) : putOff;
  },
  "POST /api/staff/visits/{visitId}/people/{registrationId}/follow-ups/{followUpId}/handing": async ({ params, body, actor }) => {
    const given = await giveFollowUp(deps, params, { ...body, byId: actor.accountId });
    return given.ok ? reply(204, undefined) : given;
  },
});
