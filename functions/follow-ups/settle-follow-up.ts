import { dueProblem, type NextStep } from "../../shared/domain/follow-up.ts";
import type { AccountId, FollowUpId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { rolesAnywhere } from "../../shared/domain/roles-at.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findAccount, visitRolesOf } from "../accounts/account-reads.ts";
import type { Deps } from "../platform/deps.ts";
import { transact, type Write } from "../platform/transact.ts";
import { findRegistered } from "../registrations/registration-reads.ts";
import { whileKnown } from "../registrations/registration-writes.ts";
import { type FollowUpItem, type FollowUpStep, findFollowUp } from "./follow-up-reads.ts";
import { closeFollowUp, handFollowUp, openFollowUp, postponeFollowUp } from "./follow-up-writes.ts";
import { stayWrites } from "./stay-writes.ts";

export type Which = { visitId: VisitId; registrationId: RegistrationId; followUpId: FollowUpId };
/** Who does it, on which version of it. */
type Act = { byId: AccountId; seen: number };

/** The follow-up of somebody who is registered there; undefined for anybody else's. */
const find = async ({ db }: Deps, { visitId, registrationId, followUpId }: Which): Promise<FollowUpItem | undefined> => {
  const person = await findRegistered(db, { visitId, registrationId });
  return person && findFollowUp(db, person.personId, followUpId);
};

type Step = FollowUpStep & { seen: number };

/** Whether this is the very change that was made last: the same request again, whose answer was lost. */
const isMade = ({ version, steps }: FollowUpItem, { seen, did, byId, words }: Step): boolean => {
  const last = steps.at(-1);
  return version === seen + 1 && last?.did === did && last.byId === byId && last.words === words;
};

/** Writes on the version that was seen; whatever changed it since is told. */
const write = async (
  { db }: Deps,
  item: FollowUpItem,
  step: Step,
  change: (step: FollowUpStep) => Write,
  more: Readonly<Record<string, Write>> = {},
): Promise<Outcome<undefined>> => {
  if (isMade(item, step)) return done(undefined);
  const { seen, ...made } = step;
  if (item.state !== "open" || item.version !== seen) return refuse("follow-up-changed");
  const result = await transact<string>(db, { change: change(made), known: whileKnown(item.personId), ...more });
  if (result.ok) return done(undefined);
  if (result.refused.includes("known")) return refuse("not-found");
  const now = result.before.change as FollowUpItem | undefined;
  return now && isMade(now, step) ? done(undefined) : refuse("follow-up-changed");
};

type Settled = { how: "done" | "given-up"; result: string; next: NextStep | null; stays?: boolean | undefined };

/** What came of it, in words; and what is next, where it goes on. */
export const settleFollowUp = async (
  deps: Deps,
  which: Which,
  { byId, seen, how, result, next, stays }: Act & Settled,
): Promise<Outcome<undefined>> => {
  const item = await find(deps, which);
  if (!item) return refuse("not-found");
  const bad = next && dueProblem(next.dueOn, seoulDateOf(deps.clock.now()));
  if (bad) return refuse("invalid-fields", { fields: [{ pointer: "/next/dueOn", code: bad }] });
  const { stay } = item;
  // Of a check that is done the answer is what counts; of anything else there is none.
  const asksStay = stay !== undefined && how === "done";
  if (asksStay !== (stays !== undefined))
    return refuse("invalid-fields", { fields: [{ pointer: "/stays", code: asksStay ? "required" : "unknown-field" }] });
  const at = deps.clock.now();
  const { personId, visitId, registrationId, cause, consultationId, referralId, ownerId } = item;
  const goesOn =
    next &&
    openFollowUp({
      ...{ personId, visitId, registrationId, cause, ownerId, ...next, openedAt: at },
      ...(consultationId && { consultationId }),
      ...(referralId && { referralId }),
      // Nobody could be asked yet: what goes on is still the check.
      ...(stay && stays === undefined && { stay }),
      followUpId: deps.ids.mint("fup") as FollowUpId,
    });
  const step = { at, byId, did: how, words: result, seen } as const;
  const noted = stay && stays !== undefined ? await stayWrites(deps.db, item, { stay, stays }, { at, byId }) : {};
  return write(deps, item, step, (made) => closeFollowUp(item, how, made), { ...noted, ...(goesOn && { goesOn }) });
};

/** Another day, or somebody else's turn. */
export const putOffFollowUp = async (
  deps: Deps,
  which: Which,
  { byId, seen, reason, ...next }: Act & { reason: string } & Pick<NextStep, "dueOn" | "waitingFor">,
): Promise<Outcome<undefined>> => {
  const item = await find(deps, which);
  if (!item) return refuse("not-found");
  const bad = dueProblem(next.dueOn, seoulDateOf(deps.clock.now()));
  if (bad) return refuse("invalid-fields", { fields: [{ pointer: "/dueOn", code: bad }] });
  const step = { at: deps.clock.now(), byId, did: "postponed", words: reason, seen } as const;
  return write(deps, item, step, (made) => postponeFollowUp(item, next, made));
};

/** Somebody else sees to it from now on. */
export const giveFollowUp = async (
  deps: Deps,
  which: Which,
  { byId, seen, to, reason }: Act & { to: AccountId; reason: string },
): Promise<Outcome<undefined>> => {
  const [item, account] = await Promise.all([find(deps, which), findAccount(deps.db, to)]);
  if (!item) return refuse("not-found");
  const now = deps.clock.now();
  const visitRoles = account ? await visitRolesOf(deps, account) : [];
  const roles = account ? rolesAnywhere({ staffRoles: account.staffRoles ?? [], visitRoles }) : [];
  if (!roles.includes("counsellor") && !roles.includes("manager")) return refuse("cannot-follow-up");
  const step = { at: now, byId, did: "handed", words: reason, seen } as const;
  return write(deps, item, step, (made) => handFollowUp(item, to, made));
};
