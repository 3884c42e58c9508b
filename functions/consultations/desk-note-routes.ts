import type { deskNoteOperations } from "../../shared/contract/desk-notes.ts";
import { refuse } from "../../shared/problem/catalogue.ts";
import { byAccount } from "../ledger/ledger-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { dropDeskNote, mendDeskNote } from "./settle-desk-note.ts";
import { showRefusedNotes, showWalkInTalks } from "./show-desk-notes.ts";
import { strikeNote, strikeWalkInNote } from "./strike-note.ts";
import { takeDeskNote } from "./take-desk-note.ts";

export const deskNoteRoutes = (deps: LedgerDeps): Handlers<typeof deskNoteOperations> => ({
  "PUT /api/office/visits/{visitId}/desk-notes/{consultationId}": async ({ params, body, actor }) => {
    const taken = await takeDeskNote(deps, { ...params, uploadedBy: actor.accountId }, body);
    return taken.ok ? reply(taken.value.isNew ? 201 : 200, undefined) : taken;
  },
  "GET /api/office/desk-notes": async ({ actor, shows }) => reply(200, { notes: await showRefusedNotes(deps, actor.accountId, shows) }),
  "PUT /api/office/visits/{visitId}/desk-notes/{consultationId}/mended": async ({ params, body, actor }) => {
    const mended = await mendDeskNote(deps, { ...params, byId: actor.accountId }, body);
    return mended.ok ? reply(204, undefined) : mended;
  },
  "DELETE /api/office/visits/{visitId}/desk-notes/{consultationId}": async ({ params, actor }) => {
    const dropped = await dropDeskNote(deps, { ...params, byId: actor.accountId });
    return dropped.ok ? reply(204, undefined) : dropped;
  },
  "GET /api/office/visits/{visitId}/walk-ins/{walkInId}/consultations": async ({ params, actor }) => {
    if (!(await findVisit(deps.db, params.visitId))) return refuse("not-found");
    return reply(200, { consultations: await showWalkInTalks(deps, params, actor.accountId) });
  },
  "POST /api/office/visits/{visitId}/people/{registrationId}/consultations/{consultationId}/striking": async ({
    params,
    body,
    actor,
    ip,
  }) => {
    const struck = await strikeNote(deps, params, { ...body, actor, by: byAccount({ actor, ip }) });
    return struck.ok ? reply(204, undefined) : struck;
  },
  "POST /api/office/visits/{visitId}/walk-ins/{walkInId}/consultations/{consultationId}/striking": async ({ params, body, actor, ip }) => {
    const struck = await strikeWalkInNote(deps, params, { ...body, actor, by: byAccount({ actor, ip }) });
    return struck.ok ? reply(204, undefined) : struck;
  },
});
