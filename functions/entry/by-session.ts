import { refuse } from "../../shared/problem/catalogue.ts";
import { accessNoter } from "../ledger/note-access.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import type { Surroundings } from "../platform/serve.ts";
import { identifyBySession } from "../sign-in/identify.ts";
import type { AppSettings } from "./app.ts";

/** What an app takes of the settings to which people come by their session alone, and no device at a table no kiosk and no other system ever. */
export type BySessionSettings = Pick<AppSettings, "origin" | "signInPepper" | "edgeSecrets">;

export const bySession = (deps: LedgerDeps, { origin, signInPepper }: BySessionSettings): Surroundings => ({
  ...{ identify: identifyBySession(deps), identifyDevice: async () => undefined, identifyKiosk: async () => undefined, origin },
  identifySystem: async () => refuse("key-needed"),
  ...{ noteAccess: accessNoter(deps, signInPepper), log: deps.log },
});
