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

/** The app's way to a table, on which one can listen in, and stand between. */
export type WireTap = {
  readonly ask: ReturnType<typeof openWire>;
  /** Lets something see every request that goes out, repeated ones too, the last come first; answers how to take it off again. */
  tap(around: Around): () => void;
};

/** Requests are repeated at once: how long the SDK waits is its own affair. */
const noBackoff: Backoff = { setDelayBase: () => {}, computeNextBackoffDelay: () => 0 };

export const aWireTap = (address: TableAddress): WireTap => {
  const carry = overHttp(address.endpoint);
  let arounds: Around[] = [];
  const carryThrough: Transport = (sent) => {
    if (arounds.length === 0) return carry(sent);
    const asked = { operation: sent.headers["x-amz-target"]?.split(".").at(-1) as Operation, input: readWireJson(sent.body) };
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
