import type { KeptRecord } from "../../../../shared/contract/my-data.ts";
import { applicationStateLabels, bookingStateLabels, interviewOutcomeLabels } from "../../../../shared/copy/codes.ts";
import { mailNames } from "../../../../shared/copy/mail-names.ts";
import { myDataWords } from "../../../../shared/copy/pages-seeker/my-data.ts";
import { groupWords, needWords } from "../../../../shared/copy/support.ts";
import type { Application } from "../../../../shared/domain/application.ts";
import type { Booking } from "../../../../shared/domain/booking.ts";
import type { Locale } from "../../../../shared/domain/locale.ts";
import type { Instant } from "../../../../shared/domain/seoul-time.ts";
import type { Need, SupportGroup } from "../../../../shared/domain/support.ts";
import { momentText } from "../../platform/times.ts";

export type Fact = readonly [name: string, value: string | undefined];

/** What the API gives of a record, loosely: each kind has some of these. */
type Content = {
  at?: Instant;
  dueAt?: Instant;
  doneAt?: Instant;
  notedAt?: Instant;
  claimedAt?: Instant;
  givenAt?: Instant;
  startedAt?: Instant;
  endsAt?: Instant;
  confirmedAt?: Instant;
  withdrawnAt?: Instant;
  registration?: { registeredAt: Instant };
  arrival?: { at: Instant };
  event?: { at: Instant; reason?: string };
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
  message?: keyof typeof mailNames;
  reason?: string;
  note?: string;
  codes?: readonly string[];
};

/** The contents of one record in plain words; ids and the like are for machines, and in the file. */
export const factsOfRecord = ({ what, content }: KeptRecord, locale: Locale): Fact[] => {
  const words = myDataWords[locale];
  const { facts, times } = words;
  const when = (instant: Instant | undefined): string | undefined => instant && momentText(instant, locale);
  const told = content as Content;
  const summaryOf = ({ wishedJob, years, experience, licences }: Partial<Application["summary"]> = {}): Fact[] => [
    [facts.wishedJob, wishedJob],
    [facts.years, years === undefined ? undefined : facts.yearsOf(years)],
    [facts.experience, experience],
    [facts.licences, licences],
  ];
  switch (what) {
    case "person":
      return [
        [words.name, told.name],
        [words.birthYear, told.birthYear === undefined ? undefined : words.year(told.birthYear)],
        [words.phone, told.phone],
        [words.mail, told.mail],
        [facts.language, told.locale && words.languages[told.locale]],
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
          [facts.booking, `${momentText(startsAt, locale)}, ${times[kind]}, ${bookingStateLabels[state][locale]}`],
          [facts.reason, reason],
        ]),
        ...Object.values(told.applications ?? {}).flatMap(({ appliedAt, state, summary }): Fact[] => [
          [facts.application, `${momentText(appliedAt, locale)}, ${applicationStateLabels[state][locale]}`],
          ...summaryOf(summary),
        ]),
        ...Object.values(told.waits ?? {}).map(({ appliedAt }): Fact => [facts.wait, when(appliedAt)]),
      ];
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
        [facts.reason, told.event?.reason],
      ];
    case "interview-outcome":
      return [
        [facts.at, when(told.notedAt)],
        [facts.result, told.outcome && interviewOutcomeLabels[told.outcome][locale]],
      ];
    case "mail":
    case "mail-again":
      return [
        [facts.at, when(told.claimedAt)],
        [facts.about, told.message && mailNames[told.message][locale]],
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
