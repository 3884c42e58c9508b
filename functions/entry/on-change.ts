import { bookingEvents } from "../bookings/booking-events.ts";
import { mailAboutBooking } from "../bookings/booking-mail.ts";
import type { Post } from "../mail/send-mail.ts";
import { mailNotice } from "../notices/notice-mail.ts";
import type { NoticeItem } from "../notices/notice-writes.ts";
import type { Deps } from "../platform/deps.ts";
import type { Change } from "../platform/stream-record.ts";
import { mailAboutRegistration } from "../registrations/registration-mail.ts";
import type { AgendaItem, RegistrationItem } from "../registrations/registration-reads.ts";
import { noteTimes } from "../slots/note-times.ts";
import type { SlotItem } from "../slots/slot-reads.ts";
import { issueTicket, type TicketSigner } from "../tickets/issue-ticket.ts";
import { onAgendaChange, onEntryChange, onSlotChange } from "../waitlist/on-list-change.ts";
import { waitlistEvents } from "../waitlist/waitlist-events.ts";
import { mailAboutWait } from "../waitlist/waitlist-mail.ts";
import type { WaitlistEntryItem } from "../waitlist/waitlist-reads.ts";

/** Everything that follows from a change of the table: tickets, offers and mails. Safe to repeat: each step is done at most once. */
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
    case "notice":
      if (!before) await mailNotice(deps, post, signer, after as NoticeItem);
      return;
    default:
      return;
  }
};
