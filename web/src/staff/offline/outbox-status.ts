import type { FlushState } from "./flusher.ts";

/** How the outbox stands, for the line that every page of the app shows. In the first script, while what keeps the outbox comes later. */
export type OutboxStatus = {
  /** Undefined until the database was asked. */
  waiting: number | undefined;
  state: FlushState;
  /** Something was sent late and has not been read about. */
  hasReport: boolean;
};

/** Event on the window: the status has changed. */
export const outboxChanged = "jobstop:outbox";

let status: OutboxStatus = { waiting: undefined, state: "resting", hasReport: false };
export const outboxStatus = (): OutboxStatus => status;

export function setOutboxStatus(change: Partial<OutboxStatus>): void {
  status = { ...status, ...change };
  dispatchEvent(new Event(outboxChanged));
}
