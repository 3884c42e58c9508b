import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { aPerson } from "../../infra/local/person.ts";
import { deskLabelIn } from "../../shared/copy/desk-label.ts";
import { mineWords } from "../../shared/copy/pages-seeker/mine.ts";
import { secondStepWords } from "../../shared/copy/second-step.ts";
import { signInWords } from "../../shared/copy/sign-in.ts";
import { currentConsentVersion } from "../../shared/domain/consents.ts";
import { maskName } from "../../shared/domain/mask-name.ts";
import { Place } from "../../shared/domain/place.ts";
import { LocalDate } from "../../shared/domain/seoul-time.ts";
import { defaultDeadlines } from "../../shared/domain/visit.ts";
import { writeCameraClip } from "../support/camera-clip.ts";
import { openChromium, viewports } from "../support/chromium.ts";
import { aDevice, type Device, picture } from "../support/device.ts";
import { button, field, heading, type Speaking, sees } from "../support/page-words.ts";
import { chooseLanguage, codeIn, enrolPasskeyIn, signIn, typeCode } from "../support/sign-in.ts";
import { aStack, grant, passTime, type Stack } from "../support/stack.ts";
import { stopAtFirstFailure } from "../support/steps.ts";
import { nextPerson, openDay, openScanner, seesArrival, seesExpected, seesVerdict, typeTicketCode } from "./desk.ts";
import { askForTimes, type Firm, registerFirm, seesFirm, seesTimesTaken, writePosting } from "./employer.ts";
import { follow, openMail } from "./inbox.ts";
import { addPlace, addStaff, approveTimes, confirmEmployer, openVisit, planVisit, type VisitPlanned } from "./manager.ts";
import {
  bookingAt,
  calendarOf,
  cancelBooking,
  consentAndBook,
  findVisitByDistrict,
  openMine,
  pickTime,
  readPosting,
  register,
} from "./seeker.ts";

/*
 * The main job, clicked through in a real browser on the real stack, mails and camera included: once in Korean on a phone, and a week later once in
 * English on a desk. Time only moves forward.
 */

const job = { titleKo: "펌프 부품 조립원", titleEn: "Pump part assembler" };
const desks = ["면접 1번 창구", "면접 2번 창구"] as const;

const plaza = Place.parse({
  placeId: "dongbuk-cheongnyangni",
  nameKo: "청량리역 광장",
  nameEn: "Cheongnyangni Station Plaza",
  zone: "dongbuk",
  districtCode: "11230",
  roadAddress: "서울특별시 동대문구 왕산로 214",
  lat: 37.58,
  lng: 127.047,
  stationKo: "청량리역",
  stationEn: "Cheongnyangni",
  stepFreeAccess: true,
  indoorWaiting: true,
  noteKo: null,
  noteEn: null,
});
const park = Place.parse({
  ...plaza,
  placeId: "dosim-yongsan",
  nameKo: "용산역 광장",
  nameEn: "Yongsan Station Plaza",
  zone: "dosim",
  districtCode: "11170",
  roadAddress: "서울특별시 용산구 한강대로23길 55",
  lat: 37.53,
  lng: 126.965,
  stationKo: "용산역",
  stationEn: "Yongsan",
});

type Run = {
  locale: "ko" | "en";
  viewport: (typeof viewports)[keyof typeof viewports];
  startsAt: string;
  visit: VisitPlanned;
  firm: Firm;
  seeker: { mail: string; name: string; birthYear: number; phone: string };
  staff: { mail: string; name: string };
  subjects: Record<"code" | "booked" | "cancelled" | "reminder" | "ticket", string>;
  /** The reminder's link. */
  willCome: string;
};

