import { numberIn, textIfAny, textIn } from "../../ui/use-form.ts";

/** The fields of a posting's form as the body of the request; the schema judges what does not fit. */
export const readPosting = (data: FormData) => ({
  titleKo: textIn(data, "/titleKo"),
  ...textIfAny(data, "/titleEn", "titleEn"),
  occupation: textIn(data, "/occupation"),
  headcount: numberIn(data, "/headcount"),
  employmentType: textIn(data, "/employmentType"),
  weeklyHours: numberIn(data, "/weeklyHours"),
  workTimeKo: textIn(data, "/workTimeKo"),
  pay: { type: textIn(data, "/pay/type"), min: numberIn(data, "/pay/min"), max: numberIn(data, "/pay/max") },
  education: textIn(data, "/education"),
  career: textIn(data, "/career"),
  tasksKo: textIn(data, "/tasksKo"),
  ...textIfAny(data, "/tasksEn", "tasksEn"),
  ...textIfAny(data, "/benefitsKo", "benefitsKo"),
  districtCode: textIn(data, "/districtCode"),
});
