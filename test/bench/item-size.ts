import type { AttributeValue } from "@aws-sdk/client-dynamodb";

export type Image = Record<string, AttributeValue>;

/** What a list or a map costs beside what is in it, and what each thing in it costs beside itself, bytes. */
const containerBytes = 3;
const memberBytes = 1;

const utf8 = (text: string): number => Buffer.byteLength(text, "utf8");

/** Numbers take about one byte for two significant digits and one more; a sign takes another. Zeros at either end are not significant. */
const numberBytes = (text: string): number => {
  const [mantissa = ""] = text.toLowerCase().split("e");
  const digits = mantissa.replace(/[-+.]/g, "").replace(/^0+|0+$/g, "");
  return Math.ceil(digits.length / 2) + 1 + (text.startsWith("-") ? 1 : 0);
};

const sum = (sizes: Iterable<number>): number => {
  let total = 0;
  for (const size of sizes) total += size;
  return total;
};

const valueBytes = (value: AttributeValue): number => {
  if (value.S !== undefined) return utf8(value.S);
  if (value.N !== undefined) return numberBytes(value.N);
  if (value.B !== undefined) return value.B.byteLength;
  if (value.BOOL !== undefined || value.NULL !== undefined) return 1;
  if (value.SS !== undefined) return sum(value.SS.map(utf8));
  if (value.NS !== undefined) return sum(value.NS.map(numberBytes));
  if (value.BS !== undefined) return sum(value.BS.map((bytes) => bytes.byteLength));
  if (value.L !== undefined) return containerBytes + sum(value.L.map((member) => memberBytes + valueBytes(member)));
  if (value.M !== undefined) {
    return containerBytes + sum(Object.entries(value.M).map(([name, member]) => memberBytes + utf8(name) + valueBytes(member)));
  }
  throw new Error("Such a value has no known size.");
};

/**
 * Size of an item as DynamoDB counts it, bytes: names and values in UTF-8.
 * Source: "DynamoDB item sizes and formats" of the developer guide, where numbers are said to be approximate.
 */
export const itemBytes = (item: Image): number => sum(Object.entries(item).map(([name, value]) => utf8(name) + valueBytes(value)));

/** Units of 1 kB that writing an item of this size takes; a write of nothing takes one, too. */
export const writeBlocks = (bytes: number): number => Math.max(1, Math.ceil(bytes / 1024));
/** Units of 4 kB that a strongly consistent read of so much takes. */
export const readBlocks = (bytes: number): number => Math.max(1, Math.ceil(bytes / 4096));
