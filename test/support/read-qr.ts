import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

/** What the decoder of phones without one of their own finds in a picture. */
export async function readQr(png: Uint8Array) {
  const wasm = await readFile(createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm"));
  prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer } });
  return readBarcodes(Uint8Array.from(png), { formats: ["QRCode"] });
}
