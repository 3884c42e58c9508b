import type { LogKind } from "../../shared/domain/access-log.ts";
import type { AccountId, EmployerId, IncidentId, PairingId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { type Instant, type LocalDate, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import type { Key } from "./keys.ts";

/**
 * Every key of the ledger, in one place. Items are only ever put where there is none; nothing is changed or deleted but by time.
 *
 * | who asks                              | reads, newest first                                                           |
 * | ------------------------------------- | ----------------------------------------------------------------------------- |
 * | a look, whether it is there already   | nothing: the put of ENTRY#id is refused                                       |
 * | manager: a day                        | onDay DAY#date                                                                |
 * | manager: one of the staff, a device   | byWhom ACCOUNT#a, PAIRING#p                                                   |
 * | manager: one kind                     | ofKind KIND#k                                                                 |
 * | manager: incidents; one of them         | ofKind KIND#incident-opened; INCIDENT#i                                       |
 * | manager: months that were looked through | REVIEWS month                                                              |
 * | manager: what was destroyed           | ofKind DESTROYED                                                              |
 * | what was to be forgotten              | FORGOTTEN                                                                     |
 * | a person; manager: about a person     | aboutWhom of their registrations and of the visits and employers that they were with, merged |
 *
 * Entries lie spread by their ids, so that nothing that happens often meets in one partition but in the indexes of a day and of a kind.
 */
export const ledgerEntryKey = (entryId: string): Key => ({ pk: `ENTRY#${entryId}`, sk: "ENTRY" });

/** What was destroyed when its time was over; in a list of its own, not among looks. */
export const destroyedKey = (id: string): Key => ({ pk: `DESTROYED#${id}`, sk: "DESTROYED" });
export const destroyedPartition = "DESTROYED";
export const destroyedList = (at: Instant, id: string) => ({ ofKind: destroyedPartition, atAndId: `${at}#${id}` });

/** What was to be forgotten; a table that is restored forgets it again. */
export const forgottenPartition = "FORGOTTEN";
export const forgottenKey = (name: string): Key => ({ pk: forgottenPartition, sk: name });

/** A month of Seoul's calendar is signed off once. */
export const monthReviewPartition = "REVIEWS";
export const monthReviewKey = (month: string): Key => ({ pk: monthReviewPartition, sk: month });

/** What was done about an incident: each step once, or under an id of its own. */
export const incidentPartition = (id: IncidentId): string => `INCIDENT#${id}`;
export const incidentKey = (id: IncidentId, step: string): Key => ({ pk: incidentPartition(id), sk: `STEP#${step}` });
export const incidentStepPrefix = "STEP#";

export const dayPartition = (date: LocalDate): string => `DAY#${date}`;
export const accountPartition = (id: AccountId): string => `ACCOUNT#${id}`;
export const pairingPartition = (id: PairingId): string => `PAIRING#${id}`;
export const kindPartition = (kind: LogKind): string => `KIND#${kind}`;

/** Index entries of an entry of the log: attributes as `ledgerShape` names them. */
export const ledgerIndexes = (
  entry: { at: Instant; kind: LogKind },
  { entryId, by, about }: { entryId: string; by: string | undefined; about: string | undefined },
) => ({
  onDay: dayPartition(seoulDateOf(entry.at)),
  ofKind: kindPartition(entry.kind),
  ...(by && { byWhom: by }),
  ...(about && { aboutWhom: about }),
  atAndId: `${entry.at}#${entryId}`,
});

/**
 * Of whom an entry tells: whose rights were changed, one person of a visit, people of a visit that an employer sees, everybody at a visit, an employer's own
 * people.
 */
/** Lists of people over many visits: who is in them, they say themselves. */
export const acrossVisits = "ACROSS-VISITS";
export const visitPeoplePartition = (visitId: VisitId): string => `VISIT#${visitId}`;
export const employerPeoplePartition = (employerId: EmployerId, visitId: VisitId): string => `EMPLOYER#${employerId}#${visitId}`;
export const registrationPartition = (id: RegistrationId): string => `REGISTRATION#${id}`;

export const aboutPartition = ({
  accountId,
  among,
  visitId,
  registrationId,
  employerId,
}: {
  accountId?: AccountId | undefined;
  among?: readonly RegistrationId[] | undefined;
  visitId?: VisitId | undefined;
  registrationId?: RegistrationId | undefined;
  employerId?: EmployerId | undefined;
}): string | undefined => {
  if (accountId) return accountPartition(accountId);
  if (registrationId) return registrationPartition(registrationId);
  // People of several visits are found by whoever is among them.
  if (among && !visitId) return acrossVisits;
  if (employerId) return visitId ? employerPeoplePartition(employerId, visitId) : `EMPLOYER#${employerId}`;
  return visitId && visitPeoplePartition(visitId);
};
