import { keeper } from "./kept.ts";

/** That this device was reported lost, until somebody signs in on it anew, on whichever page. */
export const keptLost = keeper("device", "jobstop.revoked", (value): value is true => value === true);
/** Its name in the browser's storage, by which other pages hear of a change. */
export const keptLostName = "jobstop.revoked";
