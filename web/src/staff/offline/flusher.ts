import type { EventAnswer } from "../../../../shared/contract/check-in.ts";
import type { CheckInEvent } from "../../../../shared/domain/check-in-event.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import type { OfflineDatabase } from "./database.ts";
import type { NotesAnswer } from "./notes.ts";
import { forgetAnswered, nextBatch } from "./outbox.ts";

/** What came of one batch: answers for some or all of it, or why there are none. */
export type BatchAnswer =
  | { kind: "answered"; answers: readonly EventAnswer[] }
  /** Nobody is signed in: everything stays, and a sign-in is asked for. */
  | { kind: "sign-in" }
  /** The server would not take it for this visit, whatever it is: kept, tried again much later. */
  | { kind: "refused" }
  /** No network, too slow, 429, 5xx. */
  | { kind: "unreachable"; retryAfterSeconds?: number | undefined };

/** What keeps the outbox from being empty. */
export type FlushState = "resting" | "sending" | "sign-in" | "unreachable" | "refused";

type Flushing = {
  db: OfflineDatabase;
  send: (visitId: VisitId, events: readonly CheckInEvent[]) => Promise<BatchAnswer>;
  /** Sends the notes of talks that wait, once the events have been tried: a note may be about somebody of whom an event tells. */
  sendNotes: () => Promise<NotesAnswer>;
  /** Runs `work` unless another page of this browser is at it. */
  alone: (work: () => Promise<void>) => Promise<void>;
  later: (afterMs: number, what: () => void) => () => void;
  onAnswers: (visitId: VisitId, answers: readonly EventAnswer[]) => Promise<void>;
  onState: (state: FlushState) => void;
};

/** First pause after a failure, and the longest, milliseconds; each failure doubles it. */
const firstPauseMs = 2_000;
const longestPauseMs = 60_000;
export const pauseAfter = (failures: number): number => Math.min(firstPauseMs * 2 ** (failures - 1), longestPauseMs);

export interface Flusher {
  /** Sends what waits, now, because something has changed: the network or the sign-in is back, or a hand asks. Resolves when it can do no more. */
  flush(): Promise<void>;
  /** Something new waits: sent at once, or with the rest when a pause after a failure is over. */
  nudge(): Promise<void>;
  stop(): void;
}

/**
 * Sends the outbox in batches, one page of this browser at a time. An event is forgotten only after its own answer; whatever else happens (no network, no
 * sign-in, a server in trouble, half an answer) it stays and is sent again under its own id, which is stored once.
 */
export function openFlusher({ db, send, sendNotes, alone, later, onAnswers, onState }: Flushing): Flusher {
  let failures = 0;
  let cancelRetry = () => {};
  let isPausing = false;
  let running: Promise<void> | undefined;
  let isWanted = false;
  let isStopped = false;

  const retryLater = (atLeastMs = 0) => {
    failures += 1;
    isPausing = true;
    cancelRetry = later(Math.max(pauseAfter(failures), atLeastMs), () => void start());
  };
  /** Sends batch after batch; answers why it stopped. */
  const sendAll = async (): Promise<FlushState> => {
    const refused = new Set<VisitId>();
    for (;;) {
      const batch = await nextBatch(db, refused);
      if (!batch) {
        const notes = await sendNotes();
        if (notes.kind === "sign-in") return "sign-in";
        if (notes.kind === "unreachable") {
          retryLater((notes.retryAfterSeconds ?? 0) * 1000);
          return "unreachable";
        }
        if (refused.size === 0) return "resting";
        retryLater(longestPauseMs);
        return "refused";
      }
      onState("sending");
      const answer = await send(batch.visitId, batch.events);
      if (answer.kind === "sign-in") return "sign-in";
      if (answer.kind === "unreachable") {
        retryLater((answer.retryAfterSeconds ?? 0) * 1000);
        return "unreachable";
      }
      if (answer.kind === "refused") {
        refused.add(batch.visitId);
        continue;
      }
      // Answers for what was not sent are no answers.
      const sent = new Set<string>(batch.events.map(({ id }) => id));
      const answers = answer.answers.filter(({ id }) => id !== null && sent.has(id));
      await forgetAnswered(db, answers);
      await onAnswers(batch.visitId, answers);
      if (answers.length < batch.events.length) {
        retryLater();
        return "unreachable";
      }
      failures = 0;
    }
  };
  const run = async () => {
    do {
      isWanted = false;
      isPausing = false;
      cancelRetry();
      try {
        await alone(async () => onState(await sendAll()));
      } catch {
        // The database cannot be opened, or the disk is full: nothing is forgotten.
        retryLater();
        onState("unreachable");
      }
    } while (isWanted && !isPausing && !isStopped);
  };
  const start = (): Promise<void> => {
    if (isStopped) return Promise.resolve();
    // Asked for while one is under way: what was added meanwhile is looked at once more.
    isWanted = true;
    running ??= run().finally(() => {
      running = undefined;
    });
    return running;
  };
  return {
    flush: () => {
      failures = 0;
      return start();
    },
    nudge: () => (isPausing ? Promise.resolve() : start()),
    stop: () => {
      isStopped = true;
      cancelRetry();
    },
  };
}
