import { mailLinks } from "../mail/mail-links.ts";
import { renderMail } from "../mail/render-mail.ts";
import { type Post, sendMail } from "../mail/send-mail.ts";
import type { Deps } from "../platform/deps.ts";
import type { AddressNewsItem } from "./address-writes.ts";

/** Tells an address that another is used in its place, or that staff wrote it down. Neither names anybody: who reads it is not known. */
export const mailAboutAddress = async (deps: Deps, post: Post, { newsId, what, to, at, locale, about }: AddressNewsItem): Promise<void> => {
  const { origin, centrePhone } = post.settings;
  if (what === "changed") {
    const mail = await renderMail("address_changed", locale, { at, centrePhone });
    return sendMail(deps, post, { mailId: `${newsId}.changed`, message: "address_changed", to, about: {}, mail });
  }
  const mail = await renderMail("address_added", locale, { link: mailLinks(origin, locale).mine, centrePhone });
  // Beside the other mails about the registration, so that whoever it did not reach is called.
  const mailId = about ? `${about.registrationId}.${newsId}.added` : `${newsId}.added`;
  await sendMail(deps, post, { mailId, message: "address_added", to, about: about ?? {}, mail });
};
