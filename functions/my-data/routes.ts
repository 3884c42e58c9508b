import type { myDataOperations } from "../../shared/contract/my-data.ts";
import { refuse } from "../../shared/problem/catalogue.ts";
import { listConsents } from "../consents/list-consents.ts";
import { withdrawConsents } from "../consents/withdraw-consent.ts";
import type { Deps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";

export const myDataRoutes = (deps: Deps): Handlers<typeof myDataOperations> => ({
  "GET /api/me/consents": async ({ actor }) => reply(200, await listConsents(deps, actor.personId)),
  "POST /api/me/consents/{employerId}/withdrawal": async ({ params, actor }) => {
    const isKnown = await withdrawConsents(deps, actor.personId, params.employerId);
    return isKnown ? reply(200, await listConsents(deps, actor.personId)) : refuse("not-found");
  },
});
