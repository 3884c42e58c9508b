import type { Counts } from "../../../../shared/domain/tally.ts";
import { signedIn } from "../../platform/api.ts";
import { keeper } from "../../platform/kept.ts";
import type { FlushState } from "./flusher.ts";

/** How the outbox stands, for the line that every page of the app shows. In the first script, while what keeps the outbox comes later. */
export type OutboxStatus = {
  /** Undefined until the database was asked. */
  waiting: Counts | undefined;
  state: FlushState;
  /** Something was sent late and has not been read about. */
  hasReport: boolean;
  /** It was reported lost, and nobody has signed in on it since: it gets no packs, and what it sends waits for the lead. */
  isRevoked: boolean;
};

const keptRevoked = keeper("device", "jobstop.revoked", (value): value is true => value === true);

/** Event on the window: the status has changed. */
export const outboxChanged = "jobstop:outbox";

let status: OutboxStatus = { waiting: undefined, state: "resting", hasReport: false, isRevoked: keptRevoked.read() ?? false };
export const outboxStatus = (): OutboxStatus => status;

/** What the server said of this device, as far as it goes for whoever has it now. */
export function noteRevoked(isRevoked: boolean): void {
  if (isRevoked === status.isRevoked) return;
  if (isRevoked) keptRevoked.write(true);
  else keptRevoked.clear();
  setOutboxStatus({ isRevoked });
}

// Whoever signs in anew has it in hand; if it is still not to be used at a visit, the server says so there.
globalThis.addEventListener?.(signedIn, () => noteRevoked(false));

export function setOutboxStatus(change: Partial<OutboxStatus>): void {
  status = { ...status, ...change };
  dispatchEvent(new Event(outboxChanged));
}
