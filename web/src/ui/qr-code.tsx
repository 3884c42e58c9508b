import { useEffect, useState } from "preact/hooks";
import { qrPath, quietZone } from "./qr-path.ts";

/** Version 6 has 41 modules a side: the 148 letters and digits of a ticket at level M (`CHECKIN.md`), or an address of 106. */
const shortVersion = 6;
const shortSide = 41 + 2 * quietZone;

/** What holds an address with a secret, 210 characters at level M. */
const longVersion = 10;
const longSide = 57 + 2 * quietZone;

/** A text as a QR code, always dark on white. The library is fetched with it. `long`: more than version 6 holds. */
export const QrCode = ({ text, label, long = false }: { text: string; label: string; long?: boolean }) => {
  const [path, setPath] = useState("");
  const side = long ? longSide : shortSide;
  useEffect(() => {
    const version = long ? longVersion : shortVersion;
    void import("qrcode").then(({ create }) => setPath(qrPath(create(text, { version, errorCorrectionLevel: "M" }).modules)));
  }, [text, long]);
  return (
    <svg class="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
};
