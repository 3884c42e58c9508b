import type { applicationOperations } from "../../shared/contract/applications.ts";
import type { Deps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { registrationIdOf } from "../registrations/registration-id.ts";
import { showApplications } from "./application-rows.ts";
import { applyForInterview } from "./apply-for-interview.ts";
import { decideApplication } from "./decide-application.ts";
import { withdraw } from "./withdraw-application.ts";

export const applicationRoutes = (deps: Deps): Handlers<typeof applicationOperations> => ({
  "PUT /api/me/visits/{visitId}/applications/{applicationId}": async ({ params, body, actor, locale }) => {
    const registrationId = registrationIdOf(params.visitId, actor.personId);
    const applied = await applyForInterview(deps, { ...params, ...body, registrationId, locale });
    return applied.ok ? reply(applied.value.isNew ? 201 : 200, applied.value.application) : applied;
  },
  "DELETE /api/me/visits/{visitId}/applications/{applicationId}": async ({ params, actor }) => {
    const withdrawn = await withdraw(deps, { ...params, registrationId: registrationIdOf(params.visitId, actor.personId) });
    return withdrawn.ok ? reply(200, withdrawn.value) : withdrawn;
  },
  "GET /api/employers/{employerId}/visits/{visitId}/applications": async ({ params }) => {
    const shown = await showApplications(deps, params);
    return shown.ok ? reply(200, shown.value) : shown;
  },
  "POST /api/employers/{employerId}/visits/{visitId}/applications/{applicationId}/decision": async ({ params, body }) => {
    const decided = await decideApplication(deps, params, body);
    return decided.ok ? reply(200, decided.value) : decided;
  },
});
