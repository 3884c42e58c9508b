import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { liveDeps } from "../../functions/platform/deps.ts";
import { ticketKey } from "../../functions/platform/keys.ts";
import { writeIfHolds } from "../../functions/platform/transact.ts";
import { aPerson, type Person } from "../../infra/local/person.ts";
import { staffWords } from "../../shared/copy/pages-staff.ts";
import { staffOfflineWords } from "../../shared/copy/pages-staff-offline.ts";
import { signInWords } from "../../shared/copy/sign-in.ts";
import type { Verdict } from "../../shared/domain/check-in.ts";
import { type CheckInEvent, subjectOf } from "../../shared/domain/check-in-event.ts";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { VisitId } from "../../shared/domain/ids.ts";
import { readToken, ticketIndexOf } from "../../shared/domain/ticket-token.ts";
import { shownDevice } from "../../web/src/staff/scanner/device.ts";
import { aBusDay } from "../support/bus-day.ts";
import { viewports } from "../support/chromium.ts";
import { aDevice, type Device, keptByWorker, picture } from "../support/device.ts";
import { button, heading, type Speaking, sees } from "../support/page-words.ts";
import { signIn } from "../support/sign-in.ts";
import { passTime, type Stack } from "../support/stack.ts";
import { anEventId, withByte } from "../support/tickets.ts";
import { nextPerson, openScanner, seesVerdict, typeTicketCode } from "./desk.ts";

/* The desk at a place without a network, in a real browser that really has none. In Korean, on a phone. */

const locale = "ko" as const;
const words = staffWords[locale];
const offlineWords = staffOfflineWords[locale];
const deskMail = "staff1@center.example.com";
const eventsPath = /\/check-in-events$/;

type Ticket = { token: string; code: string; person: Person };

let stack: Stack;
let browser: Browser;
let phone: Device;
let on: Speaking;
let today: string;
let next: string;
let people = 0;
/** Somebody of the desk, signed in; and a colleague elsewhere. */
let session: Awaited<ReturnType<BrowserContext["storageState"]>>;
let colleague: Person;

beforeAll(async () => {
  ({ stack, browser, today, next } = await aBusDay());
  colleague = aPerson(stack.origin, stack.inboxOrigin, "staff2@center.example.com");
  await colleague.signIn();
  const device = await aDevice(browser, { locale, viewport: viewports.phone });
  await signIn({ page: await device.open(`${stack.origin}/staff`), locale }, stack, deskMail);
  session = await device.context.storageState();
  await device.close();
});
beforeEach(async () => {
  phone = await aDevice(browser, { locale, viewport: viewports.phone, storageState: session });
  // What having no network looks like to the page.
  phone.expectTrouble(/^net::ERR_INTERNET_DISCONNECTED /);
});
afterEach(async () => {
  expect(phone.trouble()).toEqual([]);
  await phone.close();
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

/** The ticket of somebody new. */
const aTicket = async (visitId: string, name: string): Promise<Ticket> => {
  people += 1;
  const person = aPerson(stack.origin, stack.inboxOrigin, `offline${people}@example.com`);
  await person.signIn();
  const body = { name, birthYear: 1970, locale, noticeVersion: currentConsentVersion.service_core, beforeBooking: false };
  await person.call("PUT /api/me/visits/{visitId}/registration", { params: { visitId }, body });
  await stack.drain();
  return { person, ...(await person.call("GET /api/me/visits/{visitId}/ticket", { params: { visitId } })) };
};
const arrivalOf = async ({ person }: Ticket): Promise<string | null> => {
  const { registrations } = await person.call("GET /api/me/registrations", {});
  return registrations[0]?.arrivedAt ?? null;
};
/** As cancelling and issuing anew leave it in the table. */
const change = async ({ code }: Ticket, attribute: "status" | "gen", value: unknown) => {
  const { db } = liveDeps("tests");
  await writeIfHolds(db, {
    Update: {
      Key: ticketKey(VisitId.parse(today), code.replace(" ", "")),
      UpdateExpression: "SET #attribute = :value",
      ConditionExpression: "attribute_exists(pk)",
      ExpressionAttributeNames: { "#attribute": attribute },
      ExpressionAttributeValues: { ":value": value },
    },
  });
};

/** In the page: whether a pack is on the disk. */
const countPacks = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open("jobstop-staff");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const db = opening.result;
      const counting = db.transaction("packs").objectStore("packs").count();
      counting.onsuccess = () => {
        db.close();
        resolve(counting.result);
      };
    };
  });

