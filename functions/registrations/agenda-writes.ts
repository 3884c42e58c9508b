import type { Instant, LocalDate } from "../../shared/domain/seoul-time.ts";
import type { Withdrawal } from "../../shared/domain/withdrawal.ts";
import { agendaKey, registrationPointerKey, withdrawalsIndex } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import type { AgendaItem, StoredRegistration } from "./registration-reads.ts";
import { addRegistration } from "./registration-writes.ts";

export type AgendaContents = Pick<AgendaItem, "bookings" | "busy" | "interviews" | "waits" | "applications" | "settling">;

/** What is set and taken away beside an agenda's contents. */
type AlsoReplaced = { set: Readonly<Record<string, unknown>>; gone: readonly string[] };

/**
 * The agenda as a rule has worked it out from the version that was read: several bookings, cells and places in lists in one write. Refused when it has
 * changed since, so that promises 2 and 3 rest on what was read.
 */
export const replaceAgenda = (
  { visitId, registrationId, version }: AgendaItem,
  { settling, ...contents }: AgendaContents,
  also: AlsoReplaced = { set: {}, gone: [] },
): Write => {
  const set = Object.entries({ ...contents, ...(settling && { settling }), ...also.set });
  const gone = [...(settling ? [] : ["settling"]), ...also.gone];
  return {
    Update: {
      Key: agendaKey(visitId, registrationId),
      UpdateExpression: `SET ${set.map(([name]) => `${name} = :${name}`).join(", ")}${
        gone.length > 0 ? ` REMOVE ${gone.join(", ")}` : ""
      } ADD version :one`,
      ConditionExpression: "version = :version",
      ExpressionAttributeValues: { ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])), ":version": version, ":one": 1 },
    },
  };
};

/**
 * The same for somebody who takes their registration back: nothing new can be booked from now on. While something is left to be given up (no `doneAt`), the
 * agenda stands in the index of what is to be gone on with.
 */
export const giveUpAgenda = (agenda: AgendaItem, contents: AgendaContents, withdrawals: readonly Withdrawal[], now: Withdrawal): Write => {
  const { gsi1pk, gsi1sk } = withdrawalsIndex(now.at, agenda.registrationId);
  const isDone = now.doneAt !== undefined;
  return replaceAgenda(agenda, contents, {
    set: { withdrawnAt: now.at, withdrawals: [...withdrawals, now], ...(!isDone && { gsi1pk, gsi1sk }) },
    gone: isDone ? ["gsi1pk", "gsi1sk"] : [],
  });
};

/** The person comes after all: the day is theirs to fill again. Refused while something of what they gave up is left. */
export const takeAgendaUpAgain = (
  { visitId, registrationId }: Pick<AgendaItem, "visitId" | "registrationId">,
  withdrawnAt: Instant,
): Write => ({
  Update: {
    Key: agendaKey(visitId, registrationId),
    UpdateExpression: "REMOVE withdrawnAt ADD version :one",
    ConditionExpression: "withdrawnAt = :since AND attribute_not_exists(gsi1pk)",
    ExpressionAttributeValues: { ":since": withdrawnAt, ":one": 1 },
  },
});

/** A person is registered for a visit with these bookings from the start; refused when they are registered already. */
export const registerWith = (
  registration: StoredRegistration,
  date: LocalDate,
  contents: Pick<AgendaContents, "bookings" | "busy" | "interviews">,
) => {
  const { agenda, ...others } = addRegistration(registration, date);
  return {
    ...others,
    agenda: { Put: { ...agenda.Put, Item: { ...agenda.Put.Item, ...contents } } },
  } satisfies Record<string, Write>;
};

/** The visit is on another day now: the person finds it there. */
export const movePointer = ({ personId, visitId, registrationId }: AgendaItem, from: LocalDate, to: LocalDate) =>
  ({
    "old pointer": { Delete: { Key: registrationPointerKey(personId, from, visitId) } },
    "new pointer": {
      Put: {
        Item: { ...registrationPointerKey(personId, to, visitId), type: "registration-pointer", version: 1, visitId, registrationId },
      },
    },
  }) satisfies Record<string, Write>;
