import { signInNeeded } from "../../platform/api.ts";
import { draftOf } from "./note-drafts.ts";

const typed = new Set<string>();

const ask = (event: BeforeUnloadEvent): void => {
  if ([...typed].some((key) => draftOf(key))) event.preventDefault();
};

// Whoever signs in next may be somebody else, for whom the page is loaded anew: nobody is to be able to keep what was typed before.
const forget = (): void => typed.clear();

/** The browser asks before the tab is loaded anew or closed, as long as this draft is there: what is in memory goes with the page. */
export const askBeforeLeaving = (key: string): void => {
  // The same listener once more is no other one.
  addEventListener("beforeunload", ask);
  addEventListener(signInNeeded, forget);
  typed.add(key);
};
