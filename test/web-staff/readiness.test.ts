import { expect, test } from "vitest";
import { addMinutes, Instant } from "../../shared/domain/seoul-time.ts";
import { type Check, checks, type Findings, type NotReady, readinessOf } from "../../web/src/staff/offline/readiness.ts";
import { aPack, opens, staffId, visitId } from "../support/offline-worlds.ts";

const aPackAtHand = async (over = {}): Promise<NonNullable<Findings["pack"]>> => {
  const {
    tickets: _tickets,
    events: _events,
    lookUp: _lookUp,
    ...rest
  } = await aPack({}, { keys: [{ kid: 0, publicKey: "key" }], noteKey: "key" });
  const lookUp = { salt: "salt", iterations: 600_000, setAt: opens, digest: "digest", sealed: "sealed" };
  const kept = { visitId, lookUp, deviceId: "phone-a-0001", loadedAt: opens, clockOffset: 0 };
  return { ...rest, ...kept, by: { accountId: staffId, staffRoles: ["desk"] }, ...over };
};
const allGood = async (): Promise<Findings> => ({
  now: addMinutes(opens, 30),
  pack: await aPackAtHand(),
  isAppKept: true,
  clockOffset: -1500,
  camera: "good",
  isPersisted: true,
  room: 1_000_000_000,
  waiting: 0,
});
const redIn = (found: Findings) => readinessOf(found).filter(({ trouble }) => trouble);

test("a device that has everything may leave", async () => {
  expect(redIn(await allGood())).toEqual([]);
  expect(readinessOf(await allGood()).map(({ check }) => check)).toEqual([...checks]);
});

const ways: [Check, NotReady, () => Promise<Partial<Findings>>][] = [
  ["names", "no-pin", async () => ({ pack: await aPackAtHand({ lookUp: null }) })],
  ["app", "app-not-kept", async () => ({ isAppKept: false })],
  ["pack", "old-pack", async () => ({ now: addMinutes(opens, 121) })],
  [
    "pack",
    "lease-too-short",
    async () => ({ pack: await aPackAtHand({ lease: { letter: "A", until: Instant.parse("2026-11-26T07:59:00.000Z") } }) }),
  ],
  ["keys", "no-keys", async () => ({ pack: await aPackAtHand({ keys: [] }) })],
  ["keys", "no-keys", async () => ({ pack: await aPackAtHand({ noteKey: null }) })],
  ["clock", "clock-unheard", async () => ({ clockOffset: undefined })],
  ["clock", "clock-wrong", async () => ({ clockOffset: -120_001 })],
  ["camera", "camera-unasked", async () => ({ camera: "unasked" })],
  ["camera", "camera-trouble", async () => ({ camera: "denied" })],
  ["storage", "not-persisted", async () => ({ isPersisted: false })],
  ["storage", "no-room", async () => ({ room: 1_000_000 })],
  ["queue", "waiting", async () => ({ waiting: 1 })],
];
test.for(ways)("%s is red: %s", async ([check, trouble, change]) => {
  expect(redIn({ ...(await allGood()), ...(await change()) })).toEqual([{ check, trouble }]);
});

test("without a pack, it, its keys and the list for finding people are red", async () => {
  expect(redIn({ ...(await allGood()), pack: undefined })).toEqual([
    { check: "pack", trouble: "no-pack" },
    { check: "keys", trouble: "no-keys" },
    { check: "names", trouble: "no-pin" },
  ]);
});