const runs: Run[] = [
  {
    locale: "ko",
    viewport: viewports.phone,
    startsAt: "2026-11-26T01:00:00.000Z",
    visit: { date: LocalDate.parse("2026-12-03"), place: plaza, team: ["한결이", "오서린"], desks },
    firm: {
      nameKo: "㈜솔버들정밀",
      nameEn: "Solbeodeul Precision",
      businessNumber: "000-81-10074",
      districtCode: "11545",
      contact: { name: "윤다래", phone: "02-000-0001", mail: "hr@solbeodeul.example.com" },
    },
    seeker: { mail: "seeker1@example.com", name: "김하늘", birthYear: 1968, phone: "010-0000-0101" },
    staff: { mail: "desk1@center.example.com", name: "오서린" },
    subjects: {
      code: "로그인 번호입니다",
      booked: "현장면접 예약이 확정되었습니다",
      cancelled: "예약을 취소했습니다",
      reminder: "내일 예약을 확인해 주세요",
      ticket: "오늘 접수용 QR 코드를 보내 드립니다",
    },
    willCome: "참석",
  },
  {
    locale: "en",
    viewport: viewports.desk,
    startsAt: "2026-12-03T03:00:00.000Z",
    visit: { date: LocalDate.parse("2026-12-10"), place: park, team: ["한결이", "문가람"], desks },
    firm: {
      nameKo: "㈜가람이음",
      nameEn: "Garam Link",
      businessNumber: "000-81-10074",
      districtCode: "11170",
      contact: { name: "한가람", phone: "02-000-0002", mail: "hr@garam.example.com" },
    },
    seeker: { mail: "seeker2@example.com", name: "Anna Berg", birthYear: 1990, phone: "010-0000-0102" },
    staff: { mail: "desk2@center.example.com", name: "문가람" },
    subjects: {
      code: "Your sign-in code",
      booked: "Your on-site interview is booked",
      cancelled: "Your booking is cancelled",
      reminder: "Please confirm your booking for tomorrow",
      ticket: "Your QR code for today",
    },
    willCome: "I will come",
  },
];

let stack: Stack;
let browser: Browser;
const scratch = mkdtempSync(join(tmpdir(), "jobstop-journey-"));
const devices: Device[] = [];

beforeAll(async () => {
  [stack, browser] = await Promise.all([aStack("2026-11-26T01:00:00.000Z"), openChromium()]);
});

