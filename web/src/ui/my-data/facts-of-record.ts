import type { AptitudeTest } from "../../../../shared/contract/aptitude-tests.ts";
import type { KeptRecord } from "../../../../shared/contract/my-data.ts";
import type { Referral } from "../../../../shared/contract/referrals.ts";
import { aptitudeKindWords, aptitudeStepWords } from "../../../../shared/copy/aptitude-tests.ts";
import {
  applicationStateLabels,
  bookingStateLabels,
  educationLabels,
  interviewOutcomeLabels,
  sexLabels,
} from "../../../../shared/copy/codes.ts";
import { consultationChannelWords, consultationKindWords, consultationOutcomeWords } from "../../../../shared/copy/consultation.ts";
import { answeredByWords, enrolmentStandingWords, referralStateWords } from "../../../../shared/copy/enrolment.ts";
import { followUpTask, followUpWords } from "../../../../shared/copy/follow-up.ts";
import { keptRecordWords } from "../../../../shared/copy/kept-records.ts";
import { mailNames } from "../../../../shared/copy/mail-names.ts";
import { myDataWords } from "../../../../shared/copy/pages-seeker/my-data.ts";
import { confirmedByWords, seekerResultWords, stayWords } from "../../../../shared/copy/results.ts";
import { statisticsWords } from "../../../../shared/copy/statistics.ts";
import { groupWords, needWords } from "../../../../shared/copy/support.ts";
import type { Application } from "../../../../shared/domain/application.ts";
import type { AptitudeTestKind } from "../../../../shared/domain/aptitude-test.ts";
import type { Booking } from "../../../../shared/domain/booking.ts";
import { type CheckInEvent, untold } from "../../../../shared/domain/check-in-event.ts";
import type { Consultation } from "../../../../shared/domain/consultation.ts";
import type { EnrolmentDraft } from "../../../../shared/domain/enrolment.ts";
import type { NextStep } from "../../../../shared/domain/follow-up.ts";
import type { FollowUpTask, FollowUpWords } from "../../../../shared/domain/follow-up-told.ts";
import type { Locale } from "../../../../shared/domain/locale.ts";
import { phoneText } from "../../../../shared/domain/phone-text.ts";
import type { Placement, SeekerResult } from "../../../../shared/domain/placement.ts";
import type { AnsweredBy } from "../../../../shared/domain/referral.ts";
import { dateText, type Instant, type LocalDate } from "../../../../shared/domain/seoul-time.ts";
import type { EnrolmentState, FollowUpState, MailState } from "../../../../shared/domain/states.ts";
import type { PersonEducation, Sex } from "../../../../shared/domain/statistics.ts";
import type { Need, SupportGroup } from "../../../../shared/domain/support.ts";
import type { VisitAct } from "../../../../shared/domain/visit-act.ts";
import { dateWithYear, momentText } from "../../platform/times.ts";
import { wishFacts } from "../enrolment/wish-facts.ts";

export type Fact = readonly [name: string, value: string | undefined];

/** What the API gives of a record, loosely: each kind has some of these. */
type Content = {
  at?: Instant;
  dueAt?: Instant;
  doneAt?: Instant;
  notedAt?: Instant;
  saidAt?: Instant;
  claimedAt?: Instant;
  givenAt?: Instant;
  startedAt?: Instant;
  endsAt?: Instant;
  confirmedAt?: Instant;
  withdrawnAt?: Instant;
  registration?: { registeredAt: Instant };
  arrival?: { at: Instant };
  event?: { at: Instant; kind: CheckInEvent["kind"]; reason?: string };
  entry?: { appliedAt: Instant };
  bookings?: Record<string, Booking>;
  applications?: Record<string, Application>;
  application?: Partial<Application>;
  waits?: Record<string, { appliedAt: Instant }>;
  name?: string;
  birthYear?: number;
  phone?: string;
  mail?: string;
  locale?: Locale;
  code?: string;
  outcome?: keyof typeof interviewOutcomeLabels;
  result?: SeekerResult;
  message?: keyof typeof mailNames;
  state?: MailState;
  settled?: { at: Instant; how: "called" | "sent-again" };
  did?: VisitAct;
  reason?: string;
  note?: string;
  codes?: readonly string[];
  sex?: Sex;
  education?: PersonEducation;
  checks?: Placement["checks"];
};
type Task = Pick<NextStep, "dueOn"> & { what: FollowUpTask; openedAt: Instant; state: FollowUpState } & {
  steps: readonly { at: Instant; words: FollowUpWords }[];
};

