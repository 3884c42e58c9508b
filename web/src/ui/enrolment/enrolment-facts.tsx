import { educationLabels, employmentTypeLabels, occupationLabels } from "../../../../shared/copy/codes.ts";
import { enrolmentWords } from "../../../../shared/copy/enrolment.ts";
import type { EnrolmentDraft } from "../../../../shared/domain/enrolment.ts";
import type { ReferredSummary } from "../../../../shared/domain/referral.ts";
import { districtName } from "../../platform/districts.ts";
import { payText } from "../../platform/pay-text.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Facts } from "../card.tsx";

/** What an employer gets of somebody, beside the name. */
export const useSummaryRows = ({ occupations, careers, qualifications }: ReferredSummary) => {
  const words = useWords(enrolmentWords);
  const locale = useLocale();
  return [
    [words.occupations, occupations.map((code) => occupationLabels[code][locale]).join(", ")],
    [words.careers, careers.map(({ what, years }) => words.careerLine(what, years)).join(", ")],
    [words.qualifications, qualifications],
  ] as const;
};

/** What somebody looks for. */
export const EnrolmentFacts = ({ draft }: { draft: EnrolmentDraft }) => {
  const words = useWords(enrolmentWords);
  const locale = useLocale();
  const { districts, employmentTypes, weeklyHours, leastPay, education } = draft;
  const [occupations, careers, qualifications] = useSummaryRows(draft);
  return (
    <Facts
      long
      rows={[
        occupations,
        [words.districts, districts.map((code) => districtName(code, locale)).join(", ") || words.anywhere],
        [words.employmentTypes, employmentTypes.map((code) => employmentTypeLabels[code][locale]).join(", ") || words.any],
        [words.weeklyHours, weeklyHours !== undefined && words.hours(weeklyHours)],
        [words.leastPay, leastPay && words.atLeast(payText({ type: leastPay.type, min: leastPay.won, max: leastPay.won }, locale))],
        careers,
        [words.education, education && educationLabels[education][locale]],
        qualifications,
      ]}
    />
  );
};
