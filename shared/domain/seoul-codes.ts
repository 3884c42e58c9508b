import type * as z from "zod/mini";
import type { Career, Education, EmploymentType, Insurance, WorkDays, WorkHours } from "./posting.ts";

/**
 * Codes of Seoul's open data (`GetJobInfo`, OA-13341) beside those of Work24 (`codes.json`), with the names that its files have for them. Where it has no code, the
 * name alone says it.
 */
type Coded<Code extends string> = {
  code: Code;
  seoul?: string /** The name in its files, then others that mean the same. */;
  names: readonly [string, ...string[]];
};
export type CodeTable<Code extends string> = readonly Coded<Code>[];

export const seoulEducation: CodeTable<z.infer<typeof Education>> = [
  { code: "00", seoul: "J00100", names: ["관계없음", "학력무관", "무관"] },
  { code: "01", seoul: "J00102", names: ["초등학교", "초졸", "초졸이하"] },
  { code: "02", seoul: "J00104", names: ["중학교", "중졸"] },
  { code: "03", seoul: "J00106", names: ["고등학교", "고졸"] },
  { code: "04", seoul: "J00108", names: ["전문대학", "전문대졸", "대졸(2~3년)", "대학(2,3년)"] },
  { code: "05", seoul: "J00110", names: ["대학(대학교)", "대학_대학교", "대학교", "대졸(4년)", "대학교(4년)"] },
  { code: "06", names: ["석사과정", "석사"] },
  { code: "07", seoul: "J00114", names: ["박사과정", "박사"] },
];

export const seoulEmployment: CodeTable<z.infer<typeof EmploymentType>> = [
  { code: "10", seoul: "J01101", names: ["상용직", "정규직", "기간의 정함이 없는 근로계약"] },
  { code: "11", seoul: "J01105", names: ["상용직(시간제)", "정규직(시간제)", "기간의 정함이 없는 근로계약(시간(선택)제)"] },
  { code: "20", seoul: "J01102", names: ["계약직", "기간의 정함이 있는 근로계약"] },
  { code: "21", seoul: "J01103", names: ["계약직(시간제)", "기간의 정함이 있는 근로계약(시간(선택)제)"] },
  { code: "4", names: ["파견근로", "파견"] },
  { code: "Y", names: ["대체인력채용", "대체인력"] },
];

export const seoulCareer: CodeTable<z.infer<typeof Career>> = [
  { code: "N", seoul: "J01301", names: ["신입"] },
  { code: "E", seoul: "J01302", names: ["경력"] },
  { code: "Z", seoul: "J01300", names: ["무관", "관계없음", "경력무관"] },
];

export const seoulWorkDays: CodeTable<z.infer<typeof WorkDays>> = [
  { code: "1", names: ["주5일근무", "주5일"] },
  { code: "2", names: ["주6일근무", "주6일"] },
  { code: "3", names: ["토요격주휴무", "격주"] },
  { code: "9", names: ["기타"] },
];

export const seoulWorkHours: CodeTable<z.infer<typeof WorkHours>> = [
  { code: "5", names: ["오전~오후"] },
  { code: "6", names: ["오후~저녁"] },
  { code: "7", names: ["저녁~새벽"] },
  { code: "8", names: ["새벽~오전"] },
  { code: "1", names: ["오전"] },
  { code: "2", names: ["오후"] },
  { code: "3", names: ["저녁"] },
  { code: "4", names: ["새벽"] },
  { code: "9", names: ["종일근무", "종일"] },
  { code: "99", names: ["시간협의/무관", "시간협의"] },
];

export const seoulInsurance: CodeTable<z.infer<typeof Insurance>> = [
  { code: "pension", names: ["국민연금"] },
  { code: "health", names: ["건강보험", "의료보험"] },
  { code: "employment", names: ["고용보험"] },
  { code: "accident", names: ["산재보험"] },
];

const bare = (text: string): string => text.normalize("NFKC").replace(/\s/g, "");

/** Our code for one of Seoul's or of Work24's; else for a name. Undefined when neither is known. */
export const codeOf = <Code extends string>(
  table: CodeTable<Code>,
  code: string | undefined,
  name: string | undefined,
): Code | undefined => {
  const byCode = code === undefined ? undefined : table.find((one) => one.seoul === code || one.code === code);
  if (byCode || name === undefined) return byCode?.code;
  return table.find(({ names }) => names.some((known) => bare(known) === bare(name)))?.code;
};

/** The codes whose names a text holds. */
export const codesIn = <Code extends string>(table: CodeTable<Code>, text: string): Code[] =>
  table.filter(({ names }) => names.some((name) => bare(text).includes(bare(name)))).map(({ code }) => code);

const entryOf = <Code extends string>(table: CodeTable<Code>, code: Code): Coded<Code> | undefined =>
  table.find((one) => one.code === code);
/** What Seoul's files have in the column of codes; nothing where it has none. */
export const seoulCodeOf = <Code extends string>(table: CodeTable<Code>, code: Code): string => entryOf(table, code)?.seoul ?? "";
/** What Seoul's files have in the column of names. */
export const seoulNameOf = <Code extends string>(table: CodeTable<Code>, code: Code | undefined): string =>
  code === undefined ? "" : (entryOf(table, code)?.names[0] ?? "");
