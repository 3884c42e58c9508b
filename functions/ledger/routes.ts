import type { accessLogOperations } from "../../shared/contract/access-log.ts";
import { maskName } from "../../shared/domain/mask-name.ts";
import { refuse } from "../../shared/problem/catalogue.ts";
import { findAccountId, getAccount } from "../accounts/account-reads.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { findPerson } from "../registrations/person-reads.ts";
import { exportAccessLog } from "./export-access-log.ts";
import { byAccount } from "./ledger-writes.ts";
import { listMonths, reviewMonth, summarizeMonth } from "./month-reviews.ts";
import { readAccessLog } from "./read-access-log.ts";
import { readAccessToMe } from "./read-access-to-me.ts";
import { readDestroyed } from "./read-destroyed.ts";

export const accessLogRoutes = (deps: LedgerDeps): Handlers<typeof accessLogOperations> => ({
  "GET /api/staff/access-log": async ({ query }) => reply(200, await readAccessLog(deps, query)),
  "GET /api/me/access-log": async ({ query, actor }) => reply(200, await readAccessToMe(deps, { personId: actor.personId, ...query })),
  "POST /api/staff/access-log/person": async ({ body, shows }) => {
    const accountId = await findAccountId(deps.db, body.mail);
    const account = accountId && (await getAccount(deps.db, accountId));
    const person = account && (await findPerson(deps.db, account.personId));
    if (!person) return refuse("not-found");
    shows({ people: 1 });
    return reply(200, { personId: person.personId, maskedName: maskName(person.name) });
  },
  "GET /api/staff/access-log/months": async () => reply(200, { months: await listMonths(deps) }),
  "GET /api/staff/access-log/months/{month}": async ({ params }) => reply(200, await summarizeMonth(deps, params.month)),
  "PUT /api/staff/access-log/months/{month}/review": async ({ params, body, actor, ip }) => {
    const reviewed = await reviewMonth(deps, { ...params, ...body }, byAccount({ actor, ip }, "manager"));
    return reviewed.ok ? reply(200, reviewed.value) : reviewed;
  },
  "GET /api/staff/access-log/destroyed": async ({ query }) => reply(200, await readDestroyed(deps, query.before)),
  "POST /api/staff/access-log/exports": async ({ body, actor, ip, locale }) => {
    const file = await exportAccessLog(deps, { ...body, locale }, byAccount({ actor, ip }, "manager"));
    if (!file.ok) return file;
    const name = `access-log-${body.from}-${body.to}.csv`;
    return reply(200, file.value, { headers: { "content-disposition": `attachment; filename="${name}"` } });
  },
});
