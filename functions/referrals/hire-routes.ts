import type { hireOperations } from "../../shared/contract/hires.ts";
import { refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { findRegistered } from "../registrations/registration-reads.ts";
import { confirmHire } from "./confirm-hire.ts";

export const hireRoutes = (deps: Deps): Handlers<typeof hireOperations> => ({
  "PUT /api/office/visits/{visitId}/people/{registrationId}/referrals/{referralId}/hire": async ({ params, body, actor }) => {
    const person = await findRegistered(deps.db, params);
    if (!person) return refuse("not-found");
    const confirmed = await confirmHire(deps, { personId: person.personId, referralId: params.referralId }, actor.accountId, body);
    return confirmed.ok ? reply(204, undefined) : confirmed;
  },
});
