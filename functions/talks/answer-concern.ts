import { dueProblem } from "../../shared/domain/follow-up.ts";
import type { AccountId, ConcernId, TalkId } from "../../shared/domain/ids.ts";
import { type LocalDate, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findsFirms } from "../accounts/account-reads.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { type ConcernItem, findConcern, type StoredConcern } from "./talk-reads.ts";
import { changeConcern } from "./talk-writes.ts";

type Which = { talkId: TalkId; concernId: ConcernId; seen: number };
type Wished = (item: ConcernItem | undefined) => boolean;

/** Writes what a concern is from now on, on the version that was seen. */
const change = async ({ db, clock }: Deps, known: ConcernItem, after: StoredConcern, isSame: Wished): Promise<Outcome<undefined>> => {
  const changed = await transact<string>(db, changeConcern(known, after, clock.now()));
  if (changed.ok) return done(undefined);
  return isSame(changed.before.concern as ConcernItem | undefined) ? done(undefined) : refuse("concern-changed");
};

/** Gives a concern an owner and a day. */
export const giveConcern = async (
  deps: Deps,
  { talkId, concernId, seen }: Which,
  { ownerId, dueOn }: { ownerId: AccountId; dueOn: LocalDate },
): Promise<Outcome<undefined>> => {
  const known = await findConcern(deps.db, talkId, concernId);
  if (!known) return refuse("not-found");
  const isSame: Wished = (item) => item?.state === "assigned" && item.ownerId === ownerId && item.dueOn === dueOn;
  if (known.version !== seen) return isSame(known) ? done(undefined) : refuse("concern-changed");
  if (known.state === "answered") return refuse("concern-changed");
  const bad = dueProblem(dueOn, seoulDateOf(deps.clock.now()));
  if (bad) return refuse("invalid-fields", { fields: [{ pointer: "/dueOn", code: bad }] });
  if (!(await findsFirms(deps.db, ownerId))) return refuse("invalid-fields", { fields: [{ pointer: "/ownerId", code: "not-a-choice" }] });
  return change(deps, known, { ...known, state: "assigned", ownerId, dueOn }, isSame);
};

/** Writes the answer to the firm; the mail follows from the table's stream. Whoever answers what nobody had has it. */
export const answerConcern = async (
  deps: Deps,
  { talkId, concernId, seen }: Which,
  { answer: text, byId }: { answer: string; byId: AccountId },
): Promise<Outcome<undefined>> => {
  const known = await findConcern(deps.db, talkId, concernId);
  if (!known) return refuse("not-found");
  const isSame: Wished = (item) => item?.answer?.text === text;
  if (isSame(known)) return done(undefined);
  if (known.version !== seen) return refuse("concern-changed");
  const answer = { text, at: deps.clock.now(), byId, edition: (known.answer?.edition ?? 0) + 1 };
  return change(deps, known, { ...known, state: "answered", ownerId: known.ownerId ?? byId, answer }, isSame);
};
