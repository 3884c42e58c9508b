import type { Counts } from "../../../../shared/domain/tally.ts";
import { signedIn } from "../../platform/api.ts";
import { keptLost, keptLostName } from "../../platform/reported-lost.ts";
import type { FlushState } from "./flusher.ts";

/** How the outbox stands, for the line that every page of the app shows. In the first script, while what keeps the outbox comes later. */
export type OutboxStatus = {
  /** Undefined until the database was asked. */
  waiting: Counts | undefined;
  /** Notes of talks that the server has not taken. */
  notes: number;
  state: FlushState;
  /** Something was sent late and has not been read about. */
  hasReport: boolean;
  /** It was reported lost, and nobody has signed in on it since: it gets no packs, and what it sends waits for the lead. */
  isRevoked: boolean;
};

/** Event on the window: the status has changed. */
export const outboxChanged = "jobstop:outbox";

let status: OutboxStatus = { waiting: undefined, notes: 0, state: "resting", hasReport: false, isRevoked: keptLost.read() ?? false };
export const outboxStatus = (): OutboxStatus => status;

/** It was reported lost: of no use to anybody before somebody signs in on it anew, who then has it in hand. */
export function noteRevoked(): void {
  keptLost.write(true);
  setOutboxStatus({ isRevoked: true });
}

// If it is still not to be used at a visit, the server says so there.
globalThis.addEventListener?.(signedIn, () => setOutboxStatus({ isRevoked: false }));
// Another page has heard of it, or somebody has signed in there.
globalThis.addEventListener?.("storage", (event) => {
  if ((event as StorageEvent).key === keptLostName) setOutboxStatus({ isRevoked: keptLost.read() ?? false });
});

export function setOutboxStatus(change: Partial<OutboxStatus>): void {
  status = { ...status, ...change };
  dispatchEvent(new Event(outboxChanged));
}
