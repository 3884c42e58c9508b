import { consoleLinks } from "../mail/mail-links.ts";
import { renderMail } from "../mail/render-mail.ts";
import { type Post, sendMail } from "../mail/send-mail.ts";
import type { Deps } from "../platform/deps.ts";
import { findEmployer } from "./employer-reads.ts";
import type { InvitationItem } from "./member-reads.ts";

/** Tells somebody that they are invited to act for an employer. The link opens a page that asks; opening it accepts nothing. */
export const mailInvitation = async (deps: Deps, post: Post, invitation: InvitationItem): Promise<void> => {
  const { employerId, invitationId, mail: to, usableUntil, pk, sk } = invitation;
  const employer = await findEmployer(deps.db, employerId);
  if (!employer) return;
  const { origin, centrePhone } = post.settings;
  const mail = await renderMail("colleague_invited", "ko", {
    ...{ companyName: employer.profile.nameKo, usableUntil, centrePhone },
    link: consoleLinks(origin, employerId).invitation(invitationId),
  });
  const about = { employerId, cause: { key: { pk, sk }, event: { kind: "employer.invited" } } };
  await sendMail(deps, post, { mailId: `${employerId}.${invitationId}.invited`, message: "colleague_invited", to, about, mail });
};
