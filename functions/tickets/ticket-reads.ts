import type { PersonId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { importTicketPublicKey, type TicketCode, type TicketIndex, type TicketToken } from "../../shared/domain/ticket-token.ts";
import { type Db, findItem, findItems, type Item, queryPartition } from "../platform/db.ts";
import { ticketKey, visitPartition, visitSigningKey, visitSigningPrefix } from "../platform/keys.ts";
import { mailNamed } from "../registrations/registration-reads.ts";
import { openToken } from "./seal-token.ts";

/** A ticket as stored: found by its code, its token sealed. */
export type TicketItem = Item & {
  visitId: VisitId;
  registrationId: RegistrationId;
  personId: PersonId;
  idx: TicketIndex;
  code: TicketCode;
  gen: number;
  /** When this generation was issued, if it is not the first. */
  genSince?: Instant;
  /** The generation in whose place a new one was asked for. */
  renewFrom?: number;
  status: "valid" | "cancelled";
  cancelledAt?: Instant;
  /** As with its registration, when it was made. */
  again?: number;
  sealedToken: Uint8Array;
};

/** Id of the mail that brings a renewed code. */
export const renewalMailId = ({ registrationId, gen, again }: Pick<TicketItem, "registrationId" | "gen" | "again">): string =>
  mailNamed(`${registrationId}.ticket.renewed.${gen}`, again);

/** A visit's key pair: the private half wrapped by KMS, and gone after the visit. */
export type VisitKeyItem = Item & { kid: number; publicKey: Uint8Array; wrappedPrivateKey?: Uint8Array };

export const findTicket = (db: Db, visitId: VisitId, code: TicketCode): Promise<TicketItem | undefined> =>
  findItem<TicketItem>(db, ticketKey(visitId, code));

/** Tickets by their codes; unknown ones are left out. */
export const findTickets = async (db: Db, visitId: VisitId, codes: readonly TicketCode[]): Promise<Map<TicketCode, TicketItem>> => {
  const items = (await findItems(
    db,
    codes.map((code) => ticketKey(visitId, code)),
  )) as (TicketItem | undefined)[];
  return new Map(items.flatMap((item) => (item ? [[item.code, item] as const] : [])));
};

/** Index, beyond those of a ticket, of the pair that notes are sealed to. */
export const noteKid = 256;

/** Every key pair of a visit. */
export const listVisitKeys = (db: Db, visitId: VisitId): Promise<VisitKeyItem[]> =>
  queryPartition<VisitKeyItem>(db, visitPartition(visitId), visitSigningPrefix);

/** The one that tickets are signed with now. */
export const newestKey = (keys: readonly VisitKeyItem[]): VisitKeyItem | undefined =>
  keys.filter(({ kid }) => kid < noteKid).sort((a, b) => b.kid - a.kid)[0];

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

/** What the QR code of a stored ticket says. */
export const tokenOf = ({ visitId, idx, sealedToken }: TicketItem, sealKey: Uint8Array): TicketToken =>
  openToken(sealedToken, { visitId, idx }, sealKey);
