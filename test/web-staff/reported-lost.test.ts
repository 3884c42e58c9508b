import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Pack } from "../../shared/contract/check-in.ts";
import { VisitId } from "../../shared/domain/ids.ts";
import { ticketCodeOf } from "../../shared/domain/ticket-token.ts";
import { noteSignedIn } from "../../web/src/platform/api.ts";
import { keptLostName } from "../../web/src/platform/reported-lost.ts";
import type { OfflineDatabase } from "../../web/src/staff/offline/database.ts";
import { addEvents } from "../../web/src/staff/offline/outbox.ts";
import { listPacks } from "../../web/src/staff/offline/pack-store.ts";
import { anAdmission, aPack, aRow, countWaiting, keep, opens, otherVisitId, staffId, visitId } from "../support/offline-worlds.ts";
import { aJson, aStaffPage, enterBrowser, leaveBrowser, type StaffPage, settled } from "../support/staff-page.ts";
import { anEventId } from "../support/tickets.ts";

/* One phone with the packs of two visits; it is reported lost at one of them, which signs it out. */

const who = { accountId: staffId, staffRoles: ["desk" as const], visitRoles: [] };
const row = aRow();
const refusal = (code: string, status: number) => aJson({ code, title: "", detail: "" }, { status });
const signInNeeded = { code: "sign-in-needed" };
const visitIn = (path: string) => VisitId.parse(/vis_[^/]+/.exec(path)?.[0]);

