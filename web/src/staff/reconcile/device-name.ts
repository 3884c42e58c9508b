import { staffReconcileWords } from "../../../../shared/copy/pages-staff-reconcile.ts";
import { useWords } from "../../platform/use-locale.ts";
import { deviceIdOf, shownDevice } from "../scanner/device.ts";

type Named = { deviceId: string; letter: string | null };

/** What a device is called: by the letter of its queue numbers, and whether it is the one in hand. */
export function useDeviceName(): (device: Named) => string {
  const words = useWords(staffReconcileWords);
  const mine = deviceIdOf();
  return ({ deviceId, letter }) => {
    const name = letter ? words.device(letter) : words.deviceUnknown(shownDevice(deviceId));
    return deviceId === mine ? `${name} (${words.thisDevice})` : name;
  };
}
