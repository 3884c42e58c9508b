import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aPerson, type Person } from "../../infra/local/person.ts";
import { seedDemoSeason } from "../../infra/local/seed.ts";
import { consoleWords } from "../../shared/copy/pages-console.ts";
import { managerWords } from "../../shared/copy/pages-manager.ts";
import { bookingWords } from "../../shared/copy/pages-seeker/booking.ts";
import { problemWords } from "../../shared/copy/problems.ts";
import { signInWords } from "../../shared/copy/sign-in.ts";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { timetableSlots } from "../../shared/domain/timetable.ts";
import { openChromium, viewports } from "../support/chromium.ts";
import { aDevice, type Device } from "../support/device.ts";
import { button, field, heading, type Speaking, sees } from "../support/page-words.ts";
import { signIn } from "../support/sign-in.ts";
import { aStack, type Stack } from "../support/stack.ts";

/* What goes wrong on the way, in real life: the line, the finger, the other people, the clock. In Korean, on a phone. */

const locale = "ko" as const;
const words = bookingWords[locale];
const bookingPath = /\/api\/me\/visits\/[^/]+\/bookings\//;

let stack: Stack;
let browser: Browser;
let phone: Device;
let visitId: string;

beforeAll(async () => {
  [stack, browser] = await Promise.all([aStack("2026-11-26T00:00:00.000Z"), openChromium()]);
  await seedDemoSeason(stack);
  // lists follow the stream, which has a whole season to catch up with
  await stack.drain();
  const { today, visits } = await someone("anybody@example.com").call("GET /api/public/visits", {});
  visitId = visits.find((visit) => visit.date > today && visit.state === "open")?.visitId ?? "";
});
beforeEach(async () => {
  phone = await aDevice(browser, { locale, viewport: viewports.phone });
});
afterEach(async () => {
  expect(phone.trouble()).toEqual([]);
  await phone.close();
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

const someone = (mail: string): Person => aPerson(stack.origin, stack.inboxOrigin, mail);
const registration = { birthYear: 1970, locale, noticeVersion: currentConsentVersion.service_core, beforeBooking: true };

const freeSlots = async (person: Person): Promise<string[]> => {
  const { date, timetables } = await person.call("GET /api/public/visits/{visitId}/slots", { params: { visitId } });
  return timetableSlots(date, timetables).flatMap(({ slotId, free }) => (free > 0 ? [slotId] : []));
};

/** Somebody registered, on the last screen before a booking, with the box ticked; and the same person over HTTP, to count what came of it. */
let asked = 0;
/** Each time another slot: the list that people see may still show one that was booked a moment ago. */
const readyToBook = async (mail: string): Promise<{ on: Speaking; person: Person; slotId: string }> => {
  const person = someone(mail);
  await person.signIn();
  await person.call("PUT /api/me/visits/{visitId}/registration", { params: { visitId }, body: { ...registration, name: "이바다" } });
  const slotId = (await freeSlots(person))[asked++] ?? "";
  const on = { page: await phone.open(`${stack.origin}/visits/${visitId}?slot=${slotId}`), locale };
  await signIn(on, stack, mail);
  await on.page.getByRole("checkbox").check();
  return { on, person, slotId };
};

const liveBookingsOf = async (person: Person): Promise<string[]> => {
  const { registrations } = await person.call("GET /api/me/registrations", {});
  return registrations
    .flatMap(({ bookings }) => bookings)
    .flatMap(({ booking }) => (booking.state === "confirmed" ? [booking.bookingId] : []));
};

/** Ids that the page's requests to book carried. */
const bookingIdsOn = (page: Page): string[] => {
  const ids: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "PUT" && bookingPath.test(request.url())) ids.push(new URL(request.url()).pathname.split("/").at(-1) ?? "");
  });
  return ids;
};

