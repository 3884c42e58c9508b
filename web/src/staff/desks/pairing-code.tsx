import type { StaffTablesWords } from "../../../../shared/copy/pages-staff-tables.ts";
import type { Instant } from "../../../../shared/domain/seoul-time.ts";
import { instantNow } from "../../platform/clock.ts";
import { clockText } from "../../platform/times.ts";
import { useLocale } from "../../platform/use-locale.ts";
import { Notice } from "../../ui/notice.tsx";
import { QrCode } from "../../ui/qr-code.tsx";

export type GivenCode = { code: string; usableUntil: Instant };

type Props = GivenCode & {
  /** Page of the device that takes the code. */
  path: "/table" | "/kiosk";
  words: Pick<StaffTablesWords, "over" | "show" | "qr" | "address" | "code" | "until">;
};

/** A code for a device, to be scanned or typed there, until it is too old. */
export const PairingCode = ({ code, usableUntil, path, words }: Props) => {
  const locale = useLocale();
  if (usableUntil <= instantNow())
    return (
      <Notice tone="warn" live>
        <p>{words.over}</p>
      </Notice>
    );
  const spoken = `${code.slice(0, 4)} ${code.slice(4)}`;
  const address = `${location.origin}${path}`;
  return (
    <div class="stack pair-code">
      <p>{words.show}</p>
      {/* Behind "#": no server sees the code in an address. */}
      <QrCode text={`${address}#${code}`} label={words.qr(spoken)} />
      <dl>
        <dt>{words.address}</dt>
        <dd lang="en">{address.replace(/^https?:\/\//, "")}</dd>
        <dt>{words.code}</dt>
        <dd class="pair-letters">{spoken}</dd>
      </dl>
      <p>{words.until(clockText(usableUntil, locale))}</p>
    </div>
  );
};
