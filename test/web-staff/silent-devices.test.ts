import { describe, expect, it } from "vitest";
import { type Instant, instantAt } from "../../shared/domain/seoul-time.ts";
import { silentDevices } from "../../web/src/staff/seats/silent-devices.ts";

const at = (minutes: number): Instant => instantAt(Date.parse("2026-11-26T01:00:00.000Z") + minutes * 60_000);
const aDevice = (letter: string, seen: number, { until = 600, revokedAt = null as Instant | null } = {}) => ({
  ...{ deviceId: `device-${letter}`, letter, seenAt: at(seen), until: at(until), heldBy: null, revokedAt },
});
const silentAt = (now: number, ...devices: ReturnType<typeof aDevice>[]) =>
  silentDevices(devices, { mine: "device-A", opensAt: at(0), now: at(now) }).map(({ letter }) => letter);

describe("devices that may have checked somebody in without the centre knowing", () => {
  it("are those that have said nothing for five minutes, the longest silent first", () => {
    expect(silentAt(45, aDevice("B", 41), aDevice("C", 40), aDevice("D", 25))).toEqual(["D", "C"]);
  });

  it("are not the one in hand, a lost one, or one that had no right to check in while the visit was open", () => {
    expect(silentAt(45, aDevice("A", 10), aDevice("B", 10, { revokedAt: at(20) }), aDevice("C", -900, { until: -1 }))).toEqual([]);
  });
});
