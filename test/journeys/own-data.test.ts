import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aPerson } from "../../infra/local/person.ts";
import type { MyExport } from "../../shared/contract/my-data.ts";
import { staffRoleLabels } from "../../shared/copy/codes.ts";
import { myDataWords } from "../../shared/copy/pages-seeker/my-data.ts";
import { staffWords } from "../../shared/copy/pages-staff.ts";
import { staffDayWords } from "../../shared/copy/pages-staff-day.ts";
import { staffOwnDataWords } from "../../shared/copy/pages-staff-own-data.ts";
import { samePeopleWords } from "../../shared/copy/pages-staff-same-people.ts";
import { needWords } from "../../shared/copy/support.ts";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { maskName } from "../../shared/domain/mask-name.ts";
import { timetableSlots } from "../../shared/domain/timetable.ts";
import { anId } from "../support/builders.ts";
import { aBusDay } from "../support/bus-day.ts";
import { viewports } from "../support/chromium.ts";
import { aDevice, type Device, picture } from "../support/device.ts";
import { button, field, heading, link, type Speaking, sees } from "../support/page-words.ts";
import { signIn } from "../support/sign-in.ts";
import type { Stack } from "../support/stack.ts";

/* Somebody who registered by telephone, without mail, wants what is kept of them, and then that nothing is. In Korean, on a phone of the desk. */

const locale = "ko" as const;
const words = staffOwnDataWords[locale];

let stack: Stack;
let browser: Browser;
let today: string;
let phone: Device;
let on: Speaking;

beforeAll(async () => {
  ({ stack, browser, today } = await aBusDay());
  phone = await aDevice(browser, { locale, viewport: viewports.phone });
  on = { page: await phone.open(`${stack.origin}/staff`), locale };
  await signIn(on, stack, "staff1@center.example.com");
});
afterAll(async () => {
  await phone?.close();
  await browser?.close();
  await stack?.stop();
});

/** Registered by the desk, whose browser this is. */
const registered = async (name: string): Promise<string> => {
  const url = `/api/staff/visits/${today}/registrations/${anId("psn")}`;
  const body = { name, birthYear: 1958, phone: "010-0000-7317", locale, noticeVersion: currentConsentVersion.service_core };
  const { registrationId } = await on.page.evaluate(
    async ([url, body]) => {
      const answer = await fetch(url, { method: "PUT", headers: { "content-type": "application/json" }, body });
      return (await answer.json()) as { registrationId: string };
    },
    [url, JSON.stringify(body)] as const,
  );
  await stack.drain();
  return registrationId;
};

test("the desk hands it out as a file, and deletes it once what goes and what stays was read", async () => {
  const registrationId = await registered("한누리");
  await on.page.goto(`${stack.origin}/staff/visits/${today}/people/${registrationId}`);
  await link(on, words.link).click();

  await on.page.getByRole("radio").first().check();
  await button(on, words.exportNow).click();
  await sees(on, words.exported);
  await picture(on.page, "own-data-1-taken");
  const saving = on.page.waitForEvent("download");
  await button(on, myDataWords[locale].file).click();
  const file = await saving;
  expect(file.suggestedFilename()).toBe("jobstop-2026-11-26.json");
  const all = JSON.parse(await readFile(await file.path(), "utf8")) as MyExport;
  expect(JSON.stringify(all.records)).toContain("한누리");
  await on.page.emulateMedia({ media: "print" });
  expect(await button(on, myDataWords[locale].print).isVisible()).toBe(false);
  expect(await on.page.getByText("한누리").first().isVisible()).toBe(true);
  await on.page.emulateMedia({ media: null });

  await button(on, words.toErase).click();
  await sees(on, words.goes[0] ?? "");
  await sees(on, words.stays[0] ?? "");
  await button(on, words.next).click();
  await on.page.getByRole("radio").first().check();
  await picture(on.page, "own-data-2-sure");
  await button(on, words.eraseNow).click();
  await sees(on, words.erased);
  await sees(on, words.locked("2027년 11월 26일(금)"));
  await picture(on.page, "own-data-3-erased");
  await on.page.goto(`${stack.origin}/staff/visits/${today}/people/${registrationId}`);
  // Nobody stands there any more, nor in the list: there is nothing more to hand out, and nobody to register again.
  await heading(on, staffDayWords[locale].unknownPerson).waitFor();
  expect(await link(on, words.link).count()).toBe(0);
  await link(on, staffDayWords[locale].toDay).last().click();
  await heading(on, staffWords[locale].peopleTitle).waitFor();
  expect(await on.page.getByText("○○", { exact: true }).count()).toBe(0);
  expect(phone.trouble()).toEqual([]);
});