let asked: string[] = [];
let lostAt: string | undefined;
let isSignedIn = false;
let packs: Record<string, Pack>;
const phone = "phone-a-0001";
const server = async (path: string): Promise<Response> => {
  asked.push(
    path
      .replace(/^.*\/visits\//, "")
      .replace(visitId, "this")
      .replace(otherVisitId, "other")
      .replace(/devices\/.+/, "devices"),
  );
  if (path.startsWith("/api/public/")) return aJson({ isLost: visitIn(path) === lostAt });
  if (!isSignedIn) return refusal("sign-in-needed", 401);
  if (visitIn(path) === lostAt) return refusal("device-revoked", 403);
  return aJson(packs[visitIn(path)]);
};

let db: OfflineDatabase;
let page: StaffPage;
beforeEach(async () => {
  [asked, lostAt, isSignedIn] = [[], undefined, false];
  db = await enterBrowser(opens);
  vi.stubGlobal("navigator", { onLine: true });
  const here = await aPack({ tickets: [row] });
  packs = { [visitId]: here, [otherVisitId]: { ...here, visit: { ...here.visit, visitId: otherVisitId } } };
  for (const pack of Object.values(packs)) await keep(db, pack);
  page = await aStaffPage();
  await settled();
  page.answer(server);
});
afterEach(leaveBrowser);

const judged = async (at = visitId) => {
  const judge = await page.bus.findJudge(at, staffId);
  return (await judge?.({ eventId: anEventId(), deviceId: phone, at: opens, read: { by: "code", code: ticketCodeOf(row.idx) } }))?.verdict;
};

describe("a scan that is answered with 401", () => {
  test("is judged here where nobody reported this phone lost", async () => {
    expect(await page.bus.findLoss(visitId, signInNeeded)).toBeUndefined();
    expect(asked).toEqual(["this/devices", "other/devices"]);
    expect(await judged()).toBe("admitted-by-code");
  });

  test.for([visitId, otherVisitId])("lets nobody in where this phone was reported lost, at whichever of its visits", async (at) => {
    lostAt = at;
    expect(await page.bus.findLoss(visitId, signInNeeded)).toMatchObject({ code: "device-revoked" });
    expect(await db.count("packs")).toBe(0);
    expect([await judged(), await judged(otherVisitId)]).toEqual([undefined, undefined]);
  });

  test("is not judged here before that is known", async () => {
    lostAt = otherVisitId;
    const answer = Promise.withResolvers<void>();
    page.answer(async (path) => {
      await answer.promise;
      return server(path);
    });
    const finding = page.bus.findLoss(visitId, signInNeeded);
    const verdict = judged();
    await settled();
    answer.resolve();
    expect(await verdict).toBeUndefined();
    await finding;
  });

  test("and any other refusal says nothing of this phone", async () => {
    expect(await page.bus.findLoss(visitId, { code: "not-allowed" })).toBeUndefined();
    expect(asked).toEqual([]);
  });
});

test("an upload that is answered with 401 finds it out as well; what waits to be sent stays", async () => {
  lostAt = otherVisitId;
  await addEvents(db, [anAdmission({ idx: row.idx })]);
  await page.bus.flush();
  expect([await db.count("packs"), await countWaiting(db)]).toEqual([0, 1]);
});

test("reported lost, it gets no pack of any visit before somebody signs in on it anew", async () => {
  lostAt = otherVisitId;
  expect(await page.bus.renew(visitId, who)).toMatchObject({ code: "sign-in-needed" });
  isSignedIn = true;
  asked = [];
  expect(await page.bus.renew(visitId, who)).toMatchObject({ code: "device-revoked" });
  expect(asked).toEqual([]);
  await page.happen("jobstop:signed-in");
  expect(await page.bus.renew(visitId, who)).toBeUndefined();
  expect(await judged()).toBe("admitted-by-code");
});

describe("a phone that was reported lost", () => {
  /** Another page of the same browser, and what it says of the phone by itself. */
  const anotherPage = async () => {
    const opened = await aStaffPage();
    await settled();
    opened.answer(server);
    return { ...opened, isLost: async () => (await opened.bus.renew(visitId, who))?.code === "device-revoked" };
  };
  const hears = () => {
    lostAt = otherVisitId;
    return page.bus.findLoss(visitId, signInNeeded);
  };

  test("knows it still once its page is opened anew, with nobody to ask and no pack to ask for", async () => {
    await hears();
    const { isLost } = await anotherPage();
    asked = [];
    expect([await isLost(), asked]).toEqual([true, []]);
  });

  test("and was found, tells whoever signs in on it how much of what it sent waits for the lead", async () => {
    await addEvents(db, [anAdmission({ idx: row.idx }), anAdmission({ idx: row.idx })]);
    await hears();
    isSignedIn = true;
    page.answer(async (path, body) => {
      if (!path.endsWith("/check-in-events")) return server(path);
      const { events } = JSON.parse(body) as { events: { id: string }[] };
      return aJson({ answers: events.map(({ id }, n) => ({ id, result: n === 0 ? "quarantined" : "stored" })) });
    });
    await page.happen("jobstop:signed-in");
    await page.bus.greet(who);
    expect(await countWaiting(db)).toBe(0);
    expect(await page.bus.findReports()).toMatchObject([{ visitId, quarantined: 1 }]);
  });

  test("says so on its other pages, too, and no longer once somebody has signed in on one of them", async () => {
    const other = await anotherPage();
    expect(await other.isLost()).toBe(false);
    await hears();
    const change = { key: keptLostName };
    await other.happen("storage", { key: "jobstop.other" });
    expect(await other.isLost()).toBe(false);
    await other.happen("storage", change);
    expect(await other.isLost()).toBe(true);
    isSignedIn = true;
    // as the page does that somebody signs in on
    noteSignedIn();
    await other.happen("storage", change);
    expect(await other.isLost()).toBe(false);
    expect(await (await anotherPage()).isLost()).toBe(false);
  });
});

describe("whoever signs in on a phone with packs", () => {
  beforeEach(() => {
    isSignedIn = true;
  });

  test("is known to the server as its user at each visit, also if they only look", async () => {
    await page.bus.greet(who);
    expect(asked).toEqual(["this/packs", "other/packs"]);
  });

  test("and finds nothing of the visit on it where it was reported lost, and works at the other", async () => {
    lostAt = otherVisitId;
    await page.bus.greet(who);
    expect((await listPacks(db)).map((pack) => pack.visitId)).toEqual([visitId]);
    expect(await judged()).toBe("admitted-by-code");
  });

  test("is told to the server later, where it could not be asked", async () => {
    page.answer();
    await page.bus.greet(who);
    page.answer(server);
    await page.happen("online");
    expect(asked).toEqual(["this/packs", "other/packs"]);
    await page.happen("online");
    expect(asked).toHaveLength(2);
  });
});