/** In the page: nothing more can be written, as a full phone answers it, until there is room again. Chromium's own quota lets small writes through for a while. */
const fillStorage = (): void => {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = () => {
    throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
  };
  addEventListener("test:room-again", () => {
    IDBObjectStore.prototype.put = put;
  });
};

/** What the server has of today's events, as another phone gets them. */
const eventsAtServer = async (about: Ticket[]): Promise<CheckInEvent[]> => {
  const { events } = await colleague.call("POST /api/staff/visits/{visitId}/packs", {
    params: { visitId: today },
    body: { deviceId: "phone-of-lead" },
  });
  const indexes = await Promise.all(about.map(({ token }) => indexOf(token)));
  return events.flatMap(({ rows }) => rows).filter((event) => indexes.includes(subjectOf(event) ?? ""));
};
const indexOf = async (token: string): Promise<string> => {
  const reading = readToken(token);
  return reading.kind === "ticket" ? ticketIndexOf(reading.ticket.tid) : "";
};

/** The scanner of today's visit, with its pack on the phone and the app kept by its worker. */
const readyAtTheBus = async (): Promise<void> => {
  on = { page: await phone.open(`${stack.origin}/staff`), locale };
  const pack = on.page.waitForResponse((response) => response.url().endsWith("/packs"));
  await openScanner(on);
  await pack;
  await keptByWorker(on.page);
  await on.page.waitForFunction(countPacks);
};
const goOffline = () => phone.context.setOffline(true);
const goOnline = () => phone.context.setOffline(false);
const showsTicket = async (text: string, verdict: Verdict): Promise<void> => {
  await typeTicketCode(on, text);
  await seesVerdict(on, verdict);
};
/** Reads the verdict and makes room for the next person. */
const scans = async (text: string, verdict: Verdict): Promise<void> => {
  await showsTicket(text, verdict);
  await nextPerson(on);
};
const waiting = (people: number, refused = 0, acts = 0) =>
  sees(on, people === 0 ? words.outboxNone : words.outboxWaiting({ people, walkIns: 0, acts, refused }));

describe("at a place without a network", () => {
  test("the app opens, judges ten scans, keeps them through a closed tab, and hands each in once", async () => {
    const [good, second, cancelled, superseded, byCode] = [
      await aTicket(today, "김하늘"),
      await aTicket(today, "박노을"),
      await aTicket(today, "최가람"),
      await aTicket(today, "한바다"),
      await aTicket(today, "윤슬기"),
    ];
    const elsewhere = await aTicket(next, "오다른");
    await change(cancelled, "status", "cancelled");
    await change(superseded, "gen", 2);
    await readyAtTheBus();
    const unknown = await aTicket(today, "이새롬");

    await goOffline();
    await on.page.reload();
    await heading(on, words.scanTitle).or(on.page.locator(".scan-title")).first().waitFor();
    await showsTicket(good.token, "admitted");
    await sees(on, "김○늘");
    await picture(on.page, "offline-admitted");
    await nextPerson(on);
    await scans(second.token, "admitted");
    await showsTicket(cancelled.token, "cancelled");
    await picture(on.page, "offline-cancelled");
    await nextPerson(on);
    await scans(superseded.token, "superseded");
    await scans(elsewhere.token, "other-visit");
    await scans(
      withByte(good.token, 60, (byte) => byte ^ 1),
      "forged",
    );
    await scans(good.token, "already-arrived");
    await scans(byCode.code, "admitted-by-code");
    await scans(unknown.token, "issued-since");
    await scans("00000000", "unknown-code");
    await waiting(4, 4);
    await picture(on.page, "offline-ten");

    await on.page.close();
    on = { page: await phone.open(`${stack.origin}/staff/visits/${today}/scan`), locale };
    await waiting(4, 4);
    // what was done before the tab was closed is known
    await scans(byCode.token, "already-arrived");
    await waiting(4, 4);

    const uploads = uploadsOf(on.page);
    await goOnline();
    await waiting(0);
    expect(uploads.flat().length).toBe(11);
    expect(new Set(uploads.flat()).size).toBe(11);
    for (const arrived of [good, second, byCode, unknown]) expect(await arrivalOf(arrived)).not.toBeNull();
    for (const refused of [cancelled, superseded]) expect(await arrivalOf(refused)).toBeNull();
  });
});

