import type { Pack, PackRequest, PackRow } from "../../../../shared/contract/check-in.ts";
import { bucketCount } from "../../../../shared/domain/buckets.ts";
import type { CheckInEvent } from "../../../../shared/domain/check-in-event.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import { addMinutes, type Instant, instantOf } from "../../../../shared/domain/seoul-time.ts";
import {
  isPinCounter,
  type KeptBucket,
  type KeptPack,
  type OfflineDatabase,
  pinCounterOf,
  wipeCounter,
  wipeCounterOf,
} from "./database.ts";

/** A visit as it lies on this device: what a scan is judged on without a network. */
export type PackAtHand = { pack: KeptPack; tickets: PackRow[]; events: CheckInEvent[] };

const wholeOf = async (db: OfflineDatabase, visitId: VisitId) => {
  const buckets = await db.getAllFromIndex("buckets", "visit", visitId);
  return {
    tickets: buckets.filter((bucket): bucket is KeptBucket<"tickets"> => bucket.kind === "tickets"),
    events: buckets.filter((bucket): bucket is KeptBucket<"events"> => bucket.kind === "events"),
  };
};

export const readPack = async (db: OfflineDatabase, visitId: VisitId): Promise<PackAtHand | undefined> => {
  const [pack, { tickets, events }] = await Promise.all([db.get("packs", visitId), wholeOf(db, visitId)]);
  return pack && { pack, tickets: tickets.flatMap(({ rows }) => rows), events: events.flatMap(({ rows }) => rows) };
};

const digestsOf = (buckets: readonly { bucket: number; digest: string }[]): string[] =>
  Array.from({ length: bucketCount }, (_, n) => buckets.find(({ bucket }) => bucket === n)?.digest ?? "");

/** Digests of what lies here, so that only the rest is sent; undefined without a pack. */
export const readDigests = async (db: OfflineDatabase, visitId: VisitId): Promise<PackRequest["has"]> => {
  const pack = await db.get("packs", visitId);
  if (!pack) return undefined;
  const { tickets, events } = await wholeOf(db, visitId);
  return { tickets: digestsOf(tickets), events: digestsOf(events), ...(pack.lookUp && { lookUp: pack.lookUp.digest }) };
};

/**
 * The list to keep. Left out where this device had it when it asked; if there is another one by now, an answer with a new PIN has overtaken this one: that list
 * stays with its own salt, since under another no PIN opens it.
 */
const listAfter = ({ sealed, ...came }: NonNullable<Pack["lookUp"]>, kept: KeptPack["lookUp"]): KeptPack["lookUp"] => {
  if (sealed !== undefined) return { ...came, sealed };
  return kept?.digest === came.digest ? { ...came, sealed: kept.sealed } : kept;
};

type Counters = { get(name: string): Promise<{ counted: number } | undefined> };
const wipesIn = async (counters: Counters, visitId: VisitId): Promise<number> => {
  const counts = await Promise.all([counters.get(wipeCounter), counters.get(wipeCounterOf(visitId))]);
  return counts.reduce((sum, count) => sum + (count?.counted ?? 0), 0);
};

/** How often this device has been wiped of the visit: to be read before a pack is asked for. */
export const countWipes = (db: OfflineDatabase, visitId: VisitId): Promise<number> =>
  wipesIn({ get: (name) => db.get("counters", name) }, visitId);

/**
 * Keeps a pack, or what changed since the last one, as a whole: buckets that did not come are as they were. `wipes` is how many there were before it was asked
 * for: after one more nothing is kept, and the answer is false.
 */
export const keepPack = async (
  db: OfflineDatabase,
  { tickets, events, lookUp, ...rest }: Pack,
  { wipes, ...kept }: Pick<KeptPack, "deviceId" | "loadedAt" | "clockOffset" | "by"> & { wipes: number },
): Promise<boolean> => {
  const { visitId } = rest.visit;
  const tx = await db.begin(["packs", "buckets", "counters"], "readwrite");
  const [packs, buckets] = [tx.objectStore("packs"), tx.objectStore("buckets")];
  if ((await wipesIn(tx.objectStore("counters"), visitId)) !== wipes) return false;
  const list = lookUp && listAfter(lookUp, (await packs.get(visitId))?.lookUp);
  await Promise.all([
    packs.put({ ...rest, ...kept, visitId, lookUp: list ?? null }),
    ...tickets.map((bucket) => buckets.put({ ...bucket, visitId, kind: "tickets" })),
    ...events.map((bucket) => buckets.put({ ...bucket, visitId, kind: "events" })),
    tx.done,
  ]);
  return true;
};

export const listPacks = (db: OfflineDatabase): Promise<KeptPack[]> => db.getAll("packs");

/** When a pack has to be off the device: 12 hours after the end of its visit. */
export const wipedFrom = ({ visit: { date, endTime } }: Pick<KeptPack, "visit">): Instant => addMinutes(instantOf(date, endTime), 12 * 60);

/**
 * Takes packs, keys and the state at hand off this device. What waits to be sent stays, whatever happens to the rest: it names no person, and nobody else has it.
 * With the list goes the count of wrong PINs for it, in one transaction. Everything goes where nothing is said, also what has been asked for and is still to come.
 */
export const wipePacks = async (db: OfflineDatabase, isDue?: (pack: KeptPack) => boolean): Promise<void> => {
  const tx = await db.begin(["packs", "buckets", "own", "reports", "counters"], "readwrite", { durability: "strict" });
  const packs = await tx.objectStore("packs").getAll();
  const due = packs.filter((pack) => !isDue || isDue(pack));
  const counters = tx.objectStore("counters");
  const kept = new Set(packs.flatMap((pack) => (due.includes(pack) ? [] : pinCounterOf(pack.visitId))));
  for (const name of await counters.getAllKeys()) if (isPinCounter(name) && !kept.has(name)) await counters.delete(name);
  for (const name of isDue ? due.map(({ visitId }) => wipeCounterOf(visitId)) : [wipeCounter])
    await counters.put({ name, counted: ((await counters.get(name))?.counted ?? 0) + 1 });
  for (const pack of due) {
    await tx.objectStore("packs").delete(pack.visitId);
    await tx.objectStore("reports").delete(pack.visitId);
    for (const store of ["buckets", "own"] as const)
      for (const key of await tx.objectStore(store).index("visit").getAllKeys(pack.visitId))
        await tx.objectStore(store).delete(key as never);
  }
  await tx.done;
};
