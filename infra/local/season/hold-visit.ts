import { makeStep } from "../../../functions/aptitude-tests/make-step.ts";
import { requestTest } from "../../../functions/aptitude-tests/request-test.ts";
import { checkIn } from "../../../functions/check-ins/check-in.ts";
import { loadPack } from "../../../functions/check-ins/load-pack.ts";
import { takeEvents } from "../../../functions/check-ins/take-events.ts";
import { writeConsultation } from "../../../functions/consultations/write-consultation.ts";
import { writeEnrolment } from "../../../functions/enrolments/write-enrolment.ts";
import type { Deps } from "../../../functions/platform/deps.ts";
import { answerReferral } from "../../../functions/referrals/answer-referral.ts";
import { confirmHire } from "../../../functions/referrals/confirm-hire.ts";
import { proposeReferral } from "../../../functions/referrals/propose-referral.ts";
import { findPersonOfVisit, findRegistered } from "../../../functions/registrations/registration-reads.ts";
import { confirmPlacement } from "../../../functions/results/confirm-placement.ts";
import { giveStatistics } from "../../../functions/statistics/give-statistics.ts";
import { noteOutcome } from "../../../functions/table/note-outcome.ts";
import type { AptitudeStep } from "../../../shared/domain/aptitude-test.ts";
import { fromBase64Url } from "../../../shared/domain/base64url.ts";
import { currentConsentVersion } from "../../../shared/domain/consents.ts";
import type { Consultation, ConsultationKind } from "../../../shared/domain/consultation.ts";
import type { EnrolmentDraft } from "../../../shared/domain/enrolment.ts";
import {
  type AccountId,
  AptitudeTestId,
  ConsultationId,
  ReferralId,
  type RegistrationId,
  SignInId,
  type VisitId,
} from "../../../shared/domain/ids.ts";
import { importNotePublicKey, sealNote } from "../../../shared/domain/sealed-note.ts";
import { addDays, epochMsOf, seoulDateOf } from "../../../shared/domain/seoul-time.ts";
import type { PersonEducation, Sex } from "../../../shared/domain/statistics.ts";
import { uuidV7 } from "../../../shared/domain/uuid-v7.ts";
import { mustBe } from "../centre-seed.ts";
import type { Centre, HeldVisit } from "./centre.ts";
import { nameOf } from "./guests.ts";
import { helpDesk } from "./prepare-visit.ts";
import type { Result } from "./season-file.ts";

const deviceId = "season-phone-1";
const eventId = ({ deps: { clock, ids } }: Centre): string => uuidV7(epochMsOf(clock.now()), ids.bytes(10));

/** The desk's phone gets ready, scans everybody who comes with a registration, and gives numbers to the others. */
export const receive = async (centre: Centre, { visitId, coming, walkIns }: HeldVisit): Promise<void> => {
  const { deps, ticketSealKey, counsellors } = centre;
  const [staffId] = counsellors as [AccountId];
  const user = { staffId, signInId: SignInId.parse(deps.ids.mint("sgn")) };
  const pack = mustBe(await loadPack(deps, ticketSealKey, { visitId, deviceId, ...user }, () => {}));
  for (const { registrationId } of coming) {
    const code = (await findPersonOfVisit(deps.db, visitId, registrationId))?.registration.ticketCode ?? "";
    const scan = { eventId: eventId(centre), read: { by: "code" as const, code }, deviceId, at: deps.clock.now() };
    const { verdict } = mustBe(await checkIn(deps, { visitId, scan, ...user }, () => {}));
    if (verdict !== "admitted-by-code") throw new Error(`Somebody was not let in: ${verdict}.`);
  }
  const publicKey = await importNotePublicKey(fromBase64Url(pack.noteKey ?? ""));
  const events = await Promise.all(
    Array.from({ length: walkIns }, async (_, n) => ({
      ...{ v: 1, kind: "walk-in", id: eventId(centre), visitId, staffId, deviceId, at: deps.clock.now(), clockOffset: 0 },
      ...{ packRevision: 1, number: `${pack.lease.letter}-${String(n + 1).padStart(3, "0")}`, deskId: helpDesk.deskId },
      payload: await sealNote(JSON.stringify({ name: nameOf(n), isNickname: true, need: "job_initial" }), { visitId, publicKey }),
    })),
  );
  if (events.length === 0) return;
  const { answers } = mustBe(await takeEvents(deps, { visitId, deviceId, events, ...user }));
  if (answers.some(({ result }) => result !== "stored")) throw new Error("A walk-in was not taken.");
};

