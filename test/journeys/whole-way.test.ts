import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { interviewOutcomeLabels } from "../../shared/copy/codes.ts";
import { consoleWords } from "../../shared/copy/pages-console.ts";
import { leadWords } from "../../shared/copy/pages-leads.ts";
import { reportWords } from "../../shared/copy/pages-manager-reports.ts";
import { membersWords } from "../../shared/copy/pages-members.ts";
import { mineWords } from "../../shared/copy/pages-seeker/mine.ts";
import { staffWords } from "../../shared/copy/pages-staff.ts";
import { staffCareWords } from "../../shared/copy/pages-staff-care.ts";
import { staffDayWords } from "../../shared/copy/pages-staff-day.ts";
import { staffFindWords } from "../../shared/copy/pages-staff-find.ts";
import { staffResultsWords } from "../../shared/copy/pages-staff-results.ts";
import { tableWords } from "../../shared/copy/pages-table.ts";
import { periodWords } from "../../shared/copy/period.ts";
import { confirmedByWords, stayWords } from "../../shared/copy/results.ts";
import { secondStepWords } from "../../shared/copy/second-step.ts";
import { funnelSteps } from "../../shared/domain/funnel.ts";
import { maskName } from "../../shared/domain/mask-name.ts";
import { Place } from "../../shared/domain/place.ts";
import { dateText, LocalDate } from "../../shared/domain/seoul-time.ts";
import { openChromium, viewports } from "../support/chromium.ts";
import { aDevice, type Device, picture } from "../support/device.ts";
import { button, field, heading, link, type Speaking, sees } from "../support/page-words.ts";
import { chooseLanguage, signIn } from "../support/sign-in.ts";
import { aStack, grant, passTime, type Stack } from "../support/stack.ts";
import { stopAtFirstFailure } from "../support/steps.ts";
import { openDay, seesVerdict } from "./desk.ts";
import { follow, openMail } from "./inbox.ts";
import { addPlace, addStaff, approveTimes, confirmEmployer, openVisit, planVisit, type VisitPlanned } from "./manager.ts";
import { agreeWithFirm, noteVisitToFirm, writeDownFirm } from "./outreach.ts";
import { bookingAt, consentAndBook, findVisitByDistrict, openMine, pickTime, register } from "./seeker.ts";

/*
 * From a firm that nobody knew to somebody who still works there three months later, each role in its turn, clicked through in a real browser: in Korean, the
 * console on a desk, everybody at the bus and the seeker on a phone.
 */

const locale = "ko" as const;
const job = { titleKo: "펌프 부품 조립원", titleEn: "Pump part assembler" };
const desks = ["면접 1번 창구", "면접 2번 창구"] as const;
const plaza = Place.parse({
  ...{ placeId: "dongbuk-cheongnyangni", nameKo: "청량리역 광장", nameEn: "Cheongnyangni Station Plaza", zone: "dongbuk" },
  ...{ districtCode: "11230", roadAddress: "서울특별시 동대문구 왕산로 214", lat: 37.58, lng: 127.047 },
  ...{ stationKo: "청량리역", stationEn: "Cheongnyangni", stepFreeAccess: true, indoorWaiting: true, noteKo: null, noteEn: null },
});
const visit: VisitPlanned = { date: LocalDate.parse("2026-12-03"), place: plaza, team: ["한결이", "오서린"], desks };
const firm = {
  ...{ nameKo: "㈜솔버들정밀", nameEn: "Solbeodeul Precision", businessNumber: "000-81-10074", districtCode: "11545" },
  contact: { name: "윤다래", phone: "02-000-0001", mail: "hr@solbeodeul.example.com" },
};
const seeker = { mail: "seeker@example.com", name: "김하늘", birthYear: 1964, phone: "010-0000-0101" };
const mails = {
  ...{ manager: "manager@center.example.com", finder: "outreach@center.example.com" },
  ...{ desk: "desk@center.example.com", counsellor: "counsellor@center.example.com" },
};

let stack: Stack;
let browser: Browser;
const devices: Device[] = [];

