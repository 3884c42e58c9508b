import type { employerOperations } from "../../shared/contract/employers.ts";
import { refuse } from "../../shared/problem/catalogue.ts";
import { byAccount } from "../ledger/ledger-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { listPostings } from "../postings/posting-reads.ts";
import { renewPosting, writePosting } from "../postings/write-posting.ts";
import { askForSlots } from "../slots/ask-for-slots.ts";
import { viewSlotRequests } from "../slots/slot-request-views.ts";
import { withdrawRequest } from "../slots/withdraw-slot-request.ts";
import { findEmployer } from "./employer-reads.ts";
import { registerEmployer } from "./register-employer.ts";

export const employerRoutes = (deps: LedgerDeps): Handlers<typeof employerOperations> => ({
  "PUT /api/employers/{employerId}": async ({ params, body, actor, ip }) => {
    const registered = await registerEmployer(deps, { employerId: params.employerId, profile: body, actor, by: byAccount({ actor, ip }) });
    return registered.ok ? reply(registered.value.isNew ? 201 : 200, registered.value.employer) : registered;
  },
  "GET /api/employers/{employerId}": async ({ params }) => {
    const employer = await findEmployer(deps.db, params.employerId);
    return employer ? reply(200, employer) : refuse("not-found");
  },
  "GET /api/employers/{employerId}/postings": async ({ params }) =>
    reply(200, { postings: await listPostings(deps.db, params.employerId) }),
  "PUT /api/employers/{employerId}/postings/{postingId}": async ({ params, body }) => {
    const written = await writePosting(deps, { ...params, draft: body });
    return written.ok ? reply(written.value.isNew ? 201 : 200, written.value.posting) : written;
  },
  "POST /api/employers/{employerId}/postings/{postingId}/renewal": async ({ params }) => {
    const renewed = await renewPosting(deps, params);
    return renewed.ok ? reply(200, renewed.value) : renewed;
  },
  "GET /api/employers/{employerId}/slot-requests": async ({ params }) =>
    reply(200, { requests: await viewSlotRequests(deps.db, params.employerId) }),
  "PUT /api/employers/{employerId}/slot-requests/{slotRequestId}": async ({ params, body }) => {
    const asked = await askForSlots(deps, { ...params, draft: body });
    return asked.ok ? reply(asked.value.isNew ? 201 : 200, asked.value.request) : asked;
  },
  "DELETE /api/employers/{employerId}/slot-requests/{slotRequestId}": async ({ params }) => {
    const withdrawn = await withdrawRequest(deps, params);
    return withdrawn.ok ? reply(200, withdrawn.value) : withdrawn;
  },
});
