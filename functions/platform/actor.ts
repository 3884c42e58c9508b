import type { AccountId, DeskId, EmployerId, PairingId, PersonId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { StaffRole } from "../../shared/domain/states.ts";

/** Who is behind a request, read from the table each time, so that a change of rights holds from the next request on. */
export type SignedIn = {
  accountId: AccountId;
  /** Key of the session in use. */
  sessionHash: string;
  /** When the mailed code was handed in. */
  signedInAt: Instant;
  mail: string;
  personId: PersonId;
  employerIds: readonly EmployerId[];
  staffRoles: readonly StaffRole[];
};
export type Actor = SignedIn | undefined;

/** An employer's device at a table: no account, and good for nothing but that employer's interviews at that visit. */
export type PairedDevice = { pairingId: PairingId; visitId: VisitId; employerId: EmployerId; deskId: DeskId };

/** Finds out who sent a request; injected into the router, so that the platform knows no noun. */
export type Identify = (sessionCookie: string | undefined) => Promise<Actor>;
export type IdentifyDevice = (tableCookie: string | undefined) => Promise<PairedDevice | undefined>;

/** Something that staff do for or about somebody, and why; the reason goes into the visit's log. */
export type StaffAct = { staffId: AccountId; reason: string };
