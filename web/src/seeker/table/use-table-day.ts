import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { TableDay } from "../../../../shared/contract/table.ts";
import type { Instant } from "../../../../shared/domain/seoul-time.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { instantNow } from "../../platform/clock.ts";

/** Between two looks, milliseconds. */
const everyMs = 10_000;
/** An answer that takes longer counts as lost, milliseconds. */
const giveUpAfterMs = 8000;

export type TableView =
  | { state: "loading" }
  | { state: "unpaired" /** It was paired while this page was open. */; wasPaired: boolean }
  | { state: "failed"; problem: ClientProblem }
  | { state: "paired"; day: TableDay; at: Instant /** Since when nothing is heard. */; lostSince: Instant | undefined };

/**
 * The day of a paired device, looked at again and again. What was shown stays while the network is away, but not past the end of the visit; when the
 * pairing is over, all of it goes.
 */
export function useTableDay(): [TableView, () => Promise<void>] {
  const [view, setView] = useState<TableView>({ state: "loading" });
  const isGone = useRef(false);
  const look = useCallback(async () => {
    const answer = await call("GET /api/table/day", {}, { signal: AbortSignal.timeout(giveUpAfterMs) });
    if (isGone.current) return;
    setView((before): TableView => {
      if (answer.ok) return { state: "paired", day: answer.value, at: instantNow(), lostSince: undefined };
      const wasPaired = before.state === "paired" || (before.state === "unpaired" && before.wasPaired);
      if (answer.problem.code === "pairing-needed") return { state: "unpaired", wasPaired };
      if (before.state === "unpaired") return before;
      if (before.state !== "paired") return { state: "failed", problem: answer.problem };
      return before.day.endsAt <= instantNow() ? { state: "unpaired", wasPaired } : { ...before, lostSince: before.at };
    });
  }, []);
  const isPaired = view.state === "paired";
  useEffect(() => {
    isGone.current = false;
    void look();
    return () => {
      isGone.current = true;
    };
  }, [look]);
  useEffect(() => {
    if (!isPaired) return;
    const wake = () => {
      if (document.visibilityState === "visible") void look();
    };
    const timer = setInterval(wake, everyMs);
    document.addEventListener("visibilitychange", wake);
    addEventListener("online", wake);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", wake);
      removeEventListener("online", wake);
    };
  }, [isPaired, look]);
  return [view, look];
}
