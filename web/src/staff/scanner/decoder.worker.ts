import { prepareZXingModule, type ReaderOptions, readBarcodes } from "zxing-wasm/reader";
import wasmAddress from "zxing-wasm/reader/zxing_reader.wasm?url";

export type FrameToDecode = { pixels: Uint8ClampedArray<ArrayBuffer>; width: number; height: number };
export type DecodedFrame = { text: string | undefined; failure?: undefined } | { failure: string };

/** The library would fetch its wasm from a public CDN; ours comes with the page. */
prepareZXingModule({ overrides: { locateFile: () => wasmAddress } });

/** Held upright or turned, dark on light or inverted by a dark screen theme; one code, read fast rather than hard. */
const options: ReaderOptions = { formats: ["QRCode"], maxNumberOfSymbols: 1, tryHarder: false, tryRotate: false, tryInvert: true };

self.onmessage = async ({ data }: MessageEvent<FrameToDecode>) => {
  self.postMessage(await decode(data));
};

async function decode(frame: FrameToDecode): Promise<DecodedFrame> {
  try {
    const [found] = await readBarcodes(new ImageData(frame.pixels, frame.width, frame.height), options);
    return { text: found?.text };
  } catch (error) {
    return { failure: String(error) };
  }
}
