import type { MyRegistration } from "../../../../shared/contract/bookings.ts";
import type { Account } from "../use-account.ts";

export type Step = "waiting" | "sign-in" | "register" | "confirm" | "done";

type Situation = {
  account: Pick<Account, "state">;
  registration: Pick<MyRegistration, "registrationId"> | undefined;
  /** More is wanted than to come: a time, a place in a list, an application. */
  confirms: boolean;
  /** Somebody went back to correct what they said of themselves. */
  correcting?: boolean;
  done: boolean;
};

/** The screen that is due: who is signed in or registered already is not asked again. */
export function stepOf({ account, registration, confirms, correcting = false, done }: Situation): Step {
  if (done) return "done";
  if (account.state === "out") return "sign-in";
  if (account.state !== "in") return "waiting";
  if (!registration || correcting) return "register";
  return confirms ? "confirm" : "done";
}

/** Place of a step on the way, from 1, and how many there are; `waiting` has none. */
export function placeOf(step: Step, confirms: boolean): { now: number; all: number } | undefined {
  const way: readonly Step[] = confirms ? ["sign-in", "register", "confirm", "done"] : ["sign-in", "register", "done"];
  const place = way.indexOf(step);
  return place === -1 ? undefined : { now: place + 1, all: way.length };
}
