import { setTimeout as wait } from "node:timers/promises";
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { sequenceNumberOf } from "./stream-records.ts";

/** A function on a stream; an empty answer means that all went well. */
export type StreamFunction = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse | undefined>;

export type DeliveryRules = {
  readonly invoke: StreamFunction;
  /** Further tries of records with which nothing moves on. */
  readonly retryAttempts: number;
  /** Wait before the nth further try, n from 0. */
  readonly backoffMs: (tries: number) => number;
  /** Everything up to and including this record is settled. */
  readonly onSettled: (record: DynamoDBRecord) => void;
  /** These records are given up; they count as settled afterwards. */
  readonly onGivenUp: (records: readonly DynamoDBRecord[], invocations: number, error: string) => void;
  /** Ends the delivery at the next pause; what is not settled is read again later. */
  readonly signal: AbortSignal;
};

type Piece = { readonly records: readonly DynamoDBRecord[]; readonly tries: number };
type Failure = { readonly at: number; readonly error: string };

/**
 * Delivers records in order, as a stream's event source mapping with partial batch responses and bisecting does: what
 * comes before the first failed record is settled, the rest is tried again; a batch that fails at its first record or as a whole is
 * halved until the culprit is alone; alone it is retried and then given up, so that it holds up nobody behind it.
 */
export async function deliverBatch(records: readonly DynamoDBRecord[], rules: DeliveryRules): Promise<void> {
  const pieces: Piece[] = [{ records, tries: 0 }];
  for (let piece = pieces.shift(); piece && !rules.signal.aborted; piece = pieces.shift()) {
    const failure = await tryOnce(piece.records, rules.invoke);
    const settled = failure ? piece.records[failure.at - 1] : piece.records.at(-1);
    if (settled) rules.onSettled(settled);
    if (failure) pieces.unshift(...(await afterFailure(piece, failure, rules)));
  }
}

/** What is left to deliver of a piece that failed. */
async function afterFailure({ records, tries }: Piece, failure: Failure, rules: DeliveryRules): Promise<Piece[]> {
  if (failure.at > 0) return [{ records: records.slice(failure.at), tries }];
  if (records.length > 1) {
    const middle = Math.ceil(records.length / 2);
    return [
      { records: records.slice(0, middle), tries },
      { records: records.slice(middle), tries },
    ];
  }
  if (tries < rules.retryAttempts) {
    await wait(rules.backoffMs(tries), undefined, { signal: rules.signal }).catch(() => {});
    return [{ records, tries: tries + 1 }];
  }
  rules.onGivenUp(records, tries + 1, failure.error);
  const last = records.at(-1);
  if (last) rules.onSettled(last);
  return [];
}

async function tryOnce(records: readonly DynamoDBRecord[], invoke: StreamFunction): Promise<Failure | undefined> {
  try {
    const answer = await invoke({ Records: [...records] });
    const failed = answer?.batchItemFailures ?? [];
    if (failed.length === 0) return undefined;
    const places = failed.map(({ itemIdentifier }) => records.findIndex((record) => sequenceNumberOf(record) === itemIdentifier));
    // an identifier that is not of this batch makes the whole batch fail, as Lambda does
    return { at: Math.max(0, Math.min(...places)), error: "the function reported the record as failed" };
  } catch (error) {
    return { at: 0, error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}
