import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { type AttributeValue, BatchWriteItemCommand } from "@aws-sdk/client-dynamodb";
import { Instant } from "../../shared/domain/seoul-time.ts";
import { aWorld, type World } from "./world.ts";

type Wire = Record<string, AttributeValue>;

/** A table as an earlier commit left it, with who is signed in there and what the staff app of then said; fictional people only. */
export type Earlier = {
  /** The commit that wrote it. */
  writtenBy: string;
  /** When it ends: during the visit. */
  now: string;
  visit: { visitId: string; employerId: string; postingId: string; employerMail: string; slots: string[] };
  seeker: { mail: string; cookies: Record<string, string>; registrationId: string; bookingId: string };
  /** Cookies of a device at a table, if there is one. */
  device: Record<string, string> | null;
  /** Requests of the staff app and what they were answered, in order. */
  said: { path: string; body: Record<string, unknown>; answer: unknown }[];
  items: Wire[];
  entries: Wire[];
};

const folder = join(import.meta.dirname, "..", "api", "earlier");

/** Names of all samples: the days on which their commits were made. */
export const earlierNames = readdirSync(folder).flatMap((file) => (file.endsWith(".json.gz") ? [file.replace(".json.gz", "")] : []));

/** Bytes stand in it as base64. */
const revived = (field: string, value: unknown): unknown =>
  field === "B" && typeof value === "string" ? Buffer.from(value, "base64") : value;

export const readEarlier = (name: string): Earlier =>
  JSON.parse(gunzipSync(readFileSync(join(folder, `${name}.json.gz`))).toString(), revived);

const putAll = async ({ doc }: World["table"], table: string, items: readonly Wire[]): Promise<void> => {
  for (let i = 0; i < items.length; i += 25) {
    const puts = items.slice(i, i + 25).map((Item) => ({ PutRequest: { Item } }));
    await doc.send(new BatchWriteItemCommand({ RequestItems: { [table]: puts } }));
  }
};

/** What wrapped the keys of visits there. */
const masterKey = new Uint8Array(32).fill(5);

/** Today's backend on that table, at its time. What the stream tells of its items is still to be delivered. */
export const anEarlierWorld = async ({ now, items, entries }: Earlier): Promise<World> => {
  const world = await aWorld(Instant.parse(now), undefined, masterKey);
  await putAll(world.table, world.deps.db.table, items);
  await putAll(world.table, world.deps.ledger.table, entries);
  return world;
};
