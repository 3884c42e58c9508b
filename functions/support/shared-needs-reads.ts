import { isSeenBy } from "../../shared/domain/consent-withdrawal.ts";
import type { BookingId, EmployerId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { Need } from "../../shared/domain/support.ts";
import type { Db } from "../platform/db.ts";
import { idsOfSame } from "../registrations/person-reads.ts";
import { findAgenda } from "../registrations/registration-reads.ts";
import { findNeeds, findShare, type SupportKeys } from "./support-reads.ts";

type Interview = { visitId: VisitId; registrationId: RegistrationId; bookingId: BookingId; employerId: EmployerId };

/** What an employer may know of who comes to an interview of its own: only what was shared for this one, is needed still, and as long as it sees them. */
export const findSharedNeeds = async (
  deps: { db: Db; keys: SupportKeys },
  { visitId, registrationId, bookingId, employerId }: Interview,
): Promise<Need[] | undefined> => {
  const { db, keys } = deps;
  const agenda = await findAgenda(db, visitId, registrationId);
  const booking = agenda?.bookings[bookingId];
  if (!agenda || !booking || !isSeenBy(booking, employerId)) return undefined;
  for (const personId of await idsOfSame(db, agenda.personId)) {
    const share = await findShare(db, keys, { personId, visitId, bookingId });
    if (share?.employerId !== employerId) continue;
    const needs = await findNeeds(db, keys, personId);
    const codes = share.codes.filter((code) => needs?.codes.includes(code));
    return codes.length > 0 ? codes : undefined;
  }
  return undefined;
};
