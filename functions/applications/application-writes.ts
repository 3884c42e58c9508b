import type { Application } from "../../shared/domain/application.ts";
import type { ApplicationId, BookingId, EmployerId, RegistrationId, SlotId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant, LocalDate } from "../../shared/domain/seoul-time.ts";
import type { ApplicationState } from "../../shared/domain/states.ts";
import type { AlsoInAgenda } from "../bookings/booking-writes.ts";
import { agendaKey, applicationKey, applicationsIndex } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";

/** Where an application stands: with its employer, and in the agenda of its person. */
export type ApplicationPlace = {
  visitId: VisitId;
  employerId: EmployerId;
  registrationId: RegistrationId;
  applicationId: ApplicationId;
};

/**
 * Somebody applies: with the employer, and in the person's agenda, where an id is used once only. One live application per posting is a matter of the
 * agenda as it was read: applications are never taken out of it and never come back to life, so their number (`known`) says that it is still so.
 */
export const addApplication = (
  { visitId, registrationId }: Pick<ApplicationPlace, "visitId" | "registrationId">,
  { application, date, known }: { application: Application; date: LocalDate; known: number },
) => {
  const { employerId, applicationId } = application;
  return {
    application: {
      Put: {
        Item: {
          ...applicationKey(visitId, employerId, applicationId),
          ...applicationsIndex(date, applicationId),
          type: "application",
          version: 1,
          visitId,
          registrationId,
          application,
          unbookable: {},
        },
        ConditionExpression: "attribute_not_exists(pk)",
      },
    },
    agenda: {
      Update: {
        Key: agendaKey(visitId, registrationId),
        UpdateExpression: "SET applications.#application = :application ADD version :one",
        ConditionExpression:
          "attribute_exists(pk) AND attribute_not_exists(withdrawnAt) AND attribute_not_exists(applications.#application) AND size(applications) = :known",
        ExpressionAttributeNames: { "#application": applicationId },
        ExpressionAttributeValues: { ":application": application, ":known": known, ":one": 1 },
      },
    },
  } satisfies Record<string, Write>;
};

/** Only what nobody has decided or withdrawn may change: of two who try, one wins. */
const isOpen = (path: string): string => `${path}.#applicationState IN (:applied, :undecided)`;
const stateName = { "#applicationState": "state" };
const openStates = { ":applied": "applied", ":undecided": "undecided" };

/** What the decision, or its absence, writes on both sides. */
type Change = { state: Exclude<ApplicationState, "applied"> } & Partial<Pick<Application, "decidedAt" | "slotId" | "bookingId">>;
const setsOf = (path: string, change: Change): string[] =>
  Object.keys(change).map((name) => (name === "state" ? `${path}.#applicationState = :state` : `${path}.${name} = :${name}`));
const valuesOf = (change: Change): Record<string, unknown> =>
  Object.fromEntries(Object.entries(change).map(([name, value]) => [`:${name}`, value]));

/** The agenda's side of a change, alone. */
const changeInAgenda = ({ visitId, registrationId, applicationId }: ApplicationPlace, change: Change): Write => ({
  Update: {
    Key: agendaKey(visitId, registrationId),
    UpdateExpression: `SET ${setsOf("applications.#application", change).join(", ")} ADD version :one`,
    ConditionExpression: isOpen("applications.#application"),
    ExpressionAttributeNames: { ...stateName, "#application": applicationId },
    ExpressionAttributeValues: { ...openStates, ...valuesOf(change), ":one": 1 },
  },
});

/** The employer's side of a change; `also` are attributes beside the application that are set, `gone` what is taken away. */
const changeAtEmployer = (
  { visitId, employerId, applicationId }: ApplicationPlace,
  change: Change,
  { also = {}, gone = [] }: { also?: Readonly<Record<string, unknown>>; gone?: readonly string[] } = {},
): Write => ({
  Update: {
    Key: applicationKey(visitId, employerId, applicationId),
    UpdateExpression: `SET ${[...setsOf("application", change), ...Object.keys(also).map((name) => `${name} = :${name}`)].join(", ")}${
      gone.length > 0 ? ` REMOVE ${gone.join(", ")}` : ""
    } ADD version :one`,
    ConditionExpression: isOpen("application"),
    ExpressionAttributeNames: stateName,
    ExpressionAttributeValues: {
      ...openStates,
      ...valuesOf(change),
      ...Object.fromEntries(Object.entries(also).map(([name, value]) => [`:${name}`, value])),
      ":one": 1,
    },
  },
});

const index = ["gsi1pk", "gsi1sk"];
/** What an employer has no more business with. */
const personal = ["application.summary", "application.consent"];

