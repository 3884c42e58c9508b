import type { MyExport, myDataOperations } from "../../shared/contract/my-data.ts";
import type { PersonId } from "../../shared/domain/ids.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { refuse } from "../../shared/problem/catalogue.ts";
import { listConsents } from "../consents/list-consents.ts";
import { withdrawConsents } from "../consents/withdraw-consent.ts";
import { readAccessToMe } from "../ledger/read-access-to-me.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { correctMe } from "./correct-me.ts";
import { recordsOf, type Whose } from "./person-records.ts";

/** Every page of who saw a person's data. */
const everyAccess = async (deps: LedgerDeps, personId: PersonId): Promise<MyExport["access"]> => {
  const access: MyExport["access"] = [];
  for (let before: string | undefined; ; ) {
    const { rows, next } = await readAccessToMe(deps, { personId, before });
    access.push(...rows);
    if (next === null) return access;
    before = next;
  }
};

/** Everything that is kept of somebody. */
const exportOf = async (deps: LedgerDeps, whose: Whose): Promise<MyExport> => {
  const { personId } = whose;
  const [records, consents, access] = await Promise.all([
    recordsOf(deps.db, whose),
    listConsents(deps, personId),
    everyAccess(deps, personId),
  ]);
  return { madeAt: deps.clock.now(), ...records, consents, access };
};

export const myDataRoutes = (deps: LedgerDeps): Handlers<typeof myDataOperations> => ({
  "GET /api/me/export": async ({ actor }) => {
    const all = await exportOf(deps, actor);
    const name = `jobstop-${seoulDateOf(all.madeAt)}.json`;
    return reply(200, all, { headers: { "content-disposition": `attachment; filename="${name}"` } });
  },
  "PUT /api/me/details": async ({ body, actor }) => {
    const corrected = await correctMe(deps, actor.personId, body);
    return corrected.ok ? reply(204, undefined) : corrected;
  },
  "GET /api/me/consents": async ({ actor }) => reply(200, await listConsents(deps, actor.personId)),
  "POST /api/me/consents/{employerId}/withdrawal": async ({ params, actor }) => {
    const isKnown = await withdrawConsents(deps, actor.personId, params.employerId);
    return isKnown ? reply(200, await listConsents(deps, actor.personId)) : refuse("not-found");
  },
});