const otherKinds = ["job_initial", "resume", "job_follow", "interview_prep"] as const satisfies readonly ConsultationKind[];

/** What was talked about: so many about a business of one's own, so many tests, the others about work. */
const kindsOf = ({ consultations, startupConsultations, aptitudeTests }: NonNullable<HeldVisit["filed"]["result"]>): ConsultationKind[] =>
  Array.from({ length: consultations }, (_, n) => {
    if (n < startupConsultations) return n % 2 === 0 ? "startup" : "finance";
    return n < startupConsultations + aptitudeTests ? "aptitude" : (otherKinds[n % otherKinds.length] ?? "info");
  });

/** Somebody is tested: asked, counselled, taken and explained, as the register has it. */
const test = async (deps: Deps, at: { visitId: VisitId; registrationId: RegistrationId; byId: AccountId }): Promise<void> => {
  const { personId } = (await findRegistered(deps.db, at)) ?? {};
  if (!personId) throw new Error("Nobody is registered who was to be tested.");
  const testId = AptitudeTestId.parse(deps.ids.mint("apt"));
  mustBe(await requestTest(deps, { ...at, personId, testId }));
  const steps: AptitudeStep[] = [{ did: "found_needed", kind: "preference_short" }, { did: "took" }, { did: "explained" }];
  for (const [n, step] of steps.entries()) mustBe(await makeStep(deps, { personId, testId, byId: at.byId, step, seen: n + 1 }));
};

/** Everybody who came is counselled in turn, and the notes are written. */
export const counsel = async ({ deps, counsellors }: Centre, { visitId, coming, filed: { result } }: HeldVisit): Promise<void> => {
  if (!result) return;
  for (const [n, kind] of kindsOf(result).entries()) {
    const { registrationId } = coming[n % coming.length] as HeldVisit["coming"][number];
    const said: Consultation = { kind, channel: "onsite", outcomes: ["info_given"], note: "상담함", heldAt: deps.clock.now() };
    const byId = counsellors[n % counsellors.length] as AccountId;
    const consultationId = ConsultationId.parse(deps.ids.mint("con"));
    mustBe(await writeConsultation(deps, { visitId, registrationId, consultationId, byId }, { ...said, next: null }));
    if (kind === "aptitude") await test(deps, { visitId, registrationId, byId });
  }
};

const wishes = (n: number): EnrolmentDraft => ({
  occupations: (["81", "56", "02"] as const satisfies EnrolmentDraft["occupations"]).slice(n % 3, (n % 3) + 1),
  districts: [],
  employmentTypes: [],
  careers: [],
});

/** Every fifth of them does not say which schools they went to; two thirds say high school or less. */
const educationOf = (n: number): PersonEducation | undefined =>
  n % 5 === 4 ? undefined : (["03", "02", "03", "05", "04", "01"] as const)[n % 6];

/** The n-th of who enrols as the file has them: so many women, so many men, and who did not say. */
const sexOf = (n: number, [women, men]: Result["sexes"]): Sex | undefined => (n < women ? "female" : n < women + men ? "male" : undefined);

/** Who is new says what they look for, and the centre accepts it; asked for reports, most say more of themselves. */
export const enrol = async ({ deps, counsellors }: Centre, { visitId, coming, filed: { result } }: HeldVisit): Promise<void> => {
  if (!result) return;
  const anew = coming.filter(({ isNew }) => isNew).slice(0, result.newRegistrations);
  for (const [n, { guest, registrationId }] of anew.entries()) {
    const { personId, said } = guest;
    const helped = { visitId, registrationId, byId: counsellors[n % counsellors.length] as AccountId };
    const draft = wishes(n);
    mustBe(
      await writeEnrolment(deps, { personId, locale: "ko", helped }, { draft, consentVersion: currentConsentVersion.enrolment, seen: 0 }),
    );
    const [sex, education] = [sexOf(n, result.sexes), educationOf(n)];
    Object.assign(said, {
      ...{ occupation: draft.occupations[0]?.slice(0, 1) },
      ...(sex && { sex }),
      ...(education && { education }),
    });
    if (!sex && !education) continue;
    const given = { draft: { sex, education }, consentVersion: currentConsentVersion.statistics };
    mustBe(await giveStatistics(deps, { personId, locale: "ko", helped: { visitId, registrationId, staffId: helped.byId } }, given));
  }
};

