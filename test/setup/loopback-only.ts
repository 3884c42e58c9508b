import type { LookupFunction, TcpNetConnectOpts } from "node:net";
import { isIP, Socket } from "node:net";

/** Whoever needs more than this machine has forgotten to name an endpoint; such a test would pass or fail with the weather. */
class OutgoingDenied extends Error {
  override readonly name = "OutgoingDenied";
  constructor(host: string) {
    super(`A test wanted to reach ${host}: tests reach this machine only. Give the client a local endpoint.`);
  }
}

type Target = TcpNetConnectOpts & { readonly path?: string | null };

/** `Socket.connect` takes options, a port and perhaps a host, a path, or, from inside Node, all of these in an array. */
function targetOf(args: readonly unknown[]): Target | undefined {
  const [first, second] = args;
  if (Array.isArray(first)) return targetOf(first);
  if (typeof first === "object" && first !== null) return first as Target;
  return typeof first === "number" && typeof second === "string" ? { port: first, host: second } : undefined;
}

/** No host means localhost, a path a socket file; names other than localhost are refused before they are looked up. */
const staysHere = ({ host, path }: Target): boolean =>
  Boolean(path) || !host || host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));

const { connect } = Socket.prototype;

Socket.prototype.connect = function connectWithinMachine(this: Socket, ...args: unknown[]): Socket {
  const target = targetOf(args);
  if (!target || staysHere(target)) return Reflect.apply(connect, this, args) as Socket;
  // a name that cannot be looked up takes the usual way of a failure, which every kind of caller knows
  const refuse: LookupFunction = (_name, _options, callback) => callback(new OutgoingDenied(String(target.host)), "");
  return Reflect.apply(connect, this, [{ ...target, host: "elsewhere.invalid", lookup: refuse }]) as Socket;
};
