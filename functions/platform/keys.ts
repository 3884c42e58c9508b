import type { CertificateCode, CertificateSubject } from "../../shared/domain/certificate.ts";
import { fnv1a } from "../../shared/domain/fnv.ts";
import type {
  AccountId,
  ApiKeyId,
  ApplicationId,
  AptitudeTestId,
  BookingId,
  ChallengeId,
  ConcernId,
  ConsultationId,
  EmployerId,
  FactorId,
  FeedEventId,
  FollowUpId,
  InquiryId,
  InvitationId,
  LeadContactId,
  LeadId,
  LeadSourceId,
  PairingId,
  PartnerLinkId,
  PersonId,
  PlaceId,
  PlanId,
  PostingId,
  ReferralId,
  RegistrationId,
  SlotId,
  SlotRequestId,
  TalkId,
  VisitId,
  WaitId,
  WebhookId,
} from "../../shared/domain/ids.ts";
import type { PartnerId } from "../../shared/domain/partner.ts";
import { epochMsOf, type Instant, type LocalDate } from "../../shared/domain/seoul-time.ts";
import { type ListName, sameName } from "../../shared/domain/slot.ts";
import type { LeadStage } from "../../shared/domain/states.ts";

/**
 * Every key of the table, in one place.
 *
 * | who asks                                      | reads                                                        |
 * | --------------------------------------------- | ------------------------------------------------------------ |
 * | seeker: visits to come                        | gsi1 VISITS, by date                                         |
 * | seeker: one visit; its times                  | VISIT#v POSTING#…; VISIT#v TIMES#…, one query each           |
 * | manager: who works at a visit, and elsewhere that day | VISIT#v TEAM; gsi1 VISITS of the date, then their TEAM in one batch |
 * | seeker: my page                               | PERSON#p REG#…, then registrations, agendas and visits       |
 * | book, move, cancel                            | one transaction on slot and agenda; slot and visit before it, unless the process remembers them |
 * | waitlist: who is next                         | WAIT#v#list ENTRY#…, in order of application                 |
 * | waitlist: offers that end, lists that wait    | gsi1 OFFERS by end, gsi1 WAITLISTS by date of the visit      |
 * | employer: who applied                         | APPLY#v#e                                                    |
 * | employers: what they were told of a visit     | NEWS#v EMPLOYER#…                                            |
 * | manager: a plan and its receipts              | VISIT#v PLAN#p; PLAN#p RECEIPT#…                             |
 * | registrations that are being taken back       | gsi1 WITHDRAWALS                                             |
 * | people who are being erased; locked forms     | gsi1 ERASURES; LOCKED#month FORM#…                           |
 * | the purge: what is due                        | gsi1 VISITS by date, then all of a visit; gsi1 NEWCOMERS by time; PURGE#category says how far it is |
 * | what somebody needs, and belongs to            | SUPPORT#p NEEDS, GROUPS, SHARE#visit#booking                 |
 * | a counsellor: notes of somebody, what to do next | PERSON#p CONSULTATION#…, FOLLOW-UP#…; gsi1 FOLLOW-UPS#account by day |
 * | what somebody looks for; enrolments that end   | PERSON#p ENROLMENT; gsi1 ENROLMENTS by last day              |
 * | links of somebody to partners; partners       | PERSON#p PARTNER-LINK#…; PARTNERS                            |
 * | referrals of somebody; of an employer's visit  | PERSON#p REFERRAL#…; gsi1 REFERRALS#v#e by time of application, each read again |
 * | certificates of somebody; one by its code      | PERSON#p CERTIFICATE#…, PAST-CERTIFICATE#code; gsi1 CERTIFICATE#code, read again |
 * | a report: talks of a visit                     | gsi1 CONSULTATIONS#v; what was done: OUTCOMES#v ACT#…; the rest as the day has it; VISIT#v TOTALS once that is purged |
 * | desk: who is there twice                      | gsi1 ALIKE#hash of name and year of birth, one query a person of the visit |
 * | desk: who was found to be somebody else       | PERSON#p DIFFERENT#other, with either of two                |
 * | a person: everything that is kept of me       | PERSON#p, then by each registration (`person-items-reads.ts`) |
 * | employer: members, invitations                 | EMPLOYER#e by prefix                                         |
 * | employer: postings, requests                  | EMPLOYER#e by prefix                                         |
 * | the centre: postings that are valid            | gsi1 POSTINGS by last day                                    |
 * | whether a row of a list of postings is in      | POSTING-ROW#number                                           |
 * | outreach: firms at a stage; one with its contacts | gsi1 LEADS#stage, by the last entry; LEAD#l                     |
 * | staff: what was asked, and whether it is answered | gsi1 INQUIRIES#open, #answered by time                     |
 * | CEO talks: a firm and its concerns; those of an employer | TALK#t; EMPLOYER#e TALK#…                          |
 * | CEO talks: concerns to be answered; how many there were | gsi1 CONCERNS#open by day; CONCERN-COUNTS#month        |
 * | outreach: firms of somebody, or of a source     | gsi1 LEADS-OF#account, LEADS-FROM#source, by the last entry; each lead read again |
 * | outreach: talks of a firm; one a number and visit | LEAD#l TALK#…; BUSINESS#number TALK#visit                    |
 * | outreach: what to do next; where to look       | gsi1 LEAD-STEPS#account by day; LEAD-SOURCES                 |
 * | outreach: who has a business number            | BUSINESS#number                                              |
 * | outreach: how far firms came                   | FUNNEL#month, by the day on which they were found             |
 * | manager: what waits                           | gsi1 PENDING, oldest first                                   |
 * | staff: the day                                | VISIT#v, PEOPLE#v#0..7                                       |
 * | staff: a scan                                 | TICKET#v#code (a later code: twice), then PEOPLE#v#n of that registration |
 * | a phone: the pack; what phones handed in       | PEOPLE#v#0..7, TICKET#v#code in batches, CHECKIN#v#0..7       |
 * | the arrival of a ticket                       | CHECKIN#v#n EVENT#ticket#…                                   |
 * | the lead: phones, what was kept aside         | VISIT#v DEVICE#…, QUARANTINE#…, CONFLICT#…, LOOKUP           |
 * | staff: walk-ins, and talks with them           | WALKIN#v WALKIN#…, TALK#…                                    |
 * | a counsellor: notes from phones that could not be written | gsi1 DESK-NOTES#account by when they came; PERSON#p DESK-NOTE#… or WALKIN#v TALK#…, read again |
 * | staff: devices of employers                   | VISIT#v PAIRING#…                                            |
 * | a kiosk                                       | VISIT#v KIOSK#k + VISIT in one batch                          |
 * | staff: kiosks of a visit                      | VISIT#v KIOSK#…, KIOSKCODES                                   |
 * | an employer's device; what came of interviews | VISIT#v PAIRING#p + VISIT in one batch; OUTCOMES#v e#…, all of a visit for staff, with what seekers say and placements |
 * | every request                                 | ACCOUNT#a SESSION#hash and ACCOUNT in one batch              |
 * | somebody's sign-ins, their factors            | ACCOUNT#a by prefix; RECOVERY                                |
 * | whether an address takes mail                 | MAILSTOP#digest, with the mail's own item, before its claim    |
 * | mails whose sending was not settled in time   | gsi1 MAILS#claimed, by when they were claimed                |
 * | other systems: who is told, with what key they ask | WEBHOOKS; API-KEYS                                      |
 * | what a system was told; what it is to be told  | WEBHOOK#w DELIVERY#…; gsi1 DELIVERIES#w by the next try      |
 * | staff: mails that may not have arrived        | gsi1 MAILS#undelivered, by when that was noticed             |
 * | counsellor: aptitude tests of a person        | PERSON#p begins APTITUDE-TEST#                               |
 * | counsellor: register of tests of a visit      | gsi1 APTITUDE-TESTS#v                                        |
 * | staff: people over all visits                 | gsi1 FOUND-BY#hash                                           |
 *
 * Slots (4) and people (8) of one visit are spread over partitions, so that the opening minute of a popular visit is not held to the 1,000
 * write units a second of one, while a phone still reads a visit in a few queries.
 */
