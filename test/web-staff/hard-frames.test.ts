import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { beforeAll, describe, expect, test } from "vitest";
import { prepareZXingModule, type ReaderOptions, readBarcodes } from "zxing-wasm/reader";
import { decodedSize, decoderOptions } from "../../web/src/staff/scanner/decoding.ts";
import { type Frame, type FrameKind, frameHeight, frameWidth, hardFrame, pixelsOf } from "../support/hard-frames.ts";

/* What cannot be photographed here is drawn: 24 frames of each kind, the same ones each time, from easy to hopeless. */

const frames = 24;
/** The same decoder with all the time in the world: on the whole picture, every rotation, every binarization, smaller copies too. */
const patient: ReaderOptions = {
  formats: ["QRCode"],
  maxNumberOfSymbols: 1,
  tryHarder: true,
  tryRotate: true,
  tryInvert: true,
  tryDownscale: true,
};

beforeAll(async () => {
  const wasm = await readFile(createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm"));
  prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer } });
});

const readWith = async ({ luminance }: Frame, [width, height]: readonly [number, number], options: ReaderOptions) =>
  (await readBarcodes(pixelsOf(luminance, width, height) as ImageData, options))[0]?.text;

const asTheApp = (frame: Frame) => readWith(frame, decodedSize(frameWidth, frameHeight), decoderOptions);

describe.each<[string, FrameKind]>([
  ["a photo of a screen, with reflections and stripes", "screen"],
  ["a crumpled print at an angle", "print"],
])("%s", (_, kind) => {
  test("is read by the app in 60 of 100 frames that a patient decoder reads, and never as something else", {
    timeout: 180_000,
  }, async () => {
    let [readable, read] = [0, 0];
    for (let seed = 1; seed <= frames; seed++) {
      const frame = hardFrame(kind, seed);
      const [reference, ours] = [await readWith(frame, [frameWidth, frameHeight], patient), await asTheApp(frame)];
      for (const text of [reference, ours]) expect([frame.text, undefined]).toContain(text);
      if (reference === undefined) continue;
      readable += 1;
      if (ours !== undefined) read += 1;
    }
    // neither too easy to say anything, nor hopeless
    expect(readable).toBeGreaterThan(frames / 3);
    expect(readable).toBeLessThan(frames);
    expect(read / readable).toBeGreaterThanOrEqual(0.6);
  });
});
