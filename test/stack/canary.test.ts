import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { walkMainJob } from "../../functions/entry/walk-main-job.ts";
import { startStack } from "../../infra/local/stack.ts";
import { aWorldOverHttp } from "../rehearsal/http-world.ts";
import { anId, anOpenVisit, type OpenVisit, openAllDay } from "../support/builders.ts";
import type { Stack } from "../support/stack.ts";
import type { World } from "../support/world.ts";
import { aFaultyFront } from "./faulty-front.ts";

const siteFolder = mkdtempSync(join(tmpdir(), "jobstop-canary-"));
for (const name of ["index.html", "404.html"]) writeFileSync(join(siteFolder, name), "<!doctype html><html lang=ko></html>");

let stack: Stack;
let world: World;
let visit: OpenVisit;

beforeAll(async () => {
  process.env.POWERTOOLS_LOG_LEVEL ??= "SILENT";
  stack = await startStack({ now: new Date("2026-11-26T01:00:00.000Z"), timers: false, siteFolder });
  world = aWorldOverHttp(stack);
  visit = await anOpenVisit(world, { plan: { deadlines: openAllDay } });
  await stack.drain();
});
afterAll(async () => {
  await stack.stop();
  rmSync(siteFolder, { recursive: true, force: true });
});

let walks = 0;
const walk = (over: Partial<Parameters<typeof walkMainJob>[0]> = {}) =>
  walkMainJob({
    origin: stack.origin,
    signInPepper: process.env.SIGN_IN_PEPPER ?? "",
    mail: `success+canary-${walks++}@simulator.amazonses.com`,
    mint: (prefix) => anId(prefix) as `${typeof prefix}_${string}`,
    ...over,
  });

const throughFault = async (ending: string, answer: { status: number; body: string }): Promise<unknown> => {
  const front = await aFaultyFront(stack.origin, ending, answer);
  try {
    return await walk({ origin: front.origin }).catch(({ step, status }: { step: string; status: number }) => ({ step, status }));
  } finally {
    front.close();
  }
};

describe("the canary", () => {
  test("comes through where there is nothing to book", async () => {
    expect(await throughFault("/api/public/visits", { status: 200, body: '{"visits":[]}' })).toBe("nothing-to-book");
  });

  test("signs in and is refused a booking, since it is registered for nothing: it takes no seat, and its code is mailed", async () => {
    const before = walks;
    expect(await walk()).toBe("booked-for-nobody");
    const { timetables } = await world.get("GET /api/public/visits/{visitId}/slots", { params: { visitId: visit.visitId } });
    for (const { times, seats } of timetables) for (const { free } of times) expect(free).toBe(seats);
    await stack.drain();
    expect(stack.mailbox.list({ to: `success+canary-${before}@simulator.amazonses.com` })).toHaveLength(1);
  });

  test.for([
    ["the site is gone", "/", { status: 502, body: "" }, { step: "page", status: 502 }],
    ["visits are no list", "/api/public/visits", { status: 200, body: "<html>" }, { step: "visits", status: 200 }],
    ["nobody may ask for a code", "/api/sign-in/challenges", { status: 429, body: "{}" }, { step: "code", status: 429 }],
    ["no code is right", "/api/sign-in/sessions", { status: 401, body: "{}" }, { step: "sign-in", status: 401 }],
    ["sessions are not known", "/api/me", { status: 401, body: "{}" }, { step: "me", status: 401 }],
    ["times are not shown", "/slots", { status: 503, body: "{}" }, { step: "times", status: 503 }],
  ] as const)("says where it was stopped when %s", async ([, ending, answer, stopped]) => {
    expect(await throughFault(ending, answer)).toEqual(stopped);
  });

  test("is stopped by a code under another secret, and by a booking that is not refused", async () => {
    const wrong = walk({ signInPepper: "another pepper, longer than 32 characters" });
    await expect(wrong).rejects.toMatchObject({ step: "sign-in", status: 401 });
    const bookingId = anId("bkg");
    const front = await aFaultyFront(stack.origin, bookingId, { status: 201, body: "{}" });
    await expect(walk({ origin: front.origin, mint: () => bookingId as never })).rejects.toMatchObject({ step: "booking", status: 201 });
    front.close();
  });
});
