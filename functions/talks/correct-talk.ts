import { isDeepStrictEqual } from "node:util";
import type { TalkCorrection } from "../../shared/contract/talks.ts";
import { type ConcernDraft, mostConcerns } from "../../shared/domain/concern.ts";
import type { TalkId, VisitId } from "../../shared/domain/ids.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, type Refusal, refuse } from "../../shared/problem/catalogue.ts";
import { findLead } from "../leads/lead-reads.ts";
import type { Db } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { type ConcernItem, findTalk, findTalkNumber, listConcernsOf, type TalkItem } from "./talk-reads.ts";
import { rewriteTalk } from "./talk-writes.ts";

type Wish = Omit<TalkCorrection, "seen">;
type Known = { talk: TalkItem; concerns: Map<string, ConcernItem> };

const findKnown = async (db: Db, talkId: TalkId): Promise<Known | undefined> => {
  const talk = await findTalk(db, talkId);
  if (!talk) return undefined;
  // After the talk: whatever was written of one since would have changed it, too.
  const items = await listConcernsOf(db, talkId);
  return { talk, concerns: new Map(items.map((item) => [item.concernId, item])) };
};

const isSameConcern = (item: ConcernItem | undefined, { category, text }: ConcernDraft): boolean =>
  item?.category === category && item.text === text;

/** It stands as it is wished already: the same, sent again. */
const isSame = ({ talk, concerns }: Known, { nameKo, visitId, contact, concerns: drafts }: Wish): boolean =>
  talk.nameKo === nameKo &&
  talk.visitId === visitId &&
  isDeepStrictEqual(talk.contact, contact) &&
  drafts.every((draft) => isSameConcern(concerns.get(draft.concernId), draft));

/** A firm that was at another visit: any that takes place, since what is corrected may be long over. */
const visitProblem = async (db: Db, visitId: VisitId): Promise<Refusal | undefined> => {
  const planned = await findVisit(db, visitId);
  if (!planned) return refuse("invalid-fields", { fields: [{ pointer: "/visitId", code: "not-a-choice" }] });
  return planned.visit.state === "cancelled" ? refuse("visit-not-open") : undefined;
};

/**
 * Corrects what was written down of a firm, and adds what else troubles it, on the version that was seen: a concern that somebody answered meanwhile is not
 * written over unseen. Answers stay, and are not told anew.
 */
export const correctTalk = async ({ db, clock }: Deps, talkId: TalkId, { seen, ...wish }: TalkCorrection): Promise<Outcome<undefined>> => {
  const known = await findKnown(db, talkId);
  if (!known) return refuse("not-found");
  if (isSame(known, wish)) return done(undefined);
  const { talk, concerns } = known;
  if (talk.version !== seen) return refuse("talk-changed");
  const added = wish.concerns.filter(({ concernId }) => !concerns.has(concernId));
  if (concerns.size + added.length > mostConcerns)
    return refuse("invalid-fields", { fields: [{ pointer: "/concerns", code: "too-long", limit: mostConcerns }] });
  const bad = wish.visitId === talk.visitId ? undefined : await visitProblem(db, wish.visitId);
  if (bad) return bad;
  const [number, lead] = await Promise.all([findTalkNumber(db, talk), talk.leadId && findLead(db, talk.leadId)]);
  const now = clock.now();
  const rewritten = wish.concerns.flatMap((draft) => {
    const was = concerns.get(draft.concernId);
    if (isSameConcern(was, draft)) return [];
    return [{ was, now: was ? { ...was, ...draft } : { ...draft, talkId, broughtOn: seoulDateOf(now), state: "new" as const } }];
  });
  const { nameKo, visitId, contact } = wish;
  const result = await transact<string>(
    db,
    rewriteTalk(talk, { ...talk, nameKo, visitId, contact, changedAt: now }, rewritten, {
      ...{ hasNumber: number?.talkId === talkId, hasLead: lead !== undefined },
    }),
  );
  if (result.ok) return done(undefined);
  const after = await findKnown(db, talkId);
  if (after && isSame(after, wish)) return done(undefined);
  // Of several reasons the one that the reader can do something about.
  return refuse(result.refused.includes("talk") || !result.refused.includes("number") ? "talk-changed" : "firm-signed-up");
};
