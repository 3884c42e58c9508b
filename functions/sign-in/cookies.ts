import { serialize } from "hono/utils/cookie";
import { kioskCookie, sessionCookie, tableCookie } from "../platform/serve.ts";

export const challengeCookie = "__Host-challenge";
/** Of a code for another address; beside the first, since somebody may have to sign in once more before they go on. */
export const addressChallengeCookie = "__Host-address-challenge";

const base = { path: "/", secure: true, httpOnly: true, sameSite: "Lax" } as const;

type ChallengeCookie = typeof challengeCookie | typeof addressChallengeCookie;
export const setChallengeCookie = (name: ChallengeCookie, value: string, maxAgeSeconds: number): string =>
  serialize(name, value, { ...base, maxAge: maxAgeSeconds });
/** Without `Max-Age` unless its owner asked to be remembered: gone with the browser, since the device may be shared. */
export const setSessionCookie = (value: string, keptMinutes?: number): string =>
  serialize(sessionCookie, value, { ...base, ...(keptMinutes && { maxAge: keptMinutes * 60 }) });
export const setTableCookie = (value: string): string => serialize(tableCookie, value, base);
export const setKioskCookie = (value: string): string => serialize(kioskCookie, value, base);
export const clearCookie = (name: ChallengeCookie | typeof sessionCookie | typeof tableCookie): string =>
  serialize(name, "", { ...base, maxAge: 0 });
