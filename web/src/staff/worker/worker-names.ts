/** What the staff app and its worker agree on. */
export const staffWorker = "/staff-worker.js";
/** Every address of the app, and no other: the pages of seekers have a worker of their own. */
export const staffScope = "/staff";
/** Asks a worker that waits to take over. */
export const takeOver = "take-over";
/** Asks the worker that is here to look after a page that came without it. */
export const takeCharge = "take-charge";