describe("when the sign-in has run out meanwhile", () => {
  test("everything is kept, scanning goes on, and one sign-in sends it", async () => {
    const [first, second] = [await aTicket(today, "정가온"), await aTicket(today, "문나래")];
    await readyAtTheBus();
    await goOffline();
    await scans(first.token, "admitted");
    await phone.context.clearCookies();
    phone.expectTrouble(/^401 /);
    await goOnline();
    await sees(on, words.outbox["sign-in"]);
    await scans(second.token, "admitted");
    await waiting(2);
    // also after the app was opened anew, with nobody signed in
    await on.page.reload();
    await scans(second.token, "already-arrived");
    await picture(on.page, "offline-sign-in-needed");
    expect(await arrivalOf(first)).toBeNull();
    await button(on, words.signInToSend).click();
    await signIn(on, stack, deskMail);
    await waiting(0);
    for (const ticket of [first, second]) expect(await arrivalOf(ticket)).not.toBeNull();
  });
});

describe("when the storage of the phone is full", () => {
  test("a scan says that it was not saved and has to be written down; with room again it is sent once", async () => {
    const [before, ticket] = [await aTicket(today, "차오름"), await aTicket(today, "구름새")];
    await readyAtTheBus();
    await goOffline();
    await scans(before.token, "admitted");
    await on.page.evaluate(fillStorage);
    await typeTicketCode(on, ticket.token);
    await heading(on, words.notKept.title).waitFor();
    await sees(on, words.notKept.detail);
    await picture(on.page, "offline-not-kept");
    await button(on, words.sendAgain).click();
    await heading(on, words.notKept.title).waitFor();
    // what was written before is there, and only that
    await waiting(1);

    await on.page.evaluate(() => dispatchEvent(new Event("test:room-again")));
    await button(on, words.sendAgain).click();
    await seesVerdict(on, "admitted");
    await nextPerson(on);
    await waiting(2);
    const uploads = uploadsOf(on.page);
    await goOnline();
    await waiting(0);
    expect(uploads.flat().length).toBe(2);
    for (const arrived of [before, ticket]) expect(await arrivalOf(arrived)).not.toBeNull();
  });
});

describe("when the server is in trouble", () => {
  test("nothing is forgotten without its own answer, and each event is there once", async () => {
    const tickets = [
      await aTicket(today, "서가람"),
      await aTicket(today, "남하나"),
      await aTicket(today, "노다움"),
      await aTicket(today, "도라온"),
    ];
    await readyAtTheBus();
    await goOffline();
    for (const { token } of tickets) await scans(token, "admitted");
    phone.expectTrouble(/^503 POST /);
    let asked = 0;
    await on.page.route(eventsPath, async (route) => {
      asked += 1;
      if (asked === 1) return route.fulfill({ status: 503, body: "busy" });
      const response = await route.fetch();
      if (asked > 2) return route.fulfill({ response });
      const { answers } = (await response.json()) as { answers: unknown[] };
      return route.fulfill({ response, json: { answers: answers.slice(0, 2) } });
    });
    const uploads = uploadsOf(on.page);
    await goOnline();
    await sees(on, words.outbox.unreachable);
    await waiting(4);
    await waiting(2);
    await waiting(0);
    expect(uploads.map((ids) => ids.length)).toEqual([4, 4, 2]);
    expect(new Set(uploads.flat()).size).toBe(4);
    expect(await eventsAtServer(tickets)).toHaveLength(4);
    for (const ticket of tickets) expect(await arrivalOf(ticket)).not.toBeNull();
  });

  test("an answer that takes longer than two seconds is not waited for, and the person has come once", async () => {
    const ticket = await aTicket(today, "유하람");
    await readyAtTheBus();
    // the server judges and stores, and its answer is late
    await on.page.route(/\/check-ins$/, async (route) => {
      const response = await route.fetch();
      await new Promise((resolve) => setTimeout(resolve, 4000));
      await route.fulfill({ response }).catch(() => undefined);
    });
    const asked = Date.now();
    await showsTicket(ticket.token, "admitted");
    await sees(on, words.judgedHere);
    expect(Date.now() - asked).toBeLessThan(4000);
    await nextPerson(on);
    await waiting(0);
    expect(await eventsAtServer([ticket])).toMatchObject([{ kind: "admit", verdict: "admitted" }]);
  });
});

