import {
  type Backoff,
  type Operation,
  openWire,
  overHttp,
  type TableAddress,
  type Transport,
} from "../../functions/platform/table-wire.ts";
import { readWireJson } from "../../functions/platform/wire-json.ts";

type Answer = Awaited<ReturnType<Transport>>;
type Sent = Parameters<Transport>[0];
export type Around = (asked: { operation: Operation; input: object }, next: () => Promise<Answer>, sent: Sent) => Promise<Answer>;

/**
 * The app's way to a table, on which one can listen in, and stand between. A transaction that writes twice on one item is refused on it, in each test, as AWS
 * does it.
 */
export type WireTap = {
  readonly ask: ReturnType<typeof openWire>;
  /** Lets something see every request that goes out, repeated ones too, the last come first; answers how to take it off again. */
  tap(around: Around): () => void;
};

/** Requests are repeated at once: how long the SDK waits is its own affair. */
const noBackoff: Backoff = { setDelayBase: () => {}, computeNextBackoffDelay: () => 0 };

type Keyed = Record<string, { TableName?: string; Key?: Record<string, unknown>; Item?: Record<string, unknown> }>;

/** As AWS refuses it. Amazon's engine for local use takes it. */
const refusedByAws: Answer = {
  status: 400,
  body: JSON.stringify({
    __type: "com.amazon.coral.validate#ValidationException",
    message: "Transaction request cannot include multiple operations on one item",
  }),
};

/** Whether a transaction writes twice on one item. */
const writesTwice = (input: object): boolean => {
  const named = ((input as { TransactItems?: Keyed[] }).TransactItems ?? []).flatMap((item) =>
    Object.values(item).map(({ TableName, Key = {}, Item = {} }) => JSON.stringify([TableName, Key.pk ?? Item.pk, Key.sk ?? Item.sk])),
  );
  return new Set(named).size < named.length;
};

export const aWireTap = (address: TableAddress): WireTap => {
  const carry = overHttp(address.endpoint);
  let arounds: Around[] = [];
  const carryThrough: Transport = (sent) => {
    const operation = sent.headers["x-amz-target"]?.split(".").at(-1) as Operation;
    if (arounds.length === 0 && operation !== "TransactWriteItems") return carry(sent);
    const asked = { operation, input: readWireJson(sent.body) };
    if (writesTwice(asked.input)) return Promise.resolve(refusedByAws);
    return arounds.reduce(
      (next: () => Promise<Answer>, around) => () => around(asked, next, sent),
      () => carry(sent),
    )();
  };
  return {
    ask: openWire(address, carryThrough, noBackoff),
    tap: (around) => {
      arounds = [...arounds, around];
      return () => {
        arounds = arounds.filter((other) => other !== around);
      };
    },
  };
};
