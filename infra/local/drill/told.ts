import type { AccountId, BookingId, PersonId, RegistrationId } from "../../../shared/domain/ids.ts";
import type { Instant } from "../../../shared/domain/seoul-time.ts";

/** Name of the copy. */
export const copyName = "restored";
/** In the folder of the rehearsal. */
export const toldFile = "drill.json";

type Held = { registrationId: RegistrationId; bookingId: BookingId };

/** What happened before the table was lost. */
export type Told = {
  /** When the copy was made, of how many items, of which table. */
  at: Instant;
  copied: number;
  original: string;
  /** Of somebody who was signed in then. */
  cookie: string;
  /** Since then: who was erased, whose consent was taken back, and who lost their roles. */
  erased: PersonId;
  withdrawn: Held;
  demoted: AccountId;
  /** Who took their registration back, and the phone that was reported lost. */
  away: Held;
  lostPhone: string;
  /** Bookings of before that nothing was done to. */
  stand: readonly Held[];
  /** What was booked since, and is lost with the table. */
  lost: readonly BookingId[];
};
