import { useEffect, useRef, useState } from "preact/hooks";
import type { VisitDay } from "../../../shared/contract/staff.ts";
import type { Instant } from "../../../shared/domain/seoul-time.ts";
import { type ClientProblem, call } from "../platform/api.ts";
import { instantNow } from "../platform/clock.ts";

/** Between two looks while all is well. */
const everyMs = 2000;
/** The longest pause after failures; each one doubles it. */
const mostMs = 30_000;

export const pauseAfter = (failures: number): number => Math.min(everyMs * 2 ** failures, mostMs);

export type DayView = {
  day: VisitDay | undefined;
  /** When the last answer came. */
  askedAt: Instant | undefined;
  /** Why the newest look failed; what was shown stays. */
  problem: ClientProblem | undefined;
};

/** The day of a visit, looked at again and again while the page is in front, and at once when it comes back or the network does. */
export function useDay(visitId: string): DayView & { askNow: () => void } {
  const [view, setView] = useState<DayView>({ day: undefined, askedAt: undefined, problem: undefined });
  const askNow = useRef(() => {});

  useEffect(() => {
    let failures = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let request: AbortController | undefined;
    const look = async () => {
      clearTimeout(timer);
      request?.abort();
      if (document.visibilityState !== "visible") return;
      const mine = new AbortController();
      request = mine;
      const answer = await call("GET /api/staff/visits/{visitId}/day", { params: { visitId } }, { signal: mine.signal });
      if (mine.signal.aborted) return;
      failures = answer.ok ? 0 : failures + 1;
      setView((before) =>
        answer.ok ? { day: answer.value, askedAt: instantNow(), problem: undefined } : { ...before, problem: answer.problem },
      );
      timer = setTimeout(look, pauseAfter(failures));
    };
    const wake = () => void look();
    askNow.current = wake;
    document.addEventListener("visibilitychange", wake);
    addEventListener("online", wake);
    wake();
    return () => {
      clearTimeout(timer);
      request?.abort();
      document.removeEventListener("visibilitychange", wake);
      removeEventListener("online", wake);
    };
  }, [visitId]);

  return { ...view, askNow: () => askNow.current() };
}
