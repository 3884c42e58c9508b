import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import wasmAddress from "zxing-wasm/reader/zxing_reader.wasm?url";
import { decoderOptions } from "./decoding.ts";

export type FrameToDecode = { pixels: Uint8ClampedArray<ArrayBuffer>; width: number; height: number };
export type DecodedFrame = { text: string | undefined; failure?: undefined } | { failure: string };

/** The library would fetch its wasm from a public CDN; ours comes with the page. */
prepareZXingModule({ overrides: { locateFile: () => wasmAddress } });

self.onmessage = async ({ data }: MessageEvent<FrameToDecode>) => {
  self.postMessage(await decode(data));
};

async function decode(frame: FrameToDecode): Promise<DecodedFrame> {
  try {
    const [found] = await readBarcodes(new ImageData(frame.pixels, frame.width, frame.height), decoderOptions);
    return { text: found?.text };
  } catch (error) {
    return { failure: String(error) };
  }
}
