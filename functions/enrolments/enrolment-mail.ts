import { mailLinks } from "../mail/mail-links.ts";
import { readerOf } from "../mail/reader-of.ts";
import { renderMail } from "../mail/render-mail.ts";
import { type Post, sendMail } from "../mail/send-mail.ts";
import type { Deps } from "../platform/deps.ts";
import { enrolmentKey } from "../platform/keys.ts";
import { findPerson } from "../registrations/person-reads.ts";
import type { EnrolmentItem } from "./enrolment-reads.ts";

/** Tells a person that their enrolment ends soon, once for each last day; whoever has no address is called. */
export const mailAboutEnrolment = async (deps: Deps, post: Post, item: EnrolmentItem): Promise<void> => {
  const { personId, visitId, registrationId, validUntil, remindedOf, state } = item;
  if (state !== "accepted" || !validUntil || remindedOf !== validUntil || !visitId || !registrationId) return;
  const person = await findPerson(deps.db, personId);
  if (!person) return;
  const { settings } = post;
  const { locale, name, mail: to } = readerOf(person);
  const mail = await renderMail("enrolment_expiring", locale, {
    ...{ name, validUntil, link: mailLinks(settings.origin, locale).enrolment, centrePhone: settings.centrePhone },
  });
  await sendMail(deps, post, {
    ...{ mailId: `${registrationId}.enrolment.ending.${validUntil}`, message: "enrolment_expiring", to, mail },
    about: { visitId, registrationId, personId, cause: { key: enrolmentKey(personId), event: { kind: "enrolment.ending", validUntil } } },
  });
};
