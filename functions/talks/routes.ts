import type { talkOperations } from "../../shared/contract/talks.ts";
import type { TalkId } from "../../shared/domain/ids.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import type { Outcome } from "../../shared/problem/catalogue.ts";
import { byAccount } from "../ledger/ledger-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { type Handlers, reply } from "../platform/reply.ts";
import { answerConcern, giveConcern } from "./answer-concern.ts";
import { correctTalk } from "./correct-talk.ts";
import { countBrought } from "./count-concerns.ts";
import { eraseTalk, withdrawTalk } from "./forget-talk.ts";
import { showConcerns, showOwnTalks, showTalk } from "./show-talks.ts";
import { signUpFirm, signUpOwnFirm } from "./sign-up-firm.ts";

export const talkRoutes = (deps: LedgerDeps): Handlers<typeof talkOperations> => {
  /** The talk as it stands now. */
  const answer = async <Status extends 200 | 201>(status: Status, talkId: TalkId) => {
    const shown = await showTalk(deps, talkId);
    return shown.ok ? reply(status, shown.value) : shown;
  };
  const after = async (changed: Outcome<undefined>, talkId: TalkId) => (changed.ok ? answer(200, talkId) : changed);
  return {
    "GET /api/office/employers/{employerId}/talks": async ({ params }) =>
      reply(200, { talks: await showOwnTalks(deps, params.employerId) }),
    "PUT /api/office/employers/{employerId}/talks/{talkId}": async ({ params, body, actor }) => {
      const signedUp = await signUpOwnFirm(deps, { ...params, byId: actor.accountId }, body);
      return signedUp.ok ? reply(204, undefined) : signedUp;
    },
    "POST /api/office/employers/{employerId}/talks/{talkId}/withdrawal": async ({ params }) => {
      const withdrawn = await withdrawTalk(deps, params);
      return withdrawn.ok ? reply(204, undefined) : withdrawn;
    },
    "GET /api/office/concerns": async ({ query: { list = "open", after: place } }) =>
      reply(200, { today: seoulDateOf(deps.clock.now()), ...(await showConcerns(deps, list, place)) }),
    "GET /api/office/talks/{talkId}": ({ params }) => answer(200, params.talkId),
    "PUT /api/office/talks/{talkId}": async ({ params, body, actor }) => {
      const signedUp = await signUpFirm(deps, { ...params, byId: actor.accountId }, body);
      return signedUp.ok ? answer(signedUp.value.isNew ? 201 : 200, params.talkId) : signedUp;
    },
    "PUT /api/office/talks/{talkId}/correction": async ({ params: { talkId }, body }) =>
      after(await correctTalk(deps, talkId, body), talkId),
    "PUT /api/office/talks/{talkId}/concerns/{concernId}/owner": async ({ params, body: { seen, ...wish } }) =>
      after(await giveConcern(deps, { ...params, seen }, wish), params.talkId),
    "PUT /api/office/talks/{talkId}/concerns/{concernId}/answer": async ({ params, body: { seen, answer: text }, actor }) =>
      after(await answerConcern(deps, { ...params, seen }, { answer: text, byId: actor.accountId }), params.talkId),
    "POST /api/office/talks/{talkId}/erasure": async ({ params, body, actor, ip }) => {
      const erased = await eraseTalk(deps, { ...params, ...body, by: byAccount({ actor, ip }) });
      return erased.ok ? reply(204, undefined) : erased;
    },
    "GET /api/office/concern-counts": async ({ query: { from, to } }) => reply(200, await countBrought(deps, from, to)),
  };
};
