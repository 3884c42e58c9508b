import type { PersonId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { importTicketPublicKey, type TicketCode, type TicketIndex } from "../../shared/domain/ticket-token.ts";
import { type Db, findItem, type Item } from "../platform/db.ts";
import { ticketKey, visitSigningKey } from "../platform/keys.ts";

/** A ticket as stored: found by its code, its token sealed. */
export type TicketItem = Item & {
  visitId: VisitId;
  registrationId: RegistrationId;
  personId: PersonId;
  idx: TicketIndex;
  code: TicketCode;
  gen: number;
  status: "valid" | "cancelled";
  sealedToken: Uint8Array;
};

/** A visit's signing key pair: the private half wrapped by KMS. */
export type VisitKeyItem = Item & { kid: number; publicKey: Uint8Array; wrappedPrivateKey: Uint8Array };

export const findTicket = (db: Db, visitId: VisitId, code: TicketCode): Promise<TicketItem | undefined> =>
  findItem<TicketItem>(db, ticketKey(visitId, code));

export const findVisitKey = (db: Db, visitId: VisitId, kid: number): Promise<VisitKeyItem | undefined> =>
  findItem<VisitKeyItem>(db, visitSigningKey(visitId, kid));

/** The public half, ready to verify; undefined for a key that this visit does not have. */
const findPublicKey = async (db: Db, visitId: VisitId, kid: number): Promise<CryptoKey | undefined> => {
  const key = await findVisitKey(db, visitId, kid);
  return key && importTicketPublicKey(Uint8Array.from(key.publicKey));
};

const publicKeys = new WeakMap<Db, Map<string, CryptoKey>>();

/** The same, looked up once by a process: a visit's key never changes. */
export const recallPublicKey = async (db: Db, visitId: VisitId, kid: number): Promise<CryptoKey | undefined> => {
  const known = publicKeys.get(db) ?? new Map<string, CryptoKey>();
  publicKeys.set(db, known);
  const key = known.get(`${visitId} ${kid}`) ?? (await findPublicKey(db, visitId, kid));
  if (key) known.set(`${visitId} ${kid}`, key);
  return key;
};
