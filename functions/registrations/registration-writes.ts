import type { PersonId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { Registration, RegistrationForm } from "../../shared/domain/registration.ts";
import type { Instant, LocalDate } from "../../shared/domain/seoul-time.ts";
import type { TicketCode } from "../../shared/domain/ticket-token.ts";
import { agendaKey, personKey, registrationKey, registrationPointerKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import { upsert } from "../platform/upsert.ts";
import type { PersonItem } from "./person-reads.ts";
import type { ArrivalNote } from "./registration-reads.ts";

type AboutPerson = Pick<RegistrationForm, "name" | "birthYear" | "phone" | "locale">;

/** What the person said of themselves, as last given. */
export const putPerson = (personId: PersonId, { name, birthYear, phone, locale }: AboutPerson, mail: string): Write =>
  upsert(personKey(personId), "person", { personId, name, birthYear, phone, mail, locale });

/** What staff were told of somebody who is not known yet; refused for whoever is: what people said of themselves stays. */
export const addPerson = (personId: PersonId, { name, birthYear, phone, locale }: AboutPerson, mail: string | undefined): Write =>
  upsert(
    personKey(personId),
    "person",
    { personId, name, birthYear, phone, mail, locale },
    { expression: "attribute_not_exists(pk)", values: {} },
  );

/** Mail does not reach the address that the person has now; refused when they have another. */
export const noteMailTrouble = (personId: PersonId, mailTrouble: NonNullable<PersonItem["mailTrouble"]>): Write => ({
  Update: {
    Key: personKey(personId),
    UpdateExpression: "SET mailTrouble = :trouble ADD version :one",
    ConditionExpression: "mail = :address",
    ExpressionAttributeValues: { ":trouble": mailTrouble, ":address": mailTrouble.address, ":one": 1 },
  },
});

/** A mail has reached the person again. */
export const forgetMailTrouble = (personId: PersonId): Write => ({
  Update: {
    Key: personKey(personId),
    UpdateExpression: "REMOVE mailTrouble ADD version :one",
    ConditionExpression: "attribute_exists(mailTrouble)",
    ExpressionAttributeValues: { ":one": 1 },
  },
});

/** A registration with its empty agenda and the pointer from its person; refused when the person is registered already. */
export const addRegistration = (registration: Omit<Registration, "arrivedAt">, date: LocalDate) => {
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
export const takeBackRegistration = ({ registrationId, visitId, personId }: Omit<Registration, "arrivedAt">, date: LocalDate) =>
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

/** Notes the ticket that was made for a registration, unless it has one. */
export const noteTicket = (visitId: VisitId, id: RegistrationId, code: TicketCode): Write => ({
  Update: {
    Key: registrationKey(visitId, id),
    UpdateExpression: "SET ticketCode = :code ADD version :one",
    ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(ticketCode)",
    ExpressionAttributeValues: { ":code": code, ":one": 1 },
  },
});

/** The person will come; the first time they said so stays. */
export const noteConfirmation = (visitId: VisitId, id: RegistrationId, confirmedAt: Instant): Write => ({
  Update: {
    Key: registrationKey(visitId, id),
    UpdateExpression: "SET confirmedAt = if_not_exists(confirmedAt, :at) ADD version :one",
    ConditionExpression: "attribute_exists(pk)",
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
 * The first arrival of a registration. Of two devices that admit one person in the same moment the second is refused, whatever its clock says; so is an event
 * that was taken back before it came.
 */
export const noteArrival = (visitId: VisitId, id: RegistrationId, arrival: ArrivalNote): Write => ({
  Update: {
    Key: registrationKey(visitId, id),
    UpdateExpression: "SET arrival = :arrival ADD version :one",
    ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(arrival) AND NOT contains(undoneAhead, :event)",
    ExpressionAttributeValues: { ":arrival": arrival, ":event": arrival.eventId, ":one": 1 },
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
