import type { MessageId } from "../../shared/copy/messages/messages.ts";
import type { VisitDayAndPlace } from "../../shared/copy/messages/visit-moved.ts";
import { placeTextOf } from "../../shared/domain/place.ts";
import { type AskDay, answerBy } from "../../shared/domain/result-request.ts";
import { seoulDateOf, seoulTimeOf } from "../../shared/domain/seoul-time.ts";
import { listApplications } from "../applications/application-reads.ts";
import { consoleLinks } from "../mail/mail-links.ts";
import { type RenderedMail, renderMail } from "../mail/render-mail.ts";
import { type Post, sendMail } from "../mail/send-mail.ts";
import type { Deps } from "../platform/deps.ts";
import { employerKey } from "../platform/keys.ts";
import { countUnanswered } from "../results/unanswered-reads.ts";
import { subjectWords } from "../visits/subject-reads.ts";
import { findVisit, listVisitPostings } from "../visits/visit-reads.ts";
import type { EmployerEvent, NewsEvent } from "./employer-events.ts";
import { findEmployer } from "./employer-reads.ts";
import type { SeenVisit } from "./interview-list.ts";

/** Employers are written to in Korean. */
const locale = "ko";

/** Tells an employer what became of its check. */
export const mailAboutEmployer = async (deps: Deps, post: Post, { kind, item }: EmployerEvent): Promise<void> => {
  const { employer, version } = item;
  const { employerId, profile, refusalReason } = employer;
  const { origin, centrePhone } = post.settings;
  const links = consoleLinks(origin, employerId);
  const words = { companyName: profile.nameKo, centrePhone };
  const isVerified = kind === "employer.verified";
  const message = isVerified ? "employer_verified" : "employer_refused";
  const mail = isVerified
    ? await renderMail("employer_verified", locale, { ...words, link: links.askForTimes })
    : await renderMail("employer_refused", locale, { ...words, reason: refusalReason ?? "", link: links.changeFirm });
  const about = { employerId, cause: { key: employerKey(employerId), event: { kind, version } } };
  await sendMail(deps, post, { mailId: `${employerId}.checked.${version}`, message, to: profile.contact.mail, about, mail });
};

type Written = { what: string; message: MessageId; mail: RenderedMail };

const dayAndPlaceOf = ({ date, startTime, endTime, placeName }: SeenVisit): VisitDayAndPlace => ({
  visitOn: date,
  opensAt: startTime,
  closesAt: endTime,
  placeName,
});

/** Tells an employer its list, what changed in it, that applications wait, or that results are asked for. Never who it is about: names are for whoever signs in. */
export const mailNews = async (deps: Deps, post: Post, event: NewsEvent): Promise<void> => {
  const { db } = deps;
  const { visitId, employerId } = event.item;
  const [employer, planned] = await Promise.all([findEmployer(db, employerId), findVisit(db, visitId)]);
  if (!employer || !planned) return;
  const { visit, place } = planned;
  const { profile } = employer;
  const { origin, centrePhone } = post.settings;
  const links = consoleLinks(origin, employerId);
  const about = { companyName: profile.nameKo, centrePhone };

  const reminder = async (): Promise<Written | undefined> => {
    const [all, postings] = await Promise.all([listApplications(db, visitId, employerId), listVisitPostings(db, visitId)]);
    const waiting = all.filter(({ application }) => application.state === "applied");
    // Decided between the reminder and its mail.
    if (waiting.length === 0) return undefined;
    const titles = new Set(
      waiting.map(({ application: { postingId } }) => subjectWords({ postingId, service: null }, postings, locale).jobTitle ?? ""),
    );
    const { listAt } = visit.deadlines;
    const mail = await renderMail("employer_applications_waiting", locale, {
      ...about,
      jobTitle: [...titles].join(", "),
      visitOn: visit.date,
      count: waiting.length,
      decideByOn: seoulDateOf(listAt),
      decideBy: seoulTimeOf(listAt),
      link: links.applicants(visitId),
    });
    return { what: "applications-waiting", message: "employer_applications_waiting", mail };
  };
  const asked = async (day: AskDay): Promise<Written | undefined> => {
    const count = (await countUnanswered(db, visitId)).get(employerId) ?? 0;
    // Answered between the asking and its mail.
    if (count === 0) return undefined;
    const words = { ...about, visitOn: visit.date, count, answerBy: answerBy(visit.date, day), link: links.results(visitId) };
    const mail = await renderMail("employer_result_request", locale, words);
    return { what: `results-asked.${day}`, message: "employer_result_request", mail };
  };
  const told = async ({ edition, news }: Extract<NewsEvent, { kind: "employer.told" }>): Promise<Written> => {
    const what = `told.${edition}`;
    if (news.kind === "changes") {
      const { visitOn, changes } = news;
      const mail = await renderMail("employer_bookings_changed", locale, { ...about, visitOn, changes, link: links.times });
      return { what, message: "employer_bookings_changed", mail };
    }
    if (news.kind === "visit") {
      const { before, after, changes, reason } = news;
      const mail = await renderMail("employer_visit_changed", locale, {
        ...about,
        visitOn: before.date,
        cancelled: after.cancelled,
        before: dayAndPlaceOf(before),
        after: dayAndPlaceOf(after),
        changes,
        reason,
        link: links.times,
      });
      return { what, message: "employer_visit_changed", mail };
    }
    const mail = await renderMail("employer_interview_list", locale, {
      ...about,
      visitOn: visit.date,
      placeName: placeTextOf(place, locale),
      count: news.count,
      firstTime: seoulTimeOf(news.firstAt),
      lastTime: seoulTimeOf(news.lastAt),
      link: links.times,
    });
    return { what, message: "employer_interview_list", mail };
  };
  const written = await (event.kind === "employer.reminded"
    ? reminder()
    : event.kind === "employer.asked"
      ? asked(event.day)
      : told(event));
  if (!written) return;
  const { what, message, mail } = written;
  const { item, kind } = event;
  const cause = {
    key: { pk: item.pk, sk: item.sk },
    event: { kind, ...(kind === "employer.told" && { edition: event.edition }), ...(kind === "employer.asked" && { day: event.day }) },
  };
  await sendMail(deps, post, {
    ...{ mailId: `${employerId}.${visitId}.${what}`, message, to: profile.contact.mail, mail },
    about: { employerId, visitId, cause },
  });
};
