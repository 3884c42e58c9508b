import * as z from "zod/mini";
import { EmployerId } from "./ids.ts";
import { EmployerState } from "./states.ts";
import { BusinessNumber, MailAddress, oneLine, PersonName, PhoneNumber, someLines } from "./text.ts";
import { DistrictCode } from "./zones.ts";

/** What an employer says of itself when it registers. */
export const EmployerProfile = z.strictObject({
  nameKo: oneLine(60),
  nameEn: z.optional(oneLine(80)),
  businessNumber: BusinessNumber,
  industryKo: oneLine(60),
  districtCode: DistrictCode,
  roadAddress: oneLine(120),
  aboutKo: someLines(600),
  aboutEn: z.optional(someLines(600)),
  contact: z.strictObject({ name: PersonName, title: z.optional(oneLine(40)), phone: PhoneNumber, mail: MailAddress }),
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
