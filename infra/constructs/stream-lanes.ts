import { type ItemType, streamFilters } from "../../shared/wiring.ts";

/** A reader of the table's stream: what it wants to see and how hard it is tried. The CDK app and the local stack both read this. */
export type StreamLane = {
  readonly types: readonly ItemType[];
  /** Most records in one invocation. */
  readonly batchSize: number;
  /** Further tries of records that fail, before they go to the failure store with their payload. */
  readonly retryAttempts: number;
  /** Older records go to the failure store untried. The stream itself forgets after 24 hours. */
  readonly maxAgeMinutes: number;
};

export const streamLanes = {
  /** A lane of its own, so that nobody waits for a sign-in code behind a thousand tickets; a code is dead after 10 minutes. */
  signInMail: { types: streamFilters.signInMail, batchSize: 10, retryAttempts: 5, maxAgeMinutes: 15 },
  changes: { types: streamFilters.changes, batchSize: 25, retryAttempts: 8, maxAgeMinutes: 22 * 60 },
} as const satisfies Record<keyof typeof streamFilters, StreamLane>;

export type LaneName = keyof typeof streamLanes;

/** Filter pattern of an event source mapping: an item of one of the types was made or changed; removals are nobody's news. */
export type StreamPattern = { readonly dynamodb: { readonly NewImage: { readonly type: { readonly S: readonly string[] } } } };

export function streamPattern(lane: StreamLane): StreamPattern {
  return { dynamodb: { NewImage: { type: { S: lane.types } } } };
}
