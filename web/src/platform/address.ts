/** Values for the names and the query of an operation's path; `undefined` leaves a query field out. */
export type AddressParts = {
  params?: Readonly<Record<string, string>> | undefined;
  query?: Readonly<Record<string, string | undefined>> | undefined;
};

/**
 * Splits an operation key and fills in its path: `PUT /api/me/visits/{visitId}` → method and address, with every value encoded.
 * Throws when a name of the path has no value: that is a mistake in the caller.
 */
export function addressOf(key: string, { params = {}, query = {} }: AddressParts = {}): { method: string; url: string } {
  const [method = "", pattern = ""] = key.split(" ");
  const path = pattern.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined || value === "") throw new Error(`${key} needs ${name}`);
    return encodeURIComponent(value);
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, value);
  return { method, url: search.size > 0 ? `${path}?${search}` : path };
}
