import type { inquiryOperations } from "../../shared/contract/inquiries.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { answerInquiry } from "./answer-inquiry.ts";
import { askCentre } from "./ask-centre.ts";
import { showInquiries } from "./show-inquiries.ts";

export const inquiryRoutes = (deps: LedgerDeps): Handlers<typeof inquiryOperations> => ({
  "PUT /api/inquiries/{inquiryId}": async ({ params, body, ip }) => {
    const asked = await askCentre(deps, { ...params, ip }, body);
    return asked.ok ? reply(204, undefined) : asked;
  },
  "GET /api/office/inquiries": async ({ query: { list = "open", after } }) => reply(200, await showInquiries(deps, list, after)),
  "PUT /api/office/inquiries/{inquiryId}/answer": async ({ params, body, actor }) => {
    const answered = await answerInquiry(deps, { ...params, byId: actor.accountId }, body.answer);
    return answered.ok ? reply(204, undefined) : answered;
  },
});
