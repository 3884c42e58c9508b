import { BatchWriteItemCommand, type DynamoDBClient, paginateScan } from "@aws-sdk/client-dynamodb";
import { anId, type OpenVisit } from "../support/builders.ts";
import type { BenchTable } from "./bench-table.ts";
import type { Image } from "./item-size.ts";

/** Items as text, by which copies are made whatever their shape is: other ids stand where the pattern's stood. */
type Pattern = readonly string[];

const patternOf = async ({ client, name }: BenchTable, isWanted: (pk: string) => boolean): Promise<Pattern> => {
  const pattern: string[] = [];
  for await (const page of paginateScan({ client }, { TableName: name, ConsistentRead: true })) {
    for (const item of page.Items ?? []) {
      if (isWanted(item.pk?.S ?? "")) pattern.push(JSON.stringify(item));
    }
  }
  return pattern;
};

const writersAtOnce = 4;
const itemsAWrite = 25;

const writeAll = async (client: DynamoDBClient, table: string, items: Iterable<string>): Promise<void> => {
  const waiting = items[Symbol.iterator]();
  const writer = async (): Promise<void> => {
    for (;;) {
      const batch = Array.from({ length: itemsAWrite }, () => waiting.next()).flatMap(({ value, done }) => (done ? [] : [value as string]));
      if (batch.length === 0) return;
      const puts = batch.map((text) => ({ PutRequest: { Item: JSON.parse(text) } }));
      await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: puts } }));
    }
  };
  await Promise.all(Array.from({ length: writersAtOnce }, writer));
};

/** Copies of a visit with its postings and a part of its slots. */
export const addVisits = async (table: BenchTable, { visitId }: OpenVisit, count: number): Promise<void> => {
  const pattern = (await patternOf(table, (pk) => /^(VISIT|SLOTS)#/.test(pk) && pk.includes(visitId))).slice(0, 40);
  function* copies(): Generator<string> {
    for (let i = 0; i < count; i++) {
      const id = anId("vis");
      for (const text of pattern) yield text.replaceAll(visitId, id);
    }
  }
  await writeAll(table.client, table.name, copies());
};

/** Copies of the items whose key holds an id, or those of these types, under other ids; `more` words of theirs are another's, too. */
export const addCopies = async (
  table: BenchTable,
  id: string,
  count: number,
  { types, more = [] }: { types?: readonly string[]; more?: readonly string[] } = {},
): Promise<void> => {
  const pattern: string[] = [];
  for await (const page of paginateScan({ client: table.client }, { TableName: table.name, ConsistentRead: true }))
    for (const item of page.Items ?? [])
      if (`${item.pk?.S} ${item.sk?.S}`.includes(id) && (types?.includes(item.type?.S ?? "") ?? true)) pattern.push(JSON.stringify(item));
  if (pattern.length === 0) throw new Error(`Nothing stands under ${id}.`);
  const prefix = id.slice(0, 3);
  function* copies(): Generator<string> {
    for (let i = 0; i < count; i++) {
      const other = anId(prefix);
      for (const text of pattern)
        yield more.reduce((changed, word) => changed.replaceAll(word, anId("x").slice(2, 2 + word.length)), text.replaceAll(id, other));
    }
  }
  await writeAll(table.client, table.name, copies());
};

/** Copies of one registration and its agenda at the visit, spread over its partitions as the ids fall. */
export const addRegistrations = async (table: BenchTable, { visitId }: OpenVisit, count: number): Promise<void> => {
  const people = await patternOf(table, (pk) => pk.startsWith("PEOPLE#") && pk.includes(visitId));
  const [id] = /reg_[0-9A-Z]{26}/.exec(people[0] ?? "") ?? [];
  if (id === undefined) throw new Error("Nobody is registered.");
  const pattern = people.filter((text) => text.includes(id));
  const partitions = [...new Set(people.map((text) => (JSON.parse(text) as Image).pk?.S ?? ""))];
  const own = (JSON.parse(pattern[0] ?? "{}") as Image).pk?.S ?? "";
  const copyOf = (text: string, other: string, pk: string): string => text.replaceAll(id, other).replace(own, pk);
  function* copies(): Generator<string> {
    for (let i = 0; i < count; i++) {
      const other = anId("reg");
      const pk = partitions[i % partitions.length] ?? own;
      for (const text of pattern) yield copyOf(text, other, pk);
    }
  }
  await writeAll(table.client, table.name, copies());
};
