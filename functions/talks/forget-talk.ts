import type { EmployerId, TalkId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { destroyedIdOf, destroyedInLedger } from "../ledger/destroyed-writes.ts";
import { noteForgotten } from "../ledger/forgotten-writes.ts";
import { type Doer, entryInLedger } from "../ledger/ledger-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { ContentionError, transact, type Write } from "../platform/transact.ts";
import { findTalk, findTalkNumber, listConcernsOf, type TalkItem } from "./talk-reads.ts";
import { dropTalk } from "./talk-writes.ts";

const attempts = 3;

/** Deletes a firm with all that it brought, whatever is written of it meanwhile. Undefined when there is no such firm. */
export const forgetTalk = async (
  { db }: Pick<LedgerDeps, "db">,
  talkId: TalkId,
  { isMeant = () => true, more = {} }: { isMeant?: (talk: TalkItem) => boolean; more?: Record<string, Write> } = {},
): Promise<"gone" | undefined> => {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const talk = await findTalk(db, talkId);
    if (!talk || !isMeant(talk)) return attempt === 1 ? undefined : "gone";
    // After the talk: whatever was written of one since would have changed it, too.
    const [concerns, number] = await Promise.all([listConcernsOf(db, talkId), findTalkNumber(db, talk)]);
    if ((await transact<string>(db, { ...dropTalk(talk, concerns, number?.talkId === talkId), ...more })).ok) return "gone";
  }
  throw new ContentionError("The talk kept changing.");
};

/** What stands in the ledger of it: that it was destroyed, and what a table that is restored forgets again. */
const onWish = ({ ledger }: LedgerDeps, talkId: TalkId, at: Instant): Record<string, Write> => ({
  forgotten: noteForgotten(ledger, { what: "talk", talkId, at }),
  destroyed: destroyedInLedger(ledger, { at, category: "talk", what: "talk", count: 1 }, destroyedIdOf(["talk", talkId])),
});

/** A firm takes its own sign-up back. */
export const withdrawTalk = async (
  deps: LedgerDeps,
  { talkId, employerId }: { talkId: TalkId; employerId: EmployerId },
): Promise<Outcome<undefined>> => {
  await forgetTalk(deps, talkId, { isMeant: (talk) => talk.employerId === employerId, more: onWish(deps, talkId, deps.clock.now()) });
  return done(undefined);
};

/** Staff delete a firm on its wish. */
export const eraseTalk = async (
  deps: LedgerDeps,
  { talkId, reason, by }: { talkId: TalkId; reason: string; by: Doer },
): Promise<Outcome<undefined>> => {
  const { ledger, clock, ids } = deps;
  const at = clock.now();
  const log = entryInLedger(ledger, { at, kind: "talk-erased", ...by, people: 1, reason }, ids.mint("log"));
  return (await forgetTalk(deps, talkId, { more: { ...onWish(deps, talkId, at), log } })) ? done(undefined) : refuse("not-found");
};
