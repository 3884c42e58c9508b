import type { AccessLogRow, DestroyedRow, MonthSummary, MyAccessRow } from "../../shared/contract/access-log.ts";
import type { Affected, Incident } from "../../shared/contract/incidents.ts";
import type { EmployerConsents, MyConsents, MyExport, SupportConsent } from "../../shared/contract/my-data.ts";
import type { SamePair } from "../../shared/contract/same-people.ts";
import type { SignIn } from "../../shared/contract/sign-in.ts";
import type { HelpedSupport, MySupport } from "../../shared/contract/support.ts";
import { destroyedWords } from "../../shared/copy/retention.ts";
import { LogKind } from "../../shared/domain/access-log.ts";
import { consentText, currentConsentVersion } from "../../shared/domain/consents.ts";
import {
  AccountId,
  BookingId,
  EmployerId,
  IncidentId,
  PairingId,
  PartnerLinkId,
  PersonId,
  RegistrationId,
  SelectionId,
  SignInId,
  VisitId,
} from "../../shared/domain/ids.ts";
import { PartnerId } from "../../shared/domain/partner.ts";
import { type RetentionCategory, retention } from "../../shared/domain/retention.ts";
import { Instant, LocalDate } from "../../shared/domain/seoul-time.ts";
import { anId } from "../support/builders.ts";

const at = Instant.parse("2026-11-26T00:05:00.000Z");
const accountId = AccountId.parse(anId("acc"));
const visit = { visitId: VisitId.parse(anId("vis")), date: LocalDate.parse("2026-11-26"), placeNameKo: "서울역광장" };

const whos: AccessLogRow["who"][] = [
  { who: "staff", accountId, name: "한결이", role: "desk" },
  { who: "staff", accountId, name: null, role: null },
  { who: "member", accountId, name: "윤다래", employerNameKo: "㈜솔버들정밀" },
  { who: "member", accountId, name: "human.resources.department@solbeodeul-precision.example.com", employerNameKo: "㈜솔버들정밀" },
  { who: "device", pairingId: PairingId.parse(anId("prg")), employerNameKo: "㈜솔버들정밀" },
  { who: "operator" },
  { who: "stranger", addressHash: "Zr3k9QmT1cXy7LpN0aBvWd" },
];

const nothing = { until: null, visit: null, employer: null, person: null, account: null, people: null, records: null };

/** An entry of each kind, by everybody who can be in the log. */
export const everyRow: AccessLogRow[] = LogKind.options.map((kind, i) => ({
  ...{ entryId: `entry-${i}`, at, kind, who: whos[i % whos.length] ?? { who: "operator" } },
  ...{ ip: "198.51.100.7", session: "h3Jd92kLmPq0sTuVwXyZ1a", deviceId: i % 3 === 0 ? "phone-at-desk-1" : null },
  ...nothing,
  ...(i % 4 === 0 && { until: Instant.parse("2026-11-26T01:00:00.000Z"), people: 38, visit }),
  ...(i % 4 === 1 && { person: { personId: PersonId.parse(anId("psn")), maskedName: "김○늘" }, people: 1, visit }),
  ...((kind === "lead" || kind === "talk") && { people: 1, records: [kind === "lead" ? anId("lea") : anId("tlk")] }),
  ...(i % 4 === 2 && { employer: { employerId: EmployerId.parse(anId("emp")), nameKo: "㈜솔버들정밀" }, people: 2 }),
  ...{ before: kind === "roles-changed" ? [] : null, after: kind === "roles-changed" ? ["desk", "counsellor"] : null },
  ...(kind === "roles-changed" && { account: { accountId, name: "오서린" } }),
  ...{ refusal: kind === "sign-in-failed" ? "wrong-code" : null, reason: kind === "exported" ? "분기 점검" : null },
}));

export const months = [
  { month: "2026-11", isOver: false, review: null },
  { month: "2026-10", isOver: true, review: null },
  { month: "2026-09", isOver: true, review: { at, byName: "한결이", note: "밤에 본 기록 2건 확인" } },
];

export const aMonth = (signedOff: boolean): MonthSummary => ({
  ...{ month: "2026-10", isOver: true, entries: 412 },
  review: signedOff ? { at, byName: "한결이", note: "밤에 본 기록 2건 확인" } : null,
  kinds: LogKind.options.map((kind, i) => ({ kind, entries: 100 - i })),
  lookers: whos.map((who, i) => ({ who, entries: 120 - i, people: 1820 - 300 * i, atNight: i })),
});

