import type { planOperations } from "../../shared/contract/plans.ts";
import { refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import type { Handlers } from "../platform/reply.ts";

export const planRoutes = (_deps: Deps): Handlers<typeof planOperations> => ({
  "PUT /api/staff/visits/{visitId}/plans/{planId}": async () => refuse("not-found"),
  "GET /api/staff/visits/{visitId}/plans/{planId}": async () => refuse("not-found"),
  "POST /api/staff/visits/{visitId}/plans/{planId}/execution": async () => refuse("not-found"),
  "POST /api/staff/visits/{visitId}/desk-changes/{planId}": async () => refuse("not-found"),
});
