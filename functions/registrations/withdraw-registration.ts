import type { RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { type Withdrawal, withdrawalRefusal } from "../../shared/domain/withdrawal.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { noteForgotten } from "../ledger/forgotten-writes.ts";
import type { StaffAct } from "../platform/actor.ts";
import type { Deps, LedgerDeps } from "../platform/deps.ts";
import { ContentionError, transact } from "../platform/transact.ts";
import { cancelTicket } from "../tickets/ticket-writes.ts";
import { addToVisitLog } from "../visits/visit-log-writes.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { findAgenda, findPersonOfVisit, listWithdrawing } from "./registration-reads.ts";
import { withdrawRegistration as withdraw } from "./registration-writes.ts";
import { withdrawalStep } from "./withdrawal-step.ts";

type Withdrawing = {
  visitId: VisitId;
  registrationId: RegistrationId;
  /** The registration that was looked at: one that was made after it was taken back is not meant. */
  registeredAt: Instant;
  staff?: StaffAct | undefined;
  /** In a table that was restored: when it was, and that its person was told then. */
  at?: Instant;
  isTold?: true;
};

/** How often it is worked out anew when others write in the same moment; several tabs and lists of one person can. */
const attempts = 12;

/**
 * A person is not coming after all: in one transaction their ticket is cancelled, nothing new can be booked, and what they have at the visit ends, each seat freed
 * or given to its list as if it had been cancelled by itself. Where that is more than a transaction takes, the rest follows at once, or after a crash by
 * `finish-withdrawals`. Refused once they are here: whoever is scanned in the same moment stays. Sent again it answers the same.
 */
export const withdrawRegistration = async (deps: LedgerDeps, withdrawing: Withdrawing): Promise<Outcome<undefined>> => {
  const { db, ledger, clock, ids } = deps;
  const { visitId, registrationId, registeredAt, staff, isTold } = withdrawing;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const at = withdrawing.at ?? clock.now();
    const [planned, person] = await Promise.all([findVisit(db, visitId), findPersonOfVisit(db, visitId, registrationId)]);
    if (!planned || !person) return refuse("not-found");
    const { registration, agenda } = person;
    const { withdrawals: earlier = [] } = agenda;
    if (registration.withdrawnAt || registration.registration.registeredAt !== registeredAt) {
      const isIt = (one: Withdrawal) => one.registeredAt === registeredAt;
      // Two items read at once may be from before and after a write: the agenda that follows the registration is read after it.
      if (!earlier.some(isIt) && !(await findAgenda(db, visitId, registrationId))?.withdrawals?.some(isIt)) return refuse("not-found");
      await finishWithdrawal(deps, visitId, registrationId);
      return done(undefined);
    }
    const refused = withdrawalRefusal(planned.visit, registration.arrival?.at, at);
    if (refused) return refuse(refused);
    const withdrawal: Withdrawal = {
      ...{ registeredAt, at, bookings: [], ended: [] },
      ...(staff ? { by: "centre", reason: staff.reason } : { by: "person" }),
      ...(isTold && { isTold }),
    };
    const step = await withdrawalStep(db, agenda, { earlier, withdrawal, visitOn: planned.visit.date, now: at });
    const result = await transact<string>(db, {
      registration: withdraw(registration, at),
      ...(registration.ticketCode && { ticket: cancelTicket(visitId, registration.ticketCode, at) }),
      ...(staff && { log: addToVisitLog({ visitId, at, registrationId, did: "withdrew", ...staff }, ids.mint("log")) }),
      forgotten: noteForgotten(ledger, { what: "registration", visitId, registrationId, registeredAt, at }),
      ...step.writes,
    });
    if (!result.ok) continue;
    if (!step.isLast) await finishWithdrawal(deps, visitId, registrationId);
    return done(undefined);
  }
  throw new ContentionError(`The registration ${registrationId} kept changing.`);
};

/** Goes on with a withdrawal until nothing is left. May be called any time, any number of times, by several at once. */
export const finishWithdrawal = async (
  { db, clock }: Pick<Deps, "db" | "clock">,
  visitId: VisitId,
  registrationId: RegistrationId,
): Promise<void> => {
  for (let lost = 0; lost < attempts; ) {
    const [planned, agenda] = await Promise.all([findVisit(db, visitId), findAgenda(db, visitId, registrationId)]);
    const withdrawal = agenda?.withdrawals?.at(-1);
    if (!planned || !agenda || !withdrawal || withdrawal.doneAt) return;
    const earlier = agenda.withdrawals?.slice(0, -1) ?? [];
    const { writes } = await withdrawalStep(db, agenda, { earlier, withdrawal, visitOn: planned.visit.date, now: clock.now() });
    if (!(await transact<string>(db, writes)).ok) lost += 1;
  }
  throw new ContentionError(`The agenda ${registrationId} kept changing.`);
};

/** Takes up every withdrawal that was left unfinished; each is on its own, so that one that fails does not keep the others waiting. */
export const finishWithdrawals = async (deps: Deps): Promise<void> => {
  const failed: unknown[] = [];
  for (const { visitId, registrationId } of await listWithdrawing(deps.db)) {
    try {
      await finishWithdrawal(deps, visitId, registrationId);
    } catch (error) {
      deps.log.error("withdrawal.stopped", { registrationId, error: error instanceof Error ? error.name : "unknown" });
      failed.push(error);
    }
  }
  if (failed.length > 0) throw new AggregateError(failed, "Withdrawals stopped; the next run takes them up.");
};
