import { useState } from "preact/hooks";
import { ulid } from "ulid";

/** An id minted once for a form: sent twice, it makes one thing. `given` is the id of what the form changes. */
export function useFormId(
  prefix: "ccn" | "emp" | "inc" | "inv" | "key" | "lea" | "lco" | "lso" | "pln" | "pst" | "ptn" | "sel" | "srq" | "tlk" | "vis" | "whk",
  given?: string,
): string {
  const [id] = useState(() => given ?? `${prefix}_${ulid()}`);
  return id;
}
