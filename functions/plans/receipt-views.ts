import type { PlanReceipt } from "../../shared/contract/plans.ts";
import { type Booking, isLive } from "../../shared/domain/booking.ts";
import type { VisitId } from "../../shared/domain/ids.ts";
import { maskName } from "../../shared/domain/mask-name.ts";
import type { Plan } from "../../shared/domain/plan.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { findPeople } from "../registrations/person-reads.ts";
import { findVisit, findVisits, type PlannedVisit } from "../visits/visit-reads.ts";
import { listPlans, mailStatesOf, planOf, type ReceiptItem } from "./plan-reads.ts";

/** Where a person is expected now. */
const whereOf = ({ startsAt, deskId }: Booking, visitId: VisitId, planned: PlannedVisit | undefined) => ({
  ...{ startsAt, visitId },
  place: planned ? { nameKo: planned.place.nameKo, nameEn: planned.place.nameEn } : null,
  deskLabel: planned?.visit.desks.find((desk) => desk.deskId === deskId)?.label ?? null,
});

/** The plans of a visit, the newest first. A change of a desk is drafted and started in one go: a draft of one was refused, and is nothing to come back to. */
export const listPlansOfVisit = async ({ db }: Deps, visitId: VisitId): Promise<Outcome<Plan[]>> => {
  const [planned, items] = await Promise.all([findVisit(db, visitId), listPlans(db, visitId)]);
  if (!planned) return refuse("not-found");
  const plans = items.map(planOf).filter(({ state, change }) => state !== "draft" || !("deskId" in change));
  const at = ({ startedAt, madeAt }: Plan): string => startedAt ?? madeAt;
  return done(plans.sort((a, b) => at(b).localeCompare(at(a))));
};

/** What became of whom, and how it stands with the mail that tells it; by name. */
export const receiptsOf = async ({ db }: Deps, receipts: readonly ReceiptItem[]): Promise<PlanReceipt[]> => {
  const visitIds = [...new Set(receipts.flatMap(({ bookings }) => bookings.map(({ visitId }) => visitId)))];
  const [visits, named, mails] = await Promise.all([
    findVisits(db, visitIds),
    findPeople(
      db,
      receipts.map(({ personId }) => personId),
    ),
    mailStatesOf(db, receipts),
  ]);
  return receipts
    .map(({ registrationId, personId, doneAt, bookings }, i) => ({
      registrationId,
      maskedName: maskName(named.get(personId)?.name ?? "○○"),
      doneAt,
      bookings: bookings.map(({ before, result, after, visitId }) => ({
        ...{ bookingId: before.bookingId, startsAt: before.startsAt, result },
        to: isLive(after) ? whereOf(after, visitId, visits.get(visitId)) : null,
      })),
      mail: mails[i] ?? null,
    }))
    .sort((a, b) => a.maskedName.localeCompare(b.maskedName, "ko") || a.registrationId.localeCompare(b.registrationId));
};
