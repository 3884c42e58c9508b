/**
 * Looking people up by name or last digits without a network: a masked list that comes with the pack, sealed under a key that is stretched from the PIN of the
 * desk lead. PIN and key never lie on a phone; the server has the key, which seals, and never the PIN.
 *
 *     KEY = PBKDF2-SHA256(PIN, salt = "jobstop/pin/v1\0" || visitId || "\0" || SALT, ITERATIONS), 32 bytes
 */
import type { VisitId } from "./ids.ts";
import { openRow, sealRow } from "./sealed-row.ts";
import type { TicketIndex } from "./ticket-token.ts";

/** Who may be found: no more than a desk shows anyway, and the last digits that people say of themselves. */
export type LookUpRow = { idx: TicketIndex; maskedName: string; phoneEnd: string | null };

/** As many as a cheap phone of 2020 works through in about a second. A change takes a new PIN: each list says how many its own took. */
export const lookUpIterations = 600_000;
/** Wrong PINs after which a device forgets pack, list and keys. */
export const mostWrongPins = 10;

/** What a PIN is stretched with; `salt` is 16 random bytes, made by whoever sets the PIN. */
export type PinStretch = { visitId: VisitId; salt: Uint8Array<ArrayBuffer>; iterations: number };

const pinForm = /^[0-9]{6}$/;
const isRun = (pin: string, step: number): boolean => [...pin].every((digit, i) => i === 0 || Number(digit) - Number(pin[i - 1]) === step);

/** Six digits, and none of those that are tried first: all alike, or counted up or down. */
export const isGoodPin = (pin: string): boolean => pinForm.test(pin) && ![0, 1, -1].some((step) => isRun(pin, step));

/** The key of a PIN. Takes about a second on a phone, on purpose. */
export const lookUpKey = async (pin: string, { visitId, salt, iterations }: PinStretch): Promise<Uint8Array<ArrayBuffer>> => {
  const text = new TextEncoder();
  const base = await crypto.subtle.importKey("raw", text.encode(pin), "PBKDF2", false, ["deriveBits"]);
  const salted = Uint8Array.from([...text.encode(`jobstop/pin/v1\0${visitId}\0`), ...salt]);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt: salted, iterations }, base, 256));
};

type Sealing = { key: Uint8Array<ArrayBuffer>; visitId: VisitId };

/** The list, sealed alike for the same people in whatever order, so that a phone that has it is not sent it again. */
export const sealLookUpList = (rows: readonly LookUpRow[], { key, visitId }: Sealing): Promise<string> => {
  const lines = [...rows]
    .sort((a, b) => (a.idx < b.idx ? -1 : 1))
    .map(({ idx, maskedName, phoneEnd }) => [idx, maskedName, phoneEnd ?? ""]);
  return sealRow(JSON.stringify(lines), { secret: key, visitId });
};

/** The list; rejects under the key of another PIN. */
export const openLookUpList = async (sealed: string, { key, visitId }: Sealing): Promise<LookUpRow[]> => {
  const lines = JSON.parse(await openRow(sealed, { secret: key, visitId })) as [TicketIndex, string, string][];
  return lines.map(([idx, maskedName, phoneEnd]) => ({ idx, maskedName, phoneEnd: phoneEnd || null }));
};
