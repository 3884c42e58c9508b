import { bookingNoOf } from "../../shared/domain/booking.ts";
import { concernsEmployer, lostApplications } from "../../shared/domain/consent-withdrawal.ts";
import { seoulDateOf, seoulTimeOf } from "../../shared/domain/seoul-time.ts";
import { subjectOfList } from "../../shared/domain/waitlist.ts";
import { bookingCalendar } from "../bookings/booking-calendar.ts";
import { findEmployer } from "../employers/employer-reads.ts";
import { consoleLinks, mailLinks } from "../mail/mail-links.ts";
import { readerOf } from "../mail/reader-of.ts";
import { renderMail } from "../mail/render-mail.ts";
import { type Post, sendMail } from "../mail/send-mail.ts";
import type { Deps } from "../platform/deps.ts";
import { agendaKey } from "../platform/keys.ts";
import { findPerson } from "../registrations/person-reads.ts";
import { consentMailId } from "../registrations/registration-reads.ts";
import { subjectWords } from "../visits/subject-reads.ts";
import { findVisit, listVisitPostings } from "../visits/visit-reads.ts";
import type { ConsentEvent } from "./consent-events.ts";

/** Employers are written to in Korean. */
const employerLocale = "ko";

/** Tells both sides that a consent was taken back: the person what ended with it, the employer that it has to delete what it copied. One mail each. */
export const mailAboutConsent = async (deps: Deps, post: Post, event: ConsentEvent): Promise<void> => {
  await mailPerson(deps, post, event);
  await mailEmployer(deps, post, event);
};

const causeOf = ({ agenda: { visitId, registrationId }, nthConsent }: ConsentEvent) => ({
  key: agendaKey(visitId, registrationId),
  event: { kind: "consent.withdrawn", nthConsent },
});

const mailPerson = async (deps: Deps, post: Post, event: ConsentEvent): Promise<void> => {
  const { db } = deps;
  const { agenda, nthConsent } = event;
  const { visitId, registrationId, personId } = agenda;
  const withdrawal = agenda.consentWithdrawals?.[nthConsent];
  const [planned, person, postings] = await Promise.all([findVisit(db, visitId), findPerson(db, personId), listVisitPostings(db, visitId)]);
  if (!withdrawal || !planned || !person) return;
  const { settings } = post;
  const { locale, name, mail: to } = readerOf(person);
  const { employer } = postings.find(({ employerId }) => employerId === withdrawal.employerId) ?? {};
  const bookings = withdrawal.bookings.flatMap((id) => agenda.bookings[id] ?? []).sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  const mail = await renderMail("consent_withdrawn", locale, {
    name,
    companyName: (locale === "en" && employer?.nameEn) || (employer?.nameKo ?? ""),
    doneOn: seoulDateOf(withdrawal.at),
    doneAt: seoulTimeOf(withdrawal.at),
    cancelled: bookings.map((booking) => ({
      bookingNo: bookingNoOf(booking.bookingId),
      what: subjectWords(booking, postings, locale).what,
      slotTime: seoulTimeOf(booking.startsAt),
    })),
    ended: withdrawal.ended.map(({ kind, list }) => ({ kind, what: subjectWords(subjectOfList(list), postings, locale).what })),
    ...(withdrawal.reason && { reason: withdrawal.reason }),
    link: mailLinks(settings.origin, locale).myVisit(visitId),
    centrePhone: settings.centrePhone,
  });
  const [calendar, ...moreCalendars] = bookings.map((booking) => ({
    method: "CANCEL" as const,
    content: bookingCalendar({ booking, planned, locale, origin: settings.origin, from: settings.from }, to),
  }));
  await sendMail(deps, post, {
    ...{ mailId: consentMailId(agenda, nthConsent, "person"), message: "consent_withdrawn", to },
    // For whoever has no address staff did it, while speaking with them.
    isKnown: true,
    about: { visitId, registrationId, personId, cause: causeOf(event) },
    ...{ mail, calendar, moreCalendars },
  });
};

const mailEmployer = async (deps: Deps, post: Post, event: ConsentEvent): Promise<void> => {
  const { db } = deps;
  const { agenda, nthConsent } = event;
  const { visitId } = agenda;
  const withdrawal = agenda.consentWithdrawals?.[nthConsent];
  const [planned, employer, postings] = await Promise.all([
    findVisit(db, visitId),
    withdrawal && findEmployer(db, withdrawal.employerId),
    listVisitPostings(db, visitId),
  ]);
  if (!withdrawal || !planned || !employer || !concernsEmployer(withdrawal, Object.values(agenda.applications))) return;
  const { employerId, profile } = employer;
  const { origin, centrePhone } = post.settings;
  const links = consoleLinks(origin, employerId);
  const jobTitleOf = (postingId: Parameters<typeof subjectWords>[0]["postingId"]): string =>
    subjectWords({ postingId, service: null }, postings, employerLocale).jobTitle ?? "";
  const interviews = [...withdrawal.bookings, ...withdrawal.hidden]
    .flatMap((id) => agenda.bookings[id] ?? [])
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt))
    .map(({ bookingId, startsAt, postingId }) => ({
      time: seoulTimeOf(startsAt),
      jobTitle: jobTitleOf(postingId),
      isCancelled: withdrawal.bookings.includes(bookingId),
    }));
  const applications = lostApplications(withdrawal, Object.values(agenda.applications)).map(({ appliedAt, postingId }) => ({
    ...{ appliedOn: seoulDateOf(appliedAt), jobTitle: jobTitleOf(postingId) },
  }));
  const mail = await renderMail("employer_consent_withdrawn", employerLocale, {
    ...{ companyName: profile.nameKo, visitOn: planned.visit.date, interviews, applications, referrals: [], centrePhone },
    link: applications.length > 0 ? links.applicants(visitId) : links.times,
  });
  await sendMail(deps, post, {
    ...{ mailId: consentMailId(agenda, nthConsent, "employer"), message: "employer_consent_withdrawn", to: profile.contact.mail },
    about: { employerId, visitId, cause: causeOf(event) },
    mail,
  });
};
