import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { importSigningKey, makeVisitKeyPair, mintTicket } from "../../functions/tickets/sign-token.ts";
import { LocalDate } from "../../shared/domain/seoul-time.ts";
import {
  encodeTicketBody,
  importTicketPublicKey,
  readTicketCode,
  readToken,
  signToken,
  type TicketBody,
  TicketToken,
  ticketCodeOf,
  ticketCodeText,
  ticketIndexOf,
  verifyToken,
} from "../../shared/domain/ticket-token.ts";

const tid = Uint8Array.from({ length: 16 }, (_, i) => i);
const body: TicketBody = { kid: 3, visitNo: 0x01020304, tid, gen: 1, visitOn: LocalDate.parse("2026-11-26") };
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const keys = async () => {
  const pair = await makeVisitKeyPair();
  return { signing: await importSigningKey(pair.privateKey), public: await importTicketPublicKey(pair.publicKey) };
};
const ticketIn = (text: string) => {
  const reading = readToken(text);
  if (reading.kind !== "ticket") throw new Error(reading.kind);
  return reading.ticket;
};

describe("the format is fixed to the byte", () => {
  test("body", () => {
    // 11 version 1, ES256 · 03 kid · visitNo · tid · 01 gen · 00 flags · 09d9 = day 2521
    expect(hex(encodeTicketBody(body))).toBe("1103" + "01020304" + "000102030405060708090a0b0c0d0e0f" + "01" + "00" + "09d9");
  });
  test("index and code", async () => {
    // printf 'jobstop/idx/v1\0\0\1\2…' | openssl dgst -sha256: computed outside this program
    const idx = await ticketIndexOf(tid);
    expect(idx).toBe("dAdYqeyJVF6oaDrg");
    expect(ticketCodeOf(idx)).toBe("EG3NHAFC");
  });
  test("a token printed in 2026 is read and verified for ever", async () => {
    // Made by another implementation (Python's `cryptography` and `base64`).
    const publicKey = await importTicketPublicKey(
      Uint8Array.from(Buffer.from("BOXejyPei4cQj_cGVkZtnEAXaa_Aebe7VkVWvxA9_PoGtB8S6Rru6yMQOxPLNAE7wMIDepnigjr-Vc2xvcrEbzc", "base64url")),
    );
    const ticket = ticketIn(
      "JS1:CEBQCAQDAQAACAQDAQCQMBYIBEFAWDANBYHQCAAJ3HN3GQ6C47BGFGRXW5RF77WEHPKB2ZAIFJAMIC5XNBK2UNRHET65LZPDGTEYFV64KNNV4U7HGR3MFSDEXJXFOOAQ4M7FQH6ON67XVN7N",
    );
    expect(ticket).toMatchObject({ kid: 3, visitNo: 0x01020304, gen: 1, visitOn: "2026-11-26" });
    expect(hex(ticket.tid)).toBe(hex(tid));
    expect(await verifyToken(ticket, publicKey)).toBe(true);
  });
  test("148 characters, all of them alphanumeric for a QR code", async () => {
    const { signing } = await keys();
    const { token } = await mintTicket(body, signing);
    expect(token).toHaveLength(148);
    expect(token).toMatch(/^[0-9A-Z $%*+\-./:]+$/);
  });
  test("whatever fits the fields comes back from a token", async () => {
    const { signing, public: publicKey } = await keys();
    const anyBody = fc.record({
      kid: fc.nat(255),
      visitNo: fc.nat(2 ** 32 - 1),
      tid: fc.uint8Array({ minLength: 16, maxLength: 16 }),
      gen: fc.nat(255),
      visitOn: fc.constantFrom("2020-01-01", "2026-11-26", "2199-06-06").map((date) => LocalDate.parse(date)),
    });
    await fc.assert(
      fc.asyncProperty(anyBody, async (some) => {
        const ticket = ticketIn(await signToken(some, signing));
        expect({ ...ticket, tid: hex(ticket.tid) }).toMatchObject({ ...some, tid: hex(some.tid) });
        expect(await verifyToken(ticket, publicKey)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
  test.each([
    { kid: 256 },
    { visitNo: 2 ** 32 },
    { visitNo: 1.5 },
    { gen: -1 },
    { tid: new Uint8Array(15) },
    { visitOn: LocalDate.parse("2019-12-31") },
    { visitOn: LocalDate.parse("2199-06-07") },
  ])("a value that does not fit is refused: %j", (wrong) => {
    expect(() => encodeTicketBody({ ...body, ...wrong })).toThrow(RangeError);
  });
});

describe("reading", () => {
  test("white space around a scanned text is dropped", async () => {
    const { signing } = await keys();
    const { token } = await mintTicket(body, signing);
    expect(readToken(` ${token}\r\n`).kind).toBe("ticket");
  });
  test("all that is not a token to the letter is no ticket", async () => {
    const { signing } = await keys();
    const { token } = await mintTicket(body, signing);
    const others = [
      "",
      "https://jobstop.example.com",
      token.toLowerCase(),
      `js1:${token.slice(4)}`,
      token.slice(0, -1),
      `${token}A`,
      `${token.slice(0, 80)} ${token.slice(80)}`,
      token.replace("JS1:", "JS2:"),
      `${token.slice(0, -1)}1`,
      `${token.slice(0, -1)}=`,
    ];
    for (const other of others) expect(readToken(other), other).toEqual({ kind: "not-a-ticket" });
  });
});

describe("a signature", () => {
  test("of another key does not verify", async () => {
    const [ours, theirs] = [await keys(), await keys()];
    const { token } = await mintTicket(body, theirs.signing);
    expect(await verifyToken(ticketIn(token), ours.public)).toBe(false);
  });
  test("over the body alone, without our prefix, does not verify", async () => {
    const { signing, public: publicKey } = await keys();
    const { token } = await mintTicket(body, signing);
    const bare = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, signing, encodeTicketBody(body));
    expect(await verifyToken({ ...ticketIn(token), signature: new Uint8Array(bare) }, publicKey)).toBe(false);
  });
});

describe("a typed code", () => {
  test.each(["7K3M9QXA", "7k3m9qxa", "7K3M 9QXA", " 7K3M-9QXA ", "7K3M–9QXA", "７Ｋ３Ｍ９ＱＸＡ"])("%j is meant as 7K3M9QXA", (typed) => {
    expect(readTicketCode(typed)).toBe("7K3M9QXA");
  });
  test("letters that look like digits are those digits", () => {
    expect(readTicketCode("OoIi LlAB")).toBe("001111AB");
  });
  test.each(["", "7K3M9QX", "7K3M9QXAA", "7K3M9QXU", "7K3M9QX!", "가나다라마바사아"])("%j is no code", (typed) => {
    expect(readTicketCode(typed)).toBeUndefined();
  });
  test("is shown in two groups that read back", () => {
    const code = readTicketCode("7K3M9QXA");
    if (!code) throw new Error("no code");
    expect(ticketCodeText(code)).toBe("7K3M 9QXA");
    expect(readTicketCode(ticketCodeText(code))).toBe(code);
  });
});

test("a token's type is not any text", () => {
  expect(TicketToken.safeParse("JS1:").success).toBe(false);
});
