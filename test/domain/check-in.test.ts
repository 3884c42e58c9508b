import { describe, expect, test } from "vitest";
import { importSigningKey, type MintedTicket, makeVisitKeyPair, mintTicket } from "../../functions/tickets/sign-token.ts";
import { fromBase32, toBase32 } from "../../shared/domain/base32.ts";
import { judgeScan, type TicketPack, type TicketRow } from "../../shared/domain/check-in.ts";
import { Instant, LocalDate } from "../../shared/domain/seoul-time.ts";
import {
  importTicketPublicKey,
  renewedTicketCode,
  type TicketBody,
  type TicketIndex,
  ticketCodeOf,
} from "../../shared/domain/ticket-token.ts";
import { type Scan, scanOf, verdicts } from "../../shared/domain/verdicts.ts";

const visitNo = 41;
const kid = 1;
const arrival = { at: Instant.parse("2026-11-26T01:05:00.000Z"), deviceId: "phone-b", eventId: "019ac000-0000-7000-8000-00000000000b" };

/** A visit with its own key, one minted ticket and a pack that knows it. */
async function aVisit(change: { body?: Partial<TicketBody>; row?: Partial<TicketRow> } = {}) {
  const pair = await makeVisitKeyPair();
  const signing = await importSigningKey(pair.privateKey);
  const publicKey = await importTicketPublicKey(pair.publicKey);
  const tid = crypto.getRandomValues(new Uint8Array(16));
  const body: TicketBody = { kid, visitNo, tid, gen: 2, visitOn: LocalDate.parse("2026-11-26"), ...change.body };
  const minted = await mintTicket(body, signing);
  const row: TicketRow = { idx: minted.idx, gen: 2, status: "valid", ...change.row };
  return { minted, row, pack: packOf([row], publicKey), signing, publicKey, body };
}

function packOf(rows: readonly TicketRow[], publicKey?: CryptoKey, isWhole = false): TicketPack {
  return {
    visitNo,
    isWhole,
    findPublicKey: (asked) => (asked === kid ? publicKey : undefined),
    findTicket: (idx) => rows.find((row) => row.idx === idx),
    findTicketByCode: (code) => {
      const row = rows.find(({ idx }) => ticketCodeOf(idx) === code || renewed(idx) === code);
      return row && { row, gen: renewed(row.idx) === code ? 2 : 1 };
    },
  };
}

/** The code of the second generation: its first half is the first one's. */
const renewed = (idx: TicketIndex) => renewedTicketCode(ticketCodeOf(idx), new Uint8Array(5).fill(7));

const qr = (ticket: MintedTicket | string): Scan => ({ by: "qr", text: typeof ticket === "string" ? ticket : ticket.token });
const typed = (text: string): Scan => ({ by: "code", text });
const bytesOf = (token: string) => fromBase32(token.slice(4), "rfc4648");
const tokenOf = (bytes: Uint8Array) => `JS1:${toBase32(bytes, "rfc4648")}`;
const withByte = (token: string, at: number, change: (byte: number) => number) => {
  const bytes = bytesOf(token);
  bytes[at] = change(bytes[at] ?? 0);
  return tokenOf(bytes);
};

