import type { EmployerId, TalkId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { type Doer, entryInLedger } from "../ledger/ledger-writes.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { ContentionError, transact, type Write } from "../platform/transact.ts";
import { findTalk, listConcernsOf, type TalkItem } from "./talk-reads.ts";
import { dropTalk } from "./talk-writes.ts";

const attempts = 3;

/** Deletes a firm with all that it brought, whatever is written of it meanwhile. Undefined when there is no such firm. */
const forget = async (
  { db }: LedgerDeps,
  talkId: TalkId,
  { isMeant, more }: { isMeant: (talk: TalkItem) => boolean; more?: Record<string, Write> },
): Promise<"gone" | undefined> => {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const talk = await findTalk(db, talkId);
    if (!talk || !isMeant(talk)) return attempt === 1 ? undefined : "gone";
    // After the talk: whatever was written of one since would have changed it, too.
    const concerns = await listConcernsOf(db, talkId);
    if ((await transact<string>(db, { ...dropTalk(talk, concerns), ...more })).ok) return "gone";
  }
  throw new ContentionError("The talk kept changing.");
};

/** A firm takes its own sign-up back. */
export const withdrawTalk = async (
  deps: LedgerDeps,
  { talkId, employerId }: { talkId: TalkId; employerId: EmployerId },
): Promise<Outcome<undefined>> => {
  await forget(deps, talkId, { isMeant: (talk) => talk.employerId === employerId });
  return done(undefined);
};

/** Staff delete a firm on its wish. */
export const eraseTalk = async (
  deps: LedgerDeps,
  { talkId, reason, by }: { talkId: TalkId; reason: string; by: Doer },
): Promise<Outcome<undefined>> => {
  const { ledger, clock, ids } = deps;
  const log = entryInLedger(ledger, { at: clock.now(), kind: "talk-erased", ...by, people: 1, reason }, ids.mint("log"));
  return (await forget(deps, talkId, { isMeant: () => true, more: { log } })) ? done(undefined) : refuse("not-found");
};
