import { maxCareers, maxDistricts, maxOccupations } from "../../../../shared/domain/enrolment.ts";
import { numberIn, textIfAny, textIn } from "../use-form.ts";

const chosen = (data: FormData, list: string, most: number): string[] =>
  Array.from({ length: most }, (_, i) => textIn(data, i === 0 ? list : `${list}/${i}`)).filter((value) => value !== "");
const hasText = (data: FormData, pointer: string): boolean => textIn(data, pointer).trim() !== "";

/** The fields of the form as the draft of an enrolment: empty ones are left out, the schema judges what does not fit. */
export const readEnrolment = (data: FormData) => ({
  occupations: chosen(data, "/draft/occupations", maxOccupations),
  districts: chosen(data, "/draft/districts", maxDistricts),
  employmentTypes: data.getAll("/draft/employmentTypes"),
  ...(hasText(data, "/draft/weeklyHours") && { weeklyHours: numberIn(data, "/draft/weeklyHours") }),
  ...(hasText(data, "/draft/leastPay/won") && {
    leastPay: { type: textIn(data, "/draft/leastPay/type"), won: numberIn(data, "/draft/leastPay/won") },
  }),
  careers: Array.from({ length: maxCareers }, (_, i) => [`/draft/careers/${i}/what`, `/draft/careers/${i}/years`] as const).flatMap(
    ([what, years]) =>
      hasText(data, what) || hasText(data, years)
        ? // Work of less than a year has no years.
          [{ what: textIn(data, what), years: hasText(data, years) ? numberIn(data, years) : 0 }]
        : [],
  ),
  ...(textIn(data, "/draft/education") !== "" && { education: textIn(data, "/draft/education") }),
  ...textIfAny(data, "/draft/qualifications", "qualifications"),
});
