import type { Device } from "../../../../shared/contract/reconcile.ts";
import { staffDayWords } from "../../../../shared/copy/pages-staff-day.ts";
import { instantOf, seoulDateOf } from "../../../../shared/domain/seoul-time.ts";
import type { Visit } from "../../../../shared/domain/visit.ts";
import { instantNow } from "../../platform/clock.ts";
import { clockText, momentText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Notice } from "../../ui/notice.tsx";
import { deviceIdOf } from "../scanner/device.ts";
import { silentDevices } from "./silent-devices.ts";

/** Before a seat is given away: who has come may be known to a device without a network alone. A warning; whoever sees the person's chair decides. */
export const NotHeardOf = ({ visit, devices }: { visit: Visit; devices: readonly Device[] | undefined }) => {
  const words = useWords(staffDayWords);
  const locale = useLocale();
  if (!devices)
    return (
      <Notice tone="warn">
        <p>{words.seatDevicesUnknown}</p>
      </Notice>
    );
  const now = instantNow();
  const silent = silentDevices(devices, { mine: deviceIdOf(), opensAt: instantOf(visit.date, visit.startTime), now });
  if (silent.length === 0) return null;
  return (
    <Notice tone="warn">
      {silent.map(({ deviceId, letter, heldBy, seenAt }) => (
        <p key={deviceId}>
          <strong>
            {words.seatSilent(letter, (seoulDateOf(seenAt) === seoulDateOf(now) ? clockText : momentText)(seenAt, locale), heldBy)}
          </strong>
        </p>
      ))}
      <p>{words.seatAskFirst(silent.length)}</p>
    </Notice>
  );
};
