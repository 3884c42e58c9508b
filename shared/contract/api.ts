import { bookingOperations } from "./bookings.ts";
import { employerOperations } from "./employers.ts";
import { publicOperations } from "./public.ts";
import { signInOperations } from "./sign-in.ts";
import { staffOperations } from "./staff.ts";

/** The whole API: every operation, keyed "METHOD /path". `docs` and `openapi.json` are served beside it. */
export const api = {
  ...publicOperations,
  ...signInOperations,
  ...bookingOperations,
  ...employerOperations,
  ...staffOperations,
} as const;
export type Api = typeof api;
export type OperationKey = keyof Api;
