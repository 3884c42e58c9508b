import * as z from "zod/mini";
import { EmployerId } from "./ids.ts";
import { EmployerState } from "./states.ts";
import { BusinessNumber, line, lines, MailAddress, PersonName, PhoneNumber } from "./text.ts";
import { DistrictCode } from "./zones.ts";

/** What an employer says of itself when it registers. */
export const EmployerProfile = z.strictObject({
  nameKo: line(60),
  nameEn: z.optional(line(80)),
  businessNumber: BusinessNumber,
  industryKo: line(60),
  districtCode: DistrictCode,
  roadAddress: line(120),
  aboutKo: lines(600),
  aboutEn: z.optional(lines(600)),
  contact: z.strictObject({ name: PersonName, title: z.optional(line(40)), phone: PhoneNumber, mail: MailAddress }),
});
export type EmployerProfile = z.infer<typeof EmployerProfile>;

export const Employer = z.strictObject({
  employerId: EmployerId,
  state: EmployerState,
  /** Why the centre refused it; shown to the employer. */
  refusalReason: z.nullable(z.string()),
  profile: EmployerProfile,
  version: z.int(),
});
export type Employer = z.infer<typeof Employer>;