test("the desk decides for somebody without mail: who may know what they need, what is taken back, who looked; and tells them from their namesake", async () => {
  const [registrationId] = [await registered("노을빛"), await registered("노을빛")];
  const desk = aPerson(stack.origin, stack.inboxOrigin, "staff1@center.example.com");
  await desk.signIn();
  const params = { visitId: today, registrationId };
  const { date, timetables } = await desk.call("GET /api/public/visits/{visitId}/slots", { params });
  const free = timetableSlots(date, timetables).findLast(({ kind, free }) => kind === "interview" && free > 0);
  const booked = { slotId: free?.slotId ?? "", consentVersion: currentConsentVersion.to_employer, reason: "본인 요청" };
  await desk.call("PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}", {
    params: { ...params, bookingId: anId("bkg") },
    body: booked,
  });
  const needs = { needs: ["plain", "wheelchair"] as const, consentVersion: currentConsentVersion.sensitive_support };
  await desk.call("PUT /api/staff/visits/{visitId}/people/{registrationId}/needs", { params, body: { ...needs, needs: [...needs.needs] } });
  await stack.drain();
  const data = `${stack.origin}/staff/visits/${today}/people/${registrationId}/data`;
  const form = () => on.page.locator("form");
  const sayWhy = () => form().getByRole("radio").first().check();
  const mine = myDataWords[locale];

  // An employer may know of one need, and then of none.
  await on.page.goto(data);
  await link(on, words.toShares).click();
  await button(on, words.share).click();
  await on.page.getByRole("checkbox", { name: needWords.plain[locale], exact: true }).check();
  await on.page.getByRole("checkbox").last().check();
  await sayWhy();
  await form().getByRole("button", { name: words.share, exact: true }).click();
  await sees(on, words.sharedNow);
  await picture(on.page, "own-data-4-shared");
  await button(on, words.unshare).click();
  await sayWhy();
  await form().getByRole("button", { name: words.unshare, exact: true }).click();
  await sees(on, words.unsharedNow);

  // What was agreed to is read again with its parts, and taken back.
  await on.page.goto(data);
  await link(on, words.toConsents).click();
  const firm = on.page.getByRole("article").filter({ hasText: mine.gave.booking });
  await firm.getByText(mine.asRead, { exact: true }).click();
  for (const part of [mine.company, mine.purpose, mine.refusal]) await firm.getByText(part, { exact: true }).waitFor();
  await picture(on.page, "own-data-5-consents");
  await firm.getByRole("button", { name: mine.withdraw, exact: true }).click();
  await firm.getByText(mine.withdrawCancels, { exact: true }).waitFor();
  await sayWhy();
  await form().getByRole("button", { name: mine.withdrawNow, exact: true }).click();
  await sees(on, words.withdrawn);
  await firm.getByText(mine.over, { exact: true }).waitFor();

  // Who looked: the desk itself, just now.
  await on.page.goto(data);
  await link(on, words.toLooks).click();
  await on.page.getByRole("listitem").filter({ hasText: staffRoleLabels.desk[locale] }).first().waitFor();
  await picture(on.page, "own-data-6-looks");

  // Two of one name are two people.
  const same = samePeopleWords[locale];
  await on.page.goto(`${stack.origin}/staff/visits/${today}/same-people`);
  const pair = on.page.getByRole("listitem").filter({ hasText: maskName("노을빛") });
  await pair.getByRole("button", { name: same.apart, exact: true }).click();
  await field(on, same.reason).fill("신분증 두 장을 확인함");
  await button(on, same.apartNow).click();
  await sees(on, same.apartDone);
  await on.page.getByText(same.apartTitle(1)).click();
  await pair.getByText(same.apartWhy("신분증 두 장을 확인함"), { exact: true }).waitFor();
  expect(await pair.getByRole("button", { name: same.merge, exact: true }).count()).toBe(0);
  expect(phone.trouble()).toEqual([]);
});
