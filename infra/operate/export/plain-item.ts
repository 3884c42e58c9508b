/** A value of an item as JSON has it: sets as lists in order, bytes as base64. Everything else stands as it is. */
const plainValue = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return { base64: Buffer.from(value).toString("base64") };
  if (value instanceof Set) return [...value].map(plainValue).sort();
  if (Array.isArray(value)) return value.map(plainValue);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plainValue(one)]));
  return value;
};

/** An item as one line of JSON, its fields in order, so that two exports can be compared line by line. */
export const lineOf = (item: object): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(item)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, value]) => [name, plainValue(value)]),
    ),
  );

/** What a field holds, in a word, for the description of the shapes. */
export const kindOf = (value: unknown): string => {
  if (value instanceof Uint8Array) return "bytes";
  if (value instanceof Set) return "set";
  if (Array.isArray(value)) return "list";
  return value === null ? "null" : typeof value;
};
