import type { MessageId } from "../../shared/copy/messages/messages.ts";
import { seoulDateOf, seoulTimeOf } from "../../shared/domain/seoul-time.ts";
import { mailLinks } from "../mail/mail-links.ts";
import { readerOf } from "../mail/reader-of.ts";
import { type RenderedMail, renderMail } from "../mail/render-mail.ts";
import { type Post, sendMail } from "../mail/send-mail.ts";
import type { Deps } from "../platform/deps.ts";
import { findPerson } from "../registrations/person-reads.ts";
import { findAgenda } from "../registrations/registration-reads.ts";
import { subjectWords } from "../visits/subject-reads.ts";
import { findVisit, listVisitPostings } from "../visits/visit-reads.ts";
import type { ApplicationEvent } from "./application-events.ts";

type Written = { message: MessageId; mail: RenderedMail };

/** Tells the person what became of their application: one mail per change. */
export const mailAboutApplication = async (deps: Deps, post: Post, event: ApplicationEvent): Promise<void> => {
  const { db } = deps;
  const { visitId, registrationId, application } = event.item;
  const { applicationId, postingId } = application;
  const [agenda, planned, postings] = await Promise.all([
    findAgenda(db, visitId, registrationId),
    findVisit(db, visitId),
    listVisitPostings(db, visitId),
  ]);
  const person = agenda && (await findPerson(db, agenda.personId));
  if (!planned || !person) return;
  const { locale, name, mail: to } = readerOf(person);
  const { origin, centrePhone } = post.settings;
  const { companyName = "", jobTitle = "" } = subjectWords({ postingId, service: null }, postings, locale);
  const links = mailLinks(origin, locale);
  const link = links.myVisit(visitId);
  const words = { name, companyName, jobTitle, visitOn: planned.visit.date, centrePhone, visitsLink: links.visits };

  const write = async (): Promise<Written> => {
    switch (event.kind) {
      case "application.received": {
        const { listAt } = planned.visit.deadlines;
        const until = { decideByOn: seoulDateOf(listAt), decideBy: seoulTimeOf(listAt) };
        return { message: "application_received", mail: await renderMail("application_received", locale, { ...words, ...until, link }) };
      }
      case "application.withdrawn":
        return { message: "application_withdrawn", mail: await renderMail("application_withdrawn", locale, words) };
      case "application.declined":
        return { message: "application_declined", mail: await renderMail("application_declined", locale, words) };
      case "application.undecided":
        return { message: "application_undecided", mail: await renderMail("application_undecided", locale, { ...words, link }) };
      case "application.unbookable":
        return {
          message: "application_accepted_but_unbookable",
          mail: await renderMail("application_accepted_but_unbookable", locale, { ...words, link: links.visit(visitId) }),
        };
    }
  };
  const { message, mail } = await write();
  const what = event.kind === "application.unbookable" ? `unbookable.${event.slotId}` : event.kind.slice("application.".length);
  const { item, ...happened } = event;
  const about = { visitId, registrationId, personId: agenda.personId, cause: { key: { pk: item.pk, sk: item.sk }, event: happened } };
  // Names the person, too: two of them may have minted the same id with two employers.
  await sendMail(deps, post, { mailId: `${registrationId}.${applicationId}.${what}`, message, to, about, mail });
};
