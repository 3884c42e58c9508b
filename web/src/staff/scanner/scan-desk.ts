import type { ScanInput, ScanVerdict } from "../../../../shared/contract/staff.ts";
import { scanOf } from "../../../../shared/domain/check-in.ts";
import type { Instant } from "../../../../shared/domain/seoul-time.ts";

/** After this long without an answer staff are told, and may send again (`CHECKIN.md`, "Scanning"). */
export const slowAfterMs = 2000;
/** After this long a request counts as lost. */
export const giveUpAfterMs = 10_000;
/** A green verdict makes room for the next person by itself; all others wait for a hand. */
export const greenForMs = 3000;

/** A refusal of the API in the reader's language. */
export type Refused = { code: string; title: string; detail: string };
export type ScanAnswer = { kind: "verdict"; verdict: ScanVerdict } | { kind: "refused"; problem: Refused } | { kind: "unreachable" };

export type ScanState =
  | { step: "ready" }
  | { step: "asking"; slow: boolean }
  | { step: "verdict"; verdict: ScanVerdict }
  /** No verdict; `problem` is what the server said, or undefined when nothing came back. */
  | { step: "unanswered"; problem: Refused | undefined };

type Desk = {
  deviceId: string;
  send: (input: ScanInput, signal: AbortSignal) => Promise<ScanAnswer>;
  now: () => Instant;
  newEventId: () => string;
  onChange: (state: ScanState) => void;
};

export interface ScanDesk {
  /** False when a verdict waits to be read or another scan is being judged: this one is not taken. */
  scan(text: string): boolean;
  /** Sends the same scan once more, under the same event id. */
  retry(): void;
  /** Ready for the next person. */
  next(): void;
  takesScans(): boolean;
  close(): void;
}

/** One person at a time: from a read code to a verdict that was seen. Knows no page and no camera. */
export function openScanDesk({ deviceId, send, now, newEventId, onChange }: Desk): ScanDesk {
  let state: ScanState = { step: "ready" };
  let input: ScanInput | undefined;
  let request: AbortController | undefined;
  let timers: ReturnType<typeof setTimeout>[] = [];

  const stopWaiting = () => {
    for (const timer of timers) clearTimeout(timer);
    timers = [];
    request?.abort();
    request = undefined;
  };
  const become = (next: ScanState) => {
    state = next;
    onChange(state);
  };
  const later = (afterMs: number, what: () => void) => timers.push(setTimeout(what, afterMs));
  const next = () => {
    stopWaiting();
    input = undefined;
    become({ step: "ready" });
  };
  const giveUp = () => {
    stopWaiting();
    become({ step: "unanswered", problem: undefined });
  };
  const show = (answer: ScanAnswer) => {
    stopWaiting();
    if (answer.kind === "verdict") {
      become({ step: "verdict", verdict: answer.verdict });
      if (answer.verdict.tone === "green") later(greenForMs, next);
    } else become({ step: "unanswered", problem: answer.kind === "refused" ? answer.problem : undefined });
  };
  const ask = async (asked: ScanInput) => {
    stopWaiting();
    const mine = new AbortController();
    request = mine;
    become({ step: "asking", slow: false });
    later(slowAfterMs, () => become({ step: "asking", slow: true }));
    later(giveUpAfterMs, giveUp);
    const answer = await send(asked, mine.signal).catch((): ScanAnswer => ({ kind: "unreachable" }));
    // A later request, or a hand, has taken over.
    if (request === mine) show(answer);
  };
  const takesScans = () => state.step === "ready" || (state.step === "verdict" && state.verdict.tone === "green");

  return {
    scan: (text) => {
      if (!takesScans() || text.trim() === "") return false;
      input = { eventId: newEventId(), read: readOf(text), deviceId, at: now() };
      void ask(input);
      return true;
    },
    retry: () => {
      if (input && (state.step === "asking" || state.step === "unanswered")) void ask(input);
    },
    next,
    takesScans,
    close: stopWaiting,
  };
}

function readOf(text: string): ScanInput["read"] {
  const scan = scanOf(text);
  return scan.by === "code" ? { by: "code", code: scan.text } : { by: "camera", token: scan.text.trim().slice(0, longestToken) };
}

/** What the contract takes; a longer text is no ticket and is judged as such. */
const longestToken = 2000;
