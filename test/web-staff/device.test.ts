import { describe, expect, it } from "vitest";
import { ScanInput } from "../../shared/contract/staff.ts";
import type { Keeper } from "../../web/src/platform/kept.ts";
import { nextCamera, troubleOf } from "../../web/src/staff/scanner/camera.ts";
import { deviceIdOf } from "../../web/src/staff/scanner/device.ts";
import { meantText } from "../../web/src/staff/scanner/meant-text.ts";

const aKeeper = (): Keeper<string> => {
  let kept: string | undefined;
  return {
    read: () => kept,
    write: (value) => {
      kept = value;
    },
    clear: () => undefined,
  };
};

describe("a device's name", () => {
  it("is made once, in the form that the contract takes", () => {
    const kept = aKeeper();
    const made = deviceIdOf(kept);
    expect(deviceIdOf(kept)).toBe(made);
    expect(ScanInput.shape.deviceId.safeParse(made).success).toBe(true);
  });

  it("is made anew where nothing can be kept", () => {
    const closed = { ...aKeeper(), write: () => undefined };
    expect(deviceIdOf(closed)).toMatch(/^[\w-]{12}$/);
    expect(deviceIdOf(closed)).not.toBe(deviceIdOf(closed));
  });
});

describe("cameras", () => {
  it("switch around and around, from an unknown one to the first", () => {
    expect([nextCamera(["a", "b"], "a"), nextCamera(["a", "b"], "b"), nextCamera(["a", "b"], undefined)]).toEqual(["b", "a", "a"]);
  });

  it("tell a refused permission from a missing camera", () => {
    expect([troubleOf("NotAllowedError"), troubleOf("NotFoundError"), troubleOf("NotReadableError"), troubleOf("")]).toEqual([
      "denied",
      "missing",
      "in-use",
      "failed",
    ]);
  });
});

describe("what a hand-held scanner types with the Korean input method on", () => {
  it.each([
    ["ㅓㄴ1:ㄲ2ㅊ", "JS1:R2C"],
    ["7ㅏ3ㅡ9ㅂㅌㅁ", "7K3M9QXA"],
    ["마", "AK"],
    ["JS1:R2C", "JS1:R2C"],
    ["7k3m-9qxa", "7k3m-9qxa"],
  ])("%s means %s", async (typed, meant) => {
    expect(await meantText(typed)).toBe(meant);
  });
});
