import type { SNSEvent } from "aws-lambda";
import { liveDeps } from "../platform/deps.ts";
import { entry } from "../platform/entry.ts";
import { openLog } from "../platform/log.ts";
import { noteMailNews } from "../undelivered/note-mail-news.ts";

const log = openLog("mail-events");
const deps = { ...liveDeps("mail-events"), log };

/** What SES tells of our mails. Only its topic may call this; no request from outside leads here. */
export const handler = entry(log, async ({ Records }: SNSEvent): Promise<void> => {
  for (const { Sns } of Records) await noteMailNews(deps, Sns.Message);
});
