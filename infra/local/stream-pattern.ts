/** A filter pattern of an event source mapping, as far as we use them: nested objects that end in lists of exact values. */
export type Pattern = { readonly [key: string]: Pattern | readonly (string | number | boolean | null)[] };

/**
 * Whether a record matches: every leaf of the pattern lists the value found at its place.
 * @throws when the pattern uses a rule other than exact values, rather than to let everything or nothing through.
 */
export function matches(pattern: Pattern, record: unknown): boolean {
  return Object.entries(pattern).every(([key, wanted]) => {
    const found = isObject(record) ? record[key] : undefined;
    if (!isList(wanted)) return matches(wanted, found);
    if (wanted.some(isObject)) throw new Error(`the local stream reader does not know the filter rule ${JSON.stringify(wanted)}`);
    return wanted.some((value) => value === found);
  });
}

function isList(value: Pattern[string]): value is readonly (string | number | boolean | null)[] {
  return Array.isArray(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
