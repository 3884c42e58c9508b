import type { PackRow } from "../../../../shared/contract/check-in.ts";
import { fromBase64Url } from "../../../../shared/domain/base64url.ts";
import type { TicketPack, TicketRow } from "../../../../shared/domain/check-in.ts";
import { type CheckInEvent, subjectOf } from "../../../../shared/domain/check-in-event.ts";
import { foldTicket } from "../../../../shared/domain/check-in-fold.ts";
import { importTicketPublicKey, type TicketCode, type TicketIndex, ticketCodeOf } from "../../../../shared/domain/ticket-token.ts";
import type { PackAtHand } from "./pack-store.ts";

/** A ticket of the pack; without `row` for one that was issued since and is known only because it was admitted. */
export type LocalTicket = TicketRow & { row?: PackRow };
export type LocalPack = TicketPack<LocalTicket> & { add(event: CheckInEvent): void };

/** Looks tickets up on this device. Whether somebody has arrived, the fold over the events of all phones and of this one says. */
export function localPackOf({ pack, tickets, events }: PackAtHand, own: readonly CheckInEvent[]): LocalPack {
  const rows = new Map(tickets.map((row) => [row.idx, row]));
  const named = new Map<TicketCode, { idx: TicketIndex; gen: number }>();
  const about = new Map<string, CheckInEvent[]>();
  const keys = new Map<number, Promise<CryptoKey>>();
  const add = (event: CheckInEvent) => {
    const subject = subjectOf(event);
    if (subject !== undefined) about.set(subject, [...(about.get(subject) ?? []), event]);
    if ("idx" in event && event.idx) named.set(ticketCodeOf(event.idx), { idx: event.idx, gen: 1 });
  };
  for (const { idx, codes = [] } of tickets)
    for (const [i, code] of [ticketCodeOf(idx), ...codes].entries()) named.set(code, { idx, gen: i + 1 });
  for (const event of [...events, ...own]) add(event);

  const findTicket = (idx: TicketIndex): LocalTicket | undefined => {
    const row = rows.get(idx);
    const { arrival } = foldTicket(about.get(idx) ?? [], row);
    if (row) return { idx, gen: row.gen, status: row.status, arrival, row };
    // Issued since the pack was made: what is known is that it was let in before.
    return arrival && { idx, gen: 1, status: "valid", arrival };
  };
  return {
    visitNo: pack.visit.visitNo,
    isWhole: false,
    findPublicKey: (kid) => {
      const raw = pack.keys.find((key) => key.kid === kid)?.publicKey;
      if (raw === undefined) return undefined;
      const known = keys.get(kid) ?? importTicketPublicKey(fromBase64Url(raw));
      keys.set(kid, known);
      return known;
    },
    findTicket,
    findTicketByCode: (code) => {
      const known = named.get(code);
      const ticket = known && findTicket(known.idx);
      return ticket && { row: ticket, gen: known.gen };
    },
    add,
  };
}