/** The person takes it back: summary and consent leave the employer's side in the same write. */
export const withdrawApplication = (place: ApplicationPlace) =>
  ({
    application: changeAtEmployer(place, { state: "withdrawn" }, { gone: [...personal, ...index, "toldAt"] }),
    agenda: changeInAgenda(place, { state: "withdrawn" }),
  }) satisfies Record<string, Write>;

/**
 * The employer's side of the same where the person takes back their whole registration, or their consent for this employer; the agenda is written by itself. Told
 * with that, and so marked that no other mail tells of it.
 */
export const giveUpApplication = (place: ApplicationPlace): Write =>
  changeAtEmployer(place, { state: "withdrawn" }, { also: { isToldOtherwise: true }, gone: [...personal, ...index, "toldAt"] });

/** The employer keeps that there was somebody, and when; not what they wrote. */
export const hideApplication = ({ visitId, employerId, applicationId }: ApplicationPlace): Write => ({
  Update: {
    Key: applicationKey(visitId, employerId, applicationId),
    UpdateExpression: `REMOVE ${personal.join(", ")} ADD version :one`,
    ConditionExpression: "attribute_exists(pk)",
    ExpressionAttributeValues: { ":one": 1 },
  },
});

/** The employer says no. The person is told at a decent hour: until then it stands among what waits for word. */
export const declineApplication = (place: ApplicationPlace, date: LocalDate, decidedAt: Instant) =>
  ({
    application: changeAtEmployer(
      place,
      { state: "declined", decidedAt },
      { also: applicationsIndex(date, place.applicationId), gone: [...personal, "toldAt"] },
    ),
    agenda: changeInAgenda(place, { state: "declined", decidedAt }),
  }) satisfies Record<string, Write>;

/** The employer says yes to a time. The agenda's side goes with the booking, which stands in the same item. */
export const acceptApplication = (
  place: ApplicationPlace,
  { slotId, bookingId, decidedAt }: { slotId: SlotId; bookingId: BookingId; decidedAt: Instant },
): { application: Write; inAgenda: AlsoInAgenda } => {
  const change = { state: "accepted", decidedAt, slotId, bookingId } as const;
  return {
    application: changeAtEmployer(place, change, { gone: index }),
    inAgenda: {
      set: setsOf("applications.#application", change),
      condition: isOpen("applications.#application"),
      names: { ...stateName, "#application": place.applicationId },
      values: { ...openStates, ...valuesOf(change) },
    },
  };
};

/** The deadline passed without an answer. Told at once where the hour allows it (`toldAt`), or else by a later run. */
export const leaveUndecided = (place: ApplicationPlace, toldAt: Instant | undefined) =>
  ({
    application: changeAtEmployer(place, { state: "undecided" }, toldAt ? { also: { toldAt }, gone: index } : {}),
    agenda: changeInAgenda(place, { state: "undecided" }),
  }) satisfies Record<string, Write>;

/** The times that it was for are gone, with their visit. */
export const endApplication = (place: ApplicationPlace) =>
  ({
    application: changeAtEmployer(place, { state: "ended" }, { gone: [...personal, ...index, "toldAt"] }),
    agenda: changeInAgenda(place, { state: "ended" }),
  }) satisfies Record<string, Write>;

/** The person is told of how it stands, once for each answer: the stream sends on this. Refused when it stands otherwise by now. */
export const noteTold = ({ visitId, employerId, applicationId }: ApplicationPlace, state: ApplicationState, toldAt: Instant): Write => ({
  Update: {
    Key: applicationKey(visitId, employerId, applicationId),
    UpdateExpression: "SET toldAt = :at REMOVE gsi1pk, gsi1sk ADD version :one",
    ConditionExpression: "application.#state = :state AND attribute_not_exists(toldAt)",
    ExpressionAttributeNames: { "#state": "state" },
    ExpressionAttributeValues: { ":state": state, ":at": toldAt, ":one": 1 },
  },
});

/** Accepted, but their day has no room for that time: the person is asked to choose, once for each time. */
export const noteUnbookable = ({ visitId, employerId, applicationId }: ApplicationPlace, slotId: SlotId, at: Instant): Write => ({
  Update: {
    Key: applicationKey(visitId, employerId, applicationId),
    UpdateExpression: "SET unbookable.#slot = :at ADD version :one",
    ConditionExpression: `${isOpen("application")} AND attribute_not_exists(unbookable.#slot)`,
    ExpressionAttributeNames: { ...stateName, "#slot": slotId },
    ExpressionAttributeValues: { ...openStates, ":at": at, ":one": 1 },
  },
});
