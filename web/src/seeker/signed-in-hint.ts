import { keeper } from "../platform/kept.ts";

/** Whether somebody signed in with this browser, so that pages for everybody need not ask the API in vain. It says nothing about who. */
export const signedInHint = keeper("device", "jobstop:signed-in", (value): value is true => value === true);
