import { isLive } from "../../shared/domain/booking.ts";
import type { BookingId, WaitId } from "../../shared/domain/ids.ts";
import { addDays, type Instant, type LocalDate, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { endOfVisit, type Visit } from "../../shared/domain/visit.ts";
import type { Offer } from "../../shared/domain/waitlist.ts";
import type { ApplicationItem } from "../applications/application-reads.ts";
import type { EmployerNewsItem } from "../employers/employer-news-reads.ts";
import type { EmployerItem } from "../employers/employer-reads.ts";
import type { InvitationItem } from "../employers/member-reads.ts";
import type { EnrolmentItem } from "../enrolments/enrolment-reads.ts";
import type { MailAbout } from "../mail/mail-reads.ts";
import type { NoticeItem } from "../notices/notice-writes.ts";
import type { ReceiptItem } from "../plans/plan-reads.ts";
import { type Db, findItem, type Item } from "../platform/db.ts";
import type { PostingItem } from "../postings/posting-reads.ts";
import type { ReferralItem } from "../referrals/referral-reads.ts";
import { registrationIdOf } from "../registrations/registration-id.ts";
import { type AgendaItem, findAgenda, type RegistrationItem } from "../registrations/registration-reads.ts";
import type { SlotRequestItem } from "../slots/slot-request-reads.ts";
import type { ConcernItem } from "../talks/talk-reads.ts";
import type { TicketItem } from "../tickets/ticket-reads.ts";
import { findVisit } from "../visits/visit-reads.ts";
import type { WaitlistEntryItem } from "../waitlist/waitlist-reads.ts";

/** What a mail keeps of the event that it told. */
type KeptEvent = {
  kind: string;
  bookingId?: BookingId;
  sequence?: number;
  waitId?: WaitId;
  offer?: Offer;
  version?: number;
  edition?: number;
  gen?: number;
  day?: number;
  nth?: number;
  nthConsent?: number;
  validUntil?: LocalDate;
};

/** Whether what a mail told is still so. Whatever has changed since has had a mail of its own. */
const isStillSo = async (db: Db, item: Item, event: KeptEvent): Promise<boolean> => {
  switch (item.type) {
    case "registration":
      return (item as RegistrationItem).withdrawnAt === undefined;
    case "agenda": {
      const { bookings, waits, withdrawnAt, withdrawals = [] } = item as AgendaItem;
      // That copies have to go stays so.
      if (event.nthConsent !== undefined) return true;
      // Who has registered again has had a mail of that, too.
      if (event.nth !== undefined) return withdrawnAt !== undefined && withdrawals.length === event.nth + 1;
      if (event.waitId) return waits[event.waitId]?.hopeless === true;
      const booking = event.bookingId ? bookings[event.bookingId] : undefined;
      const tellsOfSeat = event.kind === "booking.made" || event.kind === "booking.moved";
      return booking !== undefined && booking.sequence === event.sequence && isLive(booking) === tellsOfSeat;
    }
    case "waitlist-entry":
      return event.kind !== "offer.made" || (item as WaitlistEntryItem).entry.offer?.offerId === event.offer?.offerId;
    case "application": {
      const { state } = (item as ApplicationItem).application;
      const isOpen = event.kind === "application.received" || event.kind === "application.unbookable";
      return isOpen ? state === "applied" : event.kind === `application.${state}`;
    }
    case "employer":
      return (item as EmployerItem).version === event.version;
    case "invitation":
      return (item as InvitationItem).usedAt === undefined;
    case "employer-news":
      if (event.day !== undefined) return (item as EmployerNewsItem).asked === event.day;
      return event.edition === undefined || (item as EmployerNewsItem).edition === event.edition;
    case "slot-request":
      return event.kind === `slot-request.${(item as SlotRequestItem).request.state}`;
    case "plan-receipt": {
      const { bookings, personId } = item as ReceiptItem;
      const agendas = await Promise.all(bookings.map(({ visitId }) => findAgenda(db, visitId, registrationIdOf(visitId, personId))));
      return bookings.every(({ after }, i) => agendas[i]?.bookings[after.bookingId]?.sequence === after.sequence);
    }
    case "referral":
      // That copies have to go stays so.
      return event.kind !== "referral.proposed" || (item as ReferralItem).state === "proposed";
    case "enrolment": {
      const { state, validUntil } = item as EnrolmentItem;
      return state === "accepted" && validUntil === event.validUntil;
    }
    case "posting":
      return (item as PostingItem).posting.draft.validUntil === event.validUntil;
    case "concern":
      return (item as ConcernItem).answer?.edition === event.edition;
    case "ticket":
      return (item as TicketItem).gen === event.gen && (item as TicketItem).status === "valid";
    default:
      return true;
  }
};

/** Whether it is still of use to anybody. */
const isInTime = (item: Item, { date, ...visit }: Visit, now: Instant): boolean => {
  const today = seoulDateOf(now);
  const { kind } = item as NoticeItem;
  if (item.type === "notice" && kind === "no-show-care") return today === date;
  // It speaks of tomorrow.
  if (item.type === "notice" && kind === "reminder") return addDays(today, 1) === date;
  return now < endOfVisit({ date, ...visit });
};

/** A consent is taken back after the visit, too; what somebody looks for, and a job that is proposed to them, have days of their own. */
const outlivesVisit = ({ type }: Item, { nthConsent }: KeptEvent): boolean =>
  nthConsent !== undefined || type === "referral" || type === "enrolment";

/** What a mail told, as it stands now; undefined when it is no longer so, or of no use any more. */
export const findCause = async (
  db: Db,
  { cause, visitId }: MailAbout,
  now: Instant,
): Promise<{ item: Item; event: NonNullable<MailAbout["cause"]>["event"] } | undefined> => {
  if (!cause) return undefined;
  const [item, planned] = await Promise.all([findItem(db, cause.key), visitId && findVisit(db, visitId)]);
  if (!item) return undefined;
  const event = cause.event as KeptEvent;
  if (planned && !outlivesVisit(item, event) && !isInTime(item, planned.visit, now)) return undefined;
  return (await isStillSo(db, item, event)) ? { item, event: cause.event } : undefined;
};
