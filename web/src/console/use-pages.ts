import { useCallback, useEffect, useState } from "preact/hooks";
import type { ClientProblem } from "../platform/api.ts";
import { useLoaded } from "../platform/use-loaded.ts";

type Paged<Row> = { rows: Row[]; next: string | null };
export type Asked<Row> = Promise<{ ok: true; value: Paged<Row> } | { ok: false; problem: ClientProblem }>;

/** A list that grows by a page with each press; a new `ask` begins anew. */
export function usePages<Row>(ask: (after: string | undefined) => Asked<Row>) {
  const [loaded, reload] = useLoaded(useCallback(() => ask(undefined), [ask]));
  const [more, setMore] = useState<Paged<Row>>();
  const [busy, setBusy] = useState(false);
  useEffect(() => setMore(undefined), [ask]);
  if (loaded.state !== "loaded") return { loaded, reload };
  const next = more ? more.next : loaded.value.next;
  const goOn = async () => {
    setBusy(true);
    const answer = await ask(next ?? undefined);
    setBusy(false);
    if (answer.ok) setMore({ rows: [...(more?.rows ?? []), ...answer.value.rows], next: answer.value.next });
  };
  return { loaded, reload, rows: [...loaded.value.rows, ...(more?.rows ?? [])], next, busy, goOn };
}
