import { serialize } from "hono/utils/cookie";
import { kioskCookie, sessionCookie, tableCookie } from "../platform/serve.ts";

export const challengeCookie = "__Host-challenge";

const base = { path: "/", secure: true, httpOnly: true, sameSite: "Lax" } as const;

export const setChallengeCookie = (value: string, maxAgeSeconds: number): string =>
  serialize(challengeCookie, value, { ...base, maxAge: maxAgeSeconds });
/** Without `Max-Age` unless its owner asked to be remembered: gone with the browser, since the device may be shared. */
export const setSessionCookie = (value: string, keptMinutes?: number): string =>
  serialize(sessionCookie, value, { ...base, ...(keptMinutes && { maxAge: keptMinutes * 60 }) });
export const setTableCookie = (value: string): string => serialize(tableCookie, value, base);
export const setKioskCookie = (value: string): string => serialize(kioskCookie, value, base);
export const clearCookie = (name: typeof challengeCookie | typeof sessionCookie | typeof tableCookie): string =>
  serialize(name, "", { ...base, maxAge: 0 });
