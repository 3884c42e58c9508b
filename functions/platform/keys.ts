import type {
  AccountId,
  BookingId,
  ChallengeId,
  EmployerId,
  PersonId,
  PlaceId,
  PostingId,
  RegistrationId,
  SlotId,
  SlotRequestId,
  VisitId,
} from "../../shared/domain/ids.ts";
import { epochMsOf, type Instant, type LocalDate } from "../../shared/domain/seoul-time.ts";

/**
 * Every key of the table, in one place.
 *
 * | who asks                                      | reads                                                        |
 * | --------------------------------------------- | ------------------------------------------------------------ |
 * | seeker: visits to come                        | gsi1 VISITS, by date                                         |
 * | seeker: one visit with its times              | VISIT#v (visit, its postings) and SLOTS#v#0..3, at once      |
 * | seeker: my page                               | PERSON#p REG#…, then registrations, agendas and visits       |
 * | book                                          | slot + visit, then one transaction on slot, agenda, consent  |
 * | employer: postings, requests                  | EMPLOYER#e by prefix                                         |
 * | manager: what waits                           | gsi1 PENDING, oldest first                                   |
 * | staff: the day                                | VISIT#v, PEOPLE#v#0..7                                       |
 * | staff: a scan                                 | TICKET#v#code, then PEOPLE#v#n of that registration          |
 * | every request                                 | SESSION#hash + ACCOUNT#a in one batch                        |
 *
 * Slots (4) and people (8) of one visit are spread over partitions, so that the opening minute of a popular visit is not held to the 1,000
 * write units a second of one, while a phone still reads a visit in a few queries.
 */
export type Key = { pk: string; sk: string };

const slotShards = 4;
const peopleShards = 8;

/** FNV-1a over the id: spreads ids that were minted one after the other. */
const shardOf = (id: string, shards: number): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193) >>> 0;
  return hash % shards;
};
const partitions = (name: string, shards: number): string[] => Array.from({ length: shards }, (_, shard) => `${name}#${shard}`);

export const accountKey = (id: AccountId): Key => ({ pk: `ACCOUNT#${id}`, sk: "ACCOUNT" });
/** One account per mail address: put-if-absent makes it so. */
export const addressKey = (mail: string): Key => ({ pk: `ADDRESS#${mail}`, sk: "ADDRESS" });
export const sessionKey = (tokenHash: string): Key => ({ pk: `SESSION#${tokenHash}`, sk: "SESSION" });
export const challengeKey = (id: ChallengeId): Key => ({ pk: `CHALLENGE#${id}`, sk: "CHALLENGE" });
/** A counter of one kind, for one subject, in one window of time. */
export const limitKey = (kind: string, subject: string, windowStart: number): Key => ({
  pk: `LIMIT#${kind}#${subject}`,
  sk: `WINDOW#${windowStart}`,
});
export const counterKey = (name: "visit"): Key => ({ pk: `COUNTER#${name}`, sk: "COUNTER" });

export const personKey = (id: PersonId): Key => ({ pk: `PERSON#${id}`, sk: "PERSON" });
export const personPartition = (id: PersonId): string => `PERSON#${id}`;
export const registrationPointerPrefix = "REG#";
/** Points from a person to a registration; sorted by the date of the visit. */
export const registrationPointerKey = (id: PersonId, date: LocalDate, visitId: VisitId): Key => ({
  pk: `PERSON#${id}`,
  sk: `${registrationPointerPrefix}${date}#${visitId}`,
});
/** Consent of a person for one employer, as last given. */
export const employerConsentKey = (id: PersonId, employerId: EmployerId): Key => ({
  pk: `PERSON#${id}`,
  sk: `CONSENT#to_employer#${employerId}`,
});
export const coreNoticeKey = (id: PersonId): Key => ({ pk: `PERSON#${id}`, sk: "CONSENT#service_core" });

export const placePartition = "PLACES";
export const placePrefix = "PLACE#";
export const placeKey = (id: PlaceId): Key => ({ pk: placePartition, sk: `${placePrefix}${id}` });

export const visitPartition = (id: VisitId): string => `VISIT#${id}`;
export const visitKey = (id: VisitId): Key => ({ pk: visitPartition(id), sk: "VISIT" });
export const visitPostingPrefix = "POSTING#";
/** A posting as approved for a visit, with the employer's words of that moment. */
export const visitPostingKey = (id: VisitId, postingId: PostingId): Key => ({
  pk: visitPartition(id),
  sk: `${visitPostingPrefix}${postingId}`,
});
export const visitSigningKey = (id: VisitId, kid: number): Key => ({ pk: visitPartition(id), sk: `KEY#${kid}` });

