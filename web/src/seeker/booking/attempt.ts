import { ulid } from "ulid";
import { keeper } from "../../platform/kept.ts";

const isText = (value: unknown): value is string => typeof value === "string";
/** What is made: a booking, a place in a list, an application. */
type Making = "bkg" | "wai" | "apl";
const keeperOf = (making: Making, about: string) => keeper("tab", `jobstop:attempt:${making}:${about}`, isText);

/**
 * Id of what is being made about a time, a list or a job: minted once and kept in this tab, so that a retry, even after a reload, is the same request
 * and makes the same thing (`DESIGN.md` promise 3).
 */
export function attemptFor(making: Making, about: string, mint: () => string = ulid): string {
  const kept = keeperOf(making, about);
  const id = kept.read() ?? `${making}_${mint()}`;
  kept.write(id);
  return id;
}

/** The attempt has had its answer: another one makes something new. */
export const endAttempt = (making: Making, about: string): void => keeperOf(making, about).clear();
