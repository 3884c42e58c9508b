/** What this phone or browser keeps for itself between visits; nothing about people. */
const deviceKey = "jobstop.device";
const cameraKey = "jobstop.camera";

const deviceIdForm = /^[0-9A-Za-z_-]{8,40}$/;

/**
 * The name of this device in check-in events, made once. Its last characters are what staff see ("phone …7F2"). Where storage is closed (private
 * window) it lasts as long as the page.
 */
export function deviceIdIn(storage: Pick<Storage, "getItem" | "setItem">, random = crypto.getRandomValues(new Uint8Array(9))): string {
  const kept = readFrom(storage, deviceKey);
  if (kept !== undefined && deviceIdForm.test(kept)) return kept;
  const made = btoa(String.fromCharCode(...random)).replaceAll("+", "-").replaceAll("/", "_");
  writeTo(storage, deviceKey, made);
  return made;
}

export const rememberedCamera = (storage: Storage): string | undefined => readFrom(storage, cameraKey);
export const rememberCamera = (storage: Storage, deviceId: string): void => writeTo(storage, cameraKey, deviceId);

function readFrom(storage: Pick<Storage, "getItem">, key: string): string | undefined {
  try {
    return storage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function writeTo(storage: Pick<Storage, "setItem">, key: string, value: string): void {
  try {
    storage.setItem(key, value);
  } catch {
    // Storage full or closed: asked again next time.
  }
}
