import type { PersonId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import {
  importTicketPublicKey,
  newestCodeOf,
  type TicketCode,
  type TicketIndex,
  type TicketToken,
} from "../../shared/domain/ticket-token.ts";
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
  /** The first code, by which it is found. */
  code: TicketCode;
  /** Codes of the generations after the first, in their order. */
  renewedCodes?: TicketCode[];
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

/** The code of a later generation: it leads to the ticket, and nobody else's ticket of the visit has it. */
export type TicketCodeItem = Item & { ticketCode: TicketCode; gen: number };

const isTicket = (item: Item | undefined): item is TicketItem => item?.type === "ticket";

/** By the first code. */
export const findTicket = async (db: Db, visitId: VisitId, code: TicketCode): Promise<TicketItem | undefined> => {
  const item = await findItem(db, ticketKey(visitId, code));
  return isTicket(item) ? item : undefined;
};

/** By any code that it ever had, with the generation whose code it is. */
export const findTicketByCode = async (
  db: Db,
  visitId: VisitId,
  code: TicketCode,
): Promise<{ ticket: TicketItem; gen: number } | undefined> => {
  const item = await findItem(db, ticketKey(visitId, code));
  if (isTicket(item)) return { ticket: item, gen: 1 };
  if (!item) return undefined;
  const { ticketCode, gen } = item as TicketCodeItem;
  const ticket = await findTicket(db, visitId, ticketCode);
  return ticket && { ticket, gen };
};

/** The code below the QR code of now. */
export const shownCodeOf = ({ idx, renewedCodes }: Pick<TicketItem, "idx" | "renewedCodes">): TicketCode => newestCodeOf(idx, renewedCodes);

/** Tickets by their first codes; unknown ones are left out. */
export const findTickets = async (db: Db, visitId: VisitId, codes: readonly TicketCode[]): Promise<Map<TicketCode, TicketItem>> => {
  const items = await findItems(
    db,
    codes.map((code) => ticketKey(visitId, code)),
  );
  return new Map(items.flatMap((item) => (isTicket(item) ? [[item.code, item] as const] : [])));
};

/** All that is stored of tickets, by their first codes: what leads to them first. */
export const listTicketItems = async (db: Db, visitId: VisitId, codes: readonly TicketCode[]): Promise<Item[]> => {
  const tickets = [...(await findTickets(db, visitId, codes)).values()];
  const renewed = tickets.flatMap(({ renewedCodes = [] }) => renewedCodes.map((code) => ticketKey(visitId, code)));
  return [...(await findItems(db, renewed)).flatMap((item) => item ?? []), ...tickets];
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
