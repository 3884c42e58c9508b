import { subjectOf } from "../../shared/domain/check-in-event.ts";
import { isTicketIndex } from "../../shared/domain/ticket-token.ts";
import type { streamFilters } from "../../shared/wiring.ts";
import { mailAboutAddress } from "../accounts/address-mail.ts";
import type { AddressNewsItem } from "../accounts/address-writes.ts";
import { applicationEvents } from "../applications/application-events.ts";
import { mailAboutApplication } from "../applications/application-mail.ts";
import type { ApplicationItem } from "../applications/application-reads.ts";
import { bookingEvents } from "../bookings/booking-events.ts";
import { mailAboutBooking } from "../bookings/booking-mail.ts";
import type { CheckInEventItem } from "../check-ins/check-in-writes.ts";
import { readEvent } from "../check-ins/event-reads.ts";
import { openReason } from "../check-ins/open-reason.ts";
import { settleArrival } from "../check-ins/settle-arrival.ts";
import { settleWalkIn } from "../check-ins/settle-walk-in.ts";
import { consentEvents } from "../consents/consent-events.ts";
import { mailAboutConsent } from "../consents/consent-mail.ts";
import type { DeskNoteItem } from "../consultations/desk-note-reads.ts";
import { openDeskNotes } from "../consultations/settle-desk-note.ts";
import { employerEvents, newsEvents } from "../employers/employer-events.ts";
import { mailAboutEmployer, mailNews } from "../employers/employer-mail.ts";
import type { EmployerNewsItem } from "../employers/employer-news-reads.ts";
import type { EmployerItem } from "../employers/employer-reads.ts";
import { mailInvitation } from "../employers/invitation-mail.ts";
import type { InvitationItem } from "../employers/member-reads.ts";
import { mailAboutEnrolment } from "../enrolments/enrolment-mail.ts";
import type { EnrolmentItem } from "../enrolments/enrolment-reads.ts";
import { mailAboutWebhook } from "../feeds/webhook-mail.ts";
import type { WebhookItem } from "../feeds/webhook-reads.ts";
import { mailAboutInquiry } from "../inquiries/inquiry-mail.ts";
import type { InquiryItem } from "../inquiries/inquiry-reads.ts";
import type { MailAgainItem } from "../mail/mail-reads.ts";
import type { Post } from "../mail/send-mail.ts";
import { mailNotice } from "../notices/notice-mail.ts";
import type { NoticeItem } from "../notices/notice-writes.ts";
import { mailAboutPlan } from "../plans/plan-mail.ts";
import type { PlanItem, ReceiptItem } from "../plans/plan-reads.ts";
import { onPlanChange } from "../plans/run-plan.ts";
import type { Item } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import type { Change } from "../platform/stream-record.ts";
import { mailAboutPosting } from "../postings/posting-mail.ts";
import type { PostingItem } from "../postings/posting-reads.ts";
import { mailAboutReferral } from "../referrals/referral-mail.ts";
import type { ReferralItem } from "../referrals/referral-reads.ts";
import { mailAboutErasure } from "../registrations/erasure-mail.ts";
import type { ErasureItem } from "../registrations/erasure-reads.ts";
import { mailAboutRegistration } from "../registrations/registration-mail.ts";
import type { AgendaItem, RegistrationItem } from "../registrations/registration-reads.ts";
import { mailAboutTicket } from "../registrations/ticket-mail.ts";
import { withdrawalEvents } from "../registrations/withdrawal-events.ts";
import { mailAboutWithdrawal } from "../registrations/withdrawal-mail.ts";
import { mailAboutFactors } from "../second-step/factor-mail.ts";
import type { FactorNewsItem } from "../second-step/factor-writes.ts";
import { noteTimes } from "../slots/note-times.ts";
import type { SlotItem } from "../slots/slot-reads.ts";
import { slotRequestEvents } from "../slots/slot-request-events.ts";
import { mailAboutSlotRequest } from "../slots/slot-request-mail.ts";
import type { SlotRequestItem } from "../slots/slot-request-reads.ts";
import { mailAboutConcern } from "../talks/concern-mail.ts";
import type { ConcernItem } from "../talks/talk-reads.ts";
import type { KeyRotation } from "../tickets/ask-for-rotation.ts";
import { issueTicket, type TicketSigner } from "../tickets/issue-ticket.ts";
import { openDeskNote } from "../tickets/open-desk-note.ts";
import { renewTicket } from "../tickets/renew-ticket.ts";
import type { TicketItem } from "../tickets/ticket-reads.ts";
import { makeVisitKey, makeVisitKeys } from "../tickets/visit-keys.ts";
import type { VisitItem } from "../visits/visit-reads.ts";
import { onAgendaChange, onEntryChange, onSlotChange } from "../waitlist/on-list-change.ts";
import { hopelessWaits, waitlistEvents } from "../waitlist/waitlist-events.ts";
import { mailAboutHopelessWait, mailAboutWait } from "../waitlist/waitlist-mail.ts";
import type { WaitlistEntryItem } from "../waitlist/waitlist-reads.ts";
import { sendMailAgain } from "./mail-again.ts";

