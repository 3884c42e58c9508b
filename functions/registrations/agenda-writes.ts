import type { Registration } from "../../shared/domain/registration.ts";
import type { LocalDate } from "../../shared/domain/seoul-time.ts";
import { agendaKey, registrationPointerKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import type { AgendaItem } from "./registration-reads.ts";
import { addRegistration } from "./registration-writes.ts";

export type AgendaContents = Pick<AgendaItem, "bookings" | "busy" | "interviews" | "waits" | "applications" | "settling">;

/**
 * The agenda as a rule has worked it out from the version that was read: several bookings, cells and places in lists in one write. Refused when it has
 * changed since, so that promises 2 and 3 rest on what was read.
 */
export const replaceAgenda = ({ visitId, registrationId, version }: AgendaItem, contents: AgendaContents): Write => ({
  Update: {
    Key: agendaKey(visitId, registrationId),
    UpdateExpression: `SET bookings = :bookings, busy = :busy, interviews = :interviews, waits = :waits, applications = :applications${
      contents.settling ? ", settling = :settling" : " REMOVE settling"
    } ADD version :one`,
    ConditionExpression: "version = :version",
    ExpressionAttributeValues: {
      ":bookings": contents.bookings,
      ":busy": contents.busy,
      ":interviews": contents.interviews,
      ":waits": contents.waits,
      ":applications": contents.applications,
      ...(contents.settling && { ":settling": contents.settling }),
      ":version": version,
      ":one": 1,
    },
  },
});

/** A person is registered for a visit with these bookings from the start; refused when they are registered already. */
export const registerWith = (
  registration: Omit<Registration, "arrivedAt">,
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
