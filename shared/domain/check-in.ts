/**
 * The one decision about a scan, for the server and for the scanner without a network: what differs is only where the
 * tickets are looked up. The order of the checks is part of the rule: format, version, visit, key, signature, cancelled,
 * superseded, arrived, unknown here. A ticket of another visit says so before its signature is doubted, because its key is
 * rightly not here; whoever shows it came on the wrong day and is no forger.
 */
import * as z from "zod/mini";
import type { Instant, LocalDate } from "./seoul-time.ts";
import {
  type ReadTicket,
  readTicketCode,
  readToken,
  type TicketCode,
  type TicketIndex,
  ticketIndexOf,
  verifyToken,
} from "./ticket-token.ts";
import { type Scan, verdicts } from "./verdicts.ts";

export const Verdict = z.enum(Object.keys(verdicts) as [keyof typeof verdicts, ...(keyof typeof verdicts)[]]);
export type Verdict = z.infer<typeof Verdict>;

/** A ticket as the place of look-up knows it. */
export interface TicketRow {
  readonly idx: TicketIndex;
  /** Newest generation; a QR code of an older one was replaced. */
  readonly gen: number;
  readonly status: "valid" | "cancelled";
  readonly arrival?: { readonly at: Instant; readonly deviceId: string; readonly eventId: string } | undefined;
}

type Awaitable<Value> = Value | Promise<Value>;

/** Where tickets of one visit are looked up: the table on the server, the pack on a phone. */
export interface TicketPack<Row extends TicketRow = TicketRow> {
  readonly visitNo: number;
  /** Whether every ticket there is can be found here, as in the table: then one that is not was never issued, whoever has signed it. */
  readonly isWhole: boolean;
  findPublicKey(kid: number): Awaitable<CryptoKey | undefined>;
  findTicket(idx: TicketIndex): Awaitable<Row | undefined>;
  /** With the generation on whose ticket the code stands: a renewed ticket has another. */
  findTicketByCode(code: TicketCode): Awaitable<{ row: Row; gen: number } | undefined>;
}

interface Seen {
  readonly idx: TicketIndex;
  readonly gen: number;
}

/** Why nobody is checked in at a visit now. */
export type OffDay = "visit-cancelled" | "not-today";

/** A verdict with what staff need to see beside it. What a token says of itself before `forged` is unproven. */
export type Judgement<Row extends TicketRow = TicketRow> =
  | { readonly verdict: "not-a-ticket" | "unknown-version" | "unknown-code" }
  | (Seen & { readonly verdict: "other-visit"; readonly visitOn: LocalDate })
  | (Seen & { readonly verdict: "refresh-pack" | "forged" | "not-issued" | "issued-since" })
  | (Seen & { readonly verdict: "cancelled" | "superseded" | "admitted" | "admitted-by-code" | OffDay; readonly ticket: Row })
  | (Seen & {
      readonly verdict: "already-arrived";
      readonly ticket: Row;
      readonly arrival: NonNullable<TicketRow["arrival"]>;
    });

export async function judgeScan<Row extends TicketRow>(scan: Scan, pack: TicketPack<Row>): Promise<Judgement<Row>> {
  return scan.by === "code" ? judgeCode(scan.text, pack) : judgeToken(scan.text, pack);
}

async function judgeToken<Row extends TicketRow>(text: string, pack: TicketPack<Row>): Promise<Judgement<Row>> {
  const reading = readToken(text);
  if (reading.kind !== "ticket") return { verdict: reading.kind };
  const { ticket } = reading;
  const seen = { idx: await ticketIndexOf(ticket.tid), gen: ticket.gen };
  if (ticket.visitNo !== pack.visitNo) return { ...seen, verdict: "other-visit", visitOn: ticket.visitOn };
  const doubt = await doubtSignature(ticket, pack);
  if (doubt) return { ...seen, verdict: doubt };
  const row = await pack.findTicket(seen.idx);
  if (row) return judgeRow(row, seen, "admitted");
  return { ...seen, verdict: pack.isWhole ? "not-issued" : "issued-since" };
}

async function doubtSignature(ticket: ReadTicket, pack: TicketPack): Promise<"refresh-pack" | "forged" | undefined> {
  const publicKey = await pack.findPublicKey(ticket.kid);
  if (!publicKey) return "refresh-pack";
  return (await verifyToken(ticket, publicKey)) ? undefined : "forged";
}

/** A typed code proves nothing about a signature: the row it finds is what is judged. */
async function judgeCode<Row extends TicketRow>(typed: string, pack: TicketPack<Row>): Promise<Judgement<Row>> {
  const code = readTicketCode(typed);
  const found = code && (await pack.findTicketByCode(code));
  return found ? judgeRow(found.row, { idx: found.row.idx, gen: found.gen }, "admitted-by-code") : { verdict: "unknown-code" };
}

function judgeRow<Row extends TicketRow>(row: Row, seen: Seen, otherwise: "admitted" | "admitted-by-code"): Judgement<Row> {
  if (row.status === "cancelled") return { ...seen, verdict: "cancelled", ticket: row };
  // A newer generation than the row's was signed by us after the pack was loaded: as good as the row's own.
  if (seen.gen < row.gen) return { ...seen, verdict: "superseded", ticket: row };
  if (row.arrival) return { ...seen, verdict: "already-arrived", ticket: row, arrival: row.arrival };
  return { ...seen, verdict: otherwise, ticket: row };
}