/** Who enrolled is told of jobs of the visits to come, agrees, and is referred: everybody of one, then everybody of another. */
export const refer = async ({ deps, counsellors, visits }: Centre, { visitId, coming, filed, referred }: HeldVisit): Promise<void> => {
  const { newRegistrations = 0, referrals = 0 } = filed.result ?? {};
  const jobs = visits.flatMap((later) =>
    later.filed.date > filed.date ? later.jobs.map((job) => ({ visitId: later.visitId, ...job })) : [],
  );
  const enrolled = coming.filter(({ isNew }) => isNew).slice(0, newRegistrations);
  for (let n = 0; n < referrals; n++) {
    const { guest, registrationId } = enrolled[n % enrolled.length] as (typeof enrolled)[number];
    const job = jobs[Math.floor(n / enrolled.length)];
    if (!job) throw new Error(`After ${filed.date} there are too few jobs.`);
    const byId = counsellors[n % counsellors.length] as AccountId;
    const which = { personId: guest.personId, referralId: ReferralId.parse(deps.ids.mint("ref")) };
    const at = { visitId: job.visitId, postingId: job.postingId };
    mustBe(await proposeReferral(deps, { visitId, registrationId, byId, ...which }, { at }));
    const by = { byId, answeredBy: "in-person" as const, locale: "ko" as const };
    mustBe(await answerReferral(deps, which, by, { agrees: true, consentVersion: currentConsentVersion.to_employer }));
    referred.push({ guest, registrationId, referralId: which.referralId });
  }
};

/** Employers say what came of it, but for those who still owe it; whoever was hired is first in the list. */
export const report = async ({ deps }: Centre, { visitId, interviews, filed: { result } }: HeldVisit): Promise<void> => {
  const { interviewsDone = 0, resultsPending = 0, hiredConfirmed = 0 } = result ?? {};
  for (const [n, { registrationId, bookingId, employerId }] of interviews.done.slice(0, interviewsDone - resultsPending).entries()) {
    const outcome = n < hiredConfirmed ? "hired" : n % 2 === 0 ? "met" : "not_hired";
    mustBe(await noteOutcome(deps, { visitId, registrationId, bookingId, employerId, outcome, seen: 0 }, { by: "console" }));
  }
};

/** Days until whoever was hired begins. */
const beginsAfterDays = 14;

/** Who was hired by a referral: the first ones to be referred, each once. */
export const hiredLaterAt = ({ referred, filed: { result } }: HeldVisit): HeldVisit["referred"] =>
  referred
    .filter(({ guest }, i) => referred.findIndex((one) => one.guest === guest) === i)
    .slice(0, result?.hiredThroughLaterReferral ?? 0);

/** The centre asks, and confirms who was hired: after an interview at the bus, or by whom somebody was referred to. */
export const confirm = async ({ deps, manager, counsellors }: Centre, visit: HeldVisit): Promise<void> => {
  const {
    visitId,
    interviews,
    filed: { result },
  } = visit;
  for (const { guest, referralId } of hiredLaterAt(visit)) {
    const hire = { startedOn: addDays(seoulDateOf(deps.clock.now()), beginsAfterDays), confirmedBy: "employer" as const };
    mustBe(await confirmHire(deps, { personId: guest.personId, referralId }, counsellors[0] as AccountId, hire));
  }
  for (const { registrationId, bookingId } of interviews.done.slice(0, result?.hiredConfirmed ?? 0)) {
    const startedOn = addDays(seoulDateOf(deps.clock.now()), beginsAfterDays);
    mustBe(await confirmPlacement(deps, { visitId, registrationId, bookingId, byId: manager, startedOn, confirmedBy: "employer" }));
  }
};
