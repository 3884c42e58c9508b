import { accessLogOperations } from "./access-log.ts";
import { applicationOperations } from "./applications.ts";
import { aptitudeTestOperations } from "./aptitude-tests.ts";
import { assistanceOperations } from "./assistance.ts";
import { bookingOperations } from "./bookings.ts";
import { calendarOperations } from "./calendars.ts";
import { careOperations } from "./care.ts";
import { checkInOperations } from "./check-in.ts";
import { connectionOperations } from "./connections.ts";
import { deskNoteOperations } from "./desk-notes.ts";
import { employerOperations } from "./employers.ts";
import { enrolmentOperations } from "./enrolments.ts";
import { feedOperations } from "./feed.ts";
import { hireOperations } from "./hires.ts";
import { incidentOperations } from "./incidents.ts";
import { inquiryOperations } from "./inquiries.ts";
import { jobListOperations } from "./job-lists.ts";
import { kioskOperations } from "./kiosk.ts";
import { leadOperations } from "./leads.ts";
import { memberOperations } from "./members.ts";
import { helpedDataOperations, myDataOperations } from "./my-data.ts";
import { paperOperations } from "./papers.ts";
import { partnerLinkOperations } from "./partner-links.ts";
import { peopleSearchOperations } from "./people-search.ts";
import { planOperations } from "./plans.ts";
import { publicOperations } from "./public.ts";
import { reconcileOperations } from "./reconcile.ts";
import { referralOperations } from "./referrals.ts";
import { reportOperations } from "./reports.ts";
import { resultOperations } from "./results.ts";
import { samePeopleOperations } from "./same-people.ts";
import { seasonOperations } from "./season.ts";
import { secondStepOperations } from "./second-step.ts";
import { signInOperations } from "./sign-in.ts";
import { staffOperations } from "./staff.ts";
import { statisticsOperations } from "./statistics.ts";
import { supportOperations } from "./support.ts";
import { tableOperations } from "./table.ts";
import { talkOperations } from "./talks.ts";
import { undeliveredOperations } from "./undelivered.ts";
import { waitlistOperations } from "./waitlist.ts";

/** The whole API: every operation, keyed "METHOD /path". `docs` and `openapi.json` are served beside it. */
export const api = {
  ...publicOperations,
  ...calendarOperations,
  ...signInOperations,
  ...secondStepOperations,
  ...bookingOperations,
  ...aptitudeTestOperations,
  ...peopleSearchOperations,
  ...myDataOperations,
  ...helpedDataOperations,
  ...waitlistOperations,
  ...applicationOperations,
  ...employerOperations,
  ...memberOperations,
  ...staffOperations,
  ...leadOperations,
  ...jobListOperations,
  ...talkOperations,
  ...inquiryOperations,
  ...assistanceOperations,
  ...careOperations,
  ...deskNoteOperations,
  ...partnerLinkOperations,
  ...enrolmentOperations,
  ...referralOperations,
  ...paperOperations,
  ...checkInOperations,
  ...reconcileOperations,
  ...planOperations,
  ...undeliveredOperations,
  ...tableOperations,
  ...kioskOperations,
  ...accessLogOperations,
  ...hireOperations,
  ...reportOperations,
  ...statisticsOperations,
  ...resultOperations,
  ...incidentOperations,
  ...samePeopleOperations,
  ...seasonOperations,
  ...supportOperations,
  ...connectionOperations,
  ...feedOperations,
} as const;
export type Api = typeof api;
export type OperationKey = keyof Api;
