import type { Application } from "../../shared/domain/application.ts";
import type { Booking } from "../../shared/domain/booking.ts";
import { heldBy } from "../../shared/domain/plan-person.ts";
import { type Instant, type LocalDate, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { listNameOf } from "../../shared/domain/slot.ts";
import { isGivenUp, isUnanswered, type Withdrawal } from "../../shared/domain/withdrawal.ts";
import { giveUpApplication } from "../applications/application-writes.ts";
import type { Db } from "../platform/db.ts";
import type { Write } from "../platform/transact.ts";
import { roomInTransaction } from "../platform/transaction-room.ts";
import { type Holder, writesFreeing } from "../waitlist/free-seat-writes.ts";
import { findEntriesOf, type WaitlistEntryItem } from "../waitlist/waitlist-reads.ts";
import { removeEntry } from "../waitlist/waitlist-writes.ts";
import { giveUpAgenda } from "./agenda-writes.ts";
import { type AgendaItem, bookingsOf } from "./registration-reads.ts";

/** What a transaction writes besides: registration, ticket, agenda, log. */
const baseCost = 4;

/** Something of a person that can be given up. */
type Part = { waits: WaitlistEntryItem[]; applications: Application[]; bookings: Booking[] };

const leftOf = async (db: Db, agenda: AgendaItem, at: Instant): Promise<Part> => ({
  waits: await findEntriesOf(db, agenda.visitId, agenda.waits),
  applications: Object.values(agenda.applications).filter(isUnanswered),
  bookings: bookingsOf(agenda)
    .filter((booking) => isGivenUp(booking, at))
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt)),
});

/** As much of it as one transaction takes, each slot named once. Lists come first: no seat is offered to somebody who is about to go. */
const nextPart = ({ waits, applications, bookings }: Part): Part => {
  const fits = roomInTransaction(baseCost);
  return {
    waits: waits.filter(({ entry: { offer } }) => (offer ? fits(3, [offer.slotId]) : fits(1))),
    applications: applications.filter(() => fits(1)),
    bookings: bookings.filter(({ slotId }) => fits(2, [slotId])),
  };
};

const sizeOf = ({ waits, applications, bookings }: Part): number => waits.length + applications.length + bookings.length;

/** The bookings as they are once they are given up: as if they had been cancelled one by one, with one mail for all. */
const cancelled = (bookings: readonly Booking[], { by, reason, at }: Withdrawal): AgendaItem["bookings"] =>
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

const contentsAfter = (agenda: AgendaItem, { waits, applications, bookings }: Part, withdrawal: Withdrawal, visitOn: LocalDate) => {
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
      ...Object.fromEntries(applications.map((application) => [application.applicationId, { ...application, state: "withdrawn" as const }])),
    },
    ...(agenda.settling && { settling: agenda.settling }),
  };
};

/**
 * What one transaction writes of a withdrawal, worked out from the agenda that was read and refused when that has changed: all that the person has at the visit,
 * or where that is more than it takes, a part of it. `isLast`: nothing is left after it; then it says so, and the mail follows from that.
 */
export const withdrawalStep = async (
  db: Db,
  agenda: AgendaItem,
  { earlier, withdrawal, visitOn, now }: { earlier: readonly Withdrawal[]; withdrawal: Withdrawal; visitOn: LocalDate; now: Instant },
): Promise<{ writes: Record<string, Write>; isLast: boolean }> => {
  const { visitId, registrationId } = agenda;
  const left = await leftOf(db, agenda, withdrawal.at);
  const part = nextPart(left);
  const isLast = sizeOf(part) === sizeOf(left);
  const seats = [
    ...part.bookings.map((booking): Holder => ({ slotId: booking.slotId, holder: booking.bookingId, list: listNameOf(booking) })),
    ...part.waits.flatMap(({ entry: { offer, list } }): Holder[] => (offer ? [{ slotId: offer.slotId, holder: offer.offerId, list }] : [])),
  ];
  const soFar: Withdrawal = {
    ...withdrawal,
    bookings: [...withdrawal.bookings, ...part.bookings.map(({ bookingId }) => bookingId)],
    ended: [
      ...withdrawal.ended,
      ...part.waits.map(({ entry: { list } }) => ({ kind: "wait" as const, list })),
      ...part.applications.map(({ postingId }) => ({ kind: "application" as const, list: postingId })),
    ],
    ...(isLast && { doneAt: now }),
  };
  return {
    writes: {
      agenda: giveUpAgenda(agenda, contentsAfter(agenda, part, withdrawal, visitOn), earlier, soFar),
      ...Object.fromEntries(part.waits.map(({ entry }) => [`wait ${entry.waitId}`, removeEntry({ visitId, ...entry }, entry.offer)])),
      ...Object.fromEntries(
        part.applications.map(({ employerId, applicationId }) => [
          `application ${applicationId}`,
          giveUpApplication({ visitId, employerId, registrationId, applicationId }),
        ]),
      ),
      ...(await writesFreeing(db, visitId, seats)),
    },
    isLast,
  };
};
