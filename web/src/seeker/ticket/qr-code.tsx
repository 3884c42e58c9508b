import { useEffect, useState } from "preact/hooks";
import { qrPath, quietZone } from "./qr-path.ts";

/** Version 6 has 41 modules a side: 148 letters and digits at level M (`CHECKIN.md`). */
const version = 6;
const side = 41 + 2 * quietZone;

/** The token as a QR code, always dark on white. The library comes with it, on this page only. */
export const QrCode = ({ token, label }: { token: string; label: string }) => {
  const [path, setPath] = useState("");
  useEffect(() => {
    void import("qrcode").then(({ create }) => setPath(qrPath(create(token, { version, errorCorrectionLevel: "M" }).modules)));
  }, [token]);
  return (
    <svg class="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
};
