import { staffWords } from "../../shared/copy/pages-staff.ts";
import { staffDayWords } from "../../shared/copy/pages-staff-day.ts";
import { toneWords, verdictWords } from "../../shared/copy/verdicts.ts";
import type { Verdict } from "../../shared/domain/check-in.ts";
import { placeNameOf } from "../../shared/domain/place.ts";
import { verdicts } from "../../shared/domain/verdicts.ts";
import { button, field, heading, link, type Speaking } from "../support/page-words.ts";
import type { VisitPlanned } from "./manager.ts";

/** What desk staff do at the bus, by clicking; and what they read without clicking. */

/** Opens today's list of people. */
export const openDay = async (staff: Speaking, visit: VisitPlanned): Promise<void> => {
  const words = staffWords[staff.locale];
  await heading(staff, words.visitsTitle).waitFor();
  await heading(staff, placeNameOf(visit.place, staff.locale)).waitFor();
  await link(staff, words.dayHere).click();
  await heading(staff, words.peopleTitle).waitFor();
};

/** The list without a touch: who is expected, and once somebody has come, that they have. */
export const seesExpected = async (staff: Speaking, maskedName: string): Promise<void> => {
  const row = staff.page.getByRole("listitem").filter({ hasText: maskedName });
  const [words, dayWords] = [staffWords[staff.locale], staffDayWords[staff.locale]];
  const states = [words.notArrived, dayWords.confirmed, dayWords.unanswered].map((state) => row.getByText(state, { exact: true }));
  await states.reduce((any, state) => any.or(state)).waitFor();
};
export const seesArrival = async (staff: Speaking, maskedName: string): Promise<void> => {
  const row = staff.page.getByRole("listitem").filter({ hasText: maskedName });
  await row.getByText(staffWords[staff.locale].justArrived, { exact: true }).waitFor();
};

export const openScanner = async (staff: Speaking): Promise<void> => {
  await link(staff, staffWords[staff.locale].scanHere).click();
};

/** The verdict over the screen: its word, and its tone in words, looked for at once, since a green one passes by itself. */
export const seesVerdict = (staff: Speaking, verdict: Verdict): Promise<void> =>
  staff.page
    .locator(".verdict")
    .filter({ has: heading(staff, verdictWords[verdict][staff.locale].word) })
    .filter({ has: staff.page.getByText(toneWords[verdicts[verdict].tone][staff.locale], { exact: true }) })
    .waitFor();

export const nextPerson = (staff: Speaking): Promise<void> => button(staff, staffWords[staff.locale].next).click();

export const typeTicketCode = async (staff: Speaking, code: string): Promise<void> => {
  const words = staffWords[staff.locale];
  await field(staff, words.codeLabel).fill(code);
  await button(staff, words.codeSend).click();
};