/** Everything that follows from a change of the table: tickets, offers and mails. Safe to repeat: each step is done at most once. */
export const onChange = async (deps: Deps, post: Post, signer: TicketSigner, { before, after }: Change): Promise<void> => {
  if (!after) return;
  // What the stream is not asked for never comes: such a case does not compile.
  switch (after.type as (typeof streamFilters.changes)[number]) {
    case "visit":
      if ((after as VisitItem).visit.state === "open") await makeVisitKeys(deps.db, signer.wrap, (after as VisitItem).visit.visitId);
      return;
    case "key-rotation": {
      const { visitId, kid } = after as Item & KeyRotation;
      if (!before) await makeVisitKey(deps.db, signer.wrap, visitId, kid);
      return;
    }
    case "ticket":
      await renewTicket(deps, signer, after as TicketItem);
      if (before && (before as TicketItem).gen < (after as TicketItem).gen) await mailAboutTicket(deps, post, signer, after as TicketItem);
      return;
    case "check-in-event": {
      const event = readEvent(after as CheckInEventItem);
      if (!event) return deps.log.warn("check-in-event.unreadable", { key: after.sk });
      const { visitId, kind } = event;
      const subject = subjectOf(event);
      if (subject === undefined) return;
      const open = (note: string) => openDeskNote(deps.db, signer.wrap, visitId, note);
      if (isTicketIndex(subject)) await settleArrival(deps.db, visitId, subject);
      else if (kind === "walk-in" || kind === "undo") await settleWalkIn(deps, visitId, subject, open);
      await openReason(deps, after as CheckInEventItem, open);
      return;
    }
    case "desk-note":
    case "walk-in-consultation": {
      const item = after as DeskNoteItem;
      await openDeskNotes(deps, item, (sealed) => openDeskNote(deps.db, signer.wrap, item.visitId, sealed));
      return;
    }
    case "registration": {
      const item = after as RegistrationItem;
      // Somebody has registered, or again after they took that back.
      if (item.withdrawnAt || (before && !(before as RegistrationItem).withdrawnAt)) return;
      const { visitId, registrationId, beforeBooking } = item.registration;
      await issueTicket(deps, signer, visitId, registrationId);
      if (!beforeBooking) await mailAboutRegistration(deps, post, signer, item);
      return;
    }
    case "erasure":
      if (!before) await mailAboutErasure(deps, post, after as ErasureItem);
      return;
    case "agenda":
      for (const event of bookingEvents(before as AgendaItem | undefined, after as AgendaItem)) {
        await mailAboutBooking(deps, post, signer, event);
        deps.log.info(event.kind, { bookingId: event.booking.bookingId });
      }
      for (const event of withdrawalEvents(before as AgendaItem | undefined, after as AgendaItem))
        await mailAboutWithdrawal(deps, post, event);
      for (const wait of hopelessWaits(before as AgendaItem | undefined, after as AgendaItem))
        await mailAboutHopelessWait(deps, post, wait);
      for (const event of consentEvents(before as AgendaItem | undefined, after as AgendaItem)) await mailAboutConsent(deps, post, event);
      await onAgendaChange(deps, before as AgendaItem | undefined, after as AgendaItem);
      return;
    case "slot":
      await noteTimes(deps, before as SlotItem | undefined, after as SlotItem);
      await onSlotChange(deps, before as SlotItem | undefined, after as SlotItem);
      return;
    case "waitlist-entry":
      for (const event of waitlistEvents(before as WaitlistEntryItem | undefined, after as WaitlistEntryItem)) {
        await mailAboutWait(deps, post, event);
      }
      await onEntryChange(deps, before as WaitlistEntryItem | undefined, after as WaitlistEntryItem);
      return;
    case "application":
      for (const event of applicationEvents(before as ApplicationItem | undefined, after as ApplicationItem)) {
        await mailAboutApplication(deps, post, event);
      }
      return;
    case "employer":
      for (const event of employerEvents(before as EmployerItem | undefined, after as EmployerItem)) {
        await mailAboutEmployer(deps, post, event);
      }
      return;
    case "employer-news":
      for (const event of newsEvents(before as EmployerNewsItem | undefined, after as EmployerNewsItem)) await mailNews(deps, post, event);
      return;
    case "invitation":
      if (!before) await mailInvitation(deps, post, after as InvitationItem);
      return;
    case "slot-request":
      for (const event of slotRequestEvents(before as SlotRequestItem | undefined, after as SlotRequestItem)) {
        await mailAboutSlotRequest(deps, post, event);
      }
      return;
    case "plan":
      await onPlanChange(deps, before as PlanItem | undefined, after as PlanItem);
      return;
    case "plan-receipt":
      if (!before) await mailAboutPlan(deps, post, after as ReceiptItem);
      return;
    case "notice":
      if (!before) await mailNotice(deps, post, signer, after as NoticeItem);
      return;
    case "factor-news":
      if (!before) await mailAboutFactors(deps, post, after as FactorNewsItem);
      return;
    case "address-news":
      if (!before) await mailAboutAddress(deps, post, after as AddressNewsItem);
      return;
    case "referral":
      if ((before as ReferralItem | undefined)?.state !== (after as ReferralItem).state)
        await mailAboutReferral(deps, post, after as ReferralItem);
      return;
    case "enrolment":
      if ((before as EnrolmentItem | undefined)?.remindedOf !== (after as EnrolmentItem).remindedOf)
        await mailAboutEnrolment(deps, post, after as EnrolmentItem);
      return;
    case "posting":
      if ((after as PostingItem).remindedOf && (before as PostingItem | undefined)?.remindedOf !== (after as PostingItem).remindedOf)
        await mailAboutPosting(deps, post, after as PostingItem);
      return;
    case "concern":
      if ((before as ConcernItem | undefined)?.answer?.edition !== (after as ConcernItem).answer?.edition)
        await mailAboutConcern(deps, post, after as ConcernItem);
      return;
    case "inquiry":
      if ((after as InquiryItem).answer && !(before as InquiryItem | undefined)?.answer)
        await mailAboutInquiry(deps, post, after as InquiryItem);
      return;
    case "webhook":
      await mailAboutWebhook(deps, post, before as WebhookItem | undefined, after as WebhookItem);
      return;
    case "mail-again":
      if (!before) await sendMailAgain(deps, post, signer, after as MailAgainItem);
      return;
    default:
      return;
  }
};
