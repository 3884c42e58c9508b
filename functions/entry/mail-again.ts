import { mailAboutApplication } from "../applications/application-mail.ts";
import type { ApplicationItem } from "../applications/application-reads.ts";
import { mailAboutBooking } from "../bookings/booking-mail.ts";
import { mailAboutConsent } from "../consents/consent-mail.ts";
import { mailAboutEmployer, mailNews } from "../employers/employer-mail.ts";
import type { EmployerNewsItem } from "../employers/employer-news-reads.ts";
import type { EmployerItem } from "../employers/employer-reads.ts";
import { mailInvitation } from "../employers/invitation-mail.ts";
import type { InvitationItem } from "../employers/member-reads.ts";
import { mailAboutEnrolment } from "../enrolments/enrolment-mail.ts";
import type { EnrolmentItem } from "../enrolments/enrolment-reads.ts";
import { mailAboutInquiry } from "../inquiries/inquiry-mail.ts";
import type { InquiryItem } from "../inquiries/inquiry-reads.ts";
import type { MailAgainItem } from "../mail/mail-reads.ts";
import type { Post } from "../mail/send-mail.ts";
import { mailNotice } from "../notices/notice-mail.ts";
import type { NoticeItem } from "../notices/notice-writes.ts";
import { mailAboutPlan } from "../plans/plan-mail.ts";
import type { ReceiptItem } from "../plans/plan-reads.ts";
import type { Deps } from "../platform/deps.ts";
import { mailAboutPosting } from "../postings/posting-mail.ts";
import type { PostingItem } from "../postings/posting-reads.ts";
import { mailAboutReferral } from "../referrals/referral-mail.ts";
import type { ReferralItem } from "../referrals/referral-reads.ts";
import { mailAboutRegistration } from "../registrations/registration-mail.ts";
import type { AgendaItem, RegistrationItem } from "../registrations/registration-reads.ts";
import { mailAboutTicket } from "../registrations/ticket-mail.ts";
import { mailAboutWithdrawal } from "../registrations/withdrawal-mail.ts";
import { mailAboutFactors } from "../second-step/factor-mail.ts";
import type { FactorNewsItem } from "../second-step/factor-writes.ts";
import { mailAboutSlotRequest } from "../slots/slot-request-mail.ts";
import type { SlotRequestItem } from "../slots/slot-request-reads.ts";
import { mailAboutConcern } from "../talks/concern-mail.ts";
import type { ConcernItem } from "../talks/talk-reads.ts";
import type { TicketSigner } from "../tickets/issue-ticket.ts";
import type { TicketItem } from "../tickets/ticket-reads.ts";
import { findCause } from "../undelivered/cause-reads.ts";
import { mailAboutHopelessWait, mailAboutWait } from "../waitlist/waitlist-mail.ts";
import type { WaitlistEntryItem } from "../waitlist/waitlist-reads.ts";

/**
 * Sends a mail once more by order of staff: written by whoever wrote it, from the item that it told of as that is now. Says so in the log when there is nothing
 * left to tell: then a later mail has told it.
 */
export const sendMailAgain = async (deps: Deps, post: Post, signer: TicketSigner, order: MailAgainItem): Promise<void> => {
  const { mailId, message, about, repeats } = order;
  const cause = await findCause(deps.db, about, deps.clock.now());
  if (!cause) return deps.log.info("mail.outdated", { mailId, message });
  const again = { ...post, again: { mailId, repeats } };
  const { item } = cause;
  // Kept as it was by the mail that told it first.
  const event = cause.event as never as { kind: never };
  switch (item.type) {
    case "registration":
      return mailAboutRegistration(deps, again, signer, item as RegistrationItem);
    case "agenda": {
      const agenda = item as AgendaItem;
      const { bookingId, waitId, list, nth, nthConsent } = cause.event as {
        bookingId: keyof AgendaItem["bookings"];
        waitId?: never;
        list: never;
        nth?: number;
        nthConsent?: number;
      };
      if (nthConsent !== undefined) return mailAboutConsent(deps, again, { agenda, nthConsent });
      if (nth !== undefined) return mailAboutWithdrawal(deps, again, { agenda, nth });
      if (waitId) return mailAboutHopelessWait(deps, again, { agenda, waitId, list });
      const booking = agenda.bookings[bookingId];
      return booking && mailAboutBooking(deps, again, signer, { ...event, agenda, booking });
    }
    case "waitlist-entry":
      return mailAboutWait(deps, again, { ...event, item: item as WaitlistEntryItem });
    case "application":
      return mailAboutApplication(deps, again, { ...event, item: item as ApplicationItem });
    case "employer":
      return mailAboutEmployer(deps, again, { ...event, item: item as EmployerItem });
    case "invitation":
      return mailInvitation(deps, again, item as InvitationItem);
    case "employer-news": {
      const told = item as EmployerNewsItem;
      return mailNews(deps, again, { ...event, item: told, news: told.news as never });
    }
    case "slot-request":
      return mailAboutSlotRequest(deps, again, { ...event, request: (item as SlotRequestItem).request });
    case "plan-receipt":
      return mailAboutPlan(deps, again, item as ReceiptItem);
    case "ticket":
      return mailAboutTicket(deps, again, signer, item as TicketItem);
    case "factor-news":
      return mailAboutFactors(deps, again, item as FactorNewsItem);
    case "referral":
      return mailAboutReferral(deps, again, item as ReferralItem);
    case "enrolment":
      return mailAboutEnrolment(deps, again, item as EnrolmentItem);
    case "posting":
      return mailAboutPosting(deps, again, item as PostingItem);
    case "inquiry":
      return mailAboutInquiry(deps, again, item as InquiryItem);
    case "concern":
      return mailAboutConcern(deps, again, item as ConcernItem);
    case "notice":
      return mailNotice(deps, again, signer, item as NoticeItem);
    default:
      throw new Error(`No mail tells of a ${item.type}.`);
  }
};