/** The busy cells of whoever can do one thing at a time on a date: a desk of a visit, or an interviewer of an employer. */
export const deskDayKey = (date: LocalDate, visitId: VisitId, deskId: string): Key => ({
  pk: `HOSTDAY#${date}`,
  sk: `DESK#${visitId}#${deskId}`,
});
/** Names are compared as people mean them: "윤다래" and "윤 다래" are one interviewer. */
export const interviewerDayKey = (date: LocalDate, employerId: EmployerId, interviewer: string): Key => ({
  pk: `HOSTDAY#${date}`,
  sk: `INTERVIEWER#${employerId}#${interviewer.normalize("NFKC").replace(/\s/g, "").toLowerCase()}`,
});

export const slotPrefix = "SLOT#";
export const slotPartitions = (visitId: VisitId): string[] => partitions(`SLOTS#${visitId}`, slotShards);
export const slotKey = (visitId: VisitId, slotId: SlotId): Key => ({
  pk: `SLOTS#${visitId}#${shardOf(slotId, slotShards)}`,
  sk: `${slotPrefix}${slotId}`,
});

/** Registration and agenda lie side by side: one query of a partition reads both. */
export const peoplePartitions = (visitId: VisitId): string[] => partitions(`PEOPLE#${visitId}`, peopleShards);
export const peoplePrefix = "REG#";
const peoplePartition = (visitId: VisitId, id: RegistrationId): string => `PEOPLE#${visitId}#${shardOf(id, peopleShards)}`;
export const registrationKey = (visitId: VisitId, id: RegistrationId): Key => ({
  pk: peoplePartition(visitId, id),
  sk: `${peoplePrefix}${id}`,
});
export const agendaKey = (visitId: VisitId, id: RegistrationId): Key => ({
  pk: peoplePartition(visitId, id),
  sk: `${peoplePrefix}${id}#AGENDA`,
});
/** One ticket per short code and visit: put-if-absent makes codes unique per visit. */
export const ticketKey = (visitId: VisitId, code: string): Key => ({ pk: `TICKET#${visitId}#${code}`, sk: "TICKET" });
export const checkInEventKey = (visitId: VisitId, eventId: string): Key => ({
  pk: `CHECKIN#${visitId}#${shardOf(eventId, peopleShards)}`,
  sk: `EVENT#${eventId}`,
});

export const employerPartition = (id: EmployerId): string => `EMPLOYER#${id}`;
export const employerKey = (id: EmployerId): Key => ({ pk: employerPartition(id), sk: "EMPLOYER" });
export const postingPrefix = "POSTING#";
export const postingKey = (id: EmployerId, postingId: PostingId): Key => ({
  pk: employerPartition(id),
  sk: `${postingPrefix}${postingId}`,
});
export const slotRequestPrefix = "REQUEST#";
export const slotRequestKey = (id: EmployerId, requestId: SlotRequestId): Key => ({
  pk: employerPartition(id),
  sk: `${slotRequestPrefix}${requestId}`,
});

/** A mail that is due for a registration of a visit at a set time; put-if-absent makes one of each kind. */
export const noticeKey = (visitId: VisitId, id: RegistrationId, kind: string): Key => ({
  pk: `NOTICE#${visitId}#${shardOf(id, peopleShards)}`,
  sk: `NOTICE#${id}#${kind}`,
});
/** The claim on one mail: whoever puts it sends it. */
export const mailKey = (mailId: string): Key => ({ pk: `MAIL#${mailId}`, sk: "MAIL" });

/** Index entries: attributes `gsi1pk`, `gsi1sk`. */
export const visitsIndex = (date: LocalDate, visitId: VisitId) => ({ gsi1pk: "VISITS", gsi1sk: `${date}#${visitId}` });
export const visitsIndexPartition = "VISITS";
/** Sparse: only what waits for a decision is in it. */
export const pendingIndex = (kind: "employer" | "slot-request", at: Instant, id: string) => ({
  gsi1pk: `PENDING#${kind}`,
  gsi1sk: `${at}#${id}`,
});
export const pendingIndexPartition = (kind: "employer" | "slot-request"): string => `PENDING#${kind}`;
export const staffIndex = (name: string, id: AccountId) => ({ gsi1pk: "STAFF", gsi1sk: `${name}#${id}` });
export const staffIndexPartition = "STAFF";

/** Epoch seconds for the table's time to live; expiry is also checked in code, since deletion may be days late. */
export const expiresAt = (instant: Instant): number => Math.ceil(epochMsOf(instant) / 1000);

/** Names the person, too: two of them may have minted the same booking id, and each gets their mail. */
export const bookingMailId = (id: RegistrationId, bookingId: BookingId, what: string, sequence: number): string =>
  `${id}.${bookingId}.${what}.${sequence}`;
