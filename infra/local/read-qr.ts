import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { prepareZXingModule, type ReadResult, readBarcodes } from "zxing-wasm/reader";

/** Reads QR codes with the decoder that phones without one of their own use. */
export const readQr = async (png: Uint8Array): Promise<ReadResult[]> => {
  const wasm = await readFile(createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm"));
  prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer } });
  return readBarcodes(Uint8Array.from(png), { formats: ["QRCode"] });
};
