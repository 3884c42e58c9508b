import { bookingEvents } from "../bookings/booking-events.ts";
import { mailAboutBooking } from "../bookings/booking-mail.ts";
import type { Post } from "../mail/send-mail.ts";
import { mailNotice } from "../notices/notice-mail.ts";
import type { NoticeItem } from "../notices/notice-writes.ts";
import { mailAboutPlan } from "../plans/plan-mail.ts";
import type { PlanItem, ReceiptItem } from "../plans/plan-reads.ts";
import { onPlanChange } from "../plans/run-plan.ts";
import type { Deps } from "../platform/deps.ts";
import type { Change } from "../platform/stream-record.ts";
import { mailAboutRegistration } from "../registrations/registration-mail.ts";
import type { AgendaItem, RegistrationItem } from "../registrations/registration-reads.ts";
import { noteTimes } from "../slots/note-times.ts";
import type { SlotItem } from "../slots/slot-reads.ts";
import { issueTicket, type TicketSigner } from "../tickets/issue-ticket.ts";

/** Everything that follows from a change of the table: tickets and mails. Safe to repeat: each step is done at most once. */
export const onChange = async (deps: Deps, post: Post, signer: TicketSigner, { before, after }: Change): Promise<void> => {
  switch (after?.type) {
    case "registration": {
      if (before) return;
      const item = after as RegistrationItem;
      const { visitId, registrationId, beforeBooking } = item.registration;
      await issueTicket(deps, signer, visitId, registrationId);
      if (!beforeBooking) await mailAboutRegistration(deps, post, signer, item);
      return;
    }
    case "agenda":
      for (const event of bookingEvents(before as AgendaItem | undefined, after as AgendaItem)) {
        await mailAboutBooking(deps, post, signer, event);
      }
      return;
    case "slot":
      await noteTimes(deps, before as SlotItem | undefined, after as SlotItem);
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
    default:
      return;
  }
};
