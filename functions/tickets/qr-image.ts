import QRCode from "qrcode";
import type { TicketToken } from "../../shared/domain/ticket-token.ts";

/** 41×41 modules: the smallest that holds a token's 148 alphanumeric characters at level M. */
const version = 6;
const quietZoneModules = 4;
const pixelsPerModule = 8;

/** Width and height of `qrPng` in pixels: 392. */
export const qrPixels = (4 * version + 17 + 2 * quietZoneModules) * pixelsPerModule;

/**
 * The QR code of a token as a black on white PNG, quiet zone included. Large modules help a worn camera more than a higher
 * level of error correction would. Throws when the text does not fit version 6 in alphanumeric mode.
 */
export async function qrPng(token: TicketToken): Promise<Uint8Array> {
  return QRCode.toBuffer([{ data: token, mode: "alphanumeric" }], {
    type: "png",
    version,
    errorCorrectionLevel: "M",
    margin: quietZoneModules,
    scale: pixelsPerModule,
  });
}