describe("when the line dies after the booking was stored", () => {
  test("the same request goes out again, and there is one booking", async () => {
    const { on, person } = await readyToBook("line@example.com");
    phone.expectTrouble(/^net::ERR_CONNECTION_RESET PUT /);
    const ids = bookingIdsOn(on.page);
    await on.page.route(
      bookingPath,
      async (route) => {
        await route.fetch();
        await route.abort("connectionreset");
      },
      { times: 1 },
    );
    await button(on, words.confirmNow.book).click();
    await heading(on, words.doneTitles.book).waitFor();
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(await liveBookingsOf(person)).toEqual([ids[0]]);
  });
});

describe("when somebody presses twice", () => {
  test("one request goes out, and there is one booking", async () => {
    const { on, person } = await readyToBook("twice@example.com");
    const ids = bookingIdsOn(on.page);
    await button(on, words.confirmNow.book).dblclick();
    await heading(on, words.doneTitles.book).waitFor();
    expect(ids).toHaveLength(1);
    expect(await liveBookingsOf(person)).toEqual(ids);
  });
});

describe("when somebody else takes the time meanwhile", () => {
  test("the page says so and offers what is left, which can be booked", async () => {
    const { on, person, slotId } = await readyToBook("slow@example.com");
    const quick = someone("quick@example.com");
    await quick.signIn();
    await quick.call("PUT /api/me/visits/{visitId}/registration", { params: { visitId }, body: { ...registration, name: "박노을" } });
    await quick.call("PUT /api/me/visits/{visitId}/bookings/{bookingId}", {
      params: { visitId, bookingId: `bkg_${"0".repeat(25)}1` },
      body: { slotId, consentVersion: currentConsentVersion.to_employer },
    });
    phone.expectTrouble(/^409 PUT /);
    await button(on, words.confirmNow.book).click();
    await heading(on, problemWords["slot-full"][locale].title).waitFor();
    await heading(on, words.othersTitle).waitFor();
    // the nearest times, one press each
    await on.page.getByRole("region", { name: words.othersTitle }).getByRole("link").first().click();
    await on.page.getByRole("checkbox").check();
    await button(on, words.confirmNow.book).click();
    await heading(on, words.doneTitles.book).waitFor();
    expect(await liveBookingsOf(person)).toHaveLength(1);
  });
});

describe("when the session ends in the middle of a form", () => {
  test("the form for signing in comes above it, and what was typed goes out afterwards", async () => {
    const mail = "staff8@center.example.com";
    const page = await phone.open(`${stack.origin}/console/places/new`);
    const on = { page, locale };
    await signIn(on, stack, mail);
    const manager = managerWords[locale];
    await field(on, manager.placeId).fill("seobuk-test");
    await field(on, manager.district).selectOption("11410");
    await field(on, manager.placeNameKo).fill("신촌역 앞");
    await field(on, manager.placeNameEn).fill("Sinchon Station");
    await field(on, manager.lat).fill("37.55");
    await field(on, manager.lng).fill("126.93");
    await phone.context.clearCookies();
    phone.expectTrouble(/^401 PUT /);
    await button(on, consoleWords[locale].save).click();
    await page.getByRole("dialog", { name: signInWords[locale].againTitle }).waitFor();
    await signIn(on, stack, mail);
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    expect(await field(on, manager.placeNameKo).inputValue()).toBe("신촌역 앞");
    await button(on, consoleWords[locale].save).click();
    await sees(on, manager.placeSaved("신촌역 앞"));
  });

  test("a seeker signs in again on the way to a booking and loses no step", async () => {
    const { on, person } = await readyToBook("late@example.com");
    await phone.context.clearCookies();
    phone.expectTrouble(/^401 PUT /);
    await button(on, words.confirmNow.book).click();
    await heading(on, words.signIn).waitFor();
    await signIn(on, stack, "late@example.com");
    await on.page.getByRole("checkbox").check();
    await button(on, words.confirmNow.book).click();
    await heading(on, words.doneTitles.book).waitFor();
    expect(await liveBookingsOf(person)).toHaveLength(1);
  });
});
