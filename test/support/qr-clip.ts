import { writeFileSync } from "node:fs";
import QRCode from "qrcode";

const width = 640;
const height = 480;
const frames = 20;
const modulePixels = 8;
const quietZone = 4;

/** Luminance of one frame: a QR code that sways a little on a grey desk, as in somebody's hand. */
const frameOf = (modules: { size: number; data: Uint8Array }, turn: number): Buffer => {
  const luminance = Buffer.alloc(width * height, 110);
  const side = (modules.size + 2 * quietZone) * modulePixels;
  const left = Math.round((width - side) / 2 + 12 * Math.sin(turn));
  const top = Math.round((height - side) / 2 + 8 * Math.cos(turn));
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const column = Math.floor(x / modulePixels) - quietZone;
      const row = Math.floor(y / modulePixels) - quietZone;
      const isInside = column >= 0 && row >= 0 && column < modules.size && row < modules.size;
      const isDark = isInside && modules.data[row * modules.size + column];
      luminance[(top + y) * width + left + x] = isDark ? 40 : 215;
    }
  }
  return luminance;
};

/** Writes a Y4M clip (I420) of a QR code: what Chromium's fake camera plays in a loop. */
export const writeQrClip = (file: string, text: string): void => {
  const { modules } = QRCode.create([{ data: text, mode: "alphanumeric" }], { errorCorrectionLevel: "M" });
  const colour = Buffer.alloc((width * height) / 2, 128);
  const parts: Buffer[] = [Buffer.from(`YUV4MPEG2 W${width} H${height} F15:1 Ip A1:1 C420jpeg\n`)];
  for (let frame = 0; frame < frames; frame++) {
    parts.push(Buffer.from("FRAME\n"), frameOf(modules, (frame / frames) * 2 * Math.PI), colour);
  }
  writeFileSync(file, Buffer.concat(parts));
};
