import type { AffectedPerson, PlanReceipt } from "../../../../../shared/contract/plans.ts";
import type { BookingChoice, Plan, PlanChange } from "../../../../../shared/domain/plan.ts";

type AffectedBooking = AffectedPerson["bookings"][number];
type Choices = Plan["choices"];

/** A choice as the value of a select, and back. */
export const choiceKey = (choice: BookingChoice): string => (choice.do === "rebook" ? rebookKey(choice) : choice.do);
export const rebookKey = ({ visitId, slotId }: { visitId: string; slotId: string }): string => `${visitId} ${slotId}`;
export const choiceOf = (key: string): BookingChoice => {
  if (key === "keep" || key === "cancel") return { do: key };
  const [visitId, slotId] = key.split(" ");
  return { do: "rebook", visitId, slotId } as BookingChoice;
};

/** Nobody keeps a time that is no longer there. */
export const canKeep = ({ kind }: Pick<PlanChange, "kind">): boolean => kind !== "cancel-visit" && kind !== "release-desk";

/** The choices of a plan with one more, or another one for the same booking. */
export const withChoice = (choices: Choices, bookingId: AffectedBooking["bookingId"], choice: BookingChoice): Choices => [
  ...choices.filter((one) => one.bookingId !== bookingId),
  { bookingId, choice },
];

/** How many bookings are kept, rebooked and cancelled, and what else is touched. */
export const countsOf = (people: readonly AffectedPerson[]) => {
  const bookings = people.flatMap((person) => person.bookings);
  const count = (what: BookingChoice["do"]) => bookings.filter(({ choice }) => choice.do === what).length;
  const sum = (what: "waits" | "applications") => people.reduce((total, person) => total + person[what], 0);
  return {
    people: people.length,
    keep: count("keep"),
    rebook: count("rebook"),
    cancel: count("cancel"),
    waits: sum("waits"),
    applications: sum("applications"),
  };
};

/** Did not arrive, or may not have: to be called. */
const isUnreached = ({ mail }: Pick<PlanReceipt, "mail">): boolean => mail === "refused" || mail === "unsure";

/** What is left to do about the mails of a plan: on their way, and not arrived. */
export const mailsOf = (receipts: readonly PlanReceipt[]) => ({
  open: receipts.filter(({ mail }) => mail === null).length,
  refused: receipts.filter(isUnreached).length,
});

/** Whom nobody could reach first, then in the order of the answer. */
export const refusedFirst = (receipts: readonly PlanReceipt[]): PlanReceipt[] =>
  [...receipts].sort((a, b) => Number(isUnreached(b)) - Number(isUnreached(a)));

/** It may still change by itself: running, or with mails on their way. */
export const isUnderWay = ({ state }: Pick<Plan, "state">, receipts: readonly PlanReceipt[]): boolean =>
  state === "running" || (state === "done" && mailsOf(receipts).open > 0);
