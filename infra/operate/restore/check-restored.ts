import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { brokenBookings, promiseTypes } from "../../../functions/entry/broken-promises.ts";
import { endAgain, isEnded } from "../../../functions/entry/end-again.ts";
import { takeRightsAgain } from "../../../functions/entry/rights-again.ts";
import { listForgotten } from "../../../functions/ledger/forgotten-reads.ts";
import type { Item } from "../../../functions/platform/db.ts";
import type { LedgerDeps } from "../../../functions/platform/deps.ts";
import type { Instant } from "../../../shared/domain/seoul-time.ts";
import { itemTypes } from "../../../shared/wiring.ts";
import { pagesOf } from "../table-pages.ts";
import { readSettings, type Settings } from "./table-settings.ts";

/** One thing that was looked at. `wrong` is empty where it holds. */
export type Check = { name: string; wrong: readonly string[]; words?: string };

/**
 * What is left of somebody who was erased: that they were, for a day, which keeps them away; mails by ids, which the purge takes with the visit's check-ins; and counts
 * without a name.
 */
export const isTrace = ({ type, erasedAt }: Item): boolean =>
  ["erasure", "mail", "lead-count", "concern-count"].includes(type) || (type === "person" && erasedAt !== undefined);

/** What a restored table holds, read once: how many items of each type, those that the promises are read off, and whose ids stand in it. */
const readTable = async (client: DynamoDBClient, table: string, wanted: ReadonlySet<string>) => {
  const counts = new Map<string, number>();
  const promised: Item[] = [];
  const stillNamed = new Set<string>();
  for await (const page of pagesOf(client, table)) {
    for (const item of page) {
      counts.set(item.type, (counts.get(item.type) ?? 0) + 1);
      if (promiseTypes.includes(item.type)) promised.push(item);
      if (isTrace(item)) continue;
      for (const [id] of JSON.stringify(item).matchAll(/(?:psn|lea|tlk)_[0-9A-Z]{26}/g))
        if (wanted.has(id)) stillNamed.add(`${item.type} ${id}`);
    }
  }
  return { counts, promised, stillNamed: [...stillNamed] };
};

/** People, firms and talks that the ledger names as gone for good. */
const goneIds = async ({ ledger }: LedgerDeps): Promise<Set<string>> =>
  new Set(
    (await listForgotten(ledger)).flatMap((forgotten): string[] => {
      if (forgotten.what === "person") return [forgotten.personId];
      if (forgotten.what === "lead") return [forgotten.leadId];
      return forgotten.what === "talk" ? [forgotten.talkId] : [];
    }),
  );

/** What had ended and is not: looking ends it, so that a second look finds none. */
const stillStanding = async (deps: LedgerDeps): Promise<string[]> => {
  const found: string[] = [];
  for (const listed of await listForgotten(deps.ledger)) if (isEnded(listed) && (await endAgain(deps, listed))) found.push(listed.sk);
  return found;
};

const settingsFaults = (has: Settings, wanted: Settings): string[] => {
  const faults: string[] = [];
  const differs = <K extends keyof Settings>(name: K) => {
    if (JSON.stringify(has[name]) !== JSON.stringify(wanted[name])) faults.push(`${name}: ${has[name]} instead of ${wanted[name]}`);
  };
  for (const name of ["stream", "timeToLive", "recoveryDays", "deletionProtection", "keyArn"] as const) differs(name);
  for (const [key, value] of Object.entries(wanted.tags)) if (has.tags[key] !== value) faults.push(`tag ${key}`);
  return faults;
};

/**
 * Looks at a restored table before anybody is let in: how it is kept, what it holds, and whether the promises and what was forgotten and taken back since hold in it.
 */
export const checkRestored = async ({
  client,
  deps,
  wanted,
  at,
}: {
  client: DynamoDBClient;
  deps: LedgerDeps;
  wanted: Settings;
  at: Instant;
}): Promise<Check[]> => {
  const table = deps.db.table;
  const gone = await goneIds(deps);
  const { counts, promised, stillNamed } = await readTable(client, table, gone);
  const of = (type: string): number => counts.get(type) ?? 0;
  const ended = await stillStanding(deps);
  const left = (await takeRightsAgain(deps, at)).filter(({ became }) => became === "taken");
  const known = new Set<string>(itemTypes);
  const claimed = promised.filter(({ type, state }) => type === "mail" && state === "claimed").length;
  return [
    { name: "kept as the table of before", wrong: settingsFaults(await readSettings(client, table), wanted) },
    {
      name: "items of known types only",
      wrong: [...counts.keys()].filter((type) => !known.has(type)),
      words: [...counts]
        .sort(([, a], [, b]) => b - a)
        .slice(0, 8)
        .map(([type, count]) => `${type} ${count}`)
        .join(", "),
    },
    {
      name: "no slot over its seats, every booking has its seat, no overlap",
      wrong: brokenBookings(promised),
      words: `${of("slot")} slots, ${of("agenda")} people at visits`,
    },
    { name: "nobody is there who was erased", wrong: stillNamed, words: `${gone.size} in the ledger` },
    { name: "nothing stands that had ended", wrong: ended },
    { name: "no right is left that was taken away", wrong: left.map(({ kind, whose }) => `${kind} ${whose}`) },
    { name: "nobody is signed in", wrong: of("session") > 0 ? [`${of("session")} sessions`] : [] },
    {
      name: "mails that were claimed stay claimed",
      wrong: of("mail") === 0 && of("agenda") > 0 ? ["no mail is known"] : [],
      words: `${of("mail")} known, ${claimed} unsettled`,
    },
  ];
};
