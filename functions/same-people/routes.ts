import type { samePeopleOperations } from "../../shared/contract/same-people.ts";
import { byAccount } from "../ledger/ledger-writes.ts";
import type { SignedIn } from "../platform/actor.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { listSamePeople } from "./list-same-people.ts";
import { mergePeople, separatePeople } from "./merge-people.ts";
import { proposeAgain, tellApart } from "./tell-apart.ts";

const roleOf = ({ staffRoles }: SignedIn) => (["desk", "manager"] as const).find((role) => staffRoles.includes(role));

export const samePeopleRoutes = (deps: LedgerDeps): Handlers<typeof samePeopleOperations> => ({
  "GET /api/staff/visits/{visitId}/same-people": async ({ params, shows }) => {
    const listed = await listSamePeople(deps, params.visitId, shows);
    return listed.ok ? reply(200, { pairs: listed.value }) : listed;
  },
  "POST /api/staff/visits/{visitId}/same-people/merges": async ({ params, body, actor, ip }) => {
    const merged = await mergePeople(deps, { ...params, ...body }, byAccount({ actor, ip }, roleOf(actor)));
    return merged.ok ? reply(204, undefined) : merged;
  },
  "POST /api/staff/visits/{visitId}/same-people/separations": async ({ params, body, actor, ip }) => {
    const separated = await separatePeople(deps, { ...params, ...body }, byAccount({ actor, ip }, roleOf(actor)));
    return separated.ok ? reply(204, undefined) : separated;
  },
  "POST /api/staff/visits/{visitId}/same-people/differences": async ({ params, body, actor, ip }) => {
    const said = await tellApart(deps, { ...params, ...body }, byAccount({ actor, ip }, roleOf(actor)), actor.accountId);
    return said.ok ? reply(204, undefined) : said;
  },
  "POST /api/staff/visits/{visitId}/same-people/differences/withdrawal": async ({ params, body, actor, ip }) => {
    const taken = await proposeAgain(deps, { ...params, ...body }, byAccount({ actor, ip }, roleOf(actor)));
    return taken.ok ? reply(204, undefined) : taken;
  },
});
