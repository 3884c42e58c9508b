import type { Locale } from "../../domain/locale.ts";
import { bookingCancelled } from "./booking-cancelled.ts";
import { dayOfTicket } from "./day-of-ticket.ts";
import { interviewBooked } from "./interview-booked.ts";
import { loginCode } from "./login-code.ts";
import type { MailContent } from "./mail-content.ts";
import { reminderOfTomorrow } from "./reminder-of-tomorrow.ts";
import { visitRegistered } from "./visit-registered.ts";

/** Every message that the service sends, by the id that mail records carry. */
export const messages = {
  login_code: loginCode,
  visit_registered: visitRegistered,
  interview_booked: interviewBooked,
  booking_cancelled: bookingCancelled,
  reminder_d1: reminderOfTomorrow,
  dayof_qr: dayOfTicket,
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