describe("what staff decide without a network", () => {
  test("somebody comes back, is let in for a reason, or was a mistake: the server hears each as what it was", async () => {
    const [again, cancelled, mistaken] = [await aTicket(today, "구슬아"), await aTicket(today, "방울이"), await aTicket(today, "표나리")];
    await change(cancelled, "status", "cancelled");
    await readyAtTheBus();
    await goOffline();
    await scans(again.token, "admitted");
    await showsTicket(again.token, "already-arrived");
    await picture(on.page, "offline-already-arrived");
    await button(on, offlineWords.reentry).click();
    await sees(on, offlineWords.lastAdmitted("구○아"));
    await showsTicket(cancelled.token, "cancelled");
    await button(on, offlineWords.override).click();
    await button(on, offlineWords.overrideSend).click();
    await sees(on, offlineWords.overrideNeedsReason);
    await picture(on.page, "offline-override");
    await on.page.getByRole("radio").first().check();
    await button(on, offlineWords.overrideSend).click();
    await sees(on, offlineWords.lastAdmitted("방○이"));
    await scans(mistaken.token, "admitted");
    await button(on, offlineWords.undo).click();
    await sees(on, offlineWords.undone("표○리"));
    // taken back, so that the next time is the first
    await scans(mistaken.token, "admitted");
    await button(on, offlineWords.undo).click();
    // who was taken back is in nobody's count of people
    await waiting(2, 0, 2);
    await goOnline();
    await waiting(0);
    expect(await arrivalOf(again)).not.toBeNull();
    expect(await arrivalOf(cancelled)).not.toBeNull();
    expect(await arrivalOf(mistaken)).toBeNull();
    const kinds = (await eventsAtServer([again, cancelled, mistaken])).map((event) => event.kind).sort();
    expect(kinds).toEqual(["admit", "admit", "admit", "admit", "admit", "admit", "override", "undo", "undo"]);
  });

  test("who was let in on another phone too is shown afterwards, with device and time", async () => {
    const ticket = await aTicket(today, "채운샘");
    await readyAtTheBus();
    await goOffline();
    await scans(ticket.token, "admitted");
    await colleague.call("POST /api/staff/visits/{visitId}/check-ins", {
      params: { visitId: today },
      body: { eventId: anEventId(), deviceId: "phone-b-0002", at: new Date().toISOString(), read: { by: "camera", token: ticket.token } },
    });
    // staff read about what waited for a while
    passTime(new Date(Date.now() + 60_000).toISOString());
    await goOnline();
    await waiting(0);
    await heading(on, offlineWords.reportTitle).waitFor();
    await sees(on, offlineWords.reportConflicts(1));
    await on.page.getByText(`다른 기기(${shownDevice("phone-b-0002")})`).waitFor();
    await picture(on.page, "offline-report");
    await button(on, offlineWords.reportRead).click();
    await heading(on, offlineWords.reportTitle).waitFor({ state: "detached" });
  });
});

