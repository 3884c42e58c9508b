import type { ReaderOptions } from "zxing-wasm/reader";

/**
 * Longest side of the picture that is decoded, in pixels. A ticket has 41 modules and a quiet zone of 4 on each side: it reads at 3 pixels a
 * module, so a code that fills a fifth of this still reads, and one picture stays below 20 ms on a cheap phone.
 */
const longestSide = 960;

/** Size in which a picture of the camera is decoded, pixels. */
export const decodedSize = (width: number, height: number): [width: number, height: number] => {
  const scale = Math.min(1, longestSide / Math.max(width, height));
  return [Math.round(width * scale), Math.round(height * scale)];
};

/** Held upright or turned, dark on light or inverted by a dark screen theme; one code, read fast rather than hard. */
export const decoderOptions: ReaderOptions = {
  formats: ["QRCode"],
  maxNumberOfSymbols: 1,
  tryHarder: false,
  tryRotate: false,
  tryInvert: true,
};
