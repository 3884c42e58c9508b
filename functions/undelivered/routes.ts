import type { undeliveredOperations } from "../../shared/contract/undelivered.ts";
import { byAccount } from "../ledger/ledger-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { letMailGo } from "./end-mail-stop.ts";
import { listUndelivered } from "./list-undelivered.ts";
import { noteCall, sendAgain } from "./settle-mail.ts";

export const undeliveredRoutes = (deps: LedgerDeps): Handlers<typeof undeliveredOperations> => ({
  "GET /api/staff/undelivered-mails": async ({ shows }) => reply(200, { mails: await listUndelivered(deps, shows) }),
  "POST /api/staff/undelivered-mails/{mailId}/repetition": async ({ params, actor }) => {
    const ordered = await sendAgain(deps, { mailId: params.mailId, staffId: actor.accountId });
    return ordered.ok ? reply(204, undefined) : ordered;
  },
  "POST /api/staff/undelivered-mails/{mailId}/call": async ({ params, actor }) => {
    const noted = await noteCall(deps, { mailId: params.mailId, staffId: actor.accountId });
    return noted.ok ? reply(204, undefined) : noted;
  },
  "POST /api/staff/mail-stops/ending": async ({ body, actor, ip }) => {
    const ended = await letMailGo(deps, { ...body, by: byAccount({ actor, ip }) });
    return ended.ok ? reply(204, undefined) : ended;
  },
});