const incident = (over: Partial<Incident>): Incident => ({
  ...{ incidentId: IncidentId.parse("inc_00000000000000000000000000"), noticedAt: at, what: "접수 휴대전화를 잃어버렸습니다." },
  ...{ openedAt: at, openedByName: "한결이", tellBy: Instant.parse("2026-11-29T00:05:00.000Z"), selections: [], told: 0 },
  ...{ reported: null, closed: null },
  ...over,
});
const from = Instant.parse("2026-11-25T00:00:00.000Z");
const selections: Incident["selections"] = [
  { selectionId: SelectionId.parse(anId("sel")), choice: { by: "ip", ip: "198.51.100.7" }, from, to: at, removed: null },
  {
    ...{ selectionId: SelectionId.parse(anId("sel")), choice: { by: "device", deviceId: "phone-at-desk-1" }, from, to: at },
    removed: { at, byName: "한결이", note: "다른 휴대전화였음" },
  },
];
const note = { at, byName: "한결이", note: "접수 번호 2026-0001" };
export const openIncident = incident({ selections, told: 1 });
export const lateIncident = incident({ tellBy: Instant.parse("2026-11-25T20:00:00.000Z") });
export const closedIncident = incident({ selections, told: 2, reported: { ...note, was: true }, closed: note });

const toOne: Affected = {
  ...{ key: anId("psn"), is: "person", name: "김하늘", contact: { by: "mail", mail: "seeker1@example.com" }, entries: 3 },
  ...{ visits: [visit], told: { at, how: "mail" } },
};
export const affected = {
  entries: 14,
  people: [
    toOne,
    { ...toOne, key: anId("psn"), name: "오순자", contact: { by: "call", phone: "01000000009" }, told: null },
    { ...toOne, key: anId("walk"), is: "walk-in", name: "별명", contact: { by: "nothing" }, told: null },
    // Told, and erased since.
    { ...toOne, key: anId("psn"), name: "○○", contact: { by: "nothing" } },
    { ...toOne, key: anId("emp"), is: "employer", name: "윤다래 (㈜솔버들정밀)", visits: [], told: null },
  ] satisfies Affected[],
  also: [{ kind: "staff-members", entries: 2 }],
};

/** What somebody reads of who saw their data: staff and employers, alone and on lists. */
export const seenBy: MyAccessRow[] = (["day", "check-in", "interviewee", "help", "pack"] as const).map((kind, i) => ({
  ...{ entryId: `mine-${i}`, at, isBetween: i === 4, kind, until: i === 0 || i === 4 ? Instant.parse("2026-11-26T01:00:00.000Z") : null },
  by:
    kind === "interviewee"
      ? { as: "employer", nameKo: "㈜솔버들정밀", nameEn: "Solbeodeul Precision" }
      : { as: "staff", role: i === 4 ? null : "desk" },
  visit: { ...visit, placeNameEn: "Seoul Station Plaza" },
  people: i === 0 || i === 4 ? 38 : null,
}));

/** Of each category, and everything that can be destroyed. */
export const destroyedRows: DestroyedRow[] = Object.keys(destroyedWords).map((what, i) => {
  const categories = Object.keys(retention) as RetentionCategory[];
  return {
    ...{ id: `destroyed-${i}`, at, run: anId("run"), what, count: i + 1, visit: i % 2 === 0 ? visit : null },
    category: categories[i % categories.length] ?? "acts",
  };
});

const record = { maskedName: "김○늘", birthYear: 1968, hasMail: true, lastVisitOn: visit.date };
/** Two of one name, as the desk may find them. */
export const samePairs: SamePair[] = (["same", "missing", "different"] as const).map((phone, i) => ({
  one: { ...record, personId: PersonId.parse(anId("psn")), phoneEnd: "0101", registrationId: RegistrationId.parse(anId("reg")) },
  other: {
    ...{ ...record, personId: PersonId.parse(anId("psn")), hasMail: false, registrationId: null },
    ...{ phoneEnd: phone === "missing" ? null : phone === "same" ? "0101" : "0909", lastVisitOn: i === 0 ? null : visit.date },
  },
  ...{ phone, said: i === 2 ? "same" : null, why: null },
}));
/** Two who are two people. */
export const differentPair: SamePair = {
  one: { ...record, personId: PersonId.parse(anId("psn")), phoneEnd: "0101", registrationId: RegistrationId.parse(anId("reg")) },
  other: { ...record, personId: PersonId.parse(anId("psn")), phoneEnd: "0909", registrationId: null },
  ...{ phone: "different", said: "different", why: "두 분이 함께 오셔서 생일이 다른 것을 신분증으로 확인했습니다" },
};

/** Somebody who said everything, and told one of two employers. */
export const mySupport: MySupport = {
  needs: { codes: ["wheelchair", "plain"], at, version: "2026-12" },
  groups: { codes: ["disability"], at, version: "2026-12" },
  interviews: [null, ["plain" as const]].map((shared) => ({
    ...{ visitId: visit.visitId, bookingId: BookingId.parse(anId("bkg")), startsAt: at },
    ...{ employerNameKo: "㈜솔버들정밀", employerNameEn: "Solbeodeul Precision", shared },
  })),
};

