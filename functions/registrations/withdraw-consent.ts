import type { Application } from "../../shared/domain/application.ts";
import type { Booking } from "../../shared/domain/booking.ts";
import { type ConsentWithdrawal, endsWithConsent, isSeenBy, isShownBy } from "../../shared/domain/consent-withdrawal.ts";
import type { EmployerId, PersonId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { isUnanswered } from "../../shared/domain/withdrawal.ts";
import { hideApplication } from "../applications/application-writes.ts";
import { noteForgotten } from "../ledger/forgotten-writes.ts";
import type { StaffAct } from "../platform/actor.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { ContentionError, transact } from "../platform/transact.ts";
import { endReferral } from "../referrals/referral-ends-writes.ts";
import { listReferralsOf } from "../referrals/referral-reads.ts";
import { addToVisitLog } from "../visits/visit-log-writes.ts";
import { findVisit, listVisitPostings } from "../visits/visit-reads.ts";
import { findEntriesOf } from "../waitlist/waitlist-reads.ts";
import { replaceAgenda } from "./agenda-writes.ts";
import { agendaWithout, nextPart, type Part, sizeOf, withPart, writesGivingUp } from "./given-up-writes.ts";
import { type AgendaItem, bookingsOf, findAgenda, findRegistration, listAllRegistrationsOf } from "./registration-reads.ts";

type Withdrawing = {
  visitId: VisitId;
  registrationId: RegistrationId;
  employerId: EmployerId;
  staff?: StaffAct | undefined;
  /** In a table that was restored: when it was, and that everybody was told then. */
  at?: Instant;
  isTold?: true;
};

/** How often it is worked out anew when others write in the same moment. */
const attempts = 12;

/** What ends with a consent: what is to come, and leads to this employer. */
const leftOf = async (
  { db }: Pick<LedgerDeps, "db">,
  agenda: AgendaItem,
  employerId: EmployerId,
  when: Parameters<typeof endsWithConsent>[2],
): Promise<Part> => {
  const [waits, postings] = await Promise.all([findEntriesOf(db, agenda.visitId, agenda.waits), listVisitPostings(db, agenda.visitId)]);
  const lists = new Set<string>(postings.filter((posting) => posting.employerId === employerId).map(({ postingId }) => postingId));
  return {
    waits: waits.filter(({ entry }) => lists.has(entry.list)),
    applications: applicationsOf(agenda).filter((application) => application.employerId === employerId && isUnanswered(application)),
    bookings: bookingsOf(agenda).filter((booking) => endsWithConsent(booking, employerId, when)),
  };
};
const applicationsOf = ({ applications }: AgendaItem): Application[] => Object.values(applications);

/** A booking by which the employer sees nobody any more. */
const hidden = ({ consent, ...booking }: Booking, endedAt: Instant): Booking => ({
  ...booking,
  ...(consent && { formerConsent: { ...consent, endedAt } }),
});

/** The agenda after a part of it has ended, with nothing in it by which this employer sees anybody. */
const contentsAfter = (agenda: AgendaItem, part: Part, withdrawal: ConsentWithdrawal, visitOn: Parameters<typeof agendaWithout>[3]) => {
  const { employerId, at } = withdrawal;
  const { bookings, applications, ...others } = agendaWithout(agenda, part, withdrawal, visitOn);
  const seen = new Set(bookingsOf(agenda).flatMap((booking) => (isSeenBy(booking, employerId) ? [booking.bookingId] : [])));
  return {
    ...others,
    bookings: Object.fromEntries(
      bookingsOf({ bookings }).map((booking) => [booking.bookingId, seen.has(booking.bookingId) ? hidden(booking, at) : booking]),
    ),
    applications: Object.fromEntries(
      (Object.values(applications) as Application[]).map((application) => [
        application.applicationId,
        isShownBy(agenda.applications[application.applicationId] ?? application, employerId)
          ? { ...application, consentEndedAt: at }
          : application,
      ]),
    ),
  };
};

/**
 * Somebody takes back what they agreed to for one employer at one visit, at once and at any time (promise 8): in one transaction the employer sees nothing of
 * them any more, their applications, waits and interviews to come there end, each seat freed or given to its list; what had begun is hidden and stays as it was.
 * Where that is more than one transaction takes, the first hides all. Again it changes nothing.
 *
 * @returns false where the employer never was agreed to.
 */
export const withdrawConsent = async (deps: LedgerDeps, withdrawing: Withdrawing): Promise<boolean> => {
  const { db, ledger, clock, ids } = deps;
  const { visitId, registrationId, employerId, staff, isTold } = withdrawing;
  for (let attempt = 1; attempt <= attempts; ) {
    const now = withdrawing.at ?? clock.now();
    const [planned, agenda, registration] = await Promise.all([
      findVisit(db, visitId),
      findAgenda(db, visitId, registrationId),
      findRegistration(db, visitId, registrationId),
    ]);
    if (!planned || !agenda) return false;
    const isHere = registration?.arrival !== undefined;
    const earlier = agenda.consentWithdrawals ?? [];
    const begun = earlier.find((one) => one.employerId === employerId && one.doneAt === undefined);
    const left = await leftOf(deps, agenda, employerId, { at: begun?.at ?? now, isHere });
    const seen = bookingsOf(agenda).filter((booking) => isSeenBy(booking, employerId));
    const shown = applicationsOf(agenda).filter((application) => isShownBy(application, employerId));
    if (!begun && sizeOf(left) + seen.length + shown.length === 0)
      return [...bookingsOf(agenda), ...applicationsOf(agenda)].some((one) => one.employerId === employerId);

    const withdrawal: ConsentWithdrawal = begun ?? {
      ...{ employerId, at: now, bookings: [], ended: [] },
      hidden: seen.filter((booking) => !endsWithConsent(booking, employerId, { at: now, isHere })).map(({ bookingId }) => bookingId),
      ...(staff ? { by: "centre", reason: staff.reason } : { by: "person" }),
      ...(isTold && { isTold }),
    };
    const accepted = shown.filter((application) => !isUnanswered(application));
    // The agenda, and the lines in log and ledger.
    const part = nextPart(left, 3 + accepted.length);
    const isLast = sizeOf(part) === sizeOf(left);
    const soFar = { ...withPart(withdrawal, part), ...(isLast && { doneAt: now }) };
    const place = { visitId, employerId, registrationId };
    const result = await transact<string>(db, {
      agenda: replaceAgenda(agenda, contentsAfter(agenda, part, withdrawal, planned.visit.date), {
        set: { consentWithdrawals: begun ? earlier.map((one) => (one === begun ? soFar : one)) : [...earlier, soFar] },
        gone: [],
      }),
      ...Object.fromEntries(accepted.map(({ applicationId }) => [`hidden ${applicationId}`, hideApplication({ ...place, applicationId })])),
      ...(await writesGivingUp(db, agenda, part)),
      ...(!begun && { forgotten: noteForgotten(ledger, { what: "consent", visitId, registrationId, employerId, at: now }) }),
      ...(staff &&
        !begun && {
          log: addToVisitLog({ visitId, at: now, registrationId, employerId, did: "withdrew-consent", ...staff }, ids.mint("log")),
        }),
    });
    if (result.ok && isLast) return true;
    if (!result.ok) attempt += 1;
  }
  throw new ContentionError(`The agenda ${registrationId} kept changing.`);
};

/** Referrals by which the employer sees somebody: hidden before anything else is. */
const hideReferrals = async (deps: LedgerDeps, personId: PersonId, employerId: EmployerId): Promise<boolean> => {
  let isKnown = false;
  for (const item of await listReferralsOf(deps.db, personId)) {
    if (item.job.employerId !== employerId) continue;
    isKnown = true;
    // What has changed in this moment was taken back.
    if (!item.consent) continue;
    const step = { at: deps.clock.now(), words: { kind: "employer-consent-withdrawn" } } as const;
    await transact<string>(deps.db, await endReferral(deps, item, step, { endedWith: "consent" }));
  }
  return isKnown;
};

/** The same at every visit that the person registered for; by themselves, or by staff for them. */
export const withdrawConsents = async (
  deps: LedgerDeps,
  personId: PersonId,
  employerId: EmployerId,
  staff?: StaffAct,
): Promise<boolean> => {
  let isKnown = await hideReferrals(deps, personId, employerId);
  for (const { agenda } of await listAllRegistrationsOf(deps.db, personId)) {
    const { visitId, registrationId } = agenda;
    isKnown = (await withdrawConsent(deps, { visitId, registrationId, employerId, staff })) || isKnown;
  }
  return isKnown;
};
