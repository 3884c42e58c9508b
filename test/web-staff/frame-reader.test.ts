import { describe, expect, it } from "vitest";
import { type FrameReader, openFrameReader } from "../../web/src/staff/scanner/frame-reader.ts";
import { type NativeDetectorClass, openNativeReader } from "../../web/src/staff/scanner/native-reader.ts";

const video = {} as HTMLVideoElement;

/** A detector as a browser has it: what it can read, and what it sees. */
const aDetector = ({ formats = ["qr_code"], sees = [] as string[], breaks = false } = {}): NativeDetectorClass =>
  class {
    static async getSupportedFormats() {
      return formats;
    }
    async detect() {
      if (breaks) throw new DOMException("the vision module is missing", "NotSupportedError");
      return sees.map((rawValue) => ({ rawValue }));
    }
  };

const readerOf = (name: string): FrameReader => ({ read: async () => name, close: () => undefined });
const opened = (Detector: NativeDetectorClass | undefined) =>
  openFrameReader({
    openNative: async () => (Detector ? openNativeReader(Detector) : undefined),
    openDecoder: async () => readerOf("read by the decoder"),
  });

describe("when the browser has a detector", () => {
  it("for QR codes, it reads", async () => {
    const reader = await opened(aDetector({ sees: ["JS1:ABC"] }));
    expect(await reader.read(video)).toBe("JS1:ABC");
  });

  it("and no code is in the picture, nothing is read", async () => {
    const reader = await opened(aDetector());
    expect(await reader.read(video)).toBeUndefined();
  });

  it("for other codes only, the decoder reads", async () => {
    const reader = await opened(aDetector({ formats: ["ean_13"] }));
    expect(await reader.read(video)).toBe("read by the decoder");
  });

  it("that fails at its first picture, the decoder takes over for good", async () => {
    const reader = await opened(aDetector({ breaks: true }));
    expect([await reader.read(video), await reader.read(video)]).toEqual(["read by the decoder", "read by the decoder"]);
  });
});

it("when the browser has no detector, the decoder reads", async () => {
  const reader = await opened(undefined);
  expect(await reader.read(video)).toBe("read by the decoder");
});

it("when the decoder fails too, the scanner is told", async () => {
  const failing: FrameReader = { read: () => Promise.reject(new Error("no wasm")), close: () => undefined };
  const reader = await openFrameReader({ openNative: async () => undefined, openDecoder: async () => failing });
  await expect(reader.read(video)).rejects.toThrow("no wasm");
});
