import { describe, expect, test } from "vitest";
import { countAfter, givenWith, queueNumber } from "../../shared/domain/queue-number.ts";
import { anEvent, desk } from "../support/desk-worlds.ts";

const walkIn = (number: string) => anEvent({ kind: "walk-in", number, deskId: desk("d1") });

describe("numbers of a device", () => {
  test("have its letter and three digits", () => {
    expect(queueNumber("A", 12)).toBe("A-012");
    expect(queueNumber("AB", 7)).toBe("AB-007");
  });

  test("go on after the last one that it remembers, and after any that it has forgotten", () => {
    expect(countAfter({ counted: 0 }, "A", [])).toBe(1);
    expect(countAfter({ counted: 4 }, "A", [walkIn("A-002")])).toBe(5);
    expect(countAfter({ counted: 0 }, "A", [walkIn("A-007"), walkIn("A-003")])).toBe(8);
  });

  test("do not care for those of other devices", () => {
    expect(countAfter({ counted: 1 }, "A", [walkIn("B-041"), walkIn("AA-050")])).toBe(2);
  });

  test("are not used up by one that leapt to the end, or nearly so", () => {
    for (const leap of ["A-999", "A-998"]) {
      const known = [walkIn("A-001"), walkIn(leap)];
      const given: number[] = [];
      let counted = 1;
      for (let n = 0; n < 5; n++) {
        counted = countAfter({ counted }, "A", known);
        given.push(counted);
        known.push(walkIn(queueNumber("A", counted)));
      }
      expect(new Set(given).size).toBe(5);
      for (const number of given) expect(["A-001", leap]).not.toContain(queueNumber("A", number));
    }
  });

  test("that it gave are not given again after a leap to the end, whether others know of them yet or not", () => {
    const leapt = [walkIn("A-999")];
    const before = [1, 2].reduce(givenWith, { counted: 0 });
    const first = countAfter(before, "A", leapt);
    const second = countAfter(givenWith(before, first), "A", leapt);
    expect([first, second]).toEqual([3, 4]);
    // one that counted on after those that were passed over
    expect(countAfter({ counted: 7, given: [1, 7] }, "A", leapt)).toBe(2);
  });

  test("end at 999: none is given twice", () => {
    expect(countAfter({ counted: 998 }, "A", [])).toBe(999);
    expect(() => countAfter({ counted: 999 }, "A", [])).toThrow(RangeError);
  });
});
