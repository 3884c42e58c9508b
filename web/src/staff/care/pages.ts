import { AptitudeRegisterPage } from "./aptitude-register-page.tsx";
import { AptitudeTestsPage } from "./aptitude-tests-page.tsx";
import { ConsultationsPage } from "./consultations-page.tsx";
import { EnrolmentPage } from "./enrolment-page.tsx";
import { FollowUpsPage } from "./follow-ups-page.tsx";
import { PeoplePage } from "./people-page.tsx";
import { ResultsPage } from "./results-page.tsx";

/** The pages of care beyond the day, loaded together: who needs one needs the next, and the first load names one file for all. */
export const carePages = {
  AptitudeRegisterPage,
  AptitudeTestsPage,
  ConsultationsPage,
  EnrolmentPage,
  FollowUpsPage,
  PeoplePage,
  ResultsPage,
};
