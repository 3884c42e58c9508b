import type { memberOperations } from "../../shared/contract/members.ts";
import { isUsable } from "../../shared/domain/invitation.ts";
import { findAccounts } from "../accounts/account-reads.ts";
import { byAccount } from "../ledger/ledger-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { invitationOf, inviteMember, takeBackInvitation } from "./invite-member.ts";
import { isOwner, listInvitations, listMembers } from "./member-reads.ts";
import { removeMember } from "./remove-member.ts";

export const memberRoutes = (deps: LedgerDeps): Handlers<typeof memberOperations> => ({
  "GET /api/employers/{employerId}/members": async ({ params: { employerId }, actor }) => {
    const [items, invitations] = await Promise.all([listMembers(deps.db, employerId), listInvitations(deps.db, employerId)]);
    const since = new Map(items.map((item) => [item.accountId, item.since]));
    const accounts = await findAccounts(deps.db, [...new Set([...since.keys(), actor.accountId])]);
    const members = accounts
      .filter(({ employerIds }) => employerIds?.has(employerId))
      .map(({ accountId, mail }) => ({
        ...{ accountId, mail, isOwner: isOwner(items, accountId), isYou: accountId === actor.accountId },
        since: since.get(accountId) ?? null,
      }));
    const open = invitations.filter((invitation) => isUsable(invitation, deps.clock.now()));
    return reply(200, { members, invitations: open.map(invitationOf) });
  },
  "PUT /api/employers/{employerId}/invitations/{invitationId}": async ({ params, body, actor, ip }) => {
    const { employerId } = params;
    const by = { ...byAccount({ actor, ip }), by: { accountId: actor.accountId, employerId } };
    const invited = await inviteMember(deps, { ...params, ...body, accountId: actor.accountId, by });
    return invited.ok ? reply(invited.value.isNew ? 201 : 200, invited.value.invitation) : invited;
  },
  "DELETE /api/employers/{employerId}/invitations/{invitationId}": async ({ params, actor }) => {
    const taken = await takeBackInvitation(deps, { ...params, accountId: actor.accountId });
    return taken.ok ? reply(204, undefined) : taken;
  },
  "POST /api/employers/{employerId}/invitations/{invitationId}/acceptance": async ({ params, actor, ip }) => {
    const accepted = await acceptInvitation(deps, { ...params, actor, by: byAccount({ actor, ip }) });
    return accepted.ok ? reply(204, undefined) : accepted;
  },
  "POST /api/employers/{employerId}/members/{accountId}/removal": async ({ params, actor, ip }) => {
    const { employerId } = params;
    const by = { ...byAccount({ actor, ip }), by: { accountId: actor.accountId, employerId } };
    const removed = await removeMember(deps, { ...params, actorId: actor.accountId, by });
    return removed.ok ? reply(204, undefined) : removed;
  },
});