export type Key = { pk: string; sk: string };

const slotShards = 4;
const peopleShards = 8;

const shardOf = (id: string, shards: number): number => fnv1a(id) % shards;
const partitions = (name: string, shards: number): string[] => Array.from({ length: shards }, (_, shard) => `${name}#${shard}`);

export const accountPartition = (id: AccountId): string => `ACCOUNT#${id}`;
export const accountKey = (id: AccountId): Key => ({ pk: accountPartition(id), sk: "ACCOUNT" });
/** One account per mail address: put-if-absent makes it so. */
export const addressKey = (mail: string): Key => ({ pk: `ADDRESS#${mail}`, sk: "ADDRESS" });
/** What is to be told of a change of address: to the one of before, or to the new one. */
export const addressNewsKey = (id: AccountId, newsId: string): Key => ({ pk: accountPartition(id), sk: `ADDRESS-NEWS#${newsId}` });
export const sessionPrefix = "SESSION#";
export const sessionKey = (id: AccountId, tokenHash: string): Key => ({ pk: accountPartition(id), sk: `${sessionPrefix}${tokenHash}` });
export const factorPrefix = "FACTOR#";
export const factorKey = (id: AccountId, factorId: FactorId): Key => ({ pk: accountPartition(id), sk: `${factorPrefix}${factorId}` });
export const recoveryCodesKey = (id: AccountId): Key => ({ pk: accountPartition(id), sk: "RECOVERY" });
/** What a session is to answer next: one of each kind. */
export const totpDraftKey = (id: AccountId, tokenHash: string): Key => ({ pk: accountPartition(id), sk: `DRAFT#${tokenHash}` });
export const passkeyChallengeKey = (id: AccountId, tokenHash: string): Key => ({ pk: accountPartition(id), sk: `ASKED#${tokenHash}` });
/** What changed in how somebody signs in; only ever added. */
export const factorNewsKey = (id: AccountId, at: Instant, newsId: string): Key => ({
  pk: accountPartition(id),
  sk: `FACTOR-NEWS#${at}#${newsId}`,
});
export const challengeKey = (id: ChallengeId): Key => ({ pk: `CHALLENGE#${id}`, sk: "CHALLENGE" });
/** A counter of one kind, for one subject, in one window of time. */
export const limitKey = (kind: string, subject: string, windowStart: number): Key => ({
  pk: `LIMIT#${kind}#${subject}`,
  sk: `WINDOW#${windowStart}`,
});
export const counterKey = (name: "visit" | "webhooks" | "api-keys"): Key => ({ pk: `COUNTER#${name}`, sk: "COUNTER" });

