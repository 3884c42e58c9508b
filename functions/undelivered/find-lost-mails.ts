import { bookedMessageOf } from "../../shared/copy/messages/booked-message.ts";
import type { MessageId } from "../../shared/copy/messages/messages.ts";
import { concernsEmployer } from "../../shared/domain/consent-withdrawal.ts";
import type { ApplicationId, WaitId } from "../../shared/domain/ids.ts";
import { addMinutes, type Instant, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { endOfVisit } from "../../shared/domain/visit.ts";
import type { MailAbout } from "../mail/mail-reads.ts";
import { listPlans, listReceipts, planMailId, type ReceiptItem } from "../plans/plan-reads.ts";
import { findItems } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import {
  agendaKey,
  applicationKey,
  bookingMailId,
  type Key,
  mailKey,
  registrationKey,
  ticketKey,
  waitlistEntryKey,
} from "../platform/keys.ts";
import { transact } from "../platform/transact.ts";
import {
  bookingsOf,
  consentMailId,
  givenUpIn,
  listPeopleOfVisit,
  mailNamed,
  type PersonOfVisit,
  withdrawalMailId,
} from "../registrations/registration-reads.ts";
import { findTickets, renewalMailId, type TicketItem } from "../tickets/ticket-reads.ts";
import { listVisits } from "../visits/visit-reads.ts";
import { type DueMail, dueAnswers } from "./due-answers.ts";
import { noteLostMail } from "./undelivered-writes.ts";

/** The stream forgets after a day: what it has not led to by then it never will. */
const streamMinutes = 24 * 60;

/** Mails that follow from how a person's day stands. What a plan changed is told by its receipt, what was given up with the registration by one mail for all. */
const dueToPerson = ({ registration: { registration, again, withdrawnAt }, agenda }: PersonOfVisit): DueMail[] => {
  if (agenda.erasedAt) return [];
  const { visitId, registrationId, personId, registeredAt, beforeBooking } = registration;
  const about = (key: Key, event: object): MailAbout => ({ visitId, registrationId, personId, cause: { key, event: { ...event } } });
  const registered: DueMail = {
    ...{ mailId: mailNamed(`${registrationId}.registration.made`, again), message: "visit_registered", changedAt: registeredAt },
    about: about(registrationKey(visitId, registrationId), { kind: "registration.made" }),
  };
  const givenUp = new Set(givenUpIn(agenda));
  const withdrawn = (agenda.withdrawals ?? []).flatMap(({ doneAt, isTold }, nth): DueMail[] => {
    const cause = about(agendaKey(visitId, registrationId), { kind: "registration.withdrawn", nth });
    return doneAt && !isTold
      ? [{ mailId: withdrawalMailId(agenda, nth), message: "registration_withdrawn", about: cause, changedAt: doneAt }]
      : [];
  });
  const consents = (agenda.consentWithdrawals ?? []).flatMap((withdrawal, nthConsent): DueMail[] => {
    const { doneAt: changedAt, employerId, isTold } = withdrawal;
    if (!changedAt || isTold) return [];
    const toPerson = about(agendaKey(visitId, registrationId), { kind: "consent.withdrawn", nthConsent });
    const toEmployer = { visitId, employerId, cause: toPerson.cause };
    return [
      { mailId: consentMailId(agenda, nthConsent, "person"), message: "consent_withdrawn", about: toPerson, changedAt },
      ...(concernsEmployer(withdrawal, Object.values(agenda.applications))
        ? [
            {
              mailId: consentMailId(agenda, nthConsent, "employer"),
              message: "employer_consent_withdrawn",
              about: toEmployer,
              changedAt,
            } as const,
          ]
        : []),
    ];
  });
  const booked = bookingsOf(agenda).flatMap((booking): DueMail[] => {
    const { bookingId, state, sequence, planId, bookedAt, changedAt } = booking;
    const due = (kind: string, message: MessageId, told = kind): DueMail => ({
      ...{ mailId: bookingMailId(registrationId, bookingId, kind, sequence), message, changedAt: changedAt ?? bookedAt },
      about: about(agendaKey(visitId, registrationId), { kind: told, bookingId, sequence }),
      ...(told !== kind && { repeats: bookingMailId(registrationId, bookingId, told, sequence) }),
    });
    if (planId || givenUp.has(bookingId)) return [];
    switch (state) {
      case "confirmed":
        // Where it was moved from nobody knows any more: it is told as it is now.
        return [sequence === 0 ? due("booking.made", bookedMessageOf(booking)) : due("booking.moved", "booking_changed", "booking.made")];
      case "cancelled_by_person":
        return [due("booking.cancelled", "booking_cancelled")];
      case "cancelled_by_centre":
        return [due("booking.cancelled-by-centre", "booking_cancelled_by_centre")];
      default:
        return [];
    }
  });
  const waits = (Object.entries(agenda.waits) as [WaitId, (typeof agenda.waits)[WaitId]][])
    .filter(([, wait]) => !wait.closed)
    .map(([waitId, { list, appliedAt }]): DueMail => {
      const key = waitlistEntryKey(visitId, list, appliedAt, waitId);
      const mailId = `${registrationId}.${waitId}.wait.joined`;
      return { mailId, message: "waitlist_joined", about: about(key, { kind: "wait.joined" }), changedAt: appliedAt };
    });
  const applied = (Object.entries(agenda.applications) as [ApplicationId, (typeof agenda.applications)[ApplicationId]][])
    .filter(([, { state }]) => state === "applied")
    .map(([applicationId, { employerId, appliedAt }]): DueMail => {
      const key = applicationKey(visitId, employerId, applicationId);
      const mailId = `${registrationId}.${applicationId}.received`;
      return { mailId, message: "application_received", about: about(key, { kind: "application.received" }), changedAt: appliedAt };
    });
  return [...(beforeBooking || withdrawnAt ? [] : [registered]), ...withdrawn, ...consents, ...booked, ...waits, ...applied];
};

/** The mail that tells a person what a plan did with anything of theirs. */
const dueToReceipt = (receipt: ReceiptItem, message: MessageId): DueMail[] => {
  const { pk, sk, visitId, registrationId, personId, bookings, ended = [], doneAt } = receipt;
  if (bookings.length + ended.length === 0) return [];
  const about = { visitId, registrationId, personId, cause: { key: { pk, sk }, event: { kind: "plan.settled" } } };
  return [{ mailId: planMailId(receipt), message, about, changedAt: doneAt }];
};

/** The mail that brings a renewed code. */
const dueToTicket = (ticket: TicketItem): DueMail[] => {
  const { visitId, registrationId, personId, code, gen, genSince } = ticket;
  if (!genSince || ticket.status === "cancelled") return [];
  const about = { visitId, registrationId, personId, cause: { key: ticketKey(visitId, code), event: { kind: "ticket.renewed", gen } } };
  return [{ mailId: renewalMailId(ticket), message: "ticket_renewed", about, changedAt: genSince }];
};

const messageOfPlan = { "cancel-visit": "visit_cancelled", "move-visit": "visit_moved" } as const;

/** Notes each of these of which there is no trace, once its time in the stream is over. */
const noteLost = async ({ db, log }: Deps, all: readonly DueMail[], now: Instant): Promise<number> => {
  const until = addMinutes(now, -streamMinutes);
  const due = all.filter(({ changedAt }) => changedAt < until);
  const sent = await findItems(
    db,
    due.map(({ mailId }) => mailKey(mailId)),
  );
  let lost = 0;
  for (const mail of due.filter((_, i) => !sent[i])) {
    // Refused when it is sent in this moment.
    const { ok } = await transact(db, { mail: noteLostMail(mail, now) });
    if (!ok) continue;
    lost += 1;
    log.error("mail.lost", { mailId: mail.mailId, message: mail.message });
  }
  return lost;
};

/**
 * Compares what people must know of visits to come, and what firms and others were answered lately, with the mails that were sent, day by day (promise 5). A mail without any trace was lost with the
 * stream: it is shown to staff, and not sent by itself, since it may have been told otherwise by now.
 */
export const findLostMails = async (deps: Deps): Promise<number> => {
  const { db, clock } = deps;
  const now = clock.now();
  let lost = await noteLost(deps, await dueAnswers(db, now), now);
  for (const { visit } of await listVisits(db, seoulDateOf(now), Number.POSITIVE_INFINITY)) {
    if (endOfVisit(visit) <= now) continue;
    const { visitId } = visit;
    const people = visit.state === "open" ? await listPeopleOfVisit(db, visitId) : [];
    const plans = await listPlans(db, visitId);
    const receipts = await Promise.all(
      plans.map(async ({ plan: { planId, change } }) => {
        const message = change.kind in messageOfPlan ? messageOfPlan[change.kind as keyof typeof messageOfPlan] : "booking_changed";
        return (await listReceipts(db, visitId, planId)).flatMap((receipt) => dueToReceipt(receipt, message));
      }),
    );
    const codes = people.flatMap(({ registration }) => registration.ticketCode ?? []);
    const renewed = [...(await findTickets(db, visitId, codes)).values()].flatMap(dueToTicket);
    lost += await noteLost(deps, [...people.flatMap(dueToPerson), ...receipts.flat(), ...renewed], now);
  }
  return lost;
};
