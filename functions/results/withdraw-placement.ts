import type { AccountId, BookingId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { endStayChecks } from "../follow-ups/stay-writes.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { findAgenda } from "../registrations/registration-reads.ts";
import { addToVisitLog } from "../visits/visit-log-writes.ts";
import { findPlacement } from "./result-reads.ts";
import { dropPlacement } from "./result-writes.ts";

type Withdrawn = { visitId: VisitId; registrationId: RegistrationId; bookingId: BookingId; byId: AccountId } & {
  reason: string;
  confirmedAt: Instant;
};

/** How often it is decided anew when one of its checks is answered or put off in the same moment. */
const attempts = 4;

/**
 * Takes back a placement that was confirmed by mistake: whatever counts placements counts it no more, the checks that are left of it are closed, and the log keeps
 * who did it and why. One that is not there any more, or was confirmed anew since, is left as it is.
 */
export const withdrawPlacement = async (deps: Deps, which: Withdrawn, attempt = 1): Promise<Outcome<undefined>> => {
  const { db, clock, ids } = deps;
  const { visitId, registrationId, bookingId, byId, reason, confirmedAt } = which;
  const [agenda, placement] = await Promise.all([findAgenda(db, visitId, registrationId), findPlacement(db, visitId, bookingId)]);
  if (!agenda?.bookings[bookingId]) return refuse("not-found");
  if (placement?.confirmedAt !== confirmedAt) return done(undefined);
  const at = clock.now();
  const entry = { visitId, registrationId, bookingId, at, did: "took-back-placement", staffId: byId, reason } as const;
  const result = await transact<string>(db, {
    placement: dropPlacement(placement),
    log: addToVisitLog(entry, ids.mint("log")),
    ...(await endStayChecks(db, agenda.personId, bookingId, { at, byId, words: { kind: "placement-taken-back", reason } })),
  });
  if (result.ok || result.refused.includes("placement")) return done(undefined);
  return attempt < attempts ? withdrawPlacement(deps, which, attempt + 1) : refuse("follow-up-changed");
};
