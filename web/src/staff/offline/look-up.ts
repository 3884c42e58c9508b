import type { FoundPerson } from "../../../../shared/contract/check-in.ts";
import { fromBase64Url } from "../../../../shared/domain/base64url.ts";
import { type LookUpRow, lookUpKey, mostWrongPins, openLookUpList } from "../../../../shared/domain/look-up-list.ts";
import type { TicketCode } from "../../../../shared/domain/ticket-token.ts";
import { isPinCounter, type KeptPack, type OfflineDatabase, pinCounterOf } from "./database.ts";

/** Somebody of the list, with the code below the newest QR that this device knows of, when they are due, and whether they are here. */
export type FoundRow = LookUpRow & Pick<FoundPerson, "arrivedAt" | "times"> & { code: TicketCode };

export type LookUpAnswer<Row extends LookUpRow = FoundRow> =
  /** In the memory of the page that asked, as long as it is open. */
  | { state: "open"; rows: Row[] }
  /** `left`: how many more wrong ones this device takes. */
  | { state: "wrong"; left: number }
  /** That was the last: pack, list and keys have to go. */
  | { state: "wiped" }
  /** No PIN was set before the pack was loaded, or there is no pack. */
  | { state: "none" };

/**
 * Tries a PIN on the list of a pack. A try is counted on the disk before the PIN is looked at: neither a reload nor a page that is closed in the middle gives
 * another one. The right PIN ends the count; so does the wipe, and nothing before it: until it is done, it is owed.
 */
export const tryPin = async (db: OfflineDatabase, pack: KeptPack | undefined, pin: string): Promise<LookUpAnswer<LookUpRow>> => {
  if (!pack?.lookUp) return { state: "none" };
  const { visitId, lookUp } = pack;
  const name = pinCounterOf(visitId);
  const tx = await db.begin(["counters"], "readwrite", { durability: "strict" });
  const counted = ((await tx.store.get(name))?.counted ?? 0) + 1;
  await Promise.all([tx.store.put({ name, counted }), tx.done]);
  const key = await lookUpKey(pin, { visitId, salt: fromBase64Url(lookUp.salt), iterations: lookUp.iterations });
  const rows = counted > mostWrongPins ? undefined : await openLookUpList(lookUp.sealed, { key, visitId }).catch(() => undefined);
  if (!rows && counted < mostWrongPins) return { state: "wrong", left: mostWrongPins - counted };
  if (!rows) {
    await db.put("counters", { name, counted: wipeIsOwed });
    return { state: "wiped" };
  }
  await db.delete("counters", name);
  return { state: "open", rows };
};

/** A count beyond the last try: the list has to go, whenever this device is next at it. */
const wipeIsOwed = mostWrongPins + 1;

/** Whether a page was closed after the last wrong PIN and before everything was off this device. */
export const owesWipe = async (db: OfflineDatabase): Promise<boolean> =>
  (await db.getAll("counters")).some(({ name, counted }) => isPinCounter(name) && counted >= wipeIsOwed);
