import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { openToken, sealToken } from "../../functions/tickets/seal-token.ts";
import { TicketIndex, TicketToken } from "../../shared/domain/ticket-token.ts";

const token = TicketToken.parse(`JS1:${"A".repeat(144)}`);
const key = randomBytes(32);
const place = { visitId: "vis_01JZZZZZZZZZZZZZZZZZZZZZZZ", idx: TicketIndex.parse("dAdYqeyJVF6oaDrg") };
const sealed = () => sealToken(token, place, key, randomBytes);

describe("a sealed token", () => {
  test("opens at its place with its key", () => {
    expect(openToken(sealed(), place, key)).toBe(token);
  });
  test("shows nothing of the token and differs each time", () => {
    expect(Buffer.from(sealed()).includes("AAAA")).toBe(false);
    expect(Buffer.from(sealed()).equals(sealed())).toBe(false);
  });
  test("takes its nonce from the caller", () => {
    const nonce = Buffer.alloc(12, 7);
    expect(Buffer.from(sealToken(token, place, key, () => nonce)).subarray(1, 13)).toEqual(nonce);
  });
  test("does not open at another place or with another key", () => {
    expect(() => openToken(sealed(), { ...place, visitId: "vis_01JZZZZZZZZZZZZZZZZZZZZZZY" }, key)).toThrow();
    expect(() => openToken(sealed(), { ...place, idx: TicketIndex.parse("dAdYqeyJVF6oaDrh") }, key)).toThrow();
    expect(() => openToken(sealed(), place, randomBytes(32))).toThrow();
  });
  test("does not open when a byte was changed or cut off", () => {
    const bytes = sealed();
    for (const at of [0, 1, 20, bytes.length - 1]) {
      const changed = Uint8Array.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => openToken(changed, place, key), `byte ${at}`).toThrow();
    }
    expect(() => openToken(bytes.subarray(0, -1), place, key)).toThrow();
    expect(() => openToken(bytes.subarray(0, 5), place, key)).toThrow();
  });
  test("needs a key of 32 bytes", () => {
    expect(() => sealToken(token, place, randomBytes(16), randomBytes)).toThrow();
  });
});
