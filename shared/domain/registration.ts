import * as z from "zod/mini";
import { PersonId, RegistrationId, VisitId } from "./ids.ts";
import { Locale } from "./locale.ts";
import { Instant, type LocalDate } from "./seoul-time.ts";
import { MailAddress, PersonName, PhoneNumber } from "./text.ts";

/** Under 15 online registration is refused and pointed to the desk (`PRIVACY-SECURITY.md` 6; 근로기준법 제64조). */
const minimumAge = 15;

/**
 * Whether somebody born in `birthYear` can be 15 on `date`. Only the year is asked, so the benefit of the doubt goes to the person.
 */
export const isOldEnough = (birthYear: number, date: LocalDate): boolean => Number(date.slice(0, 4)) - birthYear >= minimumAge;

/** Four digits. */
export const BirthYear = z
  .int({ error: "birth-year" })
  .check(z.minimum(1900, { error: "birth-year" }), z.maximum(2100, { error: "birth-year" }));

/** What a seeker gives to come to a visit. */
export const RegistrationForm = z.strictObject({
  name: PersonName,
  birthYear: BirthYear,
  phone: z.optional(PhoneNumber),
  /** Language of the mails. */
  locale: Locale,
  /** Version of the notice on the core record that was shown (`consents.ts`). */
  noticeVersion: z.string().check(z.maxLength(20)),
  /** True when the form was a step of a booking: its confirmation then follows at once and no other mail is sent. */
  beforeBooking: z.boolean(),
});
export type RegistrationForm = z.infer<typeof RegistrationForm>;

/** What a person is called and when they were born, as it should be; a telephone number that is left out is taken away. */
export const Details = z.pick(RegistrationForm, { name: true, birthYear: true, phone: true });
export type Details = z.infer<typeof Details>;

/** What staff write down for somebody at the desk or on the telephone, to whom the notice is read. Whoever has no address is told by telephone. */
export const AssistedRegistration = z.strictObject({
  ...z.omit(RegistrationForm, { beforeBooking: true }).shape,
  mail: z.optional(MailAddress),
});
export type AssistedRegistration = z.infer<typeof AssistedRegistration>;

/** A person coming to a visit; carries the ticket. */
export const Registration = z.strictObject({
  registrationId: RegistrationId,
  visitId: VisitId,
  personId: PersonId,
  registeredAt: Instant,
  beforeBooking: z.boolean(),
  /** First check-in at the bus; null until then. */
  arrivedAt: z.nullable(Instant),
  /** Since when they are not coming after all; null while they are, and again once they have registered again. */
  withdrawnAt: z.nullable(Instant),
});
export type Registration = z.infer<typeof Registration>;