describe("a phone", () => {
  test("whose user signs out keeps nothing but what waits to be sent", async () => {
    const ticket = await aTicket(today, "신바람");
    // a sign-in of their own: it ends here
    await phone.context.clearCookies();
    const page = await phone.open(`${stack.origin}/staff`);
    await signIn({ page, locale }, stack, "staff3@center.example.com");
    await page.close();
    await readyAtTheBus();
    await goOffline();
    await scans(ticket.token, "admitted");
    phone.expectTrouble(/^503 POST /);
    await on.page.route(eventsPath, (route) => route.fulfill({ status: 503, body: "busy" }));
    await goOnline();
    await button(on, words.signOut).click();
    await heading(on, signInWords[locale].title).waitFor();
    await waiting(1);
    expect(await on.page.evaluate(countPacks)).toBe(0);
    await on.page.unroute(eventsPath);
    // nobody is signed in, and then not with both steps
    phone.expectTrouble(/^40[13] POST /);
    // any of the staff may hand in what another scanned
    await signIn(on, stack, "staff7@center.example.com");
    await waiting(0);
    expect(await arrivalOf(ticket)).not.toBeNull();
  });

  test("whose user signs out without a network is signed out once there is one", async () => {
    await phone.context.clearCookies();
    const page = await phone.open(`${stack.origin}/staff`);
    await signIn({ page, locale }, stack, "staff3@center.example.com");
    await page.close();
    await readyAtTheBus();
    await goOffline();
    await button(on, words.signOut).click();
    await heading(on, signInWords[locale].title).waitFor();
    await goOnline();
    await on.page.goto(`${stack.origin}/staff`);
    await heading(on, signInWords[locale].title).waitFor();
    expect(await on.page.evaluate(async () => (await fetch("/api/me")).status)).toBe(401);
  });

  test("is told what keeps it from leaving for the bus", async () => {
    await readyAtTheBus();
    await on.page.goto(`${stack.origin}/staff/visits/${today}/ready`);
    await heading(on, offlineWords.readyTitle).waitFor();
    await sees(on, offlineWords.clockGood);
    await picture(on.page, "offline-ready");
    await goOffline();
    await on.page.reload();
    await sees(on, offlineWords.clockGood);
    await picture(on.page, "offline-ready-without-network");
  });

  test("is not ready as long as a part of the app did not come, and gets it when it looks again", async () => {
    const part = join(inject("siteFolder"), "staff-manifest.json");
    renameSync(part, `${part}.away`);
    phone.expectTrouble(/^404 GET \/staff-manifest\.json/);
    const app = () => on.page.locator(".check", { hasText: offlineWords.checks.app });
    try {
      on = { page: await phone.open(`${stack.origin}/staff/visits/${today}/ready`), locale };
      await sees(on, offlineWords.clockGood);
      await sees(on, offlineWords.whatToDo["app-not-kept"]);
    } finally {
      renameSync(`${part}.away`, part);
    }
    await button(on, offlineWords.readyAgain).click();
    await app().filter({ hasText: offlineWords.good }).waitFor();
    await goOffline();
    await on.page.reload();
    await sees(on, offlineWords.clockGood);
  });

  test("that was loaded past the worker opens its other pages without a network, too", async () => {
    await readyAtTheBus();
    // as a reload with Shift
    const session = await phone.context.newCDPSession(on.page);
    const loaded = on.page.waitForEvent("load");
    await session.send("Page.reload", { ignoreCache: true });
    await loaded;
    await keptByWorker(on.page);
  });

  test("goes on with the version that it has until staff open the new one", async () => {
    await readyAtTheBus();
    const file = join(inject("siteFolder"), "staff-worker.js");
    const before = readFileSync(file, "utf8");
    try {
      writeFileSync(file, before.replace(/version:`[0-9a-f]+`/, "version:`next`"));
      await on.page.evaluate(async () => (await navigator.serviceWorker.ready).update());
      await on.page.waitForFunction(async () => (await navigator.serviceWorker.ready).waiting !== null);
      // nothing on the scanner asks for anything
      await expect.poll(() => button(on, words.openNewVersion).count()).toBe(0);
      await on.page.goto(`${stack.origin}/staff`);
      const reloaded = on.page.waitForEvent("load");
      await button(on, words.openNewVersion).click();
      await reloaded;
      await on.page.waitForFunction(async () => (await caches.keys()).includes("jobstop-staff-next"));
      await heading(on, words.visitsTitle).waitFor();
      expect(await button(on, words.openNewVersion).count()).toBe(0);
    } finally {
      writeFileSync(file, before);
    }
  });
});

/** Ids of the events that each upload carried. */
const uploadsOf = (page: Page): string[][] => {
  const uploads: string[][] = [];
  page.on("request", (request) => {
    if (!eventsPath.test(request.url())) return;
    const { events } = request.postDataJSON() as { events: { id: string }[] };
    uploads.push(events.map(({ id }) => id));
  });
  return uploads;
};
