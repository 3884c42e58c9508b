import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";

/** How names become addresses; injected, so that a test can lie. */
export type LookUp = (hostname: string) => Promise<readonly LookupAddress[]>;
export const systemLookUp: LookUp = (hostname) => lookup(hostname, { all: true, verbatim: true });

/** Where our requests may go. `mayLoopback`: on a machine of one's own, where the receiver is on it too. */
export type Reach = { mayLoopback: boolean };

const loopbackNames = ["localhost", "127.0.0.1"];
const isLoopback = ({ protocol, hostname }: URL): boolean => protocol === "http:" && loopbackNames.includes(hostname);

/**
 * The address of a receiver, or undefined where none of ours may be sent to: only HTTPS on its usual port, to a name with a point in it, without a password.
 * `URL` writes whatever stands for a number (`0x7f.1`, `2130706433`) as one, so that none passes for a name.
 */
export const feedAddressOf = (text: string, { mayLoopback }: Reach): URL | undefined => {
  const url = URL.parse(text);
  if (!url || url.username || url.password || url.hash) return undefined;
  if (mayLoopback && isLoopback(url)) return url;
  const { protocol, port, hostname } = url;
  const isName = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(hostname) && isIP(hostname) === 0;
  return protocol === "https:" && port === "" && isName ? url : undefined;
};

/**
 * Whatever is no address of the public internet (IANA's special-purpose registries): this machine, private networks, links, where a cloud tells a machine its
 * secrets (169.254.169.254), documentation, and IPv6 that carries an IPv4 address which would have to be looked at in turn.
 */
const special = new BlockList();
for (const [net, prefix] of [
  ...([
    ["0.0.0.0", 8],
    ["10.0.0.0", 8],
    ["100.64.0.0", 10],
    ["127.0.0.0", 8],
    ["169.254.0.0", 16],
    ["172.16.0.0", 12],
  ] as const),
  ...([
    ["192.0.0.0", 24],
    ["192.0.2.0", 24],
    ["192.88.99.0", 24],
    ["192.168.0.0", 16],
    ["198.18.0.0", 15],
  ] as const),
  ...([
    ["198.51.100.0", 24],
    ["203.0.113.0", 24],
    ["224.0.0.0", 4],
    ["240.0.0.0", 4],
  ] as const),
] as const)
  special.addSubnet(net, prefix, "ipv4");
for (const [net, prefix] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  special.addSubnet(net, prefix, "ipv6");
const unicast = new BlockList();
unicast.addSubnet("2000::", 3, "ipv6");

const isPublicAddress = (address: string): boolean => {
  const family = isIP(address);
  if (family === 4) return !special.check(address, "ipv4");
  return family === 6 && unicast.check(address, "ipv6") && !special.check(address, "ipv6");
};

/** No address of the name is one that may be reached. */
export class AddressRefused extends Error {
  override name = "AddressRefused";
}

/**
 * The addresses of a receiver. One that is not public refuses them all: a name that leads in and out is no receiver's. What is connected to is what was
 * looked at, since the connection is given these and asks no more.
 *
 * @throws AddressRefused
 */
export const reachableAddresses = async (url: URL, lookUp: LookUp, { mayLoopback }: Reach): Promise<readonly LookupAddress[]> => {
  if (mayLoopback && isLoopback(url)) return [{ address: "127.0.0.1", family: 4 }];
  const found = await lookUp(url.hostname);
  if (found.length === 0 || !found.every(({ address }) => isPublicAddress(address))) throw new AddressRefused();
  return found;
};
