import { useEffect, useState } from "preact/hooks";
import { qrPath, quietZone } from "./qr-path.ts";

/** Version 6 has 41 modules a side: the 148 letters and digits of a ticket at level M (`CHECKIN.md`), or an address of 106. */
const version = 6;
const side = 41 + 2 * quietZone;

/** A text as a QR code, always dark on white. The library is fetched with it. */
export const QrCode = ({ text, label }: { text: string; label: string }) => {
  const [path, setPath] = useState("");
  useEffect(() => {
    void import("qrcode").then(({ create }) => setPath(qrPath(create(text, { version, errorCorrectionLevel: "M" }).modules)));
  }, [text]);
  return (
    <svg class="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
};