export const personKey = (id: PersonId): Key => ({ pk: `PERSON#${id}`, sk: "PERSON" });
export const personPartition = (id: PersonId): string => `PERSON#${id}`;
export const registrationPointerPrefix = "REG#";
/** Points from a person to a registration; sorted by the date of the visit. */
export const registrationPointerKey = (id: PersonId, date: LocalDate, visitId: VisitId): Key => ({
  pk: `PERSON#${id}`,
  sk: `${registrationPointerPrefix}${date}#${visitId}`,
});
export const consultationPrefix = "CONSULTATION#";
/** The note of a talk; sorted by when its id was minted. */
export const consultationKey = (id: PersonId, consultationId: ConsultationId): Key => ({
  pk: personPartition(id),
  sk: `${consultationPrefix}${consultationId}`,
});
/** By what somebody is found over all visits: a name, the end of a number. */
export const foundByKey = (id: PersonId, what: "NAME" | "NUMBER"): Key => ({ pk: personPartition(id), sk: `FOUND-BY#${what}` });
/** A note about somebody as a phone handed it in, sealed; beside their notes. */
export const deskNoteKey = (id: PersonId, consultationId: ConsultationId): Key => ({
  pk: personPartition(id),
  sk: `DESK-NOTE#${consultationId}`,
});
export const partnerLinkPrefix = "PARTNER-LINK#";
export const partnerLinkKey = (id: PersonId, linkId: PartnerLinkId): Key => ({
  pk: personPartition(id),
  sk: `${partnerLinkPrefix}${linkId}`,
});
export const aptitudeTestPrefix = "APTITUDE-TEST#";
export const aptitudeTestKey = (id: PersonId, testId: AptitudeTestId): Key => ({
  pk: personPartition(id),
  sk: `${aptitudeTestPrefix}${testId}`,
});
export const followUpPrefix = "FOLLOW-UP#";
export const followUpKey = (id: PersonId, followUpId: FollowUpId): Key => ({
  pk: personPartition(id),
  sk: `${followUpPrefix}${followUpId}`,
});
/** What somebody looks for: one of each person. */
export const enrolmentKey = (id: PersonId): Key => ({ pk: personPartition(id), sk: "ENROLMENT" });
/** Sex and education, for reports: one of each person. */
export const statisticsKey = (id: PersonId): Key => ({ pk: personPartition(id), sk: "STATISTICS" });
export const referralPrefix = "REFERRAL#";
export const referralKey = (id: PersonId, referralId: ReferralId): Key => ({
  pk: personPartition(id),
  sk: `${referralPrefix}${referralId}`,
});
export const certificatePrefix = "CERTIFICATE#";
/** One certificate for each interview and talk of a person: put-if-absent makes it so. */
export const certificateKey = (id: PersonId, subjectId: CertificateSubject): Key => ({
  pk: personPartition(id),
  sk: `${certificatePrefix}${subjectId}`,
});
/** The code of a certificate that a newer one replaced. */
export const pastCertificateKey = (id: PersonId, code: CertificateCode): Key => ({
  pk: personPartition(id),
  sk: `PAST-CERTIFICATE#${code}`,
});
export const coreNoticeKey = (id: PersonId): Key => ({ pk: `PERSON#${id}`, sk: "CONSENT#service_core" });

export const differentPrefix = "DIFFERENT#";
/** That somebody is not somebody else of the same name. */
export const differentKey = (id: PersonId, other: PersonId): Key => ({ pk: personPartition(id), sk: `${differentPrefix}${other}` });

/** What somebody needs, apart from everything else about them: whoever lists people, or a person's items, comes by none of it. */
export const supportPartition = (id: PersonId): string => `SUPPORT#${id}`;
export const needsKey = (id: PersonId): Key => ({ pk: supportPartition(id), sk: "NEEDS" });
export const supportGroupsKey = (id: PersonId): Key => ({ pk: supportPartition(id), sk: "GROUPS" });
export const needsSharePrefix = "SHARE#";
/** That the employer of one interview may know. */
export const needsShareKey = (id: PersonId, visitId: VisitId, bookingId: BookingId): Key => ({
  pk: supportPartition(id),
  sk: `${needsSharePrefix}${visitId}#${bookingId}`,
});

/** That somebody is being erased; gone when nothing is left. */
export const erasureKey = (id: PersonId): Key => ({ pk: `ERASURE#${id}`, sk: "ERASURE" });
/** How far data of a category have been purged. */
export const purgeCursorKey = (category: string): Key => ({ pk: `PURGE#${category}`, sk: "PURGE" });
/** By the month in which they were locked, `YYYY-MM`. */
export const lockedFormPartition = (month: string): string => `LOCKED#${month}`;
export const lockedFormPrefix = "FORM#";
export const lockedFormKey = (lockedOn: LocalDate, lockId: string): Key => ({
  pk: lockedFormPartition(lockedOn.slice(0, 7)),
  sk: `${lockedFormPrefix}${lockedOn}#${lockId}`,
});

export const placePartition = "PLACES";
export const placePrefix = "PLACE#";
export const placeKey = (id: PlaceId): Key => ({ pk: placePartition, sk: `${placePrefix}${id}` });

export const partnersPartition = "PARTNERS";
export const partnerPrefix = "PARTNER#";
export const partnerKey = (id: PartnerId): Key => ({ pk: partnersPartition, sk: `${partnerPrefix}${id}` });

