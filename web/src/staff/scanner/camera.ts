/** Why there is no picture; each has its own words and its own way out. */
export type CameraTrouble = "insecure" | "denied" | "missing" | "in-use" | "failed" | "no-reader";

export interface Camera {
  stream: MediaStream;
  deviceId: string | undefined;
  hasTorch: boolean;
  setTorch(on: boolean): Promise<void>;
  /** Calls back when the picture ends by itself: unplugged, or taken away by the system. */
  onEnded(tell: () => void): void;
  close(): void;
}

export type OpenedCamera = { ok: true; camera: Camera } | { ok: false; trouble: CameraTrouble };

/** Enough pixels to read a ticket on a phone held at arm's length. */
const picture = { width: { ideal: 1280 }, height: { ideal: 720 } } as const;

/** Opens the camera with this id, or the one that looks away from the holder. Asks for permission the first time. */
export async function openCamera(deviceId: string | undefined): Promise<OpenedCamera> {
  // Without HTTPS (localhost excepted) browsers hide the camera altogether.
  if (!navigator.mediaDevices?.getUserMedia) return { ok: false, trouble: "insecure" };
  try {
    return { ok: true, camera: cameraOf(await streamOf(deviceId)) };
  } catch (error) {
    // The remembered camera was unplugged.
    if (deviceId !== undefined && nameOf(error) !== "NotAllowedError") return openCamera(undefined);
    return { ok: false, trouble: troubleOf(nameOf(error)) };
  }
}

/** Ids of all cameras, known once one has been opened. */
export async function listCameras(): Promise<string[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.filter((device) => device.kind === "videoinput" && device.deviceId !== "").map((device) => device.deviceId);
}

/** The camera after this one, around and around. */
export function nextCamera(deviceIds: readonly string[], current: string | undefined): string | undefined {
  return deviceIds[(deviceIds.indexOf(current ?? "") + 1) % deviceIds.length];
}

export function troubleOf(errorName: string): CameraTrouble {
  switch (errorName) {
    case "NotAllowedError":
    case "SecurityError":
      return "denied";
    case "NotFoundError":
    case "OverconstrainedError":
      return "missing";
    case "NotReadableError":
    case "AbortError":
      return "in-use";
    default:
      return "failed";
  }
}

function streamOf(deviceId: string | undefined): Promise<MediaStream> {
  const which = deviceId === undefined ? { facingMode: { ideal: "environment" } } : { deviceId: { exact: deviceId } };
  return navigator.mediaDevices.getUserMedia({ audio: false, video: { ...picture, ...which } });
}

function cameraOf(stream: MediaStream): Camera {
  const [track] = stream.getVideoTracks();
  // `torch` (Media Capture Image) is not in TypeScript's DOM library; Firefox has no getCapabilities for it.
  const abilities = track?.getCapabilities?.() as { torch?: boolean } | undefined;
  return {
    stream,
    deviceId: track?.getSettings().deviceId,
    hasTorch: abilities?.torch === true,
    setTorch: async (on) => track?.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] }),
    onEnded: (tell) => track?.addEventListener("ended", tell),
    close: () => {
      for (const each of stream.getTracks()) each.stop();
    },
  };
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "");
