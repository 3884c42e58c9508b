import { inquiryTopicLabels } from "../../shared/copy/inquiry-codes.ts";
import { mailLinks } from "../mail/mail-links.ts";
import { renderMail } from "../mail/render-mail.ts";
import { type Post, sendMail } from "../mail/send-mail.ts";
import type { Deps } from "../platform/deps.ts";
import { inquiryKey } from "../platform/keys.ts";
import { type InquiryItem, inquiryMailId } from "./inquiry-reads.ts";

/** Sends somebody the answer; whoever gave no address is called, as all are whom no mail reaches. */
export const mailAboutInquiry = async (
  deps: Deps,
  post: Post,
  { inquiryId, topic, mail: to, locale, answer }: InquiryItem,
): Promise<void> => {
  if (!answer) return;
  const { centrePhone, origin } = post.settings;
  const askLink = mailLinks(origin, locale).inquiry;
  const words = { topic: inquiryTopicLabels[topic][locale], answer: answer.text.split("\n"), askLink, centrePhone };
  await sendMail(deps, post, {
    ...{ mailId: inquiryMailId(inquiryId), message: "inquiry_answered", to },
    about: { inquiryId, cause: { key: inquiryKey(inquiryId), event: { kind: "inquiry.answered" } } },
    mail: await renderMail("inquiry_answered", locale, words),
  });
};
