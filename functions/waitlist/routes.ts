import type { waitlistOperations } from "../../shared/contract/waitlist.ts";
import { refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import type { Handlers } from "../platform/reply.ts";

export const waitlistRoutes = (_deps: Deps): Handlers<typeof waitlistOperations> => ({
  "PUT /api/me/visits/{visitId}/waits/{waitId}": async () => refuse("not-found"),
  "DELETE /api/me/visits/{visitId}/waits/{waitId}": async () => refuse("not-found"),
  "POST /api/me/visits/{visitId}/waits/{waitId}/acceptance": async () => refuse("not-found"),
  "POST /api/me/visits/{visitId}/waits/{waitId}/refusal": async () => refuse("not-found"),
  "GET /api/staff/visits/{visitId}/waits": async () => refuse("not-found"),
  "POST /api/staff/visits/{visitId}/waits/{waitId}/seat": async () => refuse("not-found"),
});
