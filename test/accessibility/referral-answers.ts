import { anEnrolment, anId } from "../support/builders.ts";

/** What the API answers of enrolments and referrals, in every way there is. */

const draft = {
  ...{ titleKo: "펌프 부품 조립원", titleEn: "Pump part assembler", occupation: "81", headcount: 3, employmentType: "10", weeklyHours: 40 },
  ...{ workTimeKo: "08:30~17:30, 주 5일", pay: { type: "M", min: 2_450_000, max: 2_750_000 }, education: "00", career: "Z" },
  ...{ tasksKo: "부품 조립, 치수 검사, 포장", districtCode: "11545" },
};
const job = {
  ...{ visitId: anId("vis"), postingId: anId("pst"), visitOn: "2026-12-03", employerId: anId("emp"), draft },
  ...{ placeNameKo: "구로디지털단지역 2번 출구", placeNameEn: "Guro Digital Complex Station, exit 2" },
  ...{ employerNameKo: "(주)가람테크", employerNameEn: "Garam Tech" },
};
const summary = {
  ...{ occupations: ["81", "82"], qualifications: "지게차운전기능사" },
  careers: [
    { what: "펌프 조립", years: 12 },
    { what: "아파트 경비", years: 0 },
  ],
};

export const anEnrolmentOf = (over: object = {}) => ({
  draft: {
    ...anEnrolment().draft,
    ...{ occupations: ["81", "82"], districts: ["11545", "11530"], employmentTypes: ["10", "11"], weeklyHours: 40, education: "03" },
    ...{ leastPay: { type: "M", won: 2_300_000 }, careers: summary.careers, qualifications: summary.qualifications },
  },
  ...{ standing: "accepted", writtenAt: "2026-11-20T01:00:00.000Z", acceptedOn: "2026-11-20", validUntil: "2027-02-20", version: 2 },
  ...over,
});

const aReferral = (over: object) => ({
  ...{ ...job, referralId: anId("ref"), state: "proposed", proposedAt: "2026-11-20T01:00:00.000Z", byName: "한결이" },
  ...{
    why: "집에서 가깝고 해 보신 일과 같음",
    answeredAt: null,
    answeredBy: null,
    isOpen: true,
    summary: null,
    interview: null,
    hire: null,
  },
  ...over,
});
const answered = { state: "sent", answeredAt: "2026-11-21T01:00:00.000Z", summary };
export const everyReferral = [
  aReferral({}),
  aReferral({ ...answered, answeredBy: "web" }),
  aReferral({ ...answered, answeredBy: "web", hire: { startedOn: "2026-12-14", confirmedBy: "employer" } }),
  aReferral({
    ...{ ...answered, answeredBy: "telephone", isOpen: false },
    interview: { startsAt: "2026-12-03T01:00:00.000Z", outcome: "hired", isPlaced: false },
  }),
  aReferral({ state: "declined", answeredAt: "2026-11-21T01:00:00.000Z", answeredBy: "in-person", why: null, byName: null }),
  aReferral({ state: "withdrawn" }),
];

export const someMatches = [
  {
    ...job,
    postingId: anId("pst"),
    reasons: ["occupation-same", "district-same", "pay-meets", "hours-fit", "type-same", "education-meets"],
  },
  {
    ...job,
    postingId: anId("pst"),
    reasons: ["occupation-near", "district-other", "pay-below", "hours-over", "type-other", "education-above"],
  },
];

export const referredPeople = {
  ...{ visitOn: "2026-12-03", employerNameKo: "(주)가람테크" },
  referrals: [
    {
      ...{ referralId: anId("ref"), postingId: job.postingId, titleKo: draft.titleKo, sentAt: "2026-11-21T01:00:00.000Z" },
      ...{ name: "김하늘", summary, byName: "한결이", interview: { startsAt: "2026-12-03T01:00:00.000Z", outcome: "hired" } },
    },
    {
      ...{ referralId: anId("ref"), postingId: job.postingId, titleKo: draft.titleKo, sentAt: "2026-11-22T01:00:00.000Z" },
      ...{ name: "Nguyen Thi Hoa", summary: { occupations: ["52"], careers: [] }, byName: null, interview: null },
    },
  ],
};