describe("each check has its verdict", () => {
  test("1 · not our format", async () => {
    const { minted, pack } = await aVisit();
    for (const text of ["", "https://example.com", minted.token.slice(0, 147), minted.token.toLowerCase()]) {
      expect(await judgeScan(qr(text), pack)).toEqual({ verdict: "not-a-ticket" });
    }
  });
  test("2 · a version, an algorithm or a flag that is not known yet", async () => {
    const { minted, pack } = await aVisit();
    for (const [at, value] of [
      [0, 0x21],
      [0, 0x12],
      [23, 1],
    ] as const) {
      expect(await judgeScan(qr(withByte(minted.token, at, () => value)), pack)).toEqual({ verdict: "unknown-version" });
    }
  });
  test("3 · another visit, with the date it was for", async () => {
    const { minted, pack } = await aVisit({ body: { visitNo: 42, visitOn: LocalDate.parse("2026-12-03") } });
    expect(await judgeScan(qr(minted), pack)).toMatchObject({ verdict: "other-visit", visitOn: "2026-12-03" });
  });
  test("4 · a key that is not here", async () => {
    const { minted, pack } = await aVisit({ body: { kid: 2 } });
    expect(await judgeScan(qr(minted), pack)).toMatchObject({ verdict: "refresh-pack" });
  });
  test("5 · a flipped bit, wherever the earlier checks do not look", async () => {
    const { minted, pack } = await aVisit();
    for (const at of [6, 14, 21, 22, 24, 25, 26, 57, 58, 89]) {
      for (const bit of [0, 7]) {
        const text = withByte(minted.token, at, (byte) => byte ^ (1 << bit));
        expect(await judgeScan(qr(text), pack), `byte ${at}, bit ${bit}`).toMatchObject({ verdict: "forged" });
      }
    }
  });
  test("6 · cancelled", async () => {
    const { minted, pack, row } = await aVisit({ row: { status: "cancelled" } });
    expect(await judgeScan(qr(minted), pack)).toEqual({ verdict: "cancelled", idx: row.idx, gen: 2, ticket: row });
  });
  test("6 · superseded by a newer QR code", async () => {
    const { minted, pack, row } = await aVisit({ row: { gen: 3 } });
    expect(await judgeScan(qr(minted), pack)).toEqual({ verdict: "superseded", idx: row.idx, gen: 2, ticket: row });
  });
  test("7 · already arrived, with time and device", async () => {
    const { minted, pack } = await aVisit({ row: { arrival } });
    expect(await judgeScan(qr(minted), pack)).toMatchObject({ verdict: "already-arrived", arrival });
  });
  test("8 · genuine but not in the pack", async () => {
    const { minted, publicKey } = await aVisit();
    expect(await judgeScan(qr(minted), packOf([], publicKey))).toEqual({ verdict: "issued-since", idx: minted.idx, gen: 2 });
    expect(await judgeScan(qr(minted), packOf([], publicKey, true))).toEqual({ verdict: "not-issued", idx: minted.idx, gen: 2 });
  });
  test("9 · admitted", async () => {
    const { minted, pack, row } = await aVisit();
    expect(await judgeScan(qr(minted), pack)).toEqual({ verdict: "admitted", idx: row.idx, gen: 2, ticket: row });
  });
  test("a QR code newer than the pack is as good", async () => {
    const { minted, pack } = await aVisit({ row: { gen: 1 } });
    expect(await judgeScan(qr(minted), pack)).toMatchObject({ verdict: "admitted", gen: 2 });
  });
});

describe("the checks come in their order", () => {
  test("a forged ticket of another visit is of another visit", async () => {
    const { minted, pack } = await aVisit({ body: { visitNo: 42 } });
    expect(await judgeScan(qr(withByte(minted.token, 60, (byte) => byte ^ 1)), pack)).toMatchObject({ verdict: "other-visit" });
  });
  test("an unknown version of another visit is an unknown version", async () => {
    const { minted, pack } = await aVisit({ body: { visitNo: 42 } });
    expect(await judgeScan(qr(withByte(minted.token, 23, () => 128)), pack)).toEqual({ verdict: "unknown-version" });
  });
  test("another visit and an unknown key is another visit", async () => {
    const { minted, pack } = await aVisit({ body: { visitNo: 42, kid: 9 } });
    expect(await judgeScan(qr(minted), pack)).toMatchObject({ verdict: "other-visit" });
  });
  test("a forged ticket that was cancelled is forged, and nothing of the row is shown", async () => {
    const { minted, pack } = await aVisit({ row: { status: "cancelled", arrival } });
    const judgement = await judgeScan(qr(withByte(minted.token, 60, (byte) => byte ^ 1)), pack);
    expect(judgement).toEqual({ verdict: "forged", idx: minted.idx, gen: 2 });
  });
  test("cancelled, superseded, arrived: the first of them is said", async () => {
    const cancelled = await aVisit({ row: { status: "cancelled", gen: 3, arrival } });
    expect(await judgeScan(qr(cancelled.minted), cancelled.pack)).toMatchObject({ verdict: "cancelled" });
    const superseded = await aVisit({ row: { gen: 3, arrival } });
    expect(await judgeScan(qr(superseded.minted), superseded.pack)).toMatchObject({ verdict: "superseded" });
  });
});

