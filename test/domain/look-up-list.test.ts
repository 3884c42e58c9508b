import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toBase64Url } from "../../shared/domain/base64url.ts";
import { VisitId } from "../../shared/domain/ids.ts";
import { isGoodPin, type LookUpRow, lookUpKey, openLookUpList, sealLookUpList } from "../../shared/domain/look-up-list.ts";
import { TicketIndex } from "../../shared/domain/ticket-token.ts";

const visitId = VisitId.parse("vis_01JZZZZZZZZZZZZZZZZZZZZZZZ");
const otherVisit = VisitId.parse("vis_01JZZZZZZZZZZZZZZZZZZZZZZY");

const pins = fc.integer({ min: 0, max: 999_999 }).map((n) => String(n).padStart(6, "0"));
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length }).map((array) => Uint8Array.from(array));
const rows: fc.Arbitrary<LookUpRow[]> = fc.uniqueArray(
  fc.record({
    idx: bytes(12).map((array) => TicketIndex.parse(toBase64Url(array))),
    maskedName: fc.constantFrom("김○늘", "선○○온", "A○○a B○○g", "○○", "李○"),
    phoneEnd: fc.option(fc.constantFrom("0101", "0000", "9876")),
  }),
  { selector: ({ idx }) => idx, maxLength: 40 },
);
/** Few, so that many PINs are tried in little time; how many is no part of the rule. */
const iterations = 10;
const byIdx = (list: readonly LookUpRow[]) => [...list].sort((a, b) => (a.idx < b.idx ? -1 : 1));

describe("the list for looking people up", () => {
  test("opens with the PIN it was sealed under, as it was, and with no other PIN, salt, visit or count", async () => {
    await fc.assert(
      fc.asyncProperty(rows, pins, pins, bytes(16), bytes(16), async (list, pin, otherPin, salt, otherSalt) => {
        fc.pre(pin !== otherPin && salt.join() !== otherSalt.join());
        const stretch = { visitId, salt, iterations };
        const key = await lookUpKey(pin, stretch);
        const sealed = await sealLookUpList(list, { key, visitId });
        expect(await openLookUpList(sealed, { key: await lookUpKey(pin, stretch), visitId })).toEqual(byIdx(list));
        const wrong = [
          await lookUpKey(otherPin, stretch),
          await lookUpKey(pin, { ...stretch, salt: otherSalt }),
          await lookUpKey(pin, { ...stretch, visitId: otherVisit }),
          await lookUpKey(pin, { ...stretch, iterations: iterations + 1 }),
        ];
        for (const other of wrong) await expect(openLookUpList(sealed, { key: other, visitId })).rejects.toThrow();
        await expect(openLookUpList(sealed, { key, visitId: otherVisit })).rejects.toThrow();
      }),
      { numRuns: 60 },
    );
  });

  test("is sealed alike in whatever order its people come, and otherwise once one of them has changed", async () => {
    await fc.assert(
      fc.asyncProperty(rows, bytes(32), fc.nat(), async (list, key, n) => {
        const sealed = await sealLookUpList(list, { key, visitId });
        expect(await sealLookUpList([...list].reverse(), { key, visitId })).toBe(sealed);
        fc.pre(list.length > 0);
        const changed = list.map((row, i) => (i === n % list.length ? { ...row, maskedName: "박○을" } : row));
        expect(await sealLookUpList(changed, { key, visitId })).not.toBe(sealed);
      }),
      { numRuns: 60 },
    );
  });

  test("shows nothing of the people, and nothing of the PIN", async () => {
    await fc.assert(
      fc.asyncProperty(pins, bytes(16), async (pin, salt) => {
        const key = await lookUpKey(pin, { visitId, salt, iterations });
        const sealed = await sealLookUpList([{ idx: TicketIndex.parse("A".repeat(16)), maskedName: "김○늘", phoneEnd: "0101" }], {
          ...{ key, visitId },
        });
        const text = Buffer.from(sealed, "base64url").toString("latin1");
        for (const word of [Buffer.from("김○늘").toString("latin1"), "0101", pin, "A".repeat(16)]) expect(text).not.toContain(word);
      }),
      { numRuns: 40 },
    );
  });
});

test.each(["000000", "777777", "123456", "345678", "987654", "12345", "1234567", "12a456", "", "１２３４５７"])("%j is no PIN", (pin) => {
  expect(isGoodPin(pin)).toBe(false);
});
test.each(["482913", "112233", "010203", "123457"])("%j is one", (pin) => {
  expect(isGoodPin(pin)).toBe(true);
});
