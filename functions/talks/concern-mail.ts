import { concernCategoryLabels } from "../../shared/copy/concern-codes.ts";
import { findEmployer } from "../employers/employer-reads.ts";
import { consoleLinks, mailLinks } from "../mail/mail-links.ts";
import { renderMail } from "../mail/render-mail.ts";
import { type Post, sendMail } from "../mail/send-mail.ts";
import type { Deps } from "../platform/deps.ts";
import { concernKey } from "../platform/keys.ts";
import { answerMailId, type ConcernItem, findTalk } from "./talk-reads.ts";

/** Firms are written to in Korean. */
const locale = "ko";

/**
 * Tells a firm that its concern has an answer: one that signs in reads it there, one that cannot is told it. Whoever has no address is called, as all are whom no
 * mail reaches.
 */
export const mailAboutConcern = async (deps: Deps, post: Post, { talkId, concernId, category, answer }: ConcernItem): Promise<void> => {
  const talk = answer && (await findTalk(deps.db, talkId));
  if (!talk) return;
  const { nameKo, employerId, contact } = talk;
  const { origin, centrePhone } = post.settings;
  const employer = employerId && (await findEmployer(deps.db, employerId));
  const where = employerId
    ? { link: consoleLinks(origin, employerId).talks }
    : { answer: answer.text.split("\n"), askLink: mailLinks(origin, locale).inquiry };
  const words = { companyName: nameKo, category: concernCategoryLabels[category][locale], where, centrePhone };
  const { edition } = answer;
  await sendMail(deps, post, {
    ...{ mailId: answerMailId({ talkId, concernId }, edition), message: "employer_concern_answered" },
    ...{ to: contact.mail ?? (employer ? employer.profile.contact.mail : undefined) },
    about: { employerId, talkId, cause: { key: concernKey(talkId, concernId), event: { kind: "concern.answered", edition } } },
    mail: await renderMail("employer_concern_answered", locale, words),
  });
};
