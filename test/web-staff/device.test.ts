import { describe, expect, it } from "vitest";
import { ScanInput } from "../../shared/contract/staff.ts";
import { nextCamera, troubleOf } from "../../web/src/staff/scanner/camera.ts";
import { deviceIdIn } from "../../web/src/staff/scanner/device.ts";
import { meantText } from "../../web/src/staff/scanner/meant-text.ts";

const aStorage = (kept = new Map<string, string>()) => ({
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
});

describe("a device's name", () => {
  it("is made once, in the form that the contract takes", () => {
    const storage = aStorage();
    const made = deviceIdIn(storage);
    expect(deviceIdIn(storage)).toBe(made);
    expect(ScanInput.shape.deviceId.safeParse(made).success).toBe(true);
  });

  it("is made anew where storage is closed or holds rubbish", () => {
    const closed = {
      getItem: () => {
        throw new DOMException("denied", "SecurityError");
      },
      setItem: () => {
        throw new DOMException("denied", "SecurityError");
      },
    };
    expect(deviceIdIn(closed)).toMatch(/^[\w-]{12}$/);
    expect(deviceIdIn(aStorage(new Map([["jobstop.device", "<b>"]])))).toMatch(/^[\w-]{12}$/);
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
    ["JS1:R2C", "JS1:R2C"],
    ["7k3m-9qxa", "7k3m-9qxa"],
  ])("%s means %s", (typed, meant) => {
    expect(meantText(typed)).toBe(meant);
  });
});
