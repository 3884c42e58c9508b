import { numberIn, textIfAny, textIn } from "../../ui/use-form.ts";

/** A number that may be left out. */
const numberIfAny = <Key extends string>(data: FormData, key: Key): { [key in Key]?: number } =>
  (textIn(data, `/${key}`).trim() === "" ? {} : { [key]: numberIn(data, `/${key}`) }) as { [key in Key]?: number };

/** Boxes of which any may be ticked. */
const codesIfAny = <Key extends string>(data: FormData, key: Key): { [key in Key]?: string[] } => {
  const codes = data.getAll(`/${key}`).map(String);
  return (codes.length === 0 ? {} : { [key]: codes }) as { [key in Key]?: string[] };
};

const severanceIfAny = (data: FormData): { severancePay?: boolean } => {
  const said = textIn(data, "/severancePay");
  return said === "" ? {} : { severancePay: said === "true" };
};

/** The number that another system gave the occupation, as long as it is still that one. */
const occupationCodeIfAny = (data: FormData): { occupationCode?: string } => {
  const [code, occupation] = [textIn(data, "/occupationCode"), textIn(data, "/occupation")];
  return code !== "" && occupation !== "" && code.startsWith(occupation) ? { occupationCode: code } : {};
};

const optional = [
  ...(["titleEn", "occupationNameKo", "contractKo", "workHours", "workDays", "certificatesKo", "preferredKo", "legalCheckKo"] as const),
  ...(["tasksEn", "benefitsKo", "vehicleKo", "accessKo", "workplaceKo", "stationKo", "documentsKo", "validUntil"] as const),
];

/** The fields of a posting's form as the body of the request; the schema judges what does not fit. */
export const readPosting = (data: FormData) => ({
  titleKo: textIn(data, "/titleKo"),
  occupation: textIn(data, "/occupation"),
  headcount: numberIn(data, "/headcount"),
  employmentType: textIn(data, "/employmentType"),
  weeklyHours: numberIn(data, "/weeklyHours"),
  workTimeKo: textIn(data, "/workTimeKo"),
  pay: { type: textIn(data, "/pay/type"), min: numberIn(data, "/pay/min"), max: numberIn(data, "/pay/max") },
  education: textIn(data, "/education"),
  career: textIn(data, "/career"),
  tasksKo: textIn(data, "/tasksKo"),
  districtCode: textIn(data, "/districtCode"),
  ...(Object.assign({}, ...optional.map((name) => textIfAny(data, `/${name}`, name))) as { [name in (typeof optional)[number]]?: string }),
  ...numberIfAny(data, "careerYears"),
  ...numberIfAny(data, "interviewMinutes"),
  ...numberIfAny(data, "interviewsAVisit"),
  ...codesIfAny(data, "insurance"),
  ...codesIfAny(data, "welfare"),
  ...severanceIfAny(data),
  ...occupationCodeIfAny(data),
});
