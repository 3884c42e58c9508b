import { districtName } from "../../shared/copy/districts.ts";
import { payText } from "../../shared/copy/pay-text.ts";
import { type Instant, seoulDateOf, seoulTimeOf } from "../../shared/domain/seoul-time.ts";
import { findEmployer } from "../employers/employer-reads.ts";
import { consoleLinks, mailLinks } from "../mail/mail-links.ts";
import { readerOf } from "../mail/reader-of.ts";
import { renderMail } from "../mail/render-mail.ts";
import { type Post, sendMail } from "../mail/send-mail.ts";
import type { Deps } from "../platform/deps.ts";
import { referralKey } from "../platform/keys.ts";
import { findPerson } from "../registrations/person-reads.ts";
import { listAllRegistrationsOf } from "../registrations/registration-reads.ts";
import type { ReferralItem } from "./referral-reads.ts";

/** Employers are written to in Korean. */
const employerLocale = "ko";

/** What a referral leads to, as it stands: the proposal to its person, or that it was taken back to who had seen it. */
export const mailAboutReferral = async (deps: Deps, post: Post, item: ReferralItem): Promise<void> => {
  const { state, formerConsent, isTold, endedWith } = item;
  if (state === "proposed") return mailProposal(deps, post, item);
  if (state !== "withdrawn" || !formerConsent || isTold) return;
  await mailEmployer(deps, post, item);
  if (endedWith === "consent") await mailPerson(deps, post, item, formerConsent.endedAt);
};

const causeOf = ({ personId, referralId }: ReferralItem, kind: string) => ({ key: referralKey(personId, referralId), event: { kind } });

/** Tells a person of a job that was proposed to them; whoever has no address is called by the counsellor, on whose list it stands. */
const mailProposal = async (deps: Deps, post: Post, item: ReferralItem): Promise<void> => {
  const { referralId, personId, from, job } = item;
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
    about: { ...from, personId, cause: causeOf(item, "referral.proposed") },
  });
};

/** The employer has to delete what it copied. */
const mailEmployer = async (deps: Deps, post: Post, item: ReferralItem): Promise<void> => {
  const { referralId, from, job, answeredAt, proposedAt } = item;
  const employer = await findEmployer(deps.db, job.employerId);
  if (!employer) return;
  const { employerId, profile } = employer;
  const { origin, centrePhone } = post.settings;
  const mail = await renderMail("employer_consent_withdrawn", employerLocale, {
    ...{ companyName: profile.nameKo, visitOn: job.visitOn, interviews: [], applications: [], centrePhone },
    referrals: [{ referredOn: seoulDateOf(answeredAt ?? proposedAt), jobTitle: job.draft.titleKo }],
    link: consoleLinks(origin, employerId).referred(job.visitId),
  });
  await sendMail(deps, post, {
    ...{
      mailId: `${from.registrationId}.${referralId}.withdrawn.employer`,
      message: "employer_consent_withdrawn",
      to: profile.contact.mail,
    },
    about: { employerId, visitId: job.visitId, cause: causeOf(item, "referral.withdrawn") },
    mail,
  });
};

/** A consent that ended with bookings or applications, too, has a mail of its own that tells of them. */
const mailPerson = async (deps: Deps, post: Post, item: ReferralItem, endedAt: Instant): Promise<void> => {
  const { referralId, personId, from, job } = item;
  const [person, registrations] = await Promise.all([findPerson(deps.db, personId), listAllRegistrationsOf(deps.db, personId)]);
  const withdrawals = registrations.flatMap(({ agenda }) => agenda.consentWithdrawals ?? []);
  if (!person || withdrawals.some(({ employerId, at }) => employerId === job.employerId && at >= endedAt)) return;
  const { settings } = post;
  const { locale, name, mail: to } = readerOf(person);
  const mail = await renderMail("consent_withdrawn", locale, {
    ...{ name, doneOn: seoulDateOf(endedAt), doneAt: seoulTimeOf(endedAt), cancelled: [], ended: [], centrePhone: settings.centrePhone },
    companyName: (locale === "en" && job.employerNameEn) || job.employerNameKo,
    link: mailLinks(settings.origin, locale).mine,
  });
  await sendMail(deps, post, {
    ...{ mailId: `${from.registrationId}.${referralId}.withdrawn.person`, message: "consent_withdrawn", to, mail, isKnown: true },
    about: { ...from, personId, cause: causeOf(item, "referral.withdrawn") },
  });
};
