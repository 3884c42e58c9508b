import { describe, expect, it } from "vitest";
import { goneAfterMs, watchCodesInView } from "../../web/src/staff/scanner/codes-in-view.ts";

describe("when a ticket is held before the camera", () => {
  it("it is one scan however long it stays", () => {
    const codes = watchCodesInView();
    const seen = Array.from({ length: 300 }, (_, picture) => codes.see("A", picture * 100, true));
    expect(seen.filter((text) => text !== undefined)).toEqual(["A"]);
  });

  it("a shaking hand does not make it a second scan, taking it away and bringing it back does", () => {
    const codes = watchCodesInView();
    expect(codes.see("A", 0, true)).toBe("A");
    expect(codes.see(undefined, 500, true)).toBeUndefined();
    expect(codes.see("A", goneAfterMs, true)).toBeUndefined();
    expect(codes.see(undefined, goneAfterMs + 100, true)).toBeUndefined();
    expect(codes.see("A", 2 * goneAfterMs + 1, true)).toBe("A");
  });

  it("another ticket is a scan at once", () => {
    const codes = watchCodesInView();
    codes.see("A", 0, true);
    expect(codes.see("B", 100, true)).toBe("B");
  });
});

describe("while a verdict is being read", () => {
  it("the same ticket in view stays the same scan afterwards", () => {
    const codes = watchCodesInView();
    codes.see("A", 0, true);
    for (let at = 100; at < 3 * goneAfterMs; at += 100) expect(codes.see("A", at, false)).toBeUndefined();
    expect(codes.see("A", 3 * goneAfterMs, true)).toBeUndefined();
  });

  it("the next person's ticket is kept for afterwards", () => {
    const codes = watchCodesInView();
    codes.see("A", 0, true);
    expect(codes.see("B", 100, false)).toBeUndefined();
    expect(codes.see("B", 200, true)).toBe("B");
  });
});
