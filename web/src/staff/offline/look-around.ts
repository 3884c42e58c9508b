import type { Me } from "../../../../shared/contract/sign-in.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import type { ClientProblem } from "../../platform/api.ts";
import { instantNow } from "../../platform/clock.ts";
import { openCamera } from "../scanner/camera.ts";
import { keptCamera } from "../scanner/device.ts";
import { isAppKept } from "../worker/register-worker.ts";
import { busOf } from "./bus-of.ts";
import { outboxStatus } from "./outbox-status.ts";
import { heardAheadMs } from "./pack-clock.ts";
import type { Findings } from "./readiness.ts";

export type Found = Findings & {
  /** Tickets of the pack. */
  tickets: number;
  /** Why the pack could not be renewed; what was here stays. */
  problem: ClientProblem | undefined;
};

/** Sends what waits, renews the pack, and looks at everything that a scan without a network needs. */
export async function lookAround(visitId: VisitId, me: Me): Promise<Found> {
  const bus = await busOf();
  await bus?.flush();
  const problem = await bus?.renew(visitId, me);
  const atHand = await bus?.findPack(visitId);
  const { usage = 0, quota } = (await navigator.storage?.estimate?.()) ?? {};
  return {
    now: instantNow(),
    pack: atHand?.pack,
    tickets: atHand?.tickets.length ?? 0,
    problem,
    isAppKept: await isAppKept(),
    clockOffset: heardAheadMs() ?? atHand?.pack.clockOffset,
    camera: await cameraState(),
    isPersisted: (await navigator.storage?.persisted?.()) ?? false,
    room: quota === undefined ? undefined : quota - usage,
    waiting: Object.values(outboxStatus().waiting ?? {}).reduce((sum, count) => sum + count, 0),
  };
}

/** Whether the camera may be used, without turning it on. Where browsers do not say, it has to be tried. */
const cameraState = async (): Promise<Findings["camera"]> => {
  try {
    const { state } = await navigator.permissions.query({ name: "camera" });
    if (state === "denied") return "denied";
    return state === "granted" ? "good" : "unasked";
  } catch {
    return "unasked";
  }
};

/** Turns the camera on and off again. */
export const tryCamera = async (): Promise<Findings["camera"]> => {
  const opened = await openCamera(keptCamera.read());
  if (!opened.ok) return opened.trouble;
  opened.camera.close();
  return "good";
};
