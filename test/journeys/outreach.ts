import { leadContactKindLabels, leadOutcomeLabels } from "../../shared/copy/lead-codes.ts";
import { consoleWords } from "../../shared/copy/pages-console.ts";
import { leadWords } from "../../shared/copy/pages-leads.ts";
import { button, field, heading, link, type Speaking, sees } from "../support/page-words.ts";
import { type Firm, fillFirm, fillPosting, fillTimes, type Job } from "./employer.ts";
import type { VisitPlanned } from "./manager.ts";

/** What the outreach team does in the console, by clicking. */

export const writeDownFirm = async (finder: Speaking, firm: Firm): Promise<void> => {
  const words = leadWords[finder.locale];
  await link(finder, consoleWords[finder.locale].leads).click();
  await link(finder, words.add).click();
  await heading(finder, words.newTitle).waitFor();
  await field(finder, words.nameKo).fill(firm.nameKo);
  await field(finder, words.businessNumber, { optional: true }).fill(firm.businessNumber);
  await sees(finder, words.numberFree);
  await field(finder, words.contactName, { optional: true }).fill(firm.contact.name);
  await field(finder, words.contactPhone, { optional: true }).fill(firm.contact.phone);
  await button(finder, words.save).click();
  await heading(finder, firm.nameKo).waitFor();
};

export const noteVisitToFirm = async (finder: Speaking, note: string): Promise<void> => {
  const { page, locale } = finder;
  const words = leadWords[locale];
  await button(finder, words.noteContact).click();
  await page.getByRole("radio", { name: leadContactKindLabels.visit[locale], exact: true }).check();
  await page.getByRole("radio", { name: leadOutcomeLabels.interested[locale], exact: true }).check();
  await field(finder, words.what).fill(note);
  await button(finder, words.save).click();
  await sees(finder, words.saved);
};

/** The firm becomes an employer with a first posting and twelve times, in one sending. */
export const agreeWithFirm = async (
  finder: Speaking,
  { firm, job, visit }: { firm: Firm; job: Job; visit: VisitPlanned },
): Promise<void> => {
  const words = leadWords[finder.locale];
  const step = (n: number, title: string) => heading(finder, words.agreeStep(n, title)).waitFor();
  await link(finder, words.agree).click();
  await step(1, words.agreeFirm);
  await fillFirm(finder, firm);
  await button(finder, words.agreeNext).click();
  await step(2, words.agreePosting);
  await fillPosting(finder, job);
  await button(finder, words.agreeNext).click();
  await step(3, words.agreeTimes);
  await fillTimes(finder, { visit, interviewer: firm.contact.name });
  await button(finder, words.agreeNext).click();
  await step(4, words.agreeSendTitle);
  await button(finder, words.agreeSend).click();
  await sees(finder, words.agreeDone);
};
