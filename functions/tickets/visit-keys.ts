import type { VisitId } from "../../shared/domain/ids.ts";
import type { Db } from "../platform/db.ts";
import { visitSigningKey } from "../platform/keys.ts";
import { transact } from "../platform/transact.ts";
import type { KeyWrap } from "./key-wrap.ts";
import { importSigningKey, makeNoteKeyPair, makeVisitKeyPair, type VisitKeyPair } from "./sign-token.ts";
import { findVisitKey, noteKid, type VisitKeyItem } from "./ticket-reads.ts";

/** Index of the key that new tickets are signed with. */
export const currentKid = 0;

const keyItem = async (wrap: KeyWrap, visitId: VisitId, kid: number, pair: VisitKeyPair): Promise<VisitKeyItem> => ({
  ...visitSigningKey(visitId, kid),
  type: "visit-key",
  version: 1,
  kid,
  publicKey: pair.publicKey,
  wrappedPrivateKey: await wrap.wrap(visitId, pair.privateKey),
});

/**
 * The pairs of a visit, made once: one that tickets are signed with, one that notes of the desk are sealed to. Both are put if absent, so that of two
 * makers at once one pair stays and all use it.
 */
export const makeVisitKeys = async (db: Db, wrap: KeyWrap, visitId: VisitId): Promise<void> => {
  if (await findVisitKey(db, visitId, currentKid)) return;
  const [signing, note] = await Promise.all([
    keyItem(wrap, visitId, currentKid, await makeVisitKeyPair()),
    keyItem(wrap, visitId, noteKid, await makeNoteKeyPair()),
  ]);
  const onlyIf = { ConditionExpression: "attribute_not_exists(pk)" };
  await transact(db, { signing: { Put: { Item: signing, ...onlyIf } }, note: { Put: { Item: note, ...onlyIf } } });
};

/** The visit's private key, made when the visit opens or at its first ticket, unwrapped for signing. Needs the right to unwrap: only the ticket signer has it. */
export const getSigningKey = async (db: Db, wrap: KeyWrap, visitId: VisitId): Promise<CryptoKey> => {
  let key: VisitKeyItem | undefined = await findVisitKey(db, visitId, currentKid);
  if (!key) {
    await makeVisitKeys(db, wrap, visitId);
    key = await findVisitKey(db, visitId, currentKid);
  }
  if (!key) throw new Error(`Visit ${visitId} has no signing key.`);
  return importSigningKey(await wrap.unwrap(visitId, key.wrappedPrivateKey));
};
