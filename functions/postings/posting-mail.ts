import { findEmployer } from "../employers/employer-reads.ts";
import { consoleLinks } from "../mail/mail-links.ts";
import { renderMail } from "../mail/render-mail.ts";
import { type Post, sendMail } from "../mail/send-mail.ts";
import type { Deps } from "../platform/deps.ts";
import { postingKey } from "../platform/keys.ts";
import type { PostingItem } from "./posting-reads.ts";

/** Tells an employer that a posting ends soon, once for each last day; in Korean, as employers are written to. The link opens its page and renews nothing. */
export const mailAboutPosting = async (deps: Deps, post: Post, { posting, remindedOf }: PostingItem): Promise<void> => {
  const { employerId, postingId, draft } = posting;
  const { validUntil, titleKo: jobTitle } = draft;
  const employer = await findEmployer(deps.db, employerId);
  // Renewed, or another last day was said, since.
  if (!employer || employer.state === "refused" || !validUntil || remindedOf !== validUntil) return;
  const { origin, centrePhone } = post.settings;
  const { nameKo: companyName, contact } = employer.profile;
  const link = consoleLinks(origin, employerId).posting(postingId);
  await sendMail(deps, post, {
    ...{ mailId: `${postingId}.ending.${validUntil}`, message: "employer_posting_ending", to: contact.mail },
    about: { employerId, cause: { key: postingKey(employerId, postingId), event: { kind: "posting.ending", validUntil } } },
    mail: await renderMail("employer_posting_ending", "ko", { companyName, jobTitle, validUntil, link, centrePhone }),
  });
};
