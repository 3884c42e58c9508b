import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { forgetListed } from "../../../functions/entry/forget-listed.ts";
import { takeRightsAgain } from "../../../functions/entry/rights-again.ts";
import type { LedgerDeps } from "../../../functions/platform/deps.ts";
import type { Instant } from "../../../shared/domain/seoul-time.ts";
import { type Check, checkRestored } from "./check-restored.ts";
import { endSessions } from "./end-sessions.ts";
import { readSettings, type Settings, setLike } from "./table-settings.ts";

export const drillSteps = ["restore", "settings", "forget", "rights", "sessions"] as const;
export type DrillStep = (typeof drillSteps)[number];

export type Drill = {
  client: DynamoDBClient;
  /** On the new table, and the ledger as it is today. */
  deps: LedgerDeps;
  /** The table that was lost, or is not to be believed any more. */
  source: string;
  /** Of which time the new table is. */
  at: Instant;
  /** Puts the state of that time into the new table, whose name `deps` has. */
  restore: () => Promise<void>;
  /** What the rehearsal leaves out, to see that the checks notice. */
  without?: readonly DrillStep[];
  /** What the rehearsal cannot have as AWS has it. */
  wanted?: (settings: Settings) => Settings;
  say: (words: string) => void;
};

/**
 * A table from an older copy, made fit to be used: restored, kept as the one of before, without what was forgotten, ended and taken back since, with nobody signed in; then
 * looked at. Each step may be run again. Nobody may be let in before all checks hold.
 */
export const runDrill = async ({
  client,
  deps,
  source,
  at,
  restore,
  without = [],
  wanted = (same) => same,
  say,
}: Drill): Promise<Check[]> => {
  const settings = wanted(await readSettings(client, source));
  const run: Record<DrillStep, () => Promise<string>> = {
    restore: async () => {
      await restore();
      return `${source} as of ${at} → ${deps.db.table}`;
    },
    settings: async () => {
      const done = await setLike(client, deps.db.table, settings);
      const unknown = settings.unknown.length > 0 ? `; this engine knows no ${settings.unknown.join(", no ")}` : "";
      return `${done.join(", ") || "nothing was missing"}${unknown}`;
    },
    forget: async () => {
      const named = Object.entries(await forgetListed(deps)).filter(([, count]) => count > 0);
      return named.map(([what, count]) => `${what} ${count}`).join(", ") || "nothing in the ledger";
    },
    rights: async () => {
      const found = await takeRightsAgain(deps, at);
      const lines = found.map(({ kind, at: on, whose, became }) => `\n            ${became.padEnd(9)} ${kind} ${on} ${whose}`);
      return `${found.length} in the ledger since then${lines.join("")}`;
    },
    sessions: async () => `${await endSessions(client, deps.db.table)} ended`,
  };
  for (const step of drillSteps) {
    if (without.includes(step)) continue;
    const began = performance.now();
    const words = await run[step]();
    say(`${((performance.now() - began) / 1000).toFixed(1).padStart(7)} s  ${step}: ${words}`);
  }
  return checkRestored({ client, deps, wanted: settings, at });
};

/** Prints the checks; answers how many hold, or undefined when one does not. */
export const sayChecks = (checks: readonly Check[], say: (words: string) => void): number | undefined => {
  for (const { name, wrong, words } of checks) {
    say(`  ${wrong.length === 0 ? "ok   " : "WRONG"}  ${name}${words ? ` (${words})` : ""}`);
    for (const one of wrong.slice(0, 20)) say(`           ${one}`);
  }
  return checks.every(({ wrong }) => wrong.length === 0) ? checks.length : undefined;
};
