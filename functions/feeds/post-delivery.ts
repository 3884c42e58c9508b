import type { LookupAddress } from "node:dns";
import { request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import type { DeliveryTrouble } from "../../shared/domain/feed.ts";
import { AddressRefused, feedAddressOf, type LookUp, type Reach, reachableAddresses } from "./feed-address.ts";

/** How requests leave. */
export type Courier = Reach & {
  lookUp: LookUp;
  /** Longest for looking up, connecting and the first line of the answer together, milliseconds. */
  timeoutMs: number;
};

/** What a receiver answered, or why it did not. */
export type Answered =
  | { status: number; retryAfter?: string | undefined; trouble?: never }
  | { trouble: Exclude<DeliveryTrouble, "redirected">; status?: never; retryAfter?: never };

type Sent = { url: URL; headers: Record<string, string>; body: string; addresses: readonly LookupAddress[]; signal: AbortSignal };

/** One POST on a connection of its own, to one of these addresses and nowhere else. Redirects are answers; of what is answered only the status and `Retry-After` are read. */
const post = ({ url, headers, body, addresses, signal }: Sent): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const request = url.protocol === "http:" ? plainRequest : secureRequest;
    const outgoing = request(
      url,
      {
        ...{ method: "POST", agent: false, signal, autoSelectFamily: true },
        headers: { ...headers, "content-length": Buffer.byteLength(body) },
        // Node asks for all addresses, and takes them from here in the place of DNS.
        lookup: (_hostname, _options, answer) => answer(null, [...addresses]),
      },
      (incoming) => {
        resolve({ status: incoming.statusCode ?? 0, retryAfter: incoming.headers["retry-after"] });
        incoming.destroy();
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });

/** Rejects when the time is over, whatever the promise does then. */
const within = <T>(promise: Promise<T>, signal: AbortSignal): Promise<T> =>
  Promise.race([promise, new Promise<never>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }))]);

/** Sends once. Never throws: whatever goes wrong on the way is the receiver's to mend, and ours to try again. */
export const postDelivery = async (courier: Courier, to: string, headers: Record<string, string>, body: string): Promise<Answered> => {
  const signal = AbortSignal.timeout(courier.timeoutMs);
  try {
    const url = feedAddressOf(to, courier);
    if (!url) throw new AddressRefused();
    const addresses = await within(reachableAddresses(url, courier.lookUp, courier), signal);
    return await post({ url, headers, body, addresses, signal });
  } catch (error) {
    if (error instanceof AddressRefused) return { trouble: "address-refused" };
    return { trouble: signal.aborted ? "timeout" : "unreachable" };
  }
};
