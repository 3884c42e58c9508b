import type { applicationOperations } from "../../shared/contract/applications.ts";
import { refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import type { Handlers } from "../platform/reply.ts";

export const applicationRoutes = (_deps: Deps): Handlers<typeof applicationOperations> => ({
  "PUT /api/me/visits/{visitId}/applications/{applicationId}": async () => refuse("not-found"),
  "DELETE /api/me/visits/{visitId}/applications/{applicationId}": async () => refuse("not-found"),
  "GET /api/employers/{employerId}/visits/{visitId}/applications": async () => refuse("not-found"),
  "POST /api/employers/{employerId}/visits/{visitId}/applications/{applicationId}/decision": async () => refuse("not-found"),
});
