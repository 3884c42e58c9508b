import type { Application } from "../../shared/domain/application.ts";
import type { Booking } from "../../shared/domain/booking.ts";
import { heldBy } from "../../shared/domain/plan-person.ts";
import { type LocalDate, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { listNameOf } from "../../shared/domain/slot.ts";
import { isGivenUp, type WithdrawalBy } from "../../shared/domain/withdrawal.ts";
import { giveUpApplication } from "../applications/application-writes.ts";
import type { Db } from "../platform/db.ts";
import type { Write } from "../platform/transact.ts";
import { roomInTransaction } from "../platform/transaction-room.ts";
import { type Holder, writesFreeing } from "../waitlist/free-seat-writes.ts";
import type { WaitlistEntryItem } from "../waitlist/waitlist-reads.ts";
import { removeEntry } from "../waitlist/waitlist-writes.ts";
import type { AgendaContents } from "./agenda-writes.ts";
import type { AgendaItem } from "./registration-reads.ts";

/** Something of a person at a visit that can be given up. */
export type Part = { waits: WaitlistEntryItem[]; applications: Application[]; bookings: Booking[] };

export const sizeOf = ({ waits, applications, bookings }: Part): number => waits.length + applications.length + bookings.length;

/**
 * As much of it as one transaction takes beside `otherWrites`, each slot named once. Lists come first: no seat is offered to somebody who is about to go.
 */
export const nextPart = ({ waits, applications, bookings }: Part, otherWrites: number): Part => {
  const fits = roomInTransaction(otherWrites);
  return {
    waits: waits.filter(({ entry: { offer } }) => (offer ? fits(3, [offer.slotId]) : fits(1))),
    applications: applications.filter(() => fits(1)),
    bookings: bookings.filter(({ slotId }) => fits(2, [slotId])),
  };
};

/** The bookings as they are once they are given up: as if they had been cancelled one by one, with one mail for all. */
const cancelled = (bookings: readonly Booking[], { by, reason, at }: WithdrawalBy): AgendaItem["bookings"] =>
  Object.fromEntries(
    bookings.map((booking): [string, Booking] => [
      booking.bookingId,
      {
        ...booking,
        state: by === "person" ? "cancelled_by_person" : "cancelled_by_centre",
        sequence: booking.sequence + 1,
        changedAt: at,
        ...(reason && { reason }),
      },
    ]),
  );

/** The agenda without a part of it. */
export const agendaWithout = (
  agenda: AgendaItem,
  { waits, applications, bookings }: Part,
  withdrawal: WithdrawalBy,
  visitOn: LocalDate,
): AgendaContents => {
  const after = { ...agenda.bookings, ...cancelled(bookings, withdrawal) };
  const all: Booking[] = Object.values(after);
  const left = all.filter((booking) => isGivenUp(booking, withdrawal.at));
  return {
    bookings: after,
    // While a plan moves the visit to another day some bookings have followed and some have not.
    ...heldBy(all, [visitOn, ...left.map(({ startsAt }) => seoulDateOf(startsAt))]),
    waits: {
      ...agenda.waits,
      ...Object.fromEntries(waits.map(({ entry: { waitId } }) => [waitId, { ...agenda.waits[waitId], closed: true }])),
    } as AgendaItem["waits"],
    applications: {
      ...agenda.applications,
      ...Object.fromEntries(
        applications.map((application) => [application.applicationId, { ...application, state: "withdrawn" as const }]),
      ),
    },
    ...(agenda.settling && { settling: agenda.settling }),
  };
};

/** What was given up so far, with this part. */
export const withPart = <W extends WithdrawalBy>(withdrawal: W, { waits, applications, bookings }: Part): W => ({
  ...withdrawal,
  bookings: [...withdrawal.bookings, ...bookings.map(({ bookingId }) => bookingId)],
  ended: [
    ...withdrawal.ended,
    ...waits.map(({ entry: { list } }) => ({ kind: "wait" as const, list })),
    ...applications.map(({ postingId }) => ({ kind: "application" as const, list: postingId })),
  ],
});

/** What giving up a part writes beside the agenda: places in lists, the employers' sides of applications, each seat freed or given to its list. */
export const writesGivingUp = async (
  db: Db,
  { visitId, registrationId }: AgendaItem,
  { waits, applications, bookings }: Part,
): Promise<Record<string, Write>> => {
  const seats = [
    ...bookings.map((booking): Holder => ({ slotId: booking.slotId, holder: booking.bookingId, list: listNameOf(booking) })),
    ...waits.flatMap(({ entry: { offer, list } }): Holder[] => (offer ? [{ slotId: offer.slotId, holder: offer.offerId, list }] : [])),
  ];
  return {
    ...Object.fromEntries(waits.map(({ entry }) => [`wait ${entry.waitId}`, removeEntry({ visitId, ...entry }, entry.offer)])),
    ...Object.fromEntries(
      applications.map(({ employerId, applicationId }) => [
        `application ${applicationId}`,
        giveUpApplication({ visitId, employerId, registrationId, applicationId }),
      ]),
    ),
    ...(await writesFreeing(db, visitId, seats)),
  };
};
