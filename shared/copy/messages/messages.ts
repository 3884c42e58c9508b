import type { Locale } from "../../domain/locale.ts";
import { addressAdded, addressChanged, addressCode } from "./address.ts";
import {
  applicationAcceptedButUnbookable,
  applicationDeclined,
  applicationReceived,
  applicationUndecided,
  applicationWithdrawn,
} from "./applications.ts";
import { bookingCancelled } from "./booking-cancelled.ts";
import { bookingCancelledByCentre } from "./booking-cancelled-by-centre.ts";
import { bookingChanged } from "./booking-changed.ts";
import { colleagueInvited } from "./colleague-invited.ts";
import { consentWithdrawn, employerConsentWithdrawn } from "./consent-withdrawn.ts";
import { ceoTalkBooked, counsellingBooked, startupBooked } from "./counselling-booked.ts";
import { dataDeleted } from "./data-deleted.ts";
import { dayOfTicket } from "./day-of-ticket.ts";
import { employerRefused, employerVerified } from "./employer-checked.ts";
import { employerConcernAnswered } from "./employer-concern-answered.ts";
import { employerApplicationsWaiting, employerBookingsChanged, employerInterviewList } from "./employer-interviews.ts";
import { employerPostingEnding } from "./employer-posting-ending.ts";
import { employerResultRequest } from "./employer-result-request.ts";
import { employerPostingOpen, employerRequestRefused } from "./employer-times.ts";
import { employerVisitChanged } from "./employer-visit-changed.ts";
import { enrolmentEnding } from "./enrolment-ending.ts";
import { inquiryAnswered } from "./inquiry-answered.ts";
import { interviewBooked } from "./interview-booked.ts";
import { loginCode } from "./login-code.ts";
import type { MailContent } from "./mail-content.ts";
import { noShowCare } from "./no-show-care.ts";
import { referralProposed } from "./referral-proposed.ts";
import { registrationWithdrawn } from "./registration-withdrawn.ts";
import { reminderOfTomorrow } from "./reminder-of-tomorrow.ts";
import { secondStepChanged } from "./second-step-changed.ts";
import { ticketRenewed } from "./ticket-renewed.ts";
import { visitCancelled } from "./visit-cancelled.ts";
import { visitMoved } from "./visit-moved.ts";
import { visitRegistered } from "./visit-registered.ts";
import { waitingEnded } from "./waiting-ended.ts";
import { offerExpired, waitlistJoined, waitlistPromoted } from "./waitlist.ts";
import { webhookPaused } from "./webhook-paused.ts";

/** Every message that the service sends, by the id that mail records carry. */
export const messages = {
  login_code: loginCode,
  address_code: addressCode,
  address_changed: addressChanged,
  address_added: addressAdded,
  second_step_changed: secondStepChanged,
  visit_registered: visitRegistered,
  registration_withdrawn: registrationWithdrawn,
  consent_withdrawn: consentWithdrawn,
  data_deleted: dataDeleted,
  interview_booked: interviewBooked,
  counselling_booked: counsellingBooked,
  startup_booked: startupBooked,
  ceo_talk_booked: ceoTalkBooked,
  booking_changed: bookingChanged,
  booking_cancelled: bookingCancelled,
  booking_cancelled_by_centre: bookingCancelledByCentre,
  reminder_d1: reminderOfTomorrow,
  dayof_qr: dayOfTicket,
  ticket_renewed: ticketRenewed,
  visit_cancelled: visitCancelled,
  visit_moved: visitMoved,
  no_show_care: noShowCare,
  waitlist_joined: waitlistJoined,
  waitlist_promoted: waitlistPromoted,
  offer_expired: offerExpired,
  waiting_ended: waitingEnded,
  application_received: applicationReceived,
  application_declined: applicationDeclined,
  application_accepted_but_unbookable: applicationAcceptedButUnbookable,
  application_undecided: applicationUndecided,
  application_withdrawn: applicationWithdrawn,
  enrolment_expiring: enrolmentEnding,
  referral_proposal: referralProposed,
  inquiry_answered: inquiryAnswered,
  colleague_invited: colleagueInvited,
  employer_verified: employerVerified,
  employer_refused: employerRefused,
  employer_posting_open: employerPostingOpen,
  employer_posting_ending: employerPostingEnding,
  employer_request_refused: employerRequestRefused,
  employer_interview_list: employerInterviewList,
  employer_bookings_changed: employerBookingsChanged,
  employer_visit_changed: employerVisitChanged,
  employer_applications_waiting: employerApplicationsWaiting,
  employer_consent_withdrawn: employerConsentWithdrawn,
  employer_result_request: employerResultRequest,
  employer_concern_answered: employerConcernAnswered,
  webhook_paused: webhookPaused,
} as const;

export type MessageId = keyof typeof messages;
export const messageIds = Object.keys(messages) as readonly MessageId[];

/** All that a message needs to know; one missing does not compile. */
export type MessageVariables<Id extends MessageId> = Parameters<(typeof messages)[Id]["ko"]>[0];

export function writeMessage<Id extends MessageId>(id: Id, locale: Locale, variables: MessageVariables<Id>): MailContent {
  // TypeScript does not see that the text and the variables share their id.
  const write = messages[id][locale] as (variables: MessageVariables<Id>) => MailContent;
  return write(variables);
}
