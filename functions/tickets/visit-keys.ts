import type { VisitId } from "../../shared/domain/ids.ts";
import type { Db } from "../platform/db.ts";
import { visitSigningKey } from "../platform/keys.ts";
import { transact } from "../platform/transact.ts";
import type { KeyWrap } from "./key-wrap.ts";
import { importSigningKey, makeNoteKeyPair, makeVisitKeyPair, type VisitKeyPair } from "./sign-token.ts";
import { listVisitKeys, newestKey, noteKid, type VisitKeyItem } from "./ticket-reads.ts";

const keyItem = async (wrap: KeyWrap, visitId: VisitId, kid: number, pair: VisitKeyPair): Promise<VisitKeyItem> => ({
  ...visitSigningKey(visitId, kid),
  type: "visit-key",
  version: 1,
  kid,
  publicKey: pair.publicKey,
  wrappedPrivateKey: await wrap.wrap(visitId, pair.privateKey),
});

/** Index of a visit's first key for tickets; each rotation makes the next. */
const firstKid = 0;

/** A pair of a visit under its index. A further one for tickets follows one that may be known to others; what was signed with that stays good. */
export const makeVisitKey = async (db: Db, wrap: KeyWrap, visitId: VisitId, kid: number): Promise<void> => {
  const pair = kid === noteKid ? await makeNoteKeyPair() : await makeVisitKeyPair();
  // Put if absent: of two makers at once one pair stays, and both use it.
  await transact(db, {
    key: { Put: { Item: await keyItem(wrap, visitId, kid, pair), ConditionExpression: "attribute_not_exists(pk)" } },
  });
};

/** The pairs of a visit, made once: one that tickets are signed with, one that notes of the desk are sealed to. */
export const makeVisitKeys = async (db: Db, wrap: KeyWrap, visitId: VisitId): Promise<void> => {
  const known = new Set((await listVisitKeys(db, visitId)).map(({ kid }) => kid));
  for (const kid of [firstKid, noteKid]) if (!known.has(kid)) await makeVisitKey(db, wrap, visitId, kid);
};

/**
 * The visit's newest private key for tickets, made when the visit opens or at its first ticket, unwrapped for signing. Needs the right to unwrap: only the
 * ticket signer has it.
 * @throws when the visit is over and its keys were destroyed.
 */
export const getSigningKey = async (db: Db, wrap: KeyWrap, visitId: VisitId): Promise<{ kid: number; key: CryptoKey }> => {
  const newest = async () => newestKey(await listVisitKeys(db, visitId));
  let item = await newest();
  if (!item) {
    await makeVisitKeys(db, wrap, visitId);
    item = await newest();
  }
  if (!item?.wrappedPrivateKey) throw new Error(`Visit ${visitId} has no signing key (any more).`);
  return { kid: item.kid, key: await importSigningKey(await wrap.unwrap(visitId, item.wrappedPrivateKey)) };
};
