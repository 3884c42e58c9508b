import { bookingNoOf } from "../../shared/domain/booking.ts";
import { keptUntil } from "../../shared/domain/retention.ts";
import { seoulDateOf, seoulTimeOf } from "../../shared/domain/seoul-time.ts";
import { bookingCalendar } from "../bookings/booking-calendar.ts";
import { mailLinks } from "../mail/mail-links.ts";
import { renderMail } from "../mail/render-mail.ts";
import { type Post, sendMail } from "../mail/send-mail.ts";
import type { Deps } from "../platform/deps.ts";
import { subjectWords } from "../visits/subject-reads.ts";
import { findVisit, listVisitPostings } from "../visits/visit-reads.ts";
import type { ErasureItem } from "./erasure-reads.ts";

/**
 * Tells somebody that they are erased, with what was cancelled: written from what the erasure itself kept for this, since nothing else of them can be found. It is
 * for nobody who is known, so it stands on no list and is not told again.
 */
export const mailAboutErasure = async (deps: Deps, post: Post, erasure: ErasureItem): Promise<void> => {
  const { db } = deps;
  const { personId, at, wantedBy, name, locale = "ko", mail: to, isUnproven, cancelled, isTold } = erasure;
  if (to === undefined || isTold) return;
  const { origin, from, centrePhone } = post.settings;
  const told = await Promise.all(
    cancelled.map(async ({ visitId, booking }) => {
      const [planned, postings] = await Promise.all([findVisit(db, visitId), listVisitPostings(db, visitId)]);
      if (!planned) return undefined;
      const { bookingId, startsAt } = booking;
      return {
        item: {
          ...{ visitOn: seoulDateOf(startsAt), slotTime: seoulTimeOf(startsAt), bookingNo: bookingNoOf(bookingId) },
          what: subjectWords(booking, postings, locale).what,
        },
        calendar: {
          method: "CANCEL" as const,
          content: bookingCalendar(
            {
              ...{ planned, locale, origin, from },
              booking: { ...booking, state: "cancelled_by_person", sequence: booking.sequence + 1, changedAt: at },
            },
            to,
          ),
        },
      };
    }),
  );
  const known = told.filter((one) => one !== undefined);
  const deletedOn = seoulDateOf(at);
  const mail = await renderMail("data_deleted", locale, {
    ...{
      name: isUnproven ? undefined : name,
      deletedOn,
      isOver: wantedBy === "retention",
      centrePhone,
      visitsLink: mailLinks(origin, locale).visits,
    },
    cancelled: known.map(({ item }) => item),
    ...(name !== undefined && wantedBy !== "retention" && { lockedUntil: keptUntil("locked-form", deletedOn) }),
  });
  const [calendar, ...moreCalendars] = known.map((one) => one.calendar);
  await sendMail(deps, post, { mailId: `${personId}.erased`, message: "data_deleted", to, about: {}, mail, calendar, moreCalendars });
};
