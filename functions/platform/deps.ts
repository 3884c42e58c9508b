import { envNames } from "../../shared/wiring.ts";
import { type Clock, systemClock } from "./clock.ts";
import { type Db, openDb } from "./db.ts";
import { readEnv } from "./env.ts";
import { type Ids, randomIds } from "./ids.ts";
import { type Log, openLog } from "./log.ts";
import type { Ask } from "./table-wire.ts";

/** What every use case is given. */
export type Deps = { db: Db; clock: Clock; ids: Ids; log: Log };

/** What use cases are given that write or read the ledger. */
export type LedgerDeps = Deps & { ledger: Db };

/** The live ones, made once per process. */
export const liveDeps = (name: string, ask?: Ask): Deps => ({
  db: openDb(readEnv(envNames.table), ask),
  clock: systemClock,
  ids: randomIds(systemClock),
  log: openLog(name),
});

export const withLedger = (deps: Deps): LedgerDeps => ({ ...deps, ledger: { ...deps.db, table: readEnv(envNames.ledger) } });