describe("one ticket stays one ticket", () => {
  test("signed again, it has the same index", async () => {
    const { minted, pack, body, signing } = await aVisit({ row: { arrival } });
    const again = await mintTicket(body, signing);
    expect(again.token).not.toBe(minted.token);
    expect(await judgeScan(qr(again), pack)).toMatchObject({ verdict: "already-arrived", idx: minted.idx });
  });
  test("with its signature rewritten to (r, n−s), it verifies and has the same index", async () => {
    const { minted, pack } = await aVisit({ row: { arrival } });
    const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
    const bytes = bytesOf(minted.token);
    const s = BigInt(`0x${Buffer.from(bytes.slice(58)).toString("hex")}`);
    bytes.set(Buffer.from((order - s).toString(16).padStart(64, "0"), "hex"), 58);
    expect(tokenOf(bytes)).not.toBe(minted.token);
    expect(await judgeScan(qr(tokenOf(bytes)), pack)).toMatchObject({ verdict: "already-arrived", idx: minted.idx });
  });
});

describe("a typed code", () => {
  test("admits without key or signature", async () => {
    const { row } = await aVisit();
    expect(await judgeScan(typed(renewed(row.idx)), packOf([row]))).toEqual({
      verdict: "admitted-by-code",
      idx: row.idx,
      gen: 2,
      ticket: row,
    });
  });
  test("from the paper that a renewed ticket replaced does not, as its QR does not", async () => {
    const { row } = await aVisit();
    const first = { ...row, gen: 1 };
    expect(await judgeScan(typed(ticketCodeOf(row.idx)), packOf([first]))).toMatchObject({ verdict: "admitted-by-code", gen: 1 });
    expect(await judgeScan(typed(ticketCodeOf(row.idx)), packOf([row]))).toMatchObject({ verdict: "superseded", gen: 1, ticket: row });
  });
  test("is forgiven its hyphen and its small letters", async () => {
    const { row } = await aVisit();
    const code = renewed(row.idx);
    const asTyped = `${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase();
    expect(await judgeScan(typed(asTyped), packOf([row]))).toMatchObject({ verdict: "admitted-by-code" });
  });
  test("of a cancelled ticket or of somebody who is here says so", async () => {
    const { row } = await aVisit();
    expect(await judgeScan(typed(renewed(row.idx)), packOf([{ ...row, status: "cancelled" }]))).toMatchObject({ verdict: "cancelled" });
    expect(await judgeScan(typed(renewed(row.idx)), packOf([{ ...row, arrival }]))).toMatchObject({ verdict: "already-arrived", arrival });
  });
  test("that nobody has, or that is none, is an unknown code", async () => {
    const { pack } = await aVisit();
    for (const text of ["00000000", "7K3M", "!!!!!!!!"]) {
      expect(await judgeScan(typed(text), pack)).toEqual({ verdict: "unknown-code" });
    }
  });
  test("is told from a token by its length", async () => {
    const { minted } = await aVisit();
    expect(scanOf(minted.token).by).toBe("qr");
    expect(scanOf("7k3m-9qxa\n").by).toBe("code");
    expect(scanOf("https://example.com").by).toBe("qr");
  });
});

test("only green verdicts admit", () => {
  for (const [verdict, { tone, admits }] of Object.entries(verdicts)) expect(admits, verdict).toBe(tone === "green");
});
