import type { MyRegistration } from "../../../../shared/contract/bookings.ts";
import type { Account } from "../use-account.ts";

export type Step = "waiting" | "sign-in" | "register" | "consent" | "done";

type Situation = {
  account: Pick<Account, "state">;
  registration: Pick<MyRegistration, "registrationId"> | undefined;
  /** An interview is wanted, not only to come. */
  interview: boolean;
  done: boolean;
};

/** The screen that is due: who is signed in or registered already is not asked again. */
export function stepOf({ account, registration, interview, done }: Situation): Step {
  if (done) return "done";
  if (account.state === "out") return "sign-in";
  if (account.state !== "in") return "waiting";
  if (!registration) return "register";
  return interview ? "consent" : "done";
}

/** Place of a step on the way, from 1, and how many there are; `waiting` has none. */
export function placeOf(step: Step, interview: boolean): { now: number; all: number } | undefined {
  const way: readonly Step[] = interview ? ["sign-in", "register", "consent", "done"] : ["sign-in", "register", "done"];
  const place = way.indexOf(step);
  return place === -1 ? undefined : { now: place + 1, all: way.length };
}