type AptitudeRecord = {
  kind?: AptitudeTestKind;
  why?: string;
  steps: readonly (Pick<AptitudeTest["steps"][number], "did" | "at"> & { on?: LocalDate })[];
};
type EnrolmentRecord = { state: EnrolmentState; draft?: EnrolmentDraft; writtenAt: Instant; validUntil?: LocalDate };
type ReferralRecord = Pick<Referral, "state" | "proposedAt"> & {
  job: { employerNameKo: string; draft: { titleKo: string } };
  why?: string;
  answeredAt?: Instant;
  answeredBy?: AnsweredBy;
};

/** How many things a record tells of: a day at a visit holds every booking, application and list of it. */
export const thingsIn = ({ what, content }: KeptRecord): number => {
  const { bookings = {}, applications = {}, waits = {} } = content as Content;
  return what === "agenda" ? [bookings, applications, waits].flatMap(Object.keys).length : 1;
};

/** The contents of one record in plain words; ids and the like are for machines, and in the file. */
export const factsOfRecord = ({ what, content }: KeptRecord, locale: Locale): Fact[] => {
  const words = myDataWords[locale];
  const kept = keptRecordWords[locale];
  const { facts } = kept;
  const when = (instant: Instant | undefined): string | undefined => instant && momentText(instant, locale);
  const told = content as Content;
  const summaryOf = ({ wishedJob, years, experience, licences }: Partial<Application["summary"]> = {}): Fact[] => [
    [facts.wishedJob, wishedJob],
    [facts.years, years === undefined ? undefined : facts.yearsOf(years)],
    [facts.experience, experience],
    [facts.licences, licences],
  ];
  const checksOf = (checks: Placement["checks"]): Fact[] =>
    checks.map(({ month, stays }) => [facts.checked, kept.stayed(month, stayWords[stays ? "stays" : "left"][locale])]);
  switch (what) {
    case "person":
      return [
        [words.name, told.name],
        [words.birthYear, told.birthYear === undefined ? undefined : words.year(told.birthYear)],
        [words.phone, told.phone && phoneText(told.phone)],
        [words.mail, told.mail],
        [facts.language, told.locale && kept.languages[told.locale]],
      ];
    case "account":
      return [[words.mail, told.mail]];
    case "registration":
      return [
        [facts.registeredAt, when(told.registration?.registeredAt)],
        [facts.confirmedAt, when(told.confirmedAt)],
        [facts.arrivedAt, when(told.arrival?.at)],
        [facts.withdrawnAt, when(told.withdrawnAt)],
      ];
    case "agenda":
      return [
        ...Object.values(told.bookings ?? {}).flatMap(({ kind, startsAt, state, reason }): Fact[] => [
          [facts.booking, `${momentText(startsAt, locale)}, ${kept.times[kind]}, ${bookingStateLabels[state][locale]}`],
          [facts.reason, reason],
        ]),
        ...Object.values(told.applications ?? {}).flatMap(({ appliedAt, state, summary }): Fact[] => [
          [facts.application, `${momentText(appliedAt, locale)}, ${applicationStateLabels[state][locale]}`],
          ...summaryOf(summary),
        ]),
        ...Object.values(told.waits ?? {}).map(({ appliedAt }): Fact => [facts.wait, when(appliedAt)]),
      ];
    case "consultation": {
      const { kind, channel, outcomes, note, heldAt } = content as Consultation;
      return [
        [facts.heldAt, when(heldAt)],
        [facts.talk, consultationKindWords[kind][locale]],
        [facts.way, consultationChannelWords[channel][locale]],
        [facts.came, outcomes.map((outcome) => consultationOutcomeWords[outcome][locale]).join(", ")],
        [facts.note, note],
      ];
    }
    case "follow-up": {
      const { what: task, dueOn, openedAt, state, steps } = content as Task;
      return [
        [facts.openedAt, when(openedAt)],
        [facts.task, followUpTask(task, locale)],
        [facts.dueOn, dateWithYear(dueOn, locale)],
        [facts.state, kept.followUpStates[state]],
        ...steps.map((step): Fact => [facts.result, `${momentText(step.at, locale)}: ${followUpWords(step.words, locale)}`]),
      ];
    }
    case "enrolment": {
      const { state, draft, writtenAt, validUntil } = content as EnrolmentRecord;
      return [
        [facts.openedAt, when(writtenAt)],
        [facts.state, enrolmentStandingWords[state][locale]],
        [facts.dueOn, validUntil && dateWithYear(validUntil, locale)],
        ...(draft ? wishFacts(draft, locale) : []),
      ];
    }
    case "statistics":
      return [
        [statisticsWords[locale].sex, told.sex && sexLabels[told.sex][locale]],
        [statisticsWords[locale].education, told.education && educationLabels[told.education][locale]],
      ];
    case "referral": {
      const { state, job, why, proposedAt, answeredAt, answeredBy } = content as ReferralRecord;
      return [
        [facts.at, when(proposedAt)],
        [facts.about, `${job.employerNameKo}, ${job.draft.titleKo}`],
        [facts.reason, why],
        [facts.state, referralStateWords[state][locale]],
        [facts.told, answeredAt && answeredBy && `${momentText(answeredAt, locale)}, ${answeredByWords[answeredBy][locale]}`],
      ];
    }
    case "aptitude-test": {
      const { kind, why, steps } = content as AptitudeRecord;
      return [
        [facts.test, kind && aptitudeKindWords[kind][locale]],
        [facts.reason, why],
        ...steps.map(({ did, at, on }): Fact => [aptitudeStepWords[did][locale], on ? dateText(on, locale) : momentText(at, locale)]),
      ];
    }
    case "support-needs":
    case "support-share":
      return [[facts.support, told.codes?.map((code) => needWords[code as Need][locale]).join(", ")]];
    case "support-groups":
      return [[facts.support, told.codes?.map((code) => groupWords[code as SupportGroup][locale]).join(", ")]];
    case "application":
      return summaryOf(told.application?.summary);
    case "ticket":
      return [[facts.code, told.code && `${told.code.slice(0, 4)} ${told.code.slice(4)}`]];
    case "check-in-event":
      return [
        [facts.at, when(told.event?.at)],
        [facts.done, told.event && kept.checkIns[told.event.kind]],
        [facts.reason, told.event?.reason === untold ? undefined : told.event?.reason],
      ];
    case "counted-act":
      return [[facts.at, when(told.at)], ...checksOf(told.checks ?? [])];
    // Why it could not be read is a word for machines.
    case "quarantined-event":
      return [[facts.at, when(told.at)]];
    case "interview-outcome":
      return [
        [facts.at, when(told.notedAt)],
        [facts.result, told.outcome && interviewOutcomeLabels[told.outcome][locale]],
      ];
    case "said-result":
      return [
        [facts.at, when(told.saidAt)],
        [facts.result, told.result && seekerResultWords[told.result][locale]],
      ];
    case "placement": {
      const { startedOn, confirmedBy, confirmedAt, checks } = content as Placement;
      return [
        [facts.at, when(confirmedAt)],
        [facts.startedOn, dateWithYear(startedOn, locale)],
        [facts.knownBy, confirmedByWords[confirmedBy][locale]],
        ...checksOf(checks),
      ];
    }
    // Not every message went as a mail: who has no address is told in person or by telephone.
    case "mail":
      return [
        [facts.at, when(told.claimedAt)],
        [facts.about, told.message && mailNames[told.message][locale]],
        [facts.told, told.state && kept.mailWays[told.state]],
        [facts.settled, told.settled && `${momentText(told.settled.at, locale)}: ${kept.settledWays[told.settled.how]}`],
      ];
    case "mail-again":
      return [[facts.about, told.message && mailNames[told.message][locale]]];
    case "visit-log":
      return [
        [facts.at, when(told.at)],
        [facts.done, told.did && kept.acts[told.did]],
        [facts.reason, told.reason],
      ];
    case "session":
      return [
        [facts.startedAt, when(told.startedAt)],
        [facts.endsAt, when(told.endsAt)],
      ];
    default:
      return [
        [facts.at, when(told.at ?? told.dueAt ?? told.doneAt ?? told.givenAt ?? told.entry?.appliedAt)],
        [facts.reason, told.reason ?? told.note],
      ];
  }
};
