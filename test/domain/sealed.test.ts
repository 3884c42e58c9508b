import { describe, expect, test } from "vitest";
import { makeNoteKeyPair } from "../../functions/tickets/sign-token.ts";
import { fromBase64Url } from "../../shared/domain/base64url.ts";
import { VisitId } from "../../shared/domain/ids.ts";
import { importNotePrivateKey, importNotePublicKey, openNote, sealNote } from "../../shared/domain/sealed-note.ts";
import { openRow, sealRow } from "../../shared/domain/sealed-row.ts";

const visitId = VisitId.parse("vis_01JZZZZZZZZZZZZZZZZZZZZZZZ");
const otherVisit = VisitId.parse("vis_01JZZZZZZZZZZZZZZZZZZZZZZY");
const nonceBytes = 12;
const flipped = (sealed: string): string => `${sealed.slice(0, -2)}${sealed.at(-2) === "A" ? "B" : "A"}${sealed.slice(-1)}`;

describe("a row that is sealed to a ticket", () => {
  const tid = new Uint8Array(16).fill(7);
  test("is sealed alike each time, and each text under a nonce of its own", async () => {
    const nonceOf = async (text: string) =>
      fromBase64Url(await sealRow(text, { secret: tid, visitId }))
        .slice(0, nonceBytes)
        .join();
    expect(await sealRow("김○늘", { secret: tid, visitId })).toBe(await sealRow("김○늘", { secret: tid, visitId }));
    expect(await nonceOf("김○늘")).not.toBe(await nonceOf("박○을"));
  });
  test("opens with this ticket at this visit, as it was, and not otherwise", async () => {
    const sealed = await sealRow("김○늘", { secret: tid, visitId });
    expect(await openRow(sealed, { secret: tid, visitId })).toBe("김○늘");
    await expect(openRow(sealed, { secret: new Uint8Array(16).fill(8), visitId })).rejects.toThrow();
    await expect(openRow(sealed, { secret: tid, visitId: otherVisit })).rejects.toThrow();
    await expect(openRow(flipped(sealed), { secret: tid, visitId })).rejects.toThrow();
  });
});

describe("a note that is sealed to a visit", () => {
  test("opens with the visit's private key, as it was, and not otherwise; twice the same text is told apart by nobody", async () => {
    const [pair, other] = [await makeNoteKeyPair(), await makeNoteKeyPair()];
    const publicKey = await importNotePublicKey(pair.publicKey);
    const privateKey = await importNotePrivateKey(pair.privateKey);
    const sealed = await sealNote("마루한", { visitId, publicKey });
    expect(sealed).not.toBe(await sealNote("마루한", { visitId, publicKey }));
    expect(await openNote(sealed, { visitId, privateKey })).toBe("마루한");
    await expect(openNote(sealed, { visitId, privateKey: await importNotePrivateKey(other.privateKey) })).rejects.toThrow();
    await expect(openNote(sealed, { visitId: otherVisit, privateKey })).rejects.toThrow();
    await expect(openNote(flipped(sealed), { visitId, privateKey })).rejects.toThrow();
  });
});