beforeAll(async () => {
  [stack, browser] = await Promise.all([aStack("2026-11-26T01:00:00.000Z"), openChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

/** Somebody on a device of the moment: its clock is the product's. */
const somebody = async (path: string, viewport: (typeof viewports)[keyof typeof viewports], mail?: string): Promise<Speaking> => {
  const device = await aDevice(browser, { locale, viewport });
  devices.push(device);
  const on = { page: await device.open(stack.origin + path), locale };
  if (path !== "/") await chooseLanguage(on);
  if (mail) await signIn(on, stack, mail);
  return on;
};
const inConsole = (mail: string) => somebody("/console", viewports.desk, mail);
const atBus = (mail: string) => somebody("/staff", viewports.phone, mail);
const show = ({ page }: Speaking, name: string) => picture(page, `whole-way-${name}`);
/** Everybody closes what they had open: left so, it would ask for what is new when its session has long ended. */
const later = async (at: string): Promise<void> => {
  for (const { context } of devices) await Promise.all(context.pages().map((page) => page.close()));
  passTime(at);
};

describe("from a firm that nobody knew to three months at work", () => {
  stopAtFirstFailure();
  let manager: Speaking;
  let finder: Speaking;
  let phone: Speaking;

  afterEach(async () => {
    for (const device of devices) expect(device.trouble()).toEqual([]);
    expect(stack.failedEvents()).toEqual([]);
  });

  test("the manager names the team and plans a visit", async () => {
    await grant(mails.manager, "권도경", ["manager"]);
    manager = await inConsole(mails.manager);
    await addPlace(manager, plaza);
    await addStaff(manager, { mail: mails.finder, name: "문가람", role: "outreach" });
    await addStaff(manager, { mail: mails.desk, name: "한결이", role: "desk" });
    await addStaff(manager, { mail: mails.counsellor, name: "오서린", role: "counsellor" });
    await planVisit(manager, visit);
  });

  test("outreach writes down a firm, visits it, and makes it an employer with a posting and times", async () => {
    finder = await inConsole(mails.finder);
    await writeDownFirm(finder, firm);
    await noteVisitToFirm(finder, "조립할 사람을 셋 구하신다고 함. 현장면접을 해 보기로 함.");
    await show(finder, "01-firm-found");
    await agreeWithFirm(finder, { firm, job, visit });
    await show(finder, "02-firm-agreed");
  });

  test("the manager confirms the firm and its times, and opens the visit; the firm takes up its invitation", async () => {
    await confirmEmployer(manager, firm.nameKo);
    await approveTimes(manager, { employer: firm.nameKo, desk: desks[1], times: 12 });
    await openVisit(manager, visit);
    const device = await aDevice(browser, { locale, viewport: viewports.desk });
    devices.push(device);
    const opened = await openMail(device, stack, firm.contact.mail, "일자리 정류장에서 함께 일하도록 초대받으셨습니다");
    const employer = { page: await follow(opened, "초대 보기"), locale };
    await signIn(employer, stack, firm.contact.mail);
    await button(employer, membersWords[locale].accept).click();
    // A member sees other people, and needs a second step: made past the page, when they sign in for the interviews.
    await heading(employer, secondStepWords[locale].enrolTitle).waitFor();
    await show(employer, "03-firm-joined");
  });

  test("a seeker books one of the times", async () => {
    phone = await somebody("/", viewports.phone);
    await findVisitByDistrict(phone, visit);
    await pickTime(phone, "10:20", job);
    await signIn(phone, stack, seeker.mail);
    await register(phone, seeker);
    await consentAndBook(phone, firm);
    await openMine(phone);
    await bookingAt(phone, "10:20").waitFor();
  });

  test("the desk finds the seeker by name and lets them in", async () => {
    await later(`${visit.date}T01:00:00.000Z`);
    const desk = await atBus(mails.desk);
    await openDay(desk, visit);
    await link(desk, staffFindWords[locale].title).click();
    await field(desk, staffFindWords[locale].text).fill(seeker.name);
    await button(desk, staffFindWords[locale].search).click();
    await button(desk, `${staffFindWords[locale].admit}, ${maskName(seeker.name)}, ${staffFindWords[locale].phoneEnd("0101")}`).click();
    await seesVerdict(desk, "admitted-by-code");
    await show(desk, "04-let-in");
  });

  test("the employer says that the seeker is hired, and so does the seeker", async () => {
    await later(`${visit.date}T06:00:00.000Z`);
    const employer = await inConsole(firm.contact.mail);
    await link(employer, consoleWords[locale].slotRequests).click();
    await link(employer, `${tableWords[locale].toResults} ${dateText(visit.date, locale)}`).click();
    await button(employer, interviewOutcomeLabels.hired[locale]).click();
    await employer.page.getByRole("button", { name: interviewOutcomeLabels.hired[locale], exact: true, pressed: true }).waitFor();
    await show(employer, "05-hired");
    phone = await somebody("/my", viewports.phone, seeker.mail);
    await heading(phone, mineWords[locale].title).waitFor();
    await show(phone, "06-my-interview-is-over");
  });

  test("the counsellor confirms the placement", async () => {
    await later(`${visit.date}T07:00:00.000Z`);
    const counsellor = await atBus(mails.counsellor);
    await openDay(counsellor, visit);
    await link(counsellor, staffDayWords[locale].results).click();
    await button(counsellor, `${staffResultsWords[locale].confirm}, ${seeker.name}`).click();
    await field(counsellor, staffResultsWords[locale].startedOn).fill("2026-12-14");
    await counsellor.page.getByRole("radio", { name: confirmedByWords.employer[locale], exact: true }).check();
    await button(counsellor, staffResultsWords[locale].confirm).click();
    await sees(counsellor, staffResultsWords[locale].confirmed);
    await show(counsellor, "07-placed");
  });

  test.each([
    { month: 1, day: "2027-01-14" },
    { month: 3, day: "2027-03-14" },
  ])("after $month months the counsellor calls: still at work", async ({ month, day }) => {
    await later(`${day}T01:00:00.000Z`);
    const counsellor = await atBus(mails.counsellor);
    await link(counsellor, staffWords[locale].toFollowUps).click();
    const due = counsellor.page
      .getByRole("region")
      .or(counsellor.page.locator("section"))
      .filter({ has: heading(counsellor, staffCareWords[locale].today) });
    await due.getByRole("button", { name: staffCareWords[locale].settle }).first().click();
    await counsellor.page.getByRole("radio", { name: stayWords.stays[locale], exact: true }).check();
    await field(counsellor, staffCareWords[locale].result).fill("전화로 여쭤 봄. 잘 다니고 계심.");
    await button(counsellor, staffCareWords[locale].save).click();
    await sees(counsellor, staffCareWords[locale].settled);
    await show(counsellor, `08-still-there-${month}`);
  });

  test("reports and the funnel tell of it: one hire, still there after three months, from a firm that was found", async () => {
    await later("2027-03-15T01:00:00.000Z");
    manager = await inConsole(mails.manager);
    await link(manager, consoleWords[locale].reports).click();
    await field(manager, periodWords[locale].from).fill("2026-12-01");
    await field(manager, periodWords[locale].to).fill("2026-12-31");
    await button(manager, periodWords[locale].show).click();
    const { placements, stayedThreeMonths } = reportWords[locale].counts;
    for (const label of [placements, stayedThreeMonths])
      await manager.page.locator(".facts > div", { hasText: label }).getByText("1", { exact: true }).first().waitFor();
    await show(manager, "09-report");
    finder = await inConsole(mails.finder);
    await link(finder, consoleWords[locale].leads).click();
    await link(finder, leadWords[locale].toFunnel).click();
    await field(finder, periodWords[locale].from).fill("2026-11-01");
    await button(finder, periodWords[locale].show).click();
    const all = finder.page.locator("section.card").filter({ has: heading(finder, leadWords[locale].funnelAll) });
    await expect.poll(() => all.locator("dd").allInnerTexts()).toEqual(funnelSteps.map(() => leadWords[locale].firms(1)));
    await show(finder, "10-funnel");
  });
});
