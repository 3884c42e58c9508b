import {
  type Application,
  type ApplicationSummary,
  applicationsCloseAt,
  bars,
  maxApplicationsKept,
} from "../../shared/domain/application.ts";
import type { ApplicationId, PostingId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import { timetableSlots } from "../../shared/domain/timetable.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { employerConsentOf } from "../consents/consent-writes.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { findAgenda } from "../registrations/registration-reads.ts";
import { recentTimetables } from "../slots/timetable-reads.ts";
import { findVisit, findVisitPosting } from "../visits/visit-reads.ts";
import { addApplication } from "./application-writes.ts";

type Wish = {
  visitId: VisitId;
  applicationId: ApplicationId;
  registrationId: RegistrationId;
  postingId: PostingId;
  summary: ApplicationSummary;
  consentVersion: string;
  locale: Locale;
};

/**
 * Applies for a screened interview, with consent for its employer. It holds no seat and no time. Decided on the agenda as it is read; if another
 * application entered it since, it is decided anew.
 */
export const applyForInterview = async (deps: Deps, wish: Wish): Promise<Outcome<{ application: Application; isNew: boolean }>> => {
  const { db, clock } = deps;
  const { visitId, applicationId, registrationId, postingId, summary, consentVersion, locale } = wish;
  const now = clock.now();
  const [planned, agenda, posting, timetables] = await Promise.all([
    findVisit(db, visitId),
    findAgenda(db, visitId, registrationId),
    findVisitPosting(db, visitId, postingId),
    recentTimetables(deps, visitId),
  ]);
  if (!planned) return refuse("not-found");
  const earlier = agenda?.applications[applicationId];
  if (earlier) {
    if (earlier.postingId !== postingId) return refuse("id-taken");
    return earlier.state === "withdrawn" ? refuse("application-withdrawn") : done({ application: earlier, isNew: false });
  }
  const { visit } = planned;
  if (visit.state !== "open") return refuse("visit-not-open");
  const isScreened = timetableSlots(visit.date, timetables).some(
    (slot) => slot.postingId === postingId && slot.mode === "screened" && now < slot.startsAt,
  );
  if (!posting || !isScreened) return refuse("no-screened-times");
  if (now >= applicationsCloseAt(visit.deadlines)) return refuse("booking-closed");
  const consent = employerConsentOf(consentVersion, locale, "web");
  if (!consent) return refuse("consent-outdated");
  if (!agenda || agenda.withdrawnAt) return refuse("not-registered");
  const applications = Object.values(agenda.applications);
  const isBarred = (one: Application): boolean => bars(one, one.bookingId && agenda.bookings[one.bookingId]);
  if (applications.some((one) => one.postingId === postingId && isBarred(one))) return refuse("already-applied");
  if (applications.length >= maxApplicationsKept) return refuse("too-many-requests");

  const application: Application = {
    applicationId,
    employerId: posting.employerId,
    postingId,
    state: "applied",
    summary,
    consent,
    appliedAt: now,
    decidedAt: null,
  };
  const result = await transact(
    db,
    addApplication({ visitId, registrationId }, { application, date: visit.date, known: applications.length }),
  );
  if (result.ok) return done({ application, isNew: true });
  // Another application, perhaps this one by a second tap, was first; there are at most so many of them.
  if (result.refused.includes("agenda")) return applyForInterview(deps, wish);
  return refuse("id-taken");
};
