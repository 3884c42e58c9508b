import type { incidentOperations } from "../../shared/contract/incidents.ts";
import { refuse } from "../../shared/problem/catalogue.ts";
import { byAccount } from "../ledger/ledger-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { findIncident, listIncidents } from "./incident-reads.ts";
import { addToIncident, openIncident } from "./incident-steps.ts";
import { listAffected } from "./list-affected.ts";
import { noteTold } from "./note-told.ts";

export const incidentRoutes = (deps: LedgerDeps): Handlers<typeof incidentOperations> => ({
  "GET /api/staff/incidents": async () => reply(200, { incidents: await listIncidents(deps) }),
  "PUT /api/staff/incidents/{incidentId}": async ({ params, body, ...request }) => {
    const opened = await openIncident(deps, { ...params, ...body }, byAccount(request, "manager"));
    return opened.ok ? reply(opened.value.isNew ? 201 : 200, opened.value.incident) : opened;
  },
  "GET /api/staff/incidents/{incidentId}": async ({ params }) => {
    const incident = await findIncident(deps, params.incidentId);
    return incident ? reply(200, incident) : refuse("not-found");
  },
  "PUT /api/staff/incidents/{incidentId}/selections/{selectionId}": async ({ params, body, ...request }) => {
    const step = { name: `SELECTED#${params.selectionId}`, kind: "incident-selected", ...body, selectionId: params.selectionId } as const;
    const added = await addToIncident(deps, params.incidentId, step, byAccount(request, "manager"));
    return added.ok ? reply(200, added.value) : added;
  },
  "PUT /api/staff/incidents/{incidentId}/selections/{selectionId}/removal": async ({ params, body: { reason }, ...request }) => {
    const { incidentId, selectionId } = params;
    const incident = await findIncident(deps, incidentId);
    if (!incident?.selections.some((one) => one.selectionId === selectionId)) return refuse("not-found");
    const step = { name: `UNSELECTED#${selectionId}`, kind: "incident-unselected", selectionId, reason } as const;
    const added = await addToIncident(deps, incidentId, step, byAccount(request, "manager"));
    return added.ok ? reply(200, added.value) : added;
  },
  "GET /api/staff/incidents/{incidentId}/people": async ({ params, shows }) => {
    const affected = await listAffected(deps, params.incidentId);
    if (!affected) return refuse("not-found");
    const { whose, ...shown } = affected;
    shows(whose);
    return reply(200, shown);
  },
  "POST /api/staff/incidents/{incidentId}/told": async ({ params, body, ...request }) => {
    const noted = await noteTold(deps, { ...params, ...body }, byAccount(request, "manager"));
    return noted.ok ? reply(200, noted.value) : noted;
  },
  "PUT /api/staff/incidents/{incidentId}/report": async ({ params, body: { was, note }, ...request }) => {
    const step = { name: was ? "REPORTED" : "NOT-REPORTED", kind: "incident-reported", was, reason: note } as const;
    const added = await addToIncident(deps, params.incidentId, step, byAccount(request, "manager"));
    return added.ok ? reply(200, added.value) : added;
  },
  "PUT /api/staff/incidents/{incidentId}/closing": async ({ params, body: { note }, ...request }) => {
    const step = { name: "CLOSED", kind: "incident-closed", reason: note } as const;
    const added = await addToIncident(deps, params.incidentId, step, byAccount(request, "manager"));
    return added.ok ? reply(200, added.value) : added;
  },
});
