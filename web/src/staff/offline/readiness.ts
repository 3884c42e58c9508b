/** Whether this device can leave for the bus: red until everything that a scan without a network needs is here and fresh. */
import type { Instant } from "../../../../shared/domain/seoul-time.ts";
import { instantOf, minutesBetween } from "../../../../shared/domain/seoul-time.ts";
import type { CameraTrouble } from "../scanner/camera.ts";
import type { KeptPack } from "./database.ts";

/** What was found on this device. */
export type Findings = {
  now: Instant;
  pack: KeptPack | undefined;
  /** Whether the pages of the app open without a network. */
  isAppKept: boolean;
  /** Milliseconds that the server's clock is ahead of this device's; undefined until it was heard. */
  clockOffset: number | undefined;
  /** `unasked` until the camera was opened once. */
  camera: "good" | "unasked" | CameraTrouble;
  isPersisted: boolean;
  /** Bytes; undefined where the browser does not say. */
  room: number | undefined;
  waiting: number;
};

export const checks = ["app", "pack", "keys", "names", "clock", "camera", "storage", "queue"] as const;
export type Check = (typeof checks)[number];

/** Why a check is red. */
export type NotReady =
  | "app-not-kept"
  | "no-pack"
  | "old-pack"
  | "lease-too-short"
  | "no-keys"
  | "no-pin"
  | "clock-unheard"
  | "clock-wrong"
  | "camera-unasked"
  | "camera-trouble"
  | "not-persisted"
  | "no-room"
  | "waiting";

/** Who registered since is not in it; minutes. */
const freshMinutes = 120;
/** Corrected in what is sent, but staff read wrong times; milliseconds. */
const clockLimitMs = 2 * 60_000;
/** A full day of scans takes less than one; the camera's decoder and the app itself are there already. */
const roomNeeded = 20_000_000;

const packTrouble = ({ pack, now }: Findings): NotReady | undefined => {
  if (!pack) return "no-pack";
  if (minutesBetween(pack.loadedAt, now) > freshMinutes) return "old-pack";
  return pack.lease.until < instantOf(pack.visit.date, pack.visit.endTime) ? "lease-too-short" : undefined;
};

const troubles: Record<Check, (found: Findings) => NotReady | undefined> = {
  app: ({ isAppKept }) => (isAppKept ? undefined : "app-not-kept"),
  pack: packTrouble,
  keys: ({ pack }) => (pack && pack.keys.length > 0 && pack.noteKey !== null ? undefined : "no-keys"),
  // Without one, nobody who has forgotten their code is found where there is no network.
  names: ({ pack }) => (pack?.lookUp ? undefined : "no-pin"),
  clock: ({ clockOffset }) => {
    if (clockOffset === undefined) return "clock-unheard";
    return Math.abs(clockOffset) > clockLimitMs ? "clock-wrong" : undefined;
  },
  camera: ({ camera }) => {
    if (camera === "good") return undefined;
    return camera === "unasked" ? "camera-unasked" : "camera-trouble";
  },
  storage: ({ isPersisted, room }) => {
    if (room !== undefined && room < roomNeeded) return "no-room";
    return isPersisted ? undefined : "not-persisted";
  },
  queue: ({ waiting }) => (waiting === 0 ? undefined : "waiting"),
};

/** Every check, with what is wrong where something is. */
export const readinessOf = (found: Findings): { check: Check; trouble: NotReady | undefined }[] =>
  checks.map((check) => ({ check, trouble: troubles[check](found) }));
