import type { PersonId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import type { Details, RegistrationForm } from "../../shared/domain/registration.ts";
import type { Instant, LocalDate } from "../../shared/domain/seoul-time.ts";
import type { TicketCode } from "../../shared/domain/ticket-token.ts";
import { agendaKey, alikeIndex, personKey, registrationKey, registrationPointerKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import { upsert } from "../platform/upsert.ts";
import { alikeHash, type PersonItem } from "./person-reads.ts";
import type { ArrivalNote, RegistrationItem, StoredRegistration } from "./registration-reads.ts";

type AboutPerson = Pick<RegistrationForm, "name" | "birthYear" | "phone" | "locale">;

/** What the person said of themselves, as last given. */
export const putPerson = (personId: PersonId, { name, birthYear, phone, locale }: AboutPerson, mail: string): Write =>
  upsert(
    personKey(personId),
    "person",
    { personId, name, birthYear, phone, mail, locale, ...alikeOf(personId, { name, birthYear }) },
    {
      // Neither somebody who was erased nor an address that was changed comes back by a request of before.
      // Nor does a request of before go over what staff have written down since, under an address that is unproven.
      expression:
        "attribute_not_exists(erasedAt) AND attribute_not_exists(mailUnproven) AND (attribute_not_exists(mailSince) OR mail = :mail)",
      values: { ":mail": mail },
    },
  );

/** By what they are found where they are there twice. */
const alikeOf = (personId: PersonId, about: Pick<AboutPerson, "name" | "birthYear">) => alikeIndex(alikeHash(about), personId);

/** What staff were told of somebody who is not known yet; refused for whoever is: what people said of themselves stays. */
export const addPerson = (
  personId: PersonId,
  { name, birthYear, phone, locale }: AboutPerson,
  { mail, mailUnproven }: { mail: string | undefined; mailUnproven: true | undefined },
): Write =>
  upsert(
    personKey(personId),
    "person",
    { personId, name, birthYear, phone, mail, mailUnproven, locale, ...alikeOf(personId, { name, birthYear }) },
    { expression: "attribute_not_exists(pk)", values: {} },
  );

/** Holds while somebody is known: whoever is erased in this moment is registered by nobody. */
export const whileKnown = (personId: PersonId): Write => ({
  ConditionCheck: { Key: personKey(personId), ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(erasedAt)" },
});

/** What somebody is called, corrected; the language of their mails too, where it is given. Refused for whoever is not known. */
export const correctPerson = (personId: PersonId, { name, birthYear, phone, locale }: Details & { locale?: Locale | undefined }): Write =>
  upsert(
    personKey(personId),
    "person",
    { name, birthYear, phone, ...(locale && { locale }), ...alikeOf(personId, { name, birthYear }) },
    { expression: "attribute_exists(pk) AND attribute_not_exists(erasedAt)", values: {} },
  );

type Readdressed = { from: string | undefined; to: string; at: Instant; isUnproven: boolean };

/** Mail goes to another address, about which nothing bad is known; refused when it is not as it was read. */
export const readdressPerson = (personId: PersonId, { from, to, at, isUnproven }: Readdressed): Write =>
  upsert(
    personKey(personId),
    "person",
    { mail: to, mailSince: at, mailTrouble: undefined, mailRefusedAt: undefined, mailUnproven: isUnproven ? true : undefined },
    {
      expression: `attribute_exists(pk) AND attribute_not_exists(erasedAt) AND ${from === undefined ? "attribute_not_exists(mail)" : "mail = :from"}`,
      values: from === undefined ? {} : { ":from": from },
    },
  );

/** The address that somebody had until then is unproven again; refused where it was changed as late as that, and where there is none. */
export const doubtMail = (personId: PersonId, at: Instant): Write => ({
  Update: {
    Key: personKey(personId),
    UpdateExpression: "SET mailUnproven = :yes, mailSince = :at ADD version :one",
    ConditionExpression:
      "attribute_exists(mail) AND attribute_not_exists(erasedAt) AND (attribute_not_exists(mailSince) OR mailSince < :at)",
    ExpressionAttributeValues: { ":yes": true, ":at": at, ":one": 1 },
  },
});

/** Whoever signed in with the address has said this year of birth; refused when the person has another address or year by now. */
export const noteMailProven = (personId: PersonId, { mail, birthYear }: { mail: string; birthYear: number }): Write => ({
  Update: {
    Key: personKey(personId),
    UpdateExpression: "REMOVE mailUnproven ADD version :one",
    ConditionExpression: "mail = :mail AND birthYear = :year",
    ExpressionAttributeValues: { ":mail": mail, ":year": birthYear, ":one": 1 },
  },
});

/** The address was somebody else's: nothing more goes there, and staff see it. Refused when the person has another by now. */
export const noteMailRefused = (personId: PersonId, { mail, at }: { mail: string; at: Instant }): Write => ({
  Update: {
    Key: personKey(personId),
    UpdateExpression: "SET mailRefusedAt = :at REMOVE mail, mailUnproven, mailTrouble ADD version :one",
    ConditionExpression: "mail = :mail AND attribute_exists(mailUnproven)",
    ExpressionAttributeValues: { ":mail": mail, ":at": at, ":one": 1 },
  },
});

/** Holds while nobody has registered as this person. */
export const isNobodyYet = (personId: PersonId): Write => ({
  ConditionCheck: { Key: personKey(personId), ConditionExpression: "attribute_not_exists(pk)" },
});

/** Mail does not reach the address that the person has now; refused when they have another. */
export const noteMailTrouble = (personId: PersonId, mailTrouble: NonNullable<PersonItem["mailTrouble"]>): Write => ({
  Update: {
    Key: personKey(personId),
    UpdateExpression: "SET mailTrouble = :trouble ADD version :one",
    ConditionExpression: "mail = :address",
    ExpressionAttributeValues: { ":trouble": mailTrouble, ":address": mailTrouble.address, ":one": 1 },
  },
});

/** Mail goes to the person again. */
export const forgetMailTrouble = (personId: PersonId): Write => ({
  Update: {
    Key: personKey(personId),
    UpdateExpression: "REMOVE mailTrouble ADD version :one",
    ConditionExpression: "attribute_exists(mailTrouble)",
    ExpressionAttributeValues: { ":one": 1 },
  },
});

/** A registration with its empty agenda and the pointer from its person; refused when the person is registered already. */
export const addRegistration = (registration: StoredRegistration, date: LocalDate) => {
  const { registrationId, visitId, personId } = registration;
  return {
    registration: {
      Put: {
        Item: { ...registrationKey(visitId, registrationId), type: "registration", version: 1, registration },
        ConditionExpression: "attribute_not_exists(pk)",
      },
    },
    agenda: {
      Put: {
        Item: {
          ...agendaKey(visitId, registrationId),
          type: "agenda",
          version: 1,
          registrationId,
          visitId,
          personId,
          bookings: {},
          busy: {},
          interviews: 0,
          waits: {},
          applications: {},
        },
        ConditionExpression: "attribute_not_exists(pk)",
      },
    },
    pointer: {
      Put: {
        Item: { ...registrationPointerKey(personId, date, visitId), type: "registration-pointer", version: 1, visitId, registrationId },
      },
    },
  } satisfies Record<string, Write>;
};

/**
 * Takes a registration back that was made in the moment in which its visit closed; refused when anything has happened to it since: whoever was here, or has been
 * told what became of it, stays.
 */
export const takeBackRegistration = ({ registrationId, visitId, personId }: StoredRegistration, date: LocalDate) =>
  ({
    registration: { Delete: { Key: registrationKey(visitId, registrationId), ConditionExpression: "attribute_not_exists(arrival)" } },
    agenda: {
      Delete: {
        Key: agendaKey(visitId, registrationId),
        ConditionExpression: "version = :first",
        ExpressionAttributeValues: { ":first": 1 },
      },
    },
    pointer: { Delete: { Key: registrationPointerKey(personId, date, visitId) } },
  }) satisfies Record<string, Write>;

/**
 * The person takes their registration back: the ticket that they have goes to those that are cancelled. Refused when they are here, when it was taken back
 * before, and when the ticket is another, or there is one by now.
 */
export const withdrawRegistration = (
  { registration: { visitId, registrationId, registeredAt }, ticketCode }: RegistrationItem,
  withdrawnAt: Instant,
): Write => ({
  Update: {
    Key: registrationKey(visitId, registrationId),
    UpdateExpression: `SET withdrawnAt = :at${
      ticketCode ? ", formerTickets = list_append(if_not_exists(formerTickets, :none), :codes) REMOVE ticketCode" : ""
    } ADD version :one`,
    ConditionExpression: [
      "registration.registeredAt = :registeredAt AND attribute_not_exists(withdrawnAt) AND attribute_not_exists(arrival)",
      ticketCode ? "ticketCode = :code" : "attribute_not_exists(ticketCode)",
    ].join(" AND "),
    ExpressionAttributeValues: {
      ":at": withdrawnAt,
      ":registeredAt": registeredAt,
      ":one": 1,
      ...(ticketCode && { ":code": ticketCode, ":codes": [ticketCode], ":none": [] }),
    },
  },
});

/** They come after all, as if they had registered for the first time: the next ticket is a new one. Refused when it is not withdrawn since then. */
export const registerAgain = (
  { visitId, registrationId, registeredAt, beforeBooking }: StoredRegistration,
  withdrawnAt: Instant,
): Write => ({
  Update: {
    Key: registrationKey(visitId, registrationId),
    UpdateExpression:
      "SET registration.registeredAt = :now, registration.beforeBooking = :before REMOVE withdrawnAt, confirmedAt ADD version :one, again :one",
    ConditionExpression: "withdrawnAt = :since",
    ExpressionAttributeValues: { ":now": registeredAt, ":before": beforeBooking, ":since": withdrawnAt, ":one": 1 },
  },
});

/** Its tickets are gone: nothing that somebody may still hold leads to it. */
export const forgetTickets = (visitId: VisitId, id: RegistrationId): Extract<Write, { Update: unknown }> => ({
  Update: {
    Key: registrationKey(visitId, id),
    UpdateExpression: "REMOVE ticketCode, formerTickets ADD version :one",
    ConditionExpression: "attribute_exists(pk)",
    ExpressionAttributeValues: { ":one": 1 },
  },
});

/** Of somebody who was erased: it is nobody's any more, and counts. */
export const ownRegistrationBy = (visitId: VisitId, id: RegistrationId, nobody: PersonId): Write => ({
  Update: {
    Key: registrationKey(visitId, id),
    UpdateExpression: "SET registration.personId = :nobody ADD version :one",
    ConditionExpression: "attribute_exists(pk)",
    ExpressionAttributeValues: { ":nobody": nobody, ":one": 1 },
  },
});

/** Notes the ticket that was made for a registration, unless it has one, or was taken back. */
export const noteTicket = (visitId: VisitId, id: RegistrationId, code: TicketCode): Write => ({
  Update: {
    Key: registrationKey(visitId, id),
    UpdateExpression: "SET ticketCode = :code ADD version :one",
    ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(ticketCode) AND attribute_not_exists(withdrawnAt)",
    ExpressionAttributeValues: { ":code": code, ":one": 1 },
  },
});

/** The person will come; the first time they said so stays. Refused when they took their registration back. */
export const noteConfirmation = (visitId: VisitId, id: RegistrationId, confirmedAt: Instant): Write => ({
  Update: {
    Key: registrationKey(visitId, id),
    UpdateExpression: "SET confirmedAt = if_not_exists(confirmedAt, :at) ADD version :one",
    ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(withdrawnAt)",
    ExpressionAttributeValues: { ":at": confirmedAt, ":one": 1 },
  },
});

/** Holds only while the person has not arrived: whoever is scanned in the same moment keeps what is about to be given away. */
export const hasNotArrived = (visitId: VisitId, id: RegistrationId): Write => ({
  ConditionCheck: {
    Key: registrationKey(visitId, id),
    ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(arrival)",
  },
});

/** The other way round: holds only while the person is here. */
export const hasArrived = (visitId: VisitId, id: RegistrationId): Write => ({
  ConditionCheck: { Key: registrationKey(visitId, id), ConditionExpression: "attribute_exists(arrival)" },
});

/**
/**
 * The first arrival of a registration, by the ticket that it has. Of two devices that admit one person in the same moment the second is refused, whatever its
 * clock says, and so are a ticket that was cancelled in this moment and an event that was taken back before it came.
 */
export const noteArrival = (
  visitId: VisitId,
  { registrationId, code }: { registrationId: RegistrationId; code: TicketCode },
  arrival: ArrivalNote,
): Write => ({
  Update: {
    Key: registrationKey(visitId, registrationId),
    UpdateExpression: "SET arrival = :arrival ADD version :one",
    ConditionExpression: "ticketCode = :code AND attribute_not_exists(arrival) AND NOT contains(undoneAhead, :event)",
    ExpressionAttributeValues: { ":arrival": arrival, ":code": code, ":event": arrival.eventId, ":one": 1 },
  },
});

/** What the fold over the check-in events says of the arrival, or that there is none; refused when the registration is not as it was read. */
export const settleArrivalAs = (
  visitId: VisitId,
  id: RegistrationId,
  { arrival, undoneAhead }: { arrival: ArrivalNote | undefined; undoneAhead: readonly string[] },
  version: number,
): Write => ({
  Update: {
    Key: registrationKey(visitId, id),
    UpdateExpression: `SET undoneAhead = :ahead${arrival ? ", arrival = :arrival" : " REMOVE arrival"} ADD version :one`,
    ConditionExpression: "version = :version",
    ExpressionAttributeValues: {
      ...{ ":ahead": undoneAhead, ":version": version, ":one": 1 },
      ...(arrival && { ":arrival": arrival }),
    },
  },
});
