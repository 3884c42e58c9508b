import type { leadOperations } from "../../shared/contract/leads.ts";
import type { LeadId } from "../../shared/domain/ids.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { refuse } from "../../shared/problem/catalogue.ts";
import { listStaff } from "../accounts/account-reads.ts";
import { listEmployersWith } from "../employers/employer-reads.ts";
import { byAccount } from "../ledger/ledger-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { agreeWithFirm } from "./agree-with-firm.ts";
import type { CheckBusiness } from "./check-business.ts";
import { eraseLead } from "./erase-lead.ts";
import { importLeads } from "./import-leads.ts";
import { inviteAgain } from "./invite-again.ts";
import { findLeadWith } from "./lead-reads.ts";
import { noteLeadContact } from "./note-lead-contact.ts";
import { readFunnel } from "./read-funnel.ts";
import { listDueSteps, listLeads, showLead } from "./show-leads.ts";
import { lookThrough, showSources, writeSource } from "./watch-sources.ts";
import { closeLead, writeLead } from "./write-lead.ts";

export const leadRoutes = (deps: LedgerDeps, checkBusiness: CheckBusiness): Handlers<typeof leadOperations> => {
  /** The lead as it stands now. */
  const answer = async <Status extends 200 | 201>(status: Status, leadId: LeadId) => {
    const shown = await showLead(deps, leadId);
    return shown.ok ? reply(status, shown.value) : shown;
  };
  return {
    "GET /api/office/leads": async ({ query: { stage = "found", owner, source, before } }) => {
      const filter = owner ? { ownerId: owner } : source ? { sourceId: source } : { stage };
      return reply(200, await listLeads(deps, filter, before));
    },
    "GET /api/office/leads/{leadId}": ({ params }) => answer(200, params.leadId),
    "PUT /api/office/leads/{leadId}": async ({ params, body, actor }) => {
      const written = await writeLead(deps, { ...params, ...body, byId: actor.accountId });
      return written.ok ? answer(written.value.isNew ? 201 : 200, params.leadId) : written;
    },
    "PUT /api/office/leads/{leadId}/contacts/{contactId}": async ({ params, body, actor }) => {
      const noted = await noteLeadContact(deps, { ...params, byId: actor.accountId }, body);
      return noted.ok ? answer(noted.value.isNew ? 201 : 200, params.leadId) : noted;
    },
    "POST /api/office/leads/{leadId}/closing": async ({ params, body }) => {
      const closed = await closeLead(deps, { ...params, ...body });
      return closed.ok ? answer(200, params.leadId) : closed;
    },
    "PUT /api/office/leads/{leadId}/agreement": async ({ params, body, actor, ip }) => {
      const agreed = await agreeWithFirm(deps, { ...params, byId: actor.accountId, by: byAccount({ actor, ip }) }, body);
      return agreed.ok ? answer(200, params.leadId) : agreed;
    },
    "PUT /api/office/leads/{leadId}/invitations/{invitationId}": async ({ params, actor, ip }) => {
      const invited = await inviteAgain(deps, { ...params, byId: actor.accountId, by: byAccount({ actor, ip }) });
      return invited.ok ? answer(200, params.leadId) : invited;
    },
    "POST /api/office/leads/{leadId}/erasure": async ({ params, body, actor, ip }) => {
      const erased = await eraseLead(deps, { ...params, ...body, by: byAccount({ actor, ip }) });
      return erased.ok ? reply(204, undefined) : erased;
    },
    "GET /api/office/lead-steps": async ({ query: { owner, after }, actor }) => {
      // Somebody else's work is the managers' to see.
      if (owner && owner !== actor.accountId && !actor.staffRoles.includes("manager")) return refuse("not-allowed");
      const page = await listDueSteps(deps, owner ?? actor.accountId, after);
      return reply(200, { today: seoulDateOf(deps.clock.now()), ...page });
    },
    "GET /api/office/business-numbers/{businessNumber}": async ({ params: { businessNumber } }) => {
      const [lead, employers, status] = await Promise.all([
        findLeadWith(deps.db, businessNumber),
        listEmployersWith(deps.db, businessNumber),
        checkBusiness(businessNumber),
      ]);
      return reply(200, {
        lead: lead ? { leadId: lead.leadId, nameKo: lead.draft.nameKo, stage: lead.stage } : null,
        employers: employers.map(({ employerId, state, profile: { nameKo } }) => ({ employerId, nameKo, state })),
        status,
      });
    },
    "GET /api/office/lead-team": async ({ actor }) => {
      const finders = (await listStaff(deps.db)).filter(
        ({ staffRoles = [] }) => staffRoles.includes("outreach") || staffRoles.includes("manager"),
      );
      const members = finders.map(({ accountId, staffName = "" }) => ({
        ...{ accountId, name: staffName, isYou: accountId === actor.accountId },
      }));
      return reply(200, { members });
    },
    "GET /api/office/lead-sources": async () => reply(200, await showSources(deps)),
    "PUT /api/office/lead-sources/{sourceId}": async ({ params, body }) => {
      const written = await writeSource(deps, params.sourceId, body);
      return written.ok ? reply(204, undefined) : written;
    },
    "POST /api/office/lead-sources/{sourceId}/look": async ({ params }) => {
      const looked = await lookThrough(deps, params.sourceId);
      return looked.ok ? reply(204, undefined) : looked;
    },
    "POST /api/office/lead-imports": async ({ body: { rows, sourceId }, actor, locale }) => {
      const imported = await importLeads(deps, rows, { byId: actor.accountId, sourceId, locale });
      return imported.ok ? reply(200, imported.value) : imported;
    },
    "GET /api/office/lead-funnel": async ({ query }) => reply(200, await readFunnel(deps, query)),
  };
};