afterAll(async () => {
  await browser?.close();
  await stack?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

describe.each(runs)(
  "the main job in $locale at $viewport.width px",
  ({ locale, viewport, startsAt, visit, firm, seeker, staff, subjects, willCome }) => {
    stopAtFirstFailure();
    // One for each run, who is new to it: a passkey lies on the device of its run.
    const managerMail = `manager-${locale}@center.example.com`;
    let managers: Device;
    let manager: Speaking;
    let employer: Speaking;
    let phones: Device;
    let phone: Speaking;

    const show = (page: Page, name: string) => picture(page, `${locale}-${name}`);
    const device = async (storageState?: Awaited<ReturnType<Device["context"]["storageState"]>>): Promise<Device> => {
      const made = await aDevice(browser, { locale, viewport, ...(storageState && { storageState }) });
      devices.push(made);
      return made;
    };
    const inConsole = async (on: Device): Promise<Speaking> => {
      const speaking = { page: await on.open(`${stack.origin}/console`), locale };
      await chooseLanguage(speaking);
      return speaking;
    };

    afterEach(() => {
      expect(devices.flatMap((one) => one.trouble())).toEqual([]);
      expect(stack.failedEvents()).toEqual([]);
    });
    afterAll(async () => {
      for (const one of devices.splice(0)) await one.close();
    });

    test("the manager signs in with the code read in the inbox", async () => {
      passTime(startsAt);
      await grant(managerMail, "권도경", ["manager"]);
      managers = await device();
      manager = await inConsole(managers);
      const words = signInWords[locale];
      await show(manager.page, "01-sign-in");
      await field(manager, words.mail).fill(managerMail);
      await button(manager, words.sendCode).click();
      await field(manager, words.code).waitFor();
      const { page: inbox, mail } = await openMail(managers, stack, managerMail, subjects.code);
      await show(inbox, "02-code-mail");
      await typeCode(manager, codeIn(await mail.locator("body").innerText()));
      await inbox.close();
      await heading(manager, secondStepWords[locale].enrolTitle).waitFor();
      await show(manager.page, "02-second-step");
      await enrolPasskeyIn(manager);
      await show(manager.page, "03-console");
    });

    test("the manager adds a place, the desk staff and a visit", async () => {
      await addPlace(manager, visit.place);
      await show(manager.page, "04-places");
      await addStaff(manager, { ...staff, role: "desk" });
      await show(manager.page, "05-staff");
      await planVisit(manager, visit);
      await show(manager.page, "06-visit-planned");
    });

    test("an employer signs in and registers, and the manager confirms the firm", async () => {
      employer = await inConsole(await device());
      await signIn(employer, stack, firm.contact.mail);
      await show(employer.page, "07-register-firm");
      await registerFirm(employer, firm);
      await enrolPasskeyIn(employer);
      await seesFirm(employer);
      await show(employer.page, "08-firm");
      await confirmEmployer(manager, firm.nameKo);
      await show(manager.page, "09-confirmed");
    });

    test("the employer writes a posting and asks for twelve times around a break", async () => {
      await employer.page.reload();
      await writePosting(employer, job);
      await show(employer.page, "10-postings");
      await askForTimes(employer, { visit, interviewer: firm.contact.name });
      await show(employer.page, "11-asked");
    });

    test("the manager approves them at a desk and opens the visit", async () => {
      await approveTimes(manager, { employer: firm.nameKo, desk: desks[1], times: 12 });
      await openVisit(manager, visit);
      await show(manager.page, "12-open");
    });

    test("a seeker finds the visit by district, books a time in four screens and has the confirmation", async () => {
      phones = await device();
      phone = { page: await phones.open(`${stack.origin}${locale === "en" ? "/en/" : "/"}`), locale };
      await findVisitByDistrict(phone, visit);
      await show(phone.page, "13-visit");
      await readPosting(phone, { firm, job, free: 12 });
      await pickTime(phone, "10:20", job);
      await show(phone.page, "14-booking-sign-in");
      await signIn(phone, stack, seeker.mail);
      await show(phone.page, "15-booking-register");
      await register(phone, seeker);
      await heading(phone, locale === "ko" ? "확인하고 예약하기" : "Check and book").waitFor();
      await show(phone.page, "16-booking-consent");
      await consentAndBook(phone, firm);
      await show(phone.page, "17-booked");
      const { page: inbox, mail } = await openMail(phones, stack, seeker.mail, subjects.booked);
      await mail
        .getByText(locale === "ko" ? "오전 10시 20분" : "10:20 am")
        .filter({ visible: true })
        .first()
        .waitFor();
      await show(inbox, "18-confirmation-mail");
      await inbox.close();
    });

    test("my page has the booking and its calendar file", async () => {
      await openMine(phone);
      await bookingAt(phone, "10:20").getByText(deskLabelIn(locale, desks[1]).text).waitFor();
      await show(phone.page, "19-mine");
      const calendar = await calendarOf(phone, "10:20");
      expect(calendar).toContain("BEGIN:VEVENT");
      expect(calendar).toMatch(/DTSTART[^:]*:20261(203|210)T/);
    });

    test("a second booking needs no sign-in or form again, and is cancelled", async () => {
      await phone.page.goBack();
      await phone.page.goto(`${stack.origin}${locale === "en" ? "/en/" : "/"}`);
      await findVisitByDistrict(phone, visit);
      await pickTime(phone, "14:00", job);
      await consentAndBook(phone, firm);
      await openMine(phone);
      await cancelBooking(phone, "14:00");
      await show(phone.page, "20-cancelled");
      const { page: inbox } = await openMail(phones, stack, seeker.mail, subjects.cancelled);
      await show(inbox, "21-cancellation-mail");
      await inbox.close();
    });

    test("the employer sees one of twelve times taken, and no name", async () => {
      const said = await seesTimesTaken(employer, 1, 12);
      await show(employer.page, "22-employer-times");
      expect(said).not.toContain(seeker.name);
      expect(said).not.toContain(maskName(seeker.name));
      await employer.page.close();
      await managers.close();
    });

    test("the day before, the reminder leads to my page, where the seeker says to come", async () => {
      const { reminderAt } = defaultDeadlines(visit.date);
      passTime(reminderAt);
      await stack.fire("remind-of-tomorrow");
      phones = await device(await phones.context.storageState());
      const reminder = await openMail(phones, stack, seeker.mail, subjects.reminder);
      await show(reminder.page, "23-reminder-mail");
      phone = { page: await follow(reminder, willCome), locale };
      // a session lasts half a day
      await signIn(phone, stack, seeker.mail);
      await button(phone, mineWords[locale].iWillCome).waitFor();
      await show(phone.page, "24-will-you-come");
      await button(phone, mineWords[locale].iWillCome).click();
      await sees(phone, mineWords[locale].comingSince(locale === "ko" ? "12월 2일(수) 오후 4시" : "Wednesday 9 December, 4 pm"));
      await show(phone.page, "25-coming");
    });

    test("on the day, the mail shows the QR code, and leads to the ticket in full size", async () => {
      passTime(defaultDeadlines(visit.date).ticketMailAt);
      await stack.fire("send-day-of-tickets");
      phones = await device(await phones.context.storageState());
      const opened = await openMail(phones, stack, seeker.mail, subjects.ticket);
      const qr = opened.mail.getByRole("img", { name: locale === "ko" ? "접수용 QR 코드" : "QR code for check-in" });
      await qr.waitFor();
      expect(await qr.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(200);
      await show(opened.page, "26-ticket-mail");
      await writeCameraClip(join(scratch, `${locale}.y4m`), await qr.screenshot(), opened.page);
      phone = { page: await follow(opened, locale === "ko" ? "QR 코드 크게 보기" : "Show the QR code in full size"), locale };
      await signIn(phone, stack, seeker.mail);
      await phone.page.getByRole("img", { name: mineWords[locale].ticketImage }).waitFor();
      await show(phone.page, "27-ticket");
    });

    test("staff point the camera at it: green, with word and masked name; the day's list shows it by itself", async () => {
      passTime(`${visit.date}T00:30:00.000Z`);
      await phones.close();
      const camera = await openChromium({ clip: join(scratch, `${locale}.y4m`) });
      try {
        const desk = await aDevice(camera, { locale, viewport });
        const day = { page: await desk.open(`${stack.origin}/staff`), locale };
        await chooseLanguage(day);
        await signIn(day, stack, staff.mail);
        await show(day.page, "28-staff-visits");
        await openDay(day, visit);
        await seesExpected(day, maskName(seeker.name));
        await show(day.page, "29-day-before");

        const scan = { page: await desk.open(day.page.url()), locale };
        await openScanner(scan);
        await seesVerdict(scan, "admitted");
        await sees(scan, maskName(seeker.name));
        await show(scan.page, "30-admitted");
        await seesArrival(day, maskName(seeker.name));
        await show(day.page, "31-day-after");

        // the phone is taken away and held up once more
        await seesVerdict(scan, "already-arrived");
        await show(scan.page, "32-already-arrived");
        await nextPerson(scan);
        expect(desk.trouble()).toEqual([]);

        // on a phone whose camera sees nothing: this one holds the same ticket up again while somebody types
        const other = await aDevice(browser, { locale, viewport, storageState: await desk.context.storageState() });
        const typing = { page: await other.open(day.page.url()), locale };
        await openScanner(typing);
        await typeTicketCode(typing, await ticketCodeOfSomebody());
        await seesVerdict(typing, "admitted-by-code");
        await show(typing.page, "33-admitted-by-code");
        expect(other.trouble()).toEqual([]);
        await other.close();
      } finally {
        await camera.close();
      }
    });

    /** Somebody else, who tells the desk their code instead of showing it. */
    async function ticketCodeOfSomebody(): Promise<string> {
      const somebody = aPerson(stack.origin, stack.inboxOrigin, `somebody-${locale}@example.com`, locale);
      await somebody.signIn();
      const { visits } = await somebody.call("GET /api/public/visits", {});
      const params = { visitId: visits.find((one) => one.date === visit.date)?.visitId ?? "" };
      const body = { name: "이바다", birthYear: 1980, locale, noticeVersion: currentConsentVersion.service_core, beforeBooking: false };
      await somebody.call("PUT /api/me/visits/{visitId}/registration", { params, body });
      await stack.drain();
      return (await somebody.call("GET /api/me/visits/{visitId}/ticket", { params })).code;
    }
  },
);
