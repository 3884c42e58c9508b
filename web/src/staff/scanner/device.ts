import { toBase64Url } from "../../../../shared/domain/base64url.ts";
import { type Keeper, keeper } from "../../platform/kept.ts";

const deviceIdForm = /^[0-9A-Za-z_-]{8,40}$/;

/** What this phone or browser keeps for itself between visits; nothing about people. */
const keptDeviceId = keeper("device", "jobstop.device", (value): value is string => typeof value === "string" && deviceIdForm.test(value));
export const keptCamera = keeper("device", "jobstop.camera", (value): value is string => typeof value === "string");

/** The name of this device in check-in events, made once. Where nothing can be kept (private window) it lasts as long as the caller holds it. */
export function deviceIdOf(kept: Keeper<string> = keptDeviceId, random = crypto.getRandomValues(new Uint8Array(9))): string {
  const known = kept.read();
  if (known !== undefined) return known;
  const made = toBase64Url(random);
  kept.write(made);
  return made;
}

/** The end of a device's name: enough to tell two phones of one visit apart. */
export const shownDevice = (deviceId: string): string => deviceId.slice(-4);
