import { districtName } from "../../shared/copy/districts.ts";
import { payText } from "../../shared/copy/pay-text.ts";
import { mailLinks } from "../mail/mail-links.ts";
import { readerOf } from "../mail/reader-of.ts";
import { renderMail } from "../mail/render-mail.ts";
import { type Post, sendMail } from "../mail/send-mail.ts";
import type { Deps } from "../platform/deps.ts";
import { referralKey } from "../platform/keys.ts";
import { findPerson } from "../registrations/person-reads.ts";
import type { ReferralItem } from "./referral-reads.ts";

/** Tells a person of a job that was proposed to them, as long as it waits for their answer; whoever has no address is called by the counsellor, on whose list it stands. */
export const mailAboutReferral = async (deps: Deps, post: Post, item: ReferralItem): Promise<void> => {
  const { referralId, personId, from, job, state } = item;
  if (state !== "proposed") return;
  const person = await findPerson(deps.db, personId);
  if (!person) return;
  const { settings } = post;
  const { locale, name, mail: to } = readerOf(person);
  const { draft, visitOn } = job;
  const said = (ko: string, en: string | null | undefined): string => (locale === "en" && en) || ko;
  const mail = await renderMail("referral_proposal", locale, {
    ...{ name, visitOn, link: mailLinks(settings.origin, locale).mine, centrePhone: settings.centrePhone },
    companyName: said(job.employerNameKo, job.employerNameEn),
    jobTitle: said(draft.titleKo, draft.titleEn),
    workPlace: districtName(draft.districtCode, locale),
    pay: payText(draft.pay, locale),
    workTime: draft.workTimeKo,
    placeName: said(job.placeNameKo, job.placeNameEn),
  });
  await sendMail(deps, post, {
    ...{ mailId: `${from.registrationId}.${referralId}.proposed`, message: "referral_proposal", to, mail, isKnown: true },
    about: { ...from, personId, cause: { key: referralKey(personId, referralId), event: { kind: "referral.proposed" } } },
  });
};
