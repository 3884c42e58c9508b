import * as z from "zod/mini";

/** An object with a value under each of these names. As properties: a record by names is described as one that requires what it does not define. */
export const eachOf = <const Name extends string, Value extends z.ZodMiniType>(names: readonly Name[], value: Value) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, value])) as Record<Name, Value>);
