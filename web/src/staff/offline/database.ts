import { type DBSchema, type IDBPDatabase, type IDBPTransaction, type OpenDBCallbacks, openDB, type StoreNames } from "idb";
import type { Pack, PackRow } from "../../../../shared/contract/check-in.ts";
import type { CheckInEvent } from "../../../../shared/domain/check-in-event.ts";
import type { AccountId, VisitId } from "../../../../shared/domain/ids.ts";
import type { Given } from "../../../../shared/domain/queue-number.ts";
import type { Instant } from "../../../../shared/domain/seoul-time.ts";
import type { StaffRole } from "../../../../shared/domain/states.ts";
import type { KeptNote } from "./notes.ts";
import type { UploadReport } from "./upload-report.ts";

/** What a pack is besides its tickets and events, as it came, and what this device adds. */
export type KeptPack = Omit<Pack, "tickets" | "events" | "lookUp"> & {
  /** The list for looking people up, sealed; undefined on a pack of an older version of this app. */
  lookUp?: KeptLookUp | null;
  visitId: VisitId;
  deviceId: string;
  /** When it was loaded or last renewed, by the server's clock. */
  loadedAt: Instant;
  /** Milliseconds that the server's clock was ahead of this device's then. */
  clockOffset: number;
  /** Who loaded it: whose scans they are while nobody can be asked. */
  by: { accountId: AccountId; staffRoles: StaffRole[] };
};

export type KeptLookUp = NonNullable<Pack["lookUp"]> & { sealed: string };

type BucketKind = "tickets" | "events";
export type KeptBucket<Kind extends BucketKind = BucketKind> = {
  visitId: VisitId;
  kind: Kind;
  bucket: number;
  digest: string;
  rows: Kind extends "tickets" ? PackRow[] : CheckInEvent[];
};

/** An event of this device. In `outbox` until the server has answered for it; in `own` for the state at hand, until the pack is wiped. */
export type OwnEvent = { id: string; visitId: VisitId; event: CheckInEvent };

export interface OfflineSchema extends DBSchema {
  packs: { key: string; value: KeptPack };
  buckets: { key: [string, BucketKind, number]; value: KeptBucket<"tickets"> | KeptBucket<"events">; indexes: { visit: string } };
  /** What this device did at a visit, sent or not: the state at hand. */
  own: { key: string; value: OwnEvent; indexes: { visit: string } };
  /** What the server has not answered for. */
  outbox: { key: string; value: OwnEvent; indexes: { visit: string } };
  /**
   * The queue numbers that this device gave, by visit and letter: never wiped, no number is given twice. And how many wrong PINs were typed in a row for
   * a visit, under a name of its own, until its pack is wiped. And how often packs were wiped, so that nothing asked for before is kept afterwards.
   */
  counters: { key: string; value: { name: string } & Given };
  /** What came of the last upload of each visit, until it is read. */
  reports: { key: string; value: UploadReport };
  /** Notes of talks that the server has not answered for, sealed. As the outbox, no wipe touches them. */
  notes: { key: string; value: KeptNote };
}
type Opened = IDBPDatabase<OfflineSchema>;
const operations = ["get", "getAll", "getKey", "getAllFromIndex", "count", "put", "delete", "clear"] as const;

/** The database as a page uses it: whatever is asked of it waits until it is open, or open again. */
export type OfflineDatabase = Pick<Opened, (typeof operations)[number]> & {
  name: string;
  /** To be used at once, as any transaction of IndexedDB: it ends when nothing is asked of it. */
  begin<const Names extends readonly StoreNames<OfflineSchema>[], Mode extends IDBTransactionMode>(
    stores: Names,
    mode: Mode,
    options?: IDBTransactionOptions,
  ): Promise<IDBPTransaction<OfflineSchema, [...Names], Mode>>;
  close(): Promise<void>;
};

const pinPrefix = "pin ";
/** Name of the count of wrong PINs for a visit. */
export const pinCounterOf = (visitId: VisitId): string => `${pinPrefix}${visitId}`;
export const isPinCounter = (name: string): boolean => name.startsWith(pinPrefix);

/** Names of the counts of wipes that a pack can have met: of everything, and of its visit. */
export const wipeCounter = "wipes";
export const wipeCounterOf = (visitId: VisitId): string => `${wipeCounter} ${visitId}`;

const version = 3;
const upgrade = (db: Opened, from: number): void => {
  db.createObjectStore("notes", { keyPath: "id" });
  if (from < 2) db.createObjectStore("counters", { keyPath: "name" });
  if (from > 0) return;
  db.createObjectStore("packs", { keyPath: "visitId" });
  for (const [store, keyPath] of [
    ["buckets", ["visitId", "kind", "bucket"]],
    ["own", "id"],
    ["outbox", "id"],
  ] as const)
    db.createObjectStore(store, { keyPath: keyPath as string | string[] }).createIndex("visit", "visitId");
  db.createObjectStore("reports", { keyPath: "visitId" });
};

/** As this version has it, or as a newer one has left it: that only adds to it. */
const openAtLeast = (name: string, callbacks: OpenDBCallbacks<OfflineSchema>): Promise<Opened> =>
  openDB<OfflineSchema>(name, version, callbacks).catch((error: Error) => {
    if (error.name !== "VersionError") throw error;
    return openDB<OfflineSchema>(name, undefined, callbacks);
  });

/** Opens the database of the staff app on this device. Rejects where browsers keep none, as in some private windows. */
export async function openDatabase(name = "jobstop-staff"): Promise<OfflineDatabase> {
  let opened: Promise<Opened> | undefined;
  const letGo = () => {
    opened = undefined;
  };
  const database = (): Promise<Opened> => {
    opened ??= openAtLeast(name, {
      upgrade,
      // A newer page wants to change the database: this one lets go, and opens it again when it is needed.
      blocking: (_current, _wanted, event) => {
        (event.target as unknown as IDBDatabase).close();
        letGo();
      },
      terminated: letGo,
    }).catch((error: unknown) => {
      letGo();
      throw error;
    });
    return opened;
  };
  await database();
  const asked = operations.map((operation) => [
    operation,
    async (...args: unknown[]) => ((await database())[operation] as (...args: unknown[]) => unknown)(...args),
  ]);
  const begin = async (...args: Parameters<Opened["transaction"]>) => (await database()).transaction(...args);
  return { name, begin, close: async () => (await database()).close(), ...Object.fromEntries(asked) };
}
