import type { Pack } from "../../shared/contract/check-in.ts";
import { fromBase64Url } from "../../shared/domain/base64url.ts";
import { digestOf } from "../../shared/domain/buckets.ts";
import { type LookUpRow, sealLookUpList } from "../../shared/domain/look-up-list.ts";
import { openRow } from "../../shared/domain/sealed-row.ts";
import type { LookUpKeyItem } from "./look-up-writes.ts";

/** The list as it goes into a pack; without itself for a phone that has it by this digest. */
export const sealedLookUp = async (
  { visitId, salt, iterations, sealedKey, setAt }: LookUpKeyItem,
  sealKey: Uint8Array,
  rows: readonly LookUpRow[],
  has: string | undefined,
): Promise<Pack["lookUp"]> => {
  const key = fromBase64Url(await openRow(sealedKey, { secret: Uint8Array.from(sealKey), visitId }));
  const sealed = await sealLookUpList(rows, { key, visitId });
  const digest = await digestOf(sealed);
  return { salt, iterations, setAt, digest, ...(has !== digest && { sealed }) };
};
