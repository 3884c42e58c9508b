import type { FrameReader } from "./frame-reader.ts";

/** The part of the Barcode Detection API (WICG draft, Chromium on Android and macOS) that is used; TypeScript's DOM library has none of it. */
interface NativeDetector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
export interface NativeDetectorClass {
  new (options: { formats: string[] }): NativeDetector;
  getSupportedFormats(): Promise<readonly string[]>;
}

const qrCode = "qr_code";

/** The browser's own detector; undefined where there is none, or where it knows other codes only. */
export async function openNativeReader(
  Detector = (globalThis as { BarcodeDetector?: NativeDetectorClass }).BarcodeDetector,
): Promise<FrameReader | undefined> {
  if (!Detector) return undefined;
  const formats = await Detector.getSupportedFormats().catch((): readonly string[] => []);
  if (!formats.includes(qrCode)) return undefined;
  const detector = new Detector({ formats: [qrCode] });
  return {
    read: async (video) => (await detector.detect(video))[0]?.rawValue,
    close: () => undefined,
  };
}
