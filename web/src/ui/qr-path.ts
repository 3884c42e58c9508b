import type { QRCode } from "qrcode";

/** Light modules around a QR code (ISO/IEC 18004): four on each side. */
export const quietZone = 4;

/** The dark modules of a QR code as one SVG path, a unit a module; runs of a row are drawn as one. */
export function qrPath({ size, data }: QRCode["modules"]): string {
  let path = "";
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      if (!data[row * size + column]) continue;
      const start = column;
      while (column + 1 < size && data[row * size + column + 1]) column++;
      path += `M${start + quietZone} ${row + quietZone}h${column + 1 - start}v1h-${column + 1 - start}z`;
    }
  return path;
}
