import { centreServiceLabels } from "../../shared/copy/codes.ts";
import { deskLabelIn } from "../../shared/copy/desk-label.ts";
import type { BookedItem, BookingChange, EndedItem } from "../../shared/copy/messages/change-parts.ts";
import { type Booking, bookingNoOf, isLive } from "../../shared/domain/booking.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import { placeTextOf } from "../../shared/domain/place.ts";
import type { ReceiptBooking } from "../../shared/domain/plan-receipt.ts";
import { seoulDateOf, seoulTimeOf } from "../../shared/domain/seoul-time.ts";
import type { CentreService } from "../../shared/domain/services.ts";
import type { ListName } from "../../shared/domain/slot.ts";
import type { Visit } from "../../shared/domain/visit.ts";
import { bookingCalendar } from "../bookings/booking-calendar.ts";
import { mailLinks } from "../mail/mail-links.ts";
import { readerOf } from "../mail/reader-of.ts";
import { renderMail } from "../mail/render-mail.ts";
import { type OutgoingMail, type Post, sendMail } from "../mail/send-mail.ts";
import type { Deps } from "../platform/deps.ts";
import { findPerson } from "../registrations/person-reads.ts";
import { subjectWords } from "../visits/subject-reads.ts";
import { findVisit, findVisits, listVisitPostings, type PlannedVisit } from "../visits/visit-reads.ts";
import { findPlan, type PlanItem, planMailId, type ReceiptItem } from "./plan-reads.ts";

type Told = Pick<OutgoingMail, "message" | "mail">;
type Before = NonNullable<PlanItem["before"]>;

/** Words about bookings, in the reader's language. */
const wordsOf = async (
  { db }: Deps,
  receipt: ReceiptItem,
  { planned, before, locale }: { planned: PlannedVisit; before: Before; locale: Locale },
) => {
  const isOfJobs = receipt.bookings.some((one) => one.before.postingId) || (receipt.ended ?? []).length > 0;
  const postings = isOfJobs ? await listVisitPostings(db, receipt.visitId) : [];
  const visits = new Map([
    ...(await findVisits(db, [...new Set(receipt.bookings.map(({ visitId }) => visitId))])),
    [receipt.visitId, planned] as const,
  ]);
  const deskOf = ({ desks }: Visit, deskId: Booking["deskId"]) => {
    const label = desks.find((desk) => desk.deskId === deskId)?.label;
    return label && deskLabelIn(locale, label).text;
  };
  const at = ({ startsAt, deskId }: Booking, { visit }: PlannedVisit, place: Before["place"]) => ({
    visitOn: seoulDateOf(startsAt),
    slotTime: seoulTimeOf(startsAt),
    placeName: placeTextOf(place, locale),
    deskLabel: deskOf(visit, deskId),
  });
  const item = (booking: Booking): BookedItem => ({
    bookingNo: bookingNoOf(booking.bookingId),
    what: subjectWords(booking, postings, locale).what,
    slotTime: seoulTimeOf(booking.startsAt),
  });
  const change = (one: ReceiptBooking): BookingChange => {
    const there = visits.get(one.visitId) ?? planned;
    const { bookingNo, what } = item(one.before);
    const arriveFor = { kind: one.after.kind, opensAt: there.visit.startTime };
    return { bookingNo, what, arriveFor, before: at(one.before, planned, before.place), after: at(one.after, there, there.place) };
  };
  const ended = (receipt.ended ?? []).map(({ kind, list }): EndedItem => {
    const isService = (name: ListName): name is CentreService => name in centreServiceLabels;
    const subject = isService(list) ? { postingId: null, service: list } : { postingId: list, service: null };
    return { kind, what: subjectWords(subject, postings, locale).what };
  });
  return { item, change, visits, ended };
};

/**
 * Tells a person what a plan did, in one mail whatever became of how many bookings, with the calendar entry of each under its own id. A
 * change of a desk that touched no booking of theirs is told of where it ended what they waited or had applied for.
 */
