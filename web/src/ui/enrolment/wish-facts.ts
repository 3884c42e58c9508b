import { educationLabels, employmentTypeLabels, occupationLabels } from "../../../../shared/copy/codes.ts";
import { districtName } from "../../../../shared/copy/districts.ts";
import { enrolmentWords } from "../../../../shared/copy/enrolment.ts";
import { payText } from "../../../../shared/copy/pay-text.ts";
import type { EnrolmentDraft } from "../../../../shared/domain/enrolment.ts";
import type { Locale } from "../../../../shared/domain/locale.ts";
import type { ReferredSummary } from "../../../../shared/domain/referral.ts";

type Fact = readonly [name: string, value: string | undefined];

/** What an employer gets of somebody, beside the name. */
export const summaryFacts = ({ occupations, careers, qualifications }: ReferredSummary, locale: Locale): [Fact, Fact, Fact] => {
  const words = enrolmentWords[locale];
  return [
    [words.occupations, occupations.map((code) => occupationLabels[code][locale]).join(", ")],
    [words.careers, careers.map(({ what, years }) => words.careerLine(what, years)).join(", ")],
    [words.qualifications, qualifications],
  ];
};

/** What somebody looks for, in words. */
export const wishFacts = (draft: EnrolmentDraft, locale: Locale): Fact[] => {
  const words = enrolmentWords[locale];
  const { districts, employmentTypes, weeklyHours, leastPay, education } = draft;
  const [occupations, careers, qualifications] = summaryFacts(draft, locale);
  return [
    occupations,
    [words.districts, districts.map((code) => districtName(code, locale)).join(", ") || words.anywhere],
    [words.employmentTypes, employmentTypes.map((code) => employmentTypeLabels[code][locale]).join(", ") || words.any],
    [words.weeklyHours, weeklyHours === undefined ? undefined : words.hours(weeklyHours)],
    [words.leastPay, leastPay && words.atLeast(payText({ type: leastPay.type, min: leastPay.won, max: leastPay.won }, locale))],
    careers,
    [words.education, education && educationLabels[education][locale]],
    qualifications,
  ];
};
