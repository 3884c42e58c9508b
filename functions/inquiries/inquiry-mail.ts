import { inquiryTopicLabels } from "../../shared/copy/inquiry-codes.ts";
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
  const { centrePhone } = post.settings;
  const words = { topic: inquiryTopicLabels[topic][locale], answer: answer.text.split("\n"), centrePhone };
  await sendMail(deps, post, {
    ...{ mailId: inquiryMailId(inquiryId), message: "inquiry_answered", to },
    about: { inquiryId, cause: { key: inquiryKey(inquiryId), event: { kind: "inquiry.answered" } } },
    mail: await renderMail("inquiry_answered", locale, words),
  });
};
