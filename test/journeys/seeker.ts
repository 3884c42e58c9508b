import { readFileSync } from "node:fs";
import { bookingStateLabels } from "../../shared/copy/codes.ts";
import { bookingWords } from "../../shared/copy/pages-seeker/booking.ts";
import { mineWords } from "../../shared/copy/pages-seeker/mine.ts";
import { shellWords } from "../../shared/copy/pages-seeker/shell.ts";
import { visitWords } from "../../shared/copy/pages-seeker/visit.ts";
import { visitsWords } from "../../shared/copy/pages-seeker/visits.ts";
import { placeNameOf } from "../../shared/domain/place.ts";
import { dateText, LocalTime, timeText } from "../../shared/domain/seoul-time.ts";
import { button, field, heading, link, type Speaking, sees } from "../support/page-words.ts";
import type { Firm, Job } from "./employer.ts";
import type { VisitPlanned } from "./manager.ts";

/** What a seeker does, by clicking. */

/** "10:20" as the page says it: 오전 10시 20분, 10:20 am */
const clock = (time: string, { locale }: Speaking): string => timeText(LocalTime.parse(time), locale);
const nameOf = (firm: Firm, { locale }: Speaking): string => (locale === "ko" ? firm.nameKo : firm.nameEn);
const titleOf = (job: Job, { locale }: Speaking): string => (locale === "ko" ? job.titleKo : job.titleEn);

export const findVisitByDistrict = async (seeker: Speaking, visit: VisitPlanned): Promise<void> => {
  const words = visitsWords[seeker.locale];
  await heading(seeker, words.title).waitFor();
  await field(seeker, words.area).selectOption(visit.place.districtCode);
  await heading(seeker, words.found(1)).waitFor();
  await sees(seeker, dateText(visit.date, seeker.locale));
  await link(seeker, placeNameOf(visit.place, seeker.locale)).click();
  await heading(seeker, placeNameOf(visit.place, seeker.locale)).waitFor();
};

export const readPosting = async (seeker: Speaking, { firm, job, free }: { firm: Firm; job: Job; free: number }): Promise<void> => {
  const words = visitWords[seeker.locale];
  await heading(seeker, nameOf(firm, seeker)).waitFor();
  const posting = seeker.page.getByRole("article").filter({ has: heading(seeker, titleOf(job, seeker)) });
  await posting.getByText(words.moreFacts).click();
  await posting.getByText(words.people(3), { exact: true }).waitFor();
  await posting
    .getByRole("link", { name: words.freeSeats(1) })
    .nth(free - 1)
    .waitFor();
};

export const pickTime = async (seeker: Speaking, time: string, job: Job): Promise<void> => {
  const words = visitWords[seeker.locale];
  await link(seeker, words.book(clock(time, seeker), titleOf(job, seeker), 1)).click();
};

export const register = async (seeker: Speaking, person: { name: string; birthYear: number; phone: string }): Promise<void> => {
  const words = bookingWords[seeker.locale];
  await heading(seeker, words.register).waitFor();
  await field(seeker, words.name).fill(person.name);
  await field(seeker, words.birthYear).fill(String(person.birthYear));
  await field(seeker, words.phone, { optional: true }).fill(person.phone);
  await button(seeker, words.next).click();
};

/** Agrees that this one employer gets the data, and books. */
export const consentAndBook = async (seeker: Speaking, firm: Firm): Promise<void> => {
  const words = bookingWords[seeker.locale];
  await heading(seeker, words.confirmTitles.book).waitFor();
  await field(seeker, words.agreeTo(nameOf(firm, seeker))).check();
  await button(seeker, words.confirmNow.book).click();
  await heading(seeker, words.doneTitles.book).waitFor();
};

export const openMine = async (seeker: Speaking): Promise<void> => {
  await link(seeker, shellWords[seeker.locale].mine).click();
  await heading(seeker, mineWords[seeker.locale].title).waitFor();
};

/** The booking at a time, on my page. */
export const bookingAt = (seeker: Speaking, time: string) =>
  seeker.page
    .getByRole("list", { name: mineWords[seeker.locale].interviews })
    .getByRole("listitem")
    .filter({ hasText: clock(time, seeker) });

/** The calendar file that a link gives. */
export const calendarOf = async (seeker: Speaking, time: string): Promise<string> => {
  const downloaded = seeker.page.waitForEvent("download");
  await bookingAt(seeker, time).getByRole("link", { name: mineWords[seeker.locale].toCalendar }).click();
  return readFileSync(await (await downloaded).path(), "utf8");
};

export const cancelBooking = async (seeker: Speaking, time: string): Promise<void> => {
  const words = mineWords[seeker.locale];
  await bookingAt(seeker, time).getByRole("button", { name: words.cancel }).click();
  const dialog = seeker.page.getByRole("dialog", { name: words.cancelTitle });
  await dialog.getByText(clock(time, seeker)).waitFor();
  await dialog.getByRole("button", { name: words.cancelNow, exact: true }).click();
  await heading(seeker, words.said.cancelled.title).waitFor();
  await seeker.page.getByText(`${words.cancelled} (1)`).click();
  await sees(seeker, bookingStateLabels.cancelled_by_person[seeker.locale]);
};