export const visitPartition = (id: VisitId): string => `VISIT#${id}`;
export const visitKey = (id: VisitId): Key => ({ pk: visitPartition(id), sk: "VISIT" });
/** How many came, once nobody's check-in is kept any more. */
export const visitTotalsKey = (id: VisitId): Key => ({ pk: visitPartition(id), sk: "TOTALS" });
/** What the manager says of a visit in its report. */
export const visitRemarkKey = (id: VisitId): Key => ({ pk: visitPartition(id), sk: "REMARK" });
export const visitTeamKey = (id: VisitId): Key => ({ pk: visitPartition(id), sk: "TEAM" });
/** One visit a day for each bus: put-if-absent, or of the same visit. */
export const busDayKey = (bus: number, date: LocalDate): Key => ({ pk: `BUS#${bus}`, sk: `DAY#${date}` });
export const visitPostingPrefix = "POSTING#";
/** A posting as approved for a visit, with the employer's words of that moment. */
export const visitPostingKey = (id: VisitId, postingId: PostingId): Key => ({
  pk: visitPartition(id),
  sk: `${visitPostingPrefix}${postingId}`,
});
export const keyRotationKey = (id: VisitId, kid: number): Key => ({ pk: visitPartition(id), sk: `ROTATION#${kid}` });
export const visitSigningPrefix = "KEY#";
export const visitSigningKey = (id: VisitId, kid: number): Key => ({ pk: visitPartition(id), sk: `${visitSigningPrefix}${kid}` });

/** The busy cells of whoever can do one thing at a time on a date: a desk of a visit, or an interviewer of an employer. */
export const deskDayKey = (date: LocalDate, visitId: VisitId, deskId: string): Key => ({
  pk: `HOSTDAY#${date}`,
  sk: `DESK#${visitId}#${deskId}`,
});
/** Who interviews for an employer, or (without one) counsels for the centre. */
export const hostDayKey = (date: LocalDate, employerId: EmployerId | null, name: string): Key => ({
  pk: `HOSTDAY#${date}`,
  sk: employerId ? `INTERVIEWER#${employerId}#${sameName(name)}` : `HOST#${sameName(name)}`,
});

