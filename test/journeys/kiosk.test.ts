import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aPerson } from "../../infra/local/person.ts";
import { readQr } from "../../infra/local/read-qr.ts";
import { kioskWords } from "../../shared/copy/pages-kiosk.ts";
import { bookingWords } from "../../shared/copy/pages-seeker/booking.ts";
import { staffTablesWords } from "../../shared/copy/pages-staff-tables.ts";
import { maskName } from "../../shared/domain/mask-name.ts";
import { aBusDay } from "../support/bus-day.ts";
import { viewports } from "../support/chromium.ts";
import { aDevice, type Device, picture, pictures } from "../support/device.ts";
import { button, field, heading, link, type Speaking, sees } from "../support/page-words.ts";
import { signIn } from "../support/sign-in.ts";
import type { Stack } from "../support/stack.ts";

/* A tablet at the bus on which people register by themselves, one after the other: the desk connects it, finds who registered, and ends it. */

const staff = staffTablesWords.ko;
const words = kioskWords.ko;
const deskMail = "staff1@center.example.com";

let stack: Stack;
let browser: Browser;
let today: string;
const devices: Device[] = [];

beforeAll(async () => {
  ({ stack, browser, today } = await aBusDay());
});
afterAll(async () => {
  for (const device of devices) expect(device.trouble()).toEqual([]);
  await browser?.close();
  await stack?.stop();
});

const aPhone = async (): Promise<Device> => {
  const device = await aDevice(browser, { locale: "ko", viewport: viewports.phone });
  devices.push(device);
  return device;
};
/** Everything that the tablet holds in view or keeps. */
const heldBy = ({ page }: Speaking) =>
  page.evaluate(() => [document.documentElement.outerHTML, JSON.stringify(localStorage), JSON.stringify(sessionStorage)].join("\n"));
const fill = async (on: Speaking, name: string, birthYear: string) => {
  const asked = bookingWords[on.locale];
  await field(on, asked.name).fill(name);
  await field(on, asked.birthYear).fill(birthYear);
};

describe("a tablet on which people register by themselves", () => {
  test("is connected by the desk, registers one after the other in their language, forgets each, and is ended", async () => {
    const desk = { page: await (await aPhone()).open(`${stack.origin}/staff/visits/${today}/desks`), locale: "ko" as const };
    await signIn(desk, stack, deskMail);
    await link(desk, staff.kiosk.toPair).click();
    await button(desk, staff.give).click();
    const qr = desk.page.locator(".qr");
    await qr.locator("path[d^=M]").waitFor();
    await pictures(desk, "kiosk-staff-code");
    const [{ text: address } = { text: "" }] = await readQr(await qr.screenshot());
    expect(address).toMatch(/\/kiosk#[0-9A-HJKMNP-TV-Z]{8}$/);

    const tablet = await aPhone();
    // too young, and ended by the desk
    tablet.expectTrouble(/^(422|401) PUT \/api\/kiosk\/registrations/);
    const page = await tablet.open(address);
    const [korean, english] = [
      { page, locale: "ko" as const },
      { page, locale: "en" as const },
    ];
    await pictures(korean, "kiosk-pair");
    await button(korean, words.pair).click();
    await button(korean, words.start).waitFor();
    await pictures(korean, "kiosk-start");
    await sees(desk, staff.kiosk.paired);
    // a reload, and it is still what it was
    await page.reload();

    await button(korean, kioskWords.en.start).click();
    await fill(english, "Maria Kim", "2020");
    await pictures(english, "kiosk-form");
    await button(english, kioskWords.en.register).click();
    await page.getByRole("alert").waitFor();
    await picture(page, "kiosk-refused-360");
    await fill(english, "Maria Kim", "1961");
    await button(english, kioskWords.en.register).click();
    await heading(english, kioskWords.en.doneTitle).waitFor();
    await pictures(english, "kiosk-done");
    expect(await heldBy(english)).not.toContain("Maria");
    await button(english, kioskWords.en.next).click();

    // Somebody begins and walks away.
    await page.clock.install();
    await button(korean, words.start).click();
    await fill(korean, "고길동", "1958");
    await page.clock.runFor(61_000);
    const asking = page.getByRole("dialog", { name: words.stillThere });
    await asking.waitFor();
    await picture(page, "kiosk-idle-360");
    await button(korean, words.goOn).click();
    await asking.waitFor({ state: "hidden" });
    expect(await field(korean, bookingWords.ko.name).inputValue()).toBe("고길동");
    await page.clock.runFor(91_000);
    await button(korean, words.start).click();
    expect(await field(korean, bookingWords.ko.name).inputValue()).toBe("");

    // The desk ends it while somebody writes.
    await fill(korean, "홍길순", "1960");
    await button(desk, staff.kiosk.endAll).click();
    await button(desk, staff.kiosk.endAll).waitFor({ state: "hidden" });
    await pictures(desk, "kiosk-staff-ended");
    await button(korean, words.register).click();
    await sees(korean, words.ended);
    await picture(page, "kiosk-ended-360");
    expect(await heldBy(korean)).not.toContain("홍길순");

    const officer = aPerson(stack.origin, stack.inboxOrigin, deskMail);
    await officer.signIn();
    const { people } = await officer.call("GET /api/staff/visits/{visitId}/day", { params: { visitId: today } });
    const names = people.map(({ maskedName }) => maskedName);
    expect(names.filter((name) => name === maskName("Maria Kim"))).toHaveLength(1);
    expect(names).not.toContain(maskName("홍길순"));
  });
});
