import type { VisitId } from "../../shared/domain/ids.ts";
import type { Db } from "../platform/db.ts";
import { visitSigningKey } from "../platform/keys.ts";
import { transact } from "../platform/transact.ts";
import type { KeyWrap } from "./key-wrap.ts";
import { importSigningKey, makeVisitKeyPair } from "./sign-token.ts";
import { findVisitKey, type VisitKeyItem } from "./ticket-reads.ts";

/** Index of the key that new tickets are signed with. */
export const currentKid = 0;

const makeKey = async (db: Db, wrap: KeyWrap, visitId: VisitId): Promise<void> => {
  const pair = await makeVisitKeyPair();
  const wrappedPrivateKey = await wrap.wrap(visitId, pair.privateKey);
  // Put-if-absent: of two signers that make the first ticket of a visit at once, one key stays and both use it.
  await transact(db, {
    key: {
      Put: {
        Item: {
          ...visitSigningKey(visitId, currentKid),
          type: "visit-key",
          version: 1,
          kid: currentKid,
          publicKey: pair.publicKey,
          wrappedPrivateKey,
        },
        ConditionExpression: "attribute_not_exists(pk)",
      },
    },
  });
};

/** The visit's private key, made at the visit's first ticket, unwrapped for signing. Needs the right to unwrap: only the ticket signer has it. */
export const getSigningKey = async (db: Db, wrap: KeyWrap, visitId: VisitId): Promise<CryptoKey> => {
  let key: VisitKeyItem | undefined = await findVisitKey(db, visitId, currentKid);
  if (!key) {
    await makeKey(db, wrap, visitId);
    key = await findVisitKey(db, visitId, currentKid);
  }
  if (!key) throw new Error(`Visit ${visitId} has no signing key.`);
  return importSigningKey(await wrap.unwrap(visitId, key.wrappedPrivateKey));
};
