import type { ScanInput, ScanVerdict } from "../../../../shared/contract/staff.ts";
import type { Instant } from "../../../../shared/domain/seoul-time.ts";
import { scanOf } from "../../../../shared/domain/verdicts.ts";

/** After this long without an answer this device judges by itself; where it cannot, staff are told and may send again (`CHECKIN.md`, "Scanning"). */
export const slowAfterMs = 2000;
/** After this long a request counts as lost. */
export const giveUpAfterMs = 10_000;
/** A green verdict makes room for the next person by itself; all others wait for a hand. */
export const greenForMs = 3000;

/**
 * Whether a verdict goes by itself: green, and nothing to settle with the person. Whoever lost their seat has to be offered something, whoever said a code or
 * a name is asked for it, and whoever has no time has to hear what they are called by, and to be sent to a desk. The next scan is taken meanwhile.
 */
export const passes = ({ verdict, tone, missed, bookings, calledBy }: Passing): boolean =>
  tone === "green" && missed.length === 0 && verdict !== "admitted-by-code" && (bookings.length > 0 || !calledBy);
/** Whether somebody is in, and in no line: they have no time, and none that was given away. */
export const needsDesk = ({ idx, missed, bookings, calledBy }: Pick<ScanVerdict, "idx" | "missed" | "bookings" | "calledBy">): boolean =>
  idx !== null && calledBy !== null && bookings.length + missed.length === 0;
type Passing = Pick<ScanVerdict, "verdict" | "tone" | "missed" | "bookings" | "calledBy">;

/** A refusal of the API in the reader's language. */
export type Refused = { code: string; title: string; detail: string };
/** `unreachable`: no answer, or one that says nothing about the scan; `problem` is what it said, if anything. */
export type ScanAnswer =
  | { kind: "verdict"; verdict: ScanVerdict }
  | { kind: "refused"; problem: Refused }
  | { kind: "unreachable"; problem?: Refused | undefined };

export type ScanState =
  | { step: "ready" }
  | { step: "asking"; slow: boolean }
  /** `isLocal`: judged by this device, without the server. */
  | { step: "verdict"; verdict: ScanVerdict; input: ScanInput; isLocal: boolean }
  /** No verdict; `problem` is what the server said, or undefined when nothing came back. `isNotKept`: this device judged, and could not write it down. */
  | { step: "unanswered"; problem: Refused | undefined; isNotKept?: boolean };

type Desk = {
  deviceId: string;
  send: (input: ScanInput, signal: AbortSignal) => Promise<ScanAnswer>;
  /** Judges without a network and writes the event down under the id of the scan; undefined where this device may or can not. */
  findLocalJudge: () => Promise<((input: ScanInput) => Promise<ScanVerdict>) | undefined>;
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
export function openScanDesk({ deviceId, send, findLocalJudge, now, newEventId, onChange }: Desk): ScanDesk {
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
  const show = (verdict: ScanVerdict, asked: ScanInput, isLocal: boolean) => {
    stopWaiting();
    become({ step: "verdict", verdict, input: asked, isLocal });
    if (passes(verdict)) later(greenForMs, next);
  };
  /** Answers false when this device has no say, or somebody else has taken over meanwhile. */
  const judgeHere = async (asked: ScanInput, mine: AbortController): Promise<boolean> => {
    const judge = await findLocalJudge().catch(() => undefined);
    if (!judge || request !== mine) return false;
    // From here on one verdict counts, this device's: the server's may come and be another, and staff go by what they see.
    stopWaiting();
    const own = new AbortController();
    request = own;
    const verdict = await judge(asked).catch(() => undefined);
    if (request !== own) return true;
    if (verdict) show(verdict, asked, true);
    else become({ step: "unanswered", problem: undefined, isNotKept: true });
    return true;
  };
  const ask = async (asked: ScanInput) => {
    stopWaiting();
    const mine = new AbortController();
    request = mine;
    become({ step: "asking", slow: false });
    const onSlow = async () => {
      if (!(await judgeHere(asked, mine)) && request === mine) become({ step: "asking", slow: true });
    };
    later(slowAfterMs, () => void onSlow());
    later(giveUpAfterMs, giveUp);
    const answer = await send(asked, mine.signal).catch((): ScanAnswer => ({ kind: "unreachable" }));
    // A later request, a hand, or this device has taken over.
    if (request !== mine) return;
    if (answer.kind === "verdict") return show(answer.verdict, asked, false);
    if (answer.kind === "unreachable" && (await judgeHere(asked, mine))) return;
    if (request !== mine) return;
    stopWaiting();
    become({ step: "unanswered", problem: answer.problem });
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

/** What was scanned or typed, as the contract takes it. */
export function readOf(text: string): ScanInput["read"] {
  const scan = scanOf(text);
  return scan.by === "code" ? { by: "code", code: scan.text } : { by: "camera", token: scan.text.trim().slice(0, longestToken) };
}

/** What the contract takes; a longer text is no ticket and is judged as such. */
const longestToken = 2000;