/** The same as staff see it who help: no groups. */
export const helpedSupport: HelpedSupport = { needs: mySupport.needs, interviews: mySupport.interviews };

/** Said at the desk, and by oneself; one share that the employer sees no longer. */
export const supportConsents: SupportConsent[] = (["needs", "groups", "share", "share"] as const).map((to, i) => {
  const code = ({ needs: "sensitive_support", groups: "support_groups", share: "share_accommodation" } as const)[to];
  const version = currentConsentVersion[code];
  return {
    ...{ to, stands: i < 3, version, locale: "ko", channel: i === 0 ? "staff" : "web", text: consentText(code, version, "ko") ?? null },
    ...{ at: Instant.parse(`2026-11-2${i}T00:05:00.000Z`), startsAt: to === "share" ? at : null },
    ...{ employerNameKo: to === "share" ? "㈜솔버들정밀" : null, employerNameEn: to === "share" ? "Solbeodeul Precision" : null },
  };
});

/** This device, another one, and one that says nothing of itself. */
export const mySignIns: SignIn[] = ["Chrome, Android", "Safari, iPhone", ""].map((device, i) => ({
  ...{ signInId: SignInId.parse(anId("sgn")), startedAt: at, endsAt: Instant.parse("2026-12-26T00:05:00.000Z") },
  ...{ device, isStrong: false, isThis: i === 0 },
}));

/** What staff hand out. */
/** One employer that still has something, with two interviews to come, and one that has nothing any more. */
const employerConsents: EmployerConsents[] = [true, false].map((stands) => ({
  employerId: EmployerId.parse(anId("emp")),
  ...{ employerNameKo: "㈜솔버들정밀", employerNameEn: stands ? "Solbeodeul Precision" : null, stands, isSeen: stands },
  cancels: stands
    ? ["T01:00", "T04:20"].map((time) => ({ visitId: visit.visitId, startsAt: Instant.parse(`2026-12-03${time}:00.000Z`) }))
    : [],
  given: (stands ? (["booking", "application"] as const) : (["wait"] as const)).map((gave, i) => ({
    ...{ visitId: visit.visitId, visitOn: visit.date, gave, postingTitleKo: "부품 조립과 검사", postingTitleEn: "Assembly and inspection" },
    ...{
      startsAt: gave === "booking" ? at : null,
      version: currentConsentVersion.to_employer,
      locale: "ko" as const,
      channel: "staff" as const,
    },
    ...{
      at: Instant.parse(`2026-11-2${i}T00:05:00.000Z`),
      text: consentText("to_employer", currentConsentVersion.to_employer, "ko") ?? null,
    },
    endedAt: stands ? null : at,
  })),
}));
const { service_core } = currentConsentVersion;
/** All that somebody can have read and agreed to. */
const dodam = { nameKo: "도담 서민금융 통합지원센터", nameEn: "Dodam Microfinance Centre" };
export const allConsents: MyConsents = {
  notice: { version: service_core, locale: "ko", channel: "staff", at, text: consentText("service_core", service_core, "ko") ?? null },
  ...{ employers: employerConsents, support: supportConsents },
  enrolment: {
    ...{ version: currentConsentVersion.enrolment, locale: "ko", channel: "web", at },
    text: consentText("enrolment", currentConsentVersion.enrolment, "ko") ?? null,
  },
  partners: [
    {
      ...{
        linkId: PartnerLinkId.parse("lnk_00000000000000000000000000"),
        partnerId: PartnerId.parse("dodam-finance"),
        ...dodam,
        what: "채무 조정 상담",
      },
      ...{ version: currentConsentVersion.partner_link, locale: "ko", channel: "staff", at: Instant.parse("2026-11-26T01:20:00.000Z") },
      text: consentText("partner_link", currentConsentVersion.partner_link, "ko") ?? null,
    },
  ],
  statistics: {
    ...{ version: currentConsentVersion.statistics, locale: "ko", channel: "web", at },
    text: consentText("statistics", currentConsentVersion.statistics, "ko") ?? null,
  },
};

export const handedOut: MyExport = {
  madeAt: at,
  visits: [{ ...visit, placeNameEn: "Seoul Station Plaza" }],
  consents: allConsents,
  records: [
    { what: "person", visitId: null, keptUntil: LocalDate.parse("2028-02-26"), content: { at } },
    {
      what: "registration",
      visitId: visit.visitId,
      keptUntil: LocalDate.parse("2027-11-26"),
      content: { registration: { registeredAt: at } },
    },
  ],
  access: seenBy,
};
