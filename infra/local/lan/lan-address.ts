import { networkInterfaces } from "node:os";
import { StartProblem } from "../start-problem.ts";

/** IPv4 networks that are nobody's in the Internet (RFC 1918, RFC 3927), and this machine. In the order in which a phone is likely to be in them. */
export const privateNetworks = [
  { network: [192, 168, 0, 0], mask: [255, 255, 0, 0] },
  { network: [10, 0, 0, 0], mask: [255, 0, 0, 0] },
  { network: [172, 16, 0, 0], mask: [255, 240, 0, 0] },
  { network: [169, 254, 0, 0], mask: [255, 255, 0, 0] },
  { network: [127, 0, 0, 0], mask: [255, 0, 0, 0] },
] as const;

/** Place in `privateNetworks`; -1 for an address in none. */
const networkOf = (address: string): number => {
  const bytes = address.split(".").map(Number);
  return privateNetworks.findIndex(({ network, mask }) => network.every((byte, i) => ((bytes[i] ?? -1) & (mask[i] ?? 0)) === byte));
};

const ownAddresses = (): string[] =>
  Object.values(networkInterfaces()).flatMap((addresses = []) =>
    addresses.filter(({ family }) => family === "IPv4").map(({ address }) => address),
  );
const isLoopback = (address: string): boolean => address.startsWith("127.");

/**
 * The address at which phones in the same network find this machine: the one asked for, or the likeliest.
 * @throws StartProblem when there is none in a private network, or the one asked for is another machine's.
 */
export const lanAddress = (asked: string | undefined, own: readonly string[] = ownAddresses()): string => {
  if (asked !== undefined) {
    if (networkOf(asked) < 0) throw new StartProblem(`--address ${asked} is not in a private network: no phone could trust it.`);
    if (own.includes(asked)) return asked;
    throw new StartProblem(`--address ${asked} is not an address of this computer, which has ${own.join(", ") || "none"}.`);
  }
  const [best] = own.filter((address) => networkOf(address) >= 0 && !isLoopback(address)).sort((a, b) => networkOf(a) - networkOf(b));
  if (best) return best;
  throw new StartProblem("This computer is in no private network. Connect it to the phones' Wi-Fi, or name its address with --address.");
};
