import { isLive } from "../../shared/domain/booking.ts";
import type { AccountId, BookingId, FollowUpId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { type ConfirmedBy, type Placement, startProblem, stayChecksOf } from "../../shared/domain/placement.ts";
import { type LocalDate, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { openFollowUp } from "../follow-ups/follow-up-writes.ts";
import type { Deps } from "../platform/deps.ts";
import { transact, type Write } from "../platform/transact.ts";
import { listReferralsOf } from "../referrals/referral-reads.ts";
import { whileNotHired } from "../referrals/referral-writes.ts";
import { findAgenda } from "../registrations/registration-reads.ts";
import { whileKnown } from "../registrations/registration-writes.ts";
import { findOutcome } from "../table/outcome-reads.ts";
import { findPlacement, findSaidResult, placementOf } from "./result-reads.ts";
import { addPlacement, isTheirs } from "./result-writes.ts";

type Wish = { visitId: VisitId; registrationId: RegistrationId; bookingId: BookingId; byId: AccountId } & {
  startedOn: LocalDate;
  confirmedBy: ConfirmedBy;
};

/**
 * The centre confirms that somebody was hired, which one of both sides says. With it the checks after one, three and six months are on the list of who confirmed
 * it: all of it or nothing. A placement that is there is answered as it stands.
 */
export const confirmPlacement = async (
  deps: Deps,
  { visitId, registrationId, bookingId, byId, startedOn, confirmedBy }: Wish,
): Promise<Outcome<{ isNew: boolean; placement: Placement }>> => {
  const { db, clock, ids } = deps;
  const agenda = await findAgenda(db, visitId, registrationId);
  const booking = agenda?.bookings[bookingId];
  if (!booking || !isLive(booking) || !booking.employerId) return refuse("not-found");
  const now = clock.now();
  if (now < booking.startsAt) return refuse("interview-ahead");
  const known = await findPlacement(db, visitId, bookingId);
  if (known) return done({ isNew: false, placement: placementOf(known) });
  // Nobody begins before they were interviewed, or so late that the last check lies beyond what follow-ups reach.
  const today = seoulDateOf(now);
  const bad = startProblem(startedOn, seoulDateOf(booking.startsAt), today);
  if (bad) return refuse("invalid-fields", { fields: [{ pointer: "/startedOn", code: bad }] });
  const [outcome, said] = await Promise.all([
    findOutcome(db, visitId, booking.employerId, bookingId),
    findSaidResult(db, visitId, bookingId),
  ]);
  if (outcome?.outcome !== "hired" && said?.result !== "hired") return refuse("not-hired");
  const { personId } = agenda;
  // Hired is hired once, by which way the centre heard of it first.
  const referred = (await listReferralsOf(db, personId)).filter(
    ({ job }) => job.visitId === visitId && job.postingId === booking.postingId,
  );
  if (referred.some(({ hired }) => hired)) return refuse("already-placed");
  const placement = { visitId, registrationId, bookingId, byId, startedOn, confirmedBy, confirmedAt: now, checks: [] };
  const checks = stayChecksOf(startedOn, today).map(({ month, ...task }): [string, Write] => [
    `check${month}`,
    openFollowUp({
      ...{ followUpId: ids.mint("fup") as FollowUpId, personId, visitId, registrationId, ownerId: byId, openedAt: now },
      ...{ cause: "stay-check", stay: { bookingId, month }, ...task, waitingFor: "us" },
    }),
  ]);
  const result = await transact<string>(db, {
    placement: addPlacement(placement),
    theirs: isTheirs(visitId, registrationId, bookingId),
    known: whileKnown(personId),
    ...Object.fromEntries(referred.map((item) => [`referral ${item.referralId}`, whileNotHired(item)])),
    ...Object.fromEntries(checks),
  });
  if (result.ok) return done({ isNew: true, placement: placementOf(placement) });
  const before = result.refused.includes("placement") ? await findPlacement(db, visitId, bookingId) : undefined;
  if (before) return done({ isNew: false, placement: placementOf(before) });
  return refuse(result.refused.some((label) => label.startsWith("referral")) ? "already-placed" : "not-found");
};
