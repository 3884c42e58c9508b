import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { BookingId, type SlotId } from "../../shared/domain/ids.ts";
import { attemptFor, endAttempt } from "../../web/src/seeker/booking/attempt.ts";

const slot = "slt_01MDMGN700DFZ8AXNY2C152KX9" as SlotId;
const other = "slt_01MDMGN700DFZ8AXNY2C152KXA" as SlotId;

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test("an attempt keeps its id until it is answered, so that pressing twice books once", () => {
  const id = attemptFor("bkg", slot);
  expect(BookingId.safeParse(id).success).toBe(true);
  expect(attemptFor("bkg", slot)).toBe(id);
  endAttempt("bkg", slot);
  expect(attemptFor("bkg", slot)).not.toBe(id);
});

test("another slot is another attempt", () => {
  expect(attemptFor("bkg", other)).not.toBe(attemptFor("bkg", slot));
});

test("a browser that keeps nothing still makes an id", () => {
  vi.stubGlobal("sessionStorage", undefined);
  expect(BookingId.safeParse(attemptFor("bkg", slot)).success).toBe(true);
});
