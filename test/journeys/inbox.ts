import type { FrameLocator, Page } from "playwright-core";
import type { Device } from "../support/device.ts";
import type { Stack } from "../support/stack.ts";

/** A mail as its reader sees it in the inbox page: its frame, and the page around it. */
export type OpenMail = { page: Page; mail: FrameLocator };

/** Opens the newest mail with a subject that the inbox shows for an address, by clicking. */
export const openMail = async (device: Device, { inboxOrigin }: Stack, to: string, subject: string): Promise<OpenMail> => {
  const page = await device.open(inboxOrigin);
  await page.getByRole("textbox").fill(to);
  await page.getByRole("button").click();
  await page.getByRole("link", { name: subject, exact: true }).first().click();
  await page.getByRole("heading", { name: subject, exact: true }).waitFor();
  return { page, mail: page.frameLocator("iframe") };
};

/** Follows a link of the mail: it opens beside the inbox. */
export const follow = async ({ page, mail }: OpenMail, name: string): Promise<Page> => {
  const [opened] = await Promise.all([page.waitForEvent("popup"), mail.getByRole("link", { name, exact: true }).click()]);
  return opened;
};