export const mailAboutPlan = async (deps: Deps, post: Post, receipt: ReceiptItem): Promise<void> => {
  const { visitId, planId, personId } = receipt;
  const [item, planned, person] = await Promise.all([
    findPlan(deps.db, visitId, planId),
    findVisit(deps.db, visitId),
    findPerson(deps.db, personId),
  ]);
  if (!item?.before || !planned || !person) return;
  const { settings } = post;
  const { locale, name, mail: to } = readerOf(person);
  const { before } = item;
  const { change, reason } = item.plan;
  const links = mailLinks(settings.origin, locale);
  const words = await wordsOf(deps, receipt, { planned, before, locale });
  const of = (result: ReceiptBooking["result"]) => receipt.bookings.filter((one) => one.result === result);
  const [kept, cancelled, rebooked] = [of("kept"), of("cancelled"), of("rebooked")];
  const shared = { name, reason, centrePhone: settings.centrePhone, ended: words.ended };
  const cancelledItems = cancelled.map((one) => words.item(one.before));

  const told = async (): Promise<Told | undefined> => {
    if (change.kind === "cancel-visit") {
      const mail = await renderMail("visit_cancelled", locale, {
        ...shared,
        visitOn: before.date,
        placeName: placeTextOf(before.place, locale),
        cancelled: cancelledItems,
        rebooked: rebooked.map(words.change),
        rebookLink: links.visits,
      });
      return { message: "visit_cancelled", mail };
    }
    if (change.kind === "move-visit") {
      const dayOf = ({ date, startTime, endTime, place }: Before) => ({
        visitOn: date,
        opensAt: startTime,
        closesAt: endTime,
        placeName: placeTextOf(place, locale),
      });
      const mail = await renderMail("visit_moved", locale, {
        ...shared,
        before: dayOf(before),
        after: dayOf({ ...planned.visit, place: planned.place }),
        kept: kept.map((one) => words.item(one.after)),
        cancelled: cancelledItems,
        rebooked: rebooked.map(words.change),
        mapLink: links.visit(visitId),
        link: links.myVisit(visitId),
      });
      return { message: "visit_moved", mail };
    }
    const [firstChange, ...changes] = [...kept, ...rebooked].map(words.change);
    if (firstChange) {
      const link = links.myVisit(visitId);
      const variables = { ...shared, changes: [firstChange, ...changes] as const, cancelled: cancelledItems, link, calendarLink: link };
      return { message: "booking_changed", mail: await renderMail("booking_changed", locale, variables) };
    }
    const [first, ...others] = cancelled.map((one) => ({ ...words.item(one.before), visitOn: seoulDateOf(one.before.startsAt) }));
    if (!first) {
      const [firstEnded, ...moreEnded] = words.ended;
      if (!firstEnded) return undefined;
      const variables = { ...shared, visitOn: before.date, ended: [firstEnded, ...moreEnded] as const, rebookLink: links.visit(visitId) };
      return { message: "waiting_ended", mail: await renderMail("waiting_ended", locale, variables) };
    }
    const mail = await renderMail("booking_cancelled_by_centre", locale, {
      isClosed: receipt.doneAt >= planned.visit.deadlines.bookingClosesAt,
      ...shared,
      cancelled: [first, ...others],
      rebookLink: links.visit(visitId),
    });
    return { message: "booking_cancelled_by_centre", mail };
  };

  const content = await told();
  if (!content) return;
  const [calendar, ...moreCalendars] = receipt.bookings.map(({ after, visitId: at }) => ({
    method: isLive(after) ? ("REQUEST" as const) : ("CANCEL" as const),
    content: bookingCalendar(
      { booking: after, planned: words.visits.get(at) ?? planned, locale, origin: settings.origin, from: settings.from },
      to,
    ),
  }));
  const cause = { key: { pk: receipt.pk, sk: receipt.sk }, event: { kind: "plan.settled" } };
  const about = { visitId, registrationId: receipt.registrationId, personId, cause };
  await sendMail(deps, post, { mailId: planMailId(receipt), to, about, ...content, calendar, moreCalendars });
};
