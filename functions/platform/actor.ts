import type { FeedScope } from "../../shared/domain/feed.ts";
import type { AccountId, ApiKeyId, DeskId, EmployerId, PairingId, PersonId, SignInId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { StaffRole } from "../../shared/domain/states.ts";
import type { Outcome } from "../../shared/problem/catalogue.ts";

/**
 * What of a session was proved beyond the mailed code: nothing, the second step, or that within the last minutes (`shared/domain/second-step.ts`).
 */
export type Proof = "none" | "strong" | "fresh";

/** A session as it goes on when it gets another token. `epoch`: of its account; all sessions of an earlier one are over. */
export type SessionFacts = { signInId: SignInId; startedAt: Instant; endsAt: Instant; epoch: number; device: string; provedAt?: Instant };

/** Who is behind a request, read from the table each time, so that a change of rights holds from the next request on. */
export type SignedIn = {
  accountId: AccountId;
  /** Key of the session in use. */
  sessionHash: string;
  mail: string;
  personId: PersonId;
  employerIds: readonly EmployerId[];
  /** At every visit. */
  staffRoles: readonly StaffRole[];
  /** At single visits, as far as they hold now. */
  visitRoles: readonly { visitId: VisitId; roles: readonly StaffRole[] }[];
  proof: Proof;
  session: SessionFacts;
  /** Passkeys and apps that the account has. */
  factorCount: number;
  /** Staff wrote the address down, and nobody has proved that it is this person's. */
  isUnproven: boolean;
  /** Until when a first one may be enrolled, if somebody invited this person. */
  enrolUntil: Instant | undefined;
};
/** Whether somebody may act on other people's data now. */
export const actsForOthers = ({
  employerIds,
  staffRoles,
  visitRoles,
}: Pick<SignedIn, "employerIds" | "staffRoles" | "visitRoles">): boolean => employerIds.length + staffRoles.length + visitRoles.length > 0;
export type Actor = SignedIn | undefined;

/** An employer's device at a table: no account, and good for nothing but that employer's interviews at that visit. */
export type PairedDevice = {
  pairingId: PairingId;
  visitId: VisitId;
  employerId: EmployerId;
  deskId: DeskId;
  /** Staff who paired it. */
  givenBy: AccountId;
};

/** A kiosk: no account, and good for nothing but registering somebody at that visit. */
export type Kiosk = { kioskId: PairingId; visitId: VisitId; givenBy: AccountId };

/** Another system, by a key: no account, and good for nothing but what its scopes open. */
export type OtherSystem = { keyId: ApiKeyId };

/** Finds out who sent a request; injected into the router, so that the platform knows no noun. */
export type Identify = (sessionCookie: string | undefined) => Promise<Actor>;
export type IdentifyKiosk = (kioskCookie: string | undefined) => Promise<Kiosk | undefined>;
/** Also says why a key opens nothing. `authorization`: the header as it was sent. */
export type IdentifySystem = (authorization: string | undefined, scope: FeedScope) => Promise<Outcome<OtherSystem>>;
export type IdentifyDevice = (tableCookie: string | undefined) => Promise<PairedDevice | undefined>;

/** Something that staff do for or about somebody, and why; the reason goes into the visit's log. */
export type StaffAct = { staffId: AccountId; reason: string };
