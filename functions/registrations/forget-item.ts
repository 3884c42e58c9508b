import type { Application } from "../../shared/domain/application.ts";
import type { Booking } from "../../shared/domain/booking.ts";
import { textWithoutWords, untold } from "../../shared/domain/check-in-event.ts";
import type { PersonId } from "../../shared/domain/ids.ts";
import type { Receipt } from "../plans/plan-reads.ts";
import type { Item } from "../platform/db.ts";
import type { Write } from "../platform/transact.ts";
import type { AgendaItem } from "./registration-reads.ts";

type Update = Extract<Write, { Update: unknown }>;

/** Changes an item that is there; what is gone meanwhile stays gone. */
const change = (
  { pk, sk }: Item,
  { set = {}, remove = [] }: { set?: Readonly<Record<string, unknown>>; remove?: readonly string[] },
): Update => {
  const paths = [...Object.keys(set), ...remove];
  const nameOf = (path: string): string =>
    path
      .split(".")
      .map((part) => `#${part}`)
      .join(".");
  const sets = Object.keys(set).map((path, i) => `${nameOf(path)} = :v${i}`);
  return {
    Update: {
      Key: { pk, sk },
      UpdateExpression: `${sets.length > 0 ? `SET ${sets.join(", ")} ` : ""}${
        remove.length > 0 ? `REMOVE ${remove.map(nameOf).join(", ")} ` : ""
      }ADD #version :one`,
      ConditionExpression: "attribute_exists(pk)",
      ExpressionAttributeNames: Object.fromEntries(
        [...paths.flatMap((path) => path.split(".")), "version"].map((part) => [`#${part}`, part]),
      ),
      ExpressionAttributeValues: { ...Object.fromEntries(Object.values(set).map((value, i) => [`:v${i}`, value])), ":one": 1 },
    },
  };
};

/** A booking as a count: when, what for, and what became of it. */
const counted = ({ consent: _, formerConsent: __, reason: ___, ...booking }: Booking): Booking => booking;
/** The same of an application. */
const countedApplication = ({ summary: _, consent: __, ...application }: Application) => application;

/** What is left of a day at a visit: the seats that were taken, and how it ended. Nobody books for it any more. */
export const countsOf = (agenda: AgendaItem): Pick<AgendaItem, "bookings" | "applications" | "withdrawals" | "consentWithdrawals"> => ({
  bookings: Object.fromEntries((Object.entries(agenda.bookings) as [string, Booking][]).map(([id, booking]) => [id, counted(booking)])),
  applications: Object.fromEntries(
    (Object.entries(agenda.applications) as [string, Application][]).map(([id, application]) => [id, countedApplication(application)]),
  ) as AgendaItem["applications"],
  ...(agenda.withdrawals && { withdrawals: agenda.withdrawals.map(({ reason: _, ...withdrawal }) => withdrawal) }),
  ...(agenda.consentWithdrawals && {
    consentWithdrawals: agenda.consentWithdrawals.map(({ reason: _, ...withdrawal }) => withdrawal),
  }),
});

const countedReceipt = ({ bookings }: Receipt) =>
  bookings.map(({ before, after, ...result }) => ({ ...result, before: counted(before), after: counted(after) }));

/**
 * What becomes of an item once nobody may tell from it who it was; undefined where it says so already. Counts stay: seats, arrivals, results. `nobody`: a
 * person's id that leads nowhere. Registration, agenda and pointer go together at the end (`erase-person.ts`).
 */
export const forgetItem = (item: Item, nobody: PersonId): Update | undefined => {
  switch (item.type) {
    case "ticket":
      return change(item, { set: { personId: nobody } });
    case "application":
      return change(item, { remove: ["application.summary", "application.consent"] });
    case "plan-receipt":
      return change(item, { set: { personId: nobody, bookings: countedReceipt(item as Item & Receipt) } });
    case "check-in-event": {
      const { reason, payload } = item.event as { reason?: string; payload?: string };
      if (reason === undefined && payload === undefined) return undefined;
      return change(item, { ...(reason !== undefined && { set: { "event.reason": untold } }), remove: ["event.payload", "said"] });
    }
    case "settled-conflict":
      return change(item, { set: { note: untold } });
    case "quarantined-event":
      return change(item, {
        set: { text: textWithoutWords(String(item.text)), ...(item.settled !== undefined && { "settled.note": untold }) },
      });
    case "visit-log":
      // Who did what and when stays; why somebody was erased, too.
      return item.reason === undefined || item.did === "erased" ? undefined : change(item, { remove: ["reason"] });
    case "mail":
      // Nobody is to be called any more.
      return item.gsi1pk === undefined ? undefined : change(item, { remove: ["gsi1pk", "gsi1sk"] });
    default:
      return undefined;
  }
};
