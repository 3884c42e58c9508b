import { AptitudeRegisterPage } from "./aptitude-register-page.tsx";
import { AptitudeTestsPage } from "./aptitude-tests-page.tsx";
import { ConsultationsPage } from "./consultations-page.tsx";
import { EnrolmentPage } from "./enrolment-page.tsx";
import { FollowUpsPage } from "./follow-ups-page.tsx";
import { NotesLine } from "./notes-line.tsx";
import { NotesPage } from "./notes-page.tsx";
import { PartnerLinksPage } from "./partner-links-page.tsx";
import { PeoplePage } from "./people-page.tsx";
import { ResultsPage } from "./results-page.tsx";
import { WriteNotePage } from "./write-note-page.tsx";

/** The pages of care beyond the day, loaded together: who needs one needs the next, and the first load names one file for all. */
export const carePages = {
  AptitudeRegisterPage,
  AptitudeTestsPage,
  ConsultationsPage,
  EnrolmentPage,
  FollowUpsPage,
  NotesLine,
  NotesPage,
  PartnerLinksPage,
  PeoplePage,
  ResultsPage,
  WriteNotePage,
};
