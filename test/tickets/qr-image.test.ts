import { expect, test } from "vitest";
import { qrPixels, qrPng } from "../../functions/tickets/qr-image.ts";
import { importSigningKey, makeVisitKeyPair, mintTicket } from "../../functions/tickets/sign-token.ts";
import { LocalDate } from "../../shared/domain/seoul-time.ts";
import { TicketToken } from "../../shared/domain/ticket-token.ts";
import { readQr } from "../support/read-qr.ts";

test("a scanner reads the token back from a version 6-M code with large modules", async () => {
  const signing = await importSigningKey((await makeVisitKeyPair()).privateKey);
  const tid = crypto.getRandomValues(new Uint8Array(16));
  const { token } = await mintTicket({ kid: 0, visitNo: 1, tid, gen: 1, visitOn: LocalDate.parse("2026-11-26") }, signing);
  const png = await qrPng(token);
  const [code, ...others] = await readQr(png);
  expect(others).toEqual([]);
  expect(code).toMatchObject({ text: token, format: "QRCode", ecLevel: "M", version: "6" });
  const header = new DataView(Uint8Array.from(png).buffer);
  expect([header.getUint32(16), header.getUint32(20), qrPixels]).toEqual([392, 392, 392]);
});

test("what does not fit version 6 is refused, not drawn smaller", async () => {
  await expect(qrPng("JS1:".padEnd(160, "A") as TicketToken)).rejects.toThrow();
  expect(TicketToken.safeParse("JS1:".padEnd(160, "A")).success).toBe(false);
});