export const timetablePrefix = "TIMES#";
/** The times of one request at one of its desks (`part`, from 0), with what is free, for lists. */
export const timetableKey = (visitId: VisitId, id: SlotRequestId, part: number): Key => ({
  pk: visitPartition(visitId),
  sk: `${timetablePrefix}${id}#${part}`,
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
export const waitlistPartition = (visitId: VisitId, list: ListName): string => `WAIT#${visitId}#${list}`;
/** Stands from the first time that somebody waits. */
export const waitlistKey = (visitId: VisitId, list: ListName): Key => ({ pk: waitlistPartition(visitId, list), sk: "LIST" });
export const waitlistEntryPrefix = "ENTRY#";
export const waitlistEntryKey = (visitId: VisitId, list: ListName, appliedAt: Instant, id: WaitId): Key => ({
  pk: waitlistPartition(visitId, list),
  sk: `${waitlistEntryPrefix}${appliedAt}#${id}`,
});

export const applicationPartition = (visitId: VisitId, employerId: EmployerId): string => `APPLY#${visitId}#${employerId}`;
export const applicationPrefix = "APPLICATION#";
export const applicationKey = (visitId: VisitId, employerId: EmployerId, id: ApplicationId): Key => ({
  pk: applicationPartition(visitId, employerId),
  sk: `${applicationPrefix}${id}`,
});

export const planPrefix = "PLAN#";
export const planKey = (visitId: VisitId, id: PlanId): Key => ({ pk: visitPartition(visitId), sk: `${planPrefix}${id}` });
export const planReceiptPartition = (id: PlanId): string => `PLAN#${id}`;
export const planReceiptPrefix = "RECEIPT#";
export const planReceiptKey = (id: PlanId, registrationId: RegistrationId): Key => ({
  pk: planReceiptPartition(id),
  sk: `${planReceiptPrefix}${registrationId}`,
});

export const visitLogPrefix = "2";
export const visitLogPartition = (id: VisitId): string => `LOG#${id}`;
/** What staff did for or about somebody, with a reason; only ever added. */
export const visitLogKey = (id: VisitId, at: Instant, entryId: string): Key => ({ pk: visitLogPartition(id), sk: `${at}#${entryId}` });

/** One ticket per short code and visit: put-if-absent makes codes unique per visit, also those of later generations, which lead to their ticket. */
export const ticketKey = (visitId: VisitId, code: string): Key => ({ pk: `TICKET#${visitId}#${code}`, sk: "TICKET" });
/** What people are called by at a visit: given once. */
export const callNameKey = (visitId: VisitId, callName: string): Key => ({ pk: `CALL-NAME#${visitId}#${callName}`, sk: "CALL-NAME" });
/** Events about one ticket or walk-in stand beside each other; `subject` is undefined for a scan of what names no ticket. */
export const checkInEventKey = (visitId: VisitId, subject: string | undefined, eventId: string): Key => ({
  pk: checkInPartition(visitId, subject),
  sk: `${checkInEventPrefix(subject)}${eventId}`,
});
/** A scan that let somebody in, where the server's own judgement of the same scan stands under its id. */
export const letInEventKey = (visitId: VisitId, subject: string | undefined, eventId: string): Key => {
  const { pk, sk } = checkInEventKey(visitId, subject, eventId);
  return { pk, sk: `${sk}#LET-IN` };
};
/** Of an event's key, the id. */
export const eventIdIn = (sk: string): string => sk.split("#")[2] ?? sk;
export const anyCheckInEvent = "EVENT#";
export const checkInPartitions = (visitId: VisitId): string[] => partitions(`CHECKIN#${visitId}`, peopleShards);
export const walkInPartition = (visitId: VisitId): string => `WALKIN#${visitId}`;
export const walkInPrefix = "WALKIN#";
export const walkInKey = (visitId: VisitId, walkInId: string): Key => ({ pk: walkInPartition(visitId), sk: `${walkInPrefix}${walkInId}` });
export const walkInTalkPrefix = "TALK#";
/** The note of a talk with one of them; beside them, so that it goes when they go. */
export const walkInTalkKey = (visitId: VisitId, consultationId: ConsultationId): Key => ({
  pk: walkInPartition(visitId),
  sk: `${walkInTalkPrefix}${consultationId}`,
});
export const devicePrefix = "DEVICE#";
export const deviceKey = (visitId: VisitId, deviceId: string): Key => ({ pk: visitPartition(visitId), sk: `${devicePrefix}${deviceId}` });
/** How many letters have been given to the phones of a visit. */
export const deviceLettersKey = (visitId: VisitId): Key => ({ pk: visitPartition(visitId), sk: "LETTERS" });
/** What the list for looking people up without a network is sealed under. */
export const lookUpKeyKey = (visitId: VisitId): Key => ({ pk: visitPartition(visitId), sk: "LOOKUP" });
export const conflictPrefix = "CONFLICT#";
/** `seen`: what the conflict was when it was settled. */
export const conflictKey = (visitId: VisitId, idx: string, seen: string): Key => ({
  pk: visitPartition(visitId),
  sk: `${conflictPrefix}${idx}#${seen}`,
});
export const quarantinePrefix = "QUARANTINE#";
export const quarantineKey = (visitId: VisitId, hash: string): Key => ({ pk: visitPartition(visitId), sk: `${quarantinePrefix}${hash}` });
export const checkInEventPrefix = (subject: string | undefined): string => `${anyCheckInEvent}${subject ?? "-"}#`;
export const checkInPartition = (visitId: VisitId, subject: string | undefined): string =>
  `CHECKIN#${visitId}#${shardOf(subject ?? "-", peopleShards)}`;

/** A code that pairs a device, by what it is stored as. */
export const tableCodeKey = (mac: string): Key => ({ pk: `TABLECODE#${mac}`, sk: "TABLECODE" });
export const pairingPrefix = "PAIRING#";
/** An employer's device at a table of the visit. */
export const pairingKey = (visitId: VisitId, id: PairingId): Key => ({ pk: visitPartition(visitId), sk: `${pairingPrefix}${id}` });

export const kioskPrefix = "KIOSK#";
/** A device at the bus on which people register by themselves. */
export const kioskKey = (visitId: VisitId, id: PairingId): Key => ({ pk: visitPartition(visitId), sk: `${kioskPrefix}${id}` });
/** Which codes for kiosks of a visit are good. */
export const kioskCodesKey = (visitId: VisitId): Key => ({ pk: visitPartition(visitId), sk: "KIOSKCODES" });

export const outcomePartition = (visitId: VisitId): string => `OUTCOMES#${visitId}`;
export const outcomePrefix = (employerId?: EmployerId): string => (employerId ? `${employerId}#` : "emp_");
/** What an employer says of an interview of its own. */
export const outcomeKey = (visitId: VisitId, employerId: EmployerId, bookingId: BookingId): Key => ({
  pk: outcomePartition(visitId),
  sk: `${outcomePrefix(employerId)}${bookingId}`,
});

export const saidResultPrefix = "SAID#";
/** What a seeker says of an interview. */
export const saidResultKey = (visitId: VisitId, bookingId: BookingId): Key => ({
  pk: outcomePartition(visitId),
  sk: `${saidResultPrefix}${bookingId}`,
});
export const placementPrefix = "PLACEMENT#";
/** That somebody was hired, as the centre confirmed it. */
export const placementKey = (visitId: VisitId, bookingId: BookingId): Key => ({
  pk: outcomePartition(visitId),
  sk: `${placementPrefix}${bookingId}`,
});
export const countedActPrefix = "ACT#";
/** Something done for somebody that the report counts; beside the placements. */
export const countedActKey = (visitId: VisitId, act: string, id: string): Key => ({
  pk: outcomePartition(visitId),
  sk: `${countedActPrefix}${act}#${id}`,
});

export const employerPartition = (id: EmployerId): string => `EMPLOYER#${id}`;
export const employerKey = (id: EmployerId): Key => ({ pk: employerPartition(id), sk: "EMPLOYER" });
export const memberPrefix = "MEMBER#";
export const employerMemberKey = (id: EmployerId, accountId: AccountId): Key => ({
  pk: employerPartition(id),
  sk: `${memberPrefix}${accountId}`,
});
export const invitationPrefix = "INVITATION#";
export const invitationKey = (id: EmployerId, invitationId: InvitationId): Key => ({
  pk: employerPartition(id),
  sk: `${invitationPrefix}${invitationId}`,
});
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

/** Who has a business number: at most one lead, and employers. */
export const businessNumberPartition = (businessNumber: string): string => `BUSINESS#${businessNumber}`;
export const employerNumberPrefix = "EMPLOYER#";
export const employerNumberKey = (businessNumber: string, id: EmployerId): Key => ({
  pk: businessNumberPartition(businessNumber),
  sk: `${employerNumberPrefix}${id}`,
});
/** One lead a business number: put-if-absent makes it so. */
export const leadNumberKey = (businessNumber: string): Key => ({ pk: businessNumberPartition(businessNumber), sk: "LEAD" });

/** One sign-up for the CEO talk of a visit a business number, by staff: put-if-absent makes it so. */
export const talkNumberKey = (businessNumber: string, visitId: VisitId): Key => ({
  pk: businessNumberPartition(businessNumber),
  sk: `TALK#${visitId}`,
});

export const leadPartition = (id: LeadId): string => `LEAD#${id}`;
export const leadKey = (id: LeadId): Key => ({ pk: leadPartition(id), sk: "LEAD" });
export const leadContactPrefix = "CONTACT#";
/** A call or a visit; sorted by when its id was minted. */
export const leadContactKey = (id: LeadId, contactId: LeadContactId): Key => ({
  pk: leadPartition(id),
  sk: `${leadContactPrefix}${contactId}`,
});
export const leadPostingPrefix = "POSTING#";
/** A posting of a firm that is no employer yet. */
export const leadPostingKey = (id: LeadId, postingId: PostingId): Key => ({
  pk: leadPartition(id),
  sk: `${leadPostingPrefix}${postingId}`,
});
/** That a row of a list was taken in, by the number that it has where it comes from: put-if-absent makes it one. */
export const postingRowKey = (requestNo: string): Key => ({ pk: `POSTING-ROW#${requestNo}`, sk: "ROW" });
/** A lead in the list of its owner, and in that of its source: one index entry each, beside the one by stage that it has itself. */
export const leadListedKey = (id: LeadId, by: "OWNER" | "SOURCE"): Key => ({ pk: leadPartition(id), sk: `LISTED#${by}` });
/** That a firm that was found was signed up for a CEO talk. */
export const leadTalkPrefix = "TALK#";
export const leadTalkKey = (id: LeadId, talkId: TalkId): Key => ({ pk: leadPartition(id), sk: `${leadTalkPrefix}${talkId}` });
/** What is to be done next: one thing at a time. */
export const leadStepKey = (id: LeadId): Key => ({ pk: leadPartition(id), sk: "NEXT" });
export const leadCountPartition = (month: string): string => `FUNNEL#${month}`;
/** How far a lead came, by the day on which it was found. */
export const leadCountKey = (foundOn: LocalDate, id: LeadId): Key => ({
  pk: leadCountPartition(foundOn.slice(0, 7)),
  sk: `${foundOn}#${id}`,
});
export const leadSourcePartition = "LEAD-SOURCES";
export const leadSourcePrefix = "SOURCE#";
export const leadSourceKey = (id: LeadSourceId): Key => ({ pk: leadSourcePartition, sk: `${leadSourcePrefix}${id}` });

export const talkPartition = (id: TalkId): string => `TALK#${id}`;
export const talkKey = (id: TalkId): Key => ({ pk: talkPartition(id), sk: "TALK" });
export const concernKey = (id: TalkId, concernId: ConcernId): Key => ({ pk: talkPartition(id), sk: `CONCERN#${concernId}` });
export const employerTalkPrefix = "TALK#";
/** That a talk is a firm's that signs in. */
export const employerTalkKey = (id: EmployerId, talkId: TalkId): Key => ({
  pk: employerPartition(id),
  sk: `${employerTalkPrefix}${talkId}`,
});
export const concernCountPartition = (month: string): string => `CONCERN-COUNTS#${month}`;
/** How far a concern came, by the day on which it was brought. */
export const concernCountKey = (broughtOn: LocalDate, id: ConcernId): Key => ({
  pk: concernCountPartition(broughtOn.slice(0, 7)),
  sk: `${broughtOn}#${id}`,
});

export const inquiryKey = (id: InquiryId): Key => ({ pk: `INQUIRY#${id}`, sk: "INQUIRY" });

export const employerNewsPartition = (visitId: VisitId): string => `NEWS#${visitId}`;
export const employerNewsPrefix = "EMPLOYER#";
/** What an employer was last told of its interviews at a visit. */
export const employerNewsKey = (visitId: VisitId, id: EmployerId): Key => ({
  pk: employerNewsPartition(visitId),
  sk: `${employerNewsPrefix}${id}`,
});

export const noticePartition = (visitId: VisitId, id: RegistrationId): string => `NOTICE#${visitId}#${shardOf(id, peopleShards)}`;
export const noticePartitions = (visitId: VisitId): string[] => partitions(`NOTICE#${visitId}`, peopleShards);
export const anyNotice = "NOTICE#";
export const noticePrefix = (id: RegistrationId): string => `NOTICE#${id}#`;
/** A mail that is due for a registration of a visit at a set time; put-if-absent makes one of each kind. */
export const noticeKey = (visitId: VisitId, id: RegistrationId, kind: string): Key => ({
  pk: noticePartition(visitId, id),
  sk: `${noticePrefix(id)}${kind}`,
});
/** Mails about one registration lie side by side: their ids begin with its id. */
export const mailPartition = (about: string): string => `MAIL#${about}`;
const mailPartitionOf = (mailId: string): string => mailPartition(mailId.split(".", 1)[0] ?? mailId);
/** The claim on one mail: whoever puts it sends it. */
export const mailKey = (mailId: string): Key => ({ pk: mailPartitionOf(mailId), sk: `MAIL#${mailId}` });

/** That an address takes no mail; `digest` stands for it. */
export const mailStopKey = (digest: string): Key => ({ pk: `MAILSTOP#${digest}`, sk: "STOP" });

/** That a mail shall be sent once more, under an id of its own; the table's stream sends it. */
export const mailAgainKey = (mailId: string): Key => ({ pk: mailPartitionOf(mailId), sk: `AGAIN#${mailId}` });

export const webhooksPartition = "WEBHOOKS";
export const webhookPrefix = "WEBHOOK#";
/** Who is told of what: few, side by side, since each change asks for all of them. */
export const webhookKey = (id: WebhookId): Key => ({ pk: webhooksPartition, sk: `${webhookPrefix}${id}` });
export const deliveryPartition = (id: WebhookId): string => `WEBHOOK#${id}`;
export const deliveryPrefix = "DELIVERY#";
/** What a system is to be told: by the event, which is named by its change, so that a change is told once. */
export const deliveryKey = (id: WebhookId, eventId: FeedEventId): Key => ({
  pk: deliveryPartition(id),
  sk: `${deliveryPrefix}${eventId}`,
});
export const apiKeysPartition = "API-KEYS";
export const apiKeyPrefix = "KEY#";
export const apiKeyKey = (id: ApiKeyId): Key => ({ pk: apiKeysPartition, sk: `${apiKeyPrefix}${id}` });

/** Index entries: attributes `gsi1pk`, `gsi1sk`. */
export const visitsIndex = (date: LocalDate, visitId: VisitId) => ({ gsi1pk: "VISITS", gsi1sk: `${date}#${visitId}` });
export const visitsIndexPartition = "VISITS";
/** Sparse: only what waits for a decision is in it. */
export const pendingIndex = (kind: "employer" | "slot-request", at: Instant, id: string) => ({
  gsi1pk: `PENDING#${kind}`,
  gsi1sk: `${at}#${id}`,
});
export const pendingIndexPartition = (kind: "employer" | "slot-request"): string => `PENDING#${kind}`;
/** Lists in which somebody has waited, by date of the visit. */
export const waitlistsIndex = (date: LocalDate, visitId: VisitId, list: ListName) => ({
  gsi1pk: "WAITLISTS",
  gsi1sk: `${date}#${visitId}#${list}`,
});
export const waitlistsIndexPartition = "WAITLISTS";
/** Sparse: offers that are open, by when they end. */
export const offersIndex = (holdUntil: Instant, id: WaitId) => ({ gsi1pk: "OFFERS", gsi1sk: `${holdUntil}#${id}` });
export const offersIndexPartition = "OFFERS";
/** Sparse: applications that wait for an answer, by date of the visit. */
export const applicationsIndex = (date: LocalDate, id: ApplicationId) => ({ gsi1pk: "APPLICATIONS", gsi1sk: `${date}#${id}` });
export const applicationsIndexPartition = "APPLICATIONS";
/** Sparse: plans that run. */
export const plansIndex = (startedAt: Instant, id: PlanId) => ({ gsi1pk: "PLANS", gsi1sk: `${startedAt}#${id}` });
export const plansIndexPartition = "PLANS";
/** Sparse: registrations that were taken back and of which something is left to be given up. */
export const withdrawalsIndex = (at: Instant, id: RegistrationId) => ({ gsi1pk: withdrawalsIndexPartition, gsi1sk: `${at}#${id}` });
export const withdrawalsIndexPartition = "WITHDRAWALS";
/** Sparse: erasures that are not done. */
export const erasuresIndex = (at: Instant, id: PersonId) => ({ gsi1pk: erasuresIndexPartition, gsi1sk: `${at}#${id}` });
export const erasuresIndexPartition = "ERASURES";
/** Sparse: mails that are being sent, and mails that may not have arrived until somebody has seen to it. */
export const mailsIndex = (what: "claimed" | "undelivered", at: Instant, mailId: string) => ({
  gsi1pk: mailsIndexPartition(what),
  gsi1sk: `${at}#${mailId}`,
});
export const mailsIndexPartition = (what: "claimed" | "undelivered"): string => `MAILS#${what}`;
/** Certificates by the code that is printed on them. */
export const certificatesIndex = (code: CertificateCode) => ({ gsi1pk: certificatesIndexPartition(code), gsi1sk: "CERTIFICATE" });
export const certificatesIndexPartition = (code: CertificateCode): string => `CERTIFICATE#${code}`;
/** Notes of the talks of a visit, by when they were. */
export const consultationsIndex = (visitId: VisitId, heldAt: Instant, id: ConsultationId) => ({
  gsi1pk: consultationsIndexPartition(visitId),
  gsi1sk: `${heldAt}#${id}`,
});
export const consultationsIndexPartition = (visitId: VisitId): string => `CONSULTATIONS#${visitId}`;
/** Sparse: notes of somebody of the centre that came from a phone and could not be written, by when they came. */
export const deskNotesIndex = (byId: AccountId, receivedAt: Instant, id: ConsultationId) => ({
  gsi1pk: deskNotesIndexPartition(byId),
  gsi1sk: `${receivedAt}#${id}`,
});
export const deskNotesIndexPartition = (byId: AccountId): string => `DESK-NOTES#${byId}`;
/** People of a name, or whose number ends so; the hash of either. */
export const foundByIndex = (hash: string, personId: PersonId) => ({ gsi1pk: foundByIndexPartition(hash), gsi1sk: personId });
export const foundByIndexPartition = (hash: string): string => `FOUND-BY#${hash}`;
/** The register of aptitude tests of a visit, by when they were asked for. */
export const aptitudeTestsIndex = (visitId: VisitId, requestedAt: Instant, id: AptitudeTestId) => ({
  gsi1pk: aptitudeTestsIndexPartition(visitId),
  gsi1sk: `${requestedAt}#${id}`,
});
export const aptitudeTestsIndexPartition = (visitId: VisitId): string => `APTITUDE-TESTS#${visitId}`;
/** Sparse: what somebody of the centre has to do, by the day. */
export const followUpsIndex = (ownerId: AccountId, dueOn: LocalDate, id: FollowUpId) => ({
  gsi1pk: followUpsIndexPartition(ownerId),
  gsi1sk: `${dueOn}#${id}`,
});
export const followUpsIndexPartition = (ownerId: AccountId): string => `FOLLOW-UPS#${ownerId}`;
/** Firms that were found, by stage and the last that was written of them. */
export const leadsIndex = (stage: LeadStage, changedAt: Instant, id: LeadId) => ({
  gsi1pk: leadsIndexPartition(stage),
  gsi1sk: `${changedAt}#${id}`,
});
export const leadsIndexPartition = (stage: LeadStage): string => `LEADS#${stage}`;
/** The same by who sees to them, and by where they were found. */
export const leadListedIndex = (partition: string, changedAt: Instant, id: LeadId) => ({
  gsi1pk: partition,
  gsi1sk: `${changedAt}#${id}`,
});
export const leadsOfOwnerPartition = (ownerId: AccountId): string => `LEADS-OF#${ownerId}`;
export const leadsOfSourcePartition = (sourceId: LeadSourceId): string => `LEADS-FROM#${sourceId}`;
/** Postings by the last day on which they are valid. */
export const postingsIndex = (validUntil: LocalDate, id: PostingId) => ({
  gsi1pk: postingsIndexPartition,
  gsi1sk: `${validUntil}#${id}`,
});
export const postingsIndexPartition = "POSTINGS";
/** What somebody of the centre has to do next with firms, by the day. */
export const leadStepsIndex = (ownerId: AccountId, dueOn: LocalDate, id: LeadId) => ({
  gsi1pk: leadStepsIndexPartition(ownerId),
  gsi1sk: `${dueOn}#${id}`,
});
export const leadStepsIndexPartition = (ownerId: AccountId): string => `LEAD-STEPS#${ownerId}`;
/** What anybody asked, with an answer or without, by when. */
export const inquiriesIndex = (list: "open" | "answered", askedAt: Instant, id: InquiryId) => ({
  gsi1pk: inquiriesIndexPartition(list),
  gsi1sk: `${askedAt}#${id}`,
});
export const inquiriesIndexPartition = (list: "open" | "answered"): string => `INQUIRIES#${list}`;
/** Firms at CEO talks, by the last that was written of them. */
export const talksIndex = (changedAt: Instant, id: TalkId) => ({ gsi1pk: talksIndexPartition, gsi1sk: `${changedAt}#${id}` });
export const talksIndexPartition = "TALKS";
/** Concerns without an answer by the day that they are due, those without a day first; answered ones by when they were. */
export const concernsIndex = (list: "open" | "answered", order: string, id: ConcernId) => ({
  gsi1pk: concernsIndexPartition(list),
  gsi1sk: `${order}#${id}`,
});
export const concernsIndexPartition = (list: "open" | "answered"): string => `CONCERNS#${list}`;
/** Sparse: enrolments that run, by their last day. */
export const enrolmentsIndex = (validUntil: LocalDate, id: PersonId) => ({
  gsi1pk: enrolmentsIndexPartition,
  gsi1sk: `${validUntil}#${id}`,
});
export const enrolmentsIndexPartition = "ENROLMENTS";
/** Sparse: who is referred to an employer for a visit, in order of application. */
export const referralsIndex = (visitId: VisitId, employerId: EmployerId, sentAt: Instant, id: ReferralId) => ({
  gsi1pk: referralsIndexPartition(visitId, employerId),
  gsi1sk: `${sentAt}#${id}`,
});
export const referralsIndexPartition = (visitId: VisitId, employerId: EmployerId): string => `REFERRALS#${visitId}#${employerId}`;
/** Sparse: accounts of which it is not known yet what they are for. */
export const newcomersIndex = (at: Instant, id: AccountId) => ({ gsi1pk: newcomersIndexPartition, gsi1sk: `${at}#${id}` });
export const newcomersIndexPartition = "NEWCOMERS";
/** People who are alike in name and year of birth, by a hash of these. */
export const alikeIndex = (alike: string, id: PersonId) => ({ gsi1pk: alikeIndexPartition(alike), gsi1sk: id });
export const alikeIndexPartition = (alike: string): string => `ALIKE#${alike}`;
/** Sparse: what a system is still to be told, by when to try next. Each has a partition of its own: none waits behind what another does not take. */
export const deliveriesIndex = (id: WebhookId, nextTryAt: Instant, eventId: FeedEventId) => ({
  gsi1pk: deliveriesIndexPartition(id),
  gsi1sk: `${nextTryAt}#${eventId}`,
});
export const deliveriesIndexPartition = (id: WebhookId): string => `DELIVERIES#${id}`;
export const staffIndex = (name: string, id: AccountId) => ({ gsi1pk: "STAFF", gsi1sk: `${name}#${id}` });
export const staffIndexPartition = "STAFF";

/** Epoch seconds for the table's time to live; expiry is also checked in code, since deletion may be days late. */
export const expiresAt = (instant: Instant): number => Math.ceil(epochMsOf(instant) / 1000);

/** Names the person, too: two of them may have minted the same booking id, and each gets their mail. */
export const bookingMailId = (id: RegistrationId, bookingId: BookingId, what: string, sequence: number): string =>
  `${id}.${bookingId}.${what}.${sequence}`;
