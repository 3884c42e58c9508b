import { expect, onTestFinished, test } from "vitest";
import { travelTo } from "../../infra/local/time-travel.ts";

const there = new Date("2026-11-26T08:00:00+09:00");
const MachineDate = Date;

function travelled(): void {
  onTestFinished(travelTo(there));
}

test("every way to ask for the time tells the travelled one", () => {
  travelled();
  const asked = [Date.now(), Date.parse(new Date().toISOString()), Date.parse(Reflect.apply(Date, undefined, []))];
  for (const ms of asked) expect(Math.abs(ms - there.getTime())).toBeLessThan(2000);
});

test("time runs on from there", () => {
  travelled();
  const first = Date.now();
  const began = performance.now();
  while (performance.now() - began < 5);
  expect(Date.now()).toBeGreaterThan(first);
});

test("a date that was given its time is not touched", () => {
  travelled();
  expect(new Date(0).toISOString()).toBe("1970-01-01T00:00:00.000Z");
  expect(new Date(2026, 0, 31).getMonth()).toBe(0);
  expect(Date.UTC(2026, 10, 26)).toBe(MachineDate.UTC(2026, 10, 26));
});

test("dates made before and after are still dates", () => {
  const before = new Date();
  travelled();
  expect(before).toBeInstanceOf(Date);
  expect(new Date()).toBeInstanceOf(Date);
  expect(new Date()).toBeInstanceOf(MachineDate);
  expect(structuredClone(new Date())).toBeInstanceOf(Date);
});

test("one can travel on, and come back", () => {
  const back = travelTo(there);
  const further = travelTo(new Date("2026-12-03T10:00:00+09:00"));
  expect(new Date().toISOString()).toMatch(/^2026-12-03T01:00/);
  further();
  back();
  expect(Date).toBe(MachineDate);
});

test("what is not a time is refused", () => {
  expect(() => travelTo(new Date("tomorrow"))).toThrow(RangeError);
});
