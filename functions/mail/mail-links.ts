import type { EmployerId, InvitationId, PostingId, VisitId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";

/** Pages that mails lead to, in the reader's language. Opening one changes nothing: mail scanners open every link. */
export const mailLinks = (origin: string, locale: Locale) => {
  const root = locale === "en" ? `${origin}/en` : origin;
  return {
    visits: `${root}/`,
    visit: (visitId: VisitId) => `${root}/visits/${visitId}`,
    mine: `${root}/my`,
    myVisit: (visitId: VisitId) => `${root}/my?visit=${visitId}`,
    enrolment: `${root}/my/data?enrolment`,
    ticket: (visitId: VisitId) => `${root}/my/ticket?visit=${visitId}`,
  };
};

/** The same for employers, who sign in to the console; it has one address in both languages. */
export const consoleLinks = (origin: string, employerId: EmployerId) => {
  const firm = `${origin}/console/employers/${employerId}`;
  return {
    invitation: (invitationId: InvitationId) => `${origin}/console/invitations/${employerId}/${invitationId}`,
    changeFirm: `${firm}/change`,
    posting: (postingId: PostingId) => `${firm}/postings/${postingId}`,
    askForTimes: `${firm}/slot-requests/new`,
    times: `${firm}/slot-requests`,
    results: (visitId: VisitId) => `${firm}/slot-requests/interviews/${visitId}`,
    referred: (visitId: VisitId) => `${firm}/slot-requests/referred/${visitId}`,
    applicants: (visitId: VisitId) => `${firm}/slot-requests/applicants/${visitId}`,
  };
};
