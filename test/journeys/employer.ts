import { careerLabels, educationLabels, employerStateLabels, employmentTypeLabels, occupationLabels } from "../../shared/copy/codes.ts";
import { consoleWords } from "../../shared/copy/pages-console.ts";
import { employerWords } from "../../shared/copy/pages-employer.ts";
import { timesWords } from "../../shared/copy/pages-employer-times.ts";
import { postingWords } from "../../shared/copy/pages-postings.ts";
import { placeNameOf } from "../../shared/domain/place.ts";
import { button, field, heading, link, type Speaking, sees } from "../support/page-words.ts";
import type { VisitPlanned } from "./manager.ts";

/** What an employer does in the console, by clicking. */

export type Firm = {
  nameKo: string;
  nameEn: string;
  businessNumber: string;
  districtCode: string;
  contact: { name: string; phone: string; mail: string };
};

export const registerFirm = async (employer: Speaking, firm: Firm): Promise<void> => {
  const words = employerWords[employer.locale];
  await heading(employer, words.registerTitle).waitFor();
  await fillFirm(employer, firm);
  await button(employer, words.registerSend).click();
};

/** What a firm says of itself, wherever it is asked. */
export const fillFirm = async (employer: Speaking, firm: Firm): Promise<void> => {
  const words = employerWords[employer.locale];
  await field(employer, words.nameKo).fill(firm.nameKo);
  await field(employer, words.nameEn, { optional: true }).fill(firm.nameEn);
  await field(employer, words.businessNumber).fill(firm.businessNumber);
  await sees(employer, words.businessNumberRight);
  await field(employer, words.industry).fill("기계 부품 가공");
  await field(employer, words.district).selectOption(firm.districtCode);
  await field(employer, words.roadAddress).fill("서울특별시 금천구 가상로 101");
  await field(employer, words.aboutKo).fill("산업용 펌프 부품을 깎고 조립합니다. 처음 오신 분은 석 달 동안 선배와 함께 일합니다.");
  await field(employer, words.contactName).fill(firm.contact.name);
  await field(employer, words.contactPhone).fill(firm.contact.phone);
  await field(employer, words.contactMail).fill(firm.contact.mail);
};

/** Registered, and waits to be checked. */
export const seesFirm = (employer: Speaking): Promise<void> => heading(employer, employerStateLabels.registered[employer.locale]).waitFor();

export type Job = { titleKo: string; titleEn: string };

export const writePosting = async (employer: Speaking, job: Job): Promise<void> => {
  const { locale } = employer;
  const words = employerWords[locale];
  await link(employer, words.doWritePosting).click();
  await heading(employer, words.writePosting).waitFor();
  await fillPosting(employer, job);
  await button(employer, consoleWords[locale].save).click();
  await sees(employer, consoleWords[locale].saved);
  await heading(employer, locale === "ko" ? job.titleKo : job.titleEn).waitFor();
};

/** The fields of a posting, wherever it is written. */
export const fillPosting = async (employer: Speaking, job: Job): Promise<void> => {
  const { locale } = employer;
  const words = employerWords[locale];
  await field(employer, words.titleKo).fill(job.titleKo);
  await employer.page.getByText(postingWords[locale].moreEnglish, { exact: true }).click();
  await field(employer, words.titleEn, { optional: true }).fill(job.titleEn);
  await field(employer, words.occupation).selectOption({ label: occupationLabels["81"][locale] });
  await field(employer, words.workplace).selectOption("11545");
  await field(employer, words.headcount).fill("3");
  await field(employer, words.employmentType).selectOption({ label: employmentTypeLabels["10"][locale] });
  await field(employer, words.weeklyHours).fill("40");
  await field(employer, words.workTime).fill("08:30~17:30, 주 5일");
  await field(employer, words.payMin).fill("2450000");
  await field(employer, words.payMax).fill("2,750,000");
  await sees(employer, words.payShown(locale === "ko" ? "월급 245만 원~275만 원" : "2,450,000 won to 2,750,000 won a month"));
  await field(employer, words.education).selectOption({ label: educationLabels["00"][locale] });
  await field(employer, words.career).selectOption({ label: careerLabels.Z[locale] });
  await field(employer, words.tasksKo).fill("부품 조립, 치수 검사, 포장");
};

type Times = { visit: VisitPlanned; interviewer: string };

/** Asks for twelve times by the page of the employer. */
export const askForTimes = async (employer: Speaking, times: Times): Promise<void> => {
  const { locale } = employer;
  await link(employer, consoleWords[locale].slotRequests).click();
  await link(employer, employerWords[locale].doAskTimes).click();
  await fillTimes(employer, times);
  await button(employer, timesWords[locale].askSend).click();
  await sees(employer, timesWords[locale].askSaved);
};

/** 10:00 to 15:00 without the hour from 12:00, 20 minutes each: twelve times, as the preview has to say. */
export const fillTimes = async (employer: Speaking, { visit, interviewer }: Times): Promise<void> => {
  const { locale, page } = employer;
  const words = timesWords[locale];
  await page.getByRole("radio", { name: placeNameOf(visit.place, locale) }).check();
  await field(employer, words.from).fill("10:00");
  await field(employer, words.to).fill("15:00");
  await sees(employer, words.previewCount(15, 15));
  await button(employer, words.addBreak).click();
  await sees(employer, words.previewCount(12, 12));
  await field(employer, words.interviewer).fill(interviewer);
};

/** On the page of interview times, some time later: how many are taken. Answers all that the page says. */
export const seesTimesTaken = async (employer: Speaking, taken: number, seats: number): Promise<string> => {
  const words = timesWords[employer.locale];
  await employer.page.reload();
  await sees(employer, words.seatsTaken(taken, seats));
  return employer.page.locator("body").innerText();
};
