import type { ComponentChildren } from "preact";
import { staffDayWords } from "../../../shared/copy/pages-staff-day.ts";
import { type ConsentText, consentText, currentConsentVersion } from "../../../shared/domain/consents.ts";
import { useLocale, useWords } from "../platform/use-locale.ts";
import { Facts } from "../ui/card.tsx";
import { CheckField } from "../ui/field.tsx";

export const consentPointer = "/consentVersion";
export const consentVersion = currentConsentVersion.to_employer;

type ReadOutProps = { text: ConsentText; to?: ComponentChildren; pointer: string; given: string; error: string | undefined };

/** A text that is read to a person, word for word, and ticked only then. */
const ReadOut = ({ text, to, pointer, given, error }: ReadOutProps) => {
  const words = useWords(staffDayWords);
  return (
    <section class="read-out stack" aria-label={text.title}>
      <p class="read-out-call">{words.consentRead}</p>
      <h2>{text.title}</h2>
      <Facts
        long
        rows={[
          [words.consentTo, to],
          [words.consentPurpose, text.purpose],
          [to ? words.consentItemsGiven : words.consentItems, text.items],
          [words.consentKept, text.kept],
          [words.consentRefusal, text.refusal],
        ]}
      />
      <CheckField pointer={pointer} label={given} error={error} />
    </section>
  );
};

/** What a person agrees to before an employer sees them. */
export const ConsentBox = ({ employer, error }: { employer: string; error: string | undefined }) => {
  const words = useWords(staffDayWords);
  const text = consentText("to_employer", consentVersion, useLocale());
  const to = <span lang="ko">{employer}</span>;
  return text ? <ReadOut {...{ text, to, error }} pointer={consentPointer} given={words.consentGiven} /> : null;
};

export const supportVersion = currentConsentVersion.sensitive_support;

/** What a person agrees to before it is written down what they need. */
export const SupportBox = ({ error }: { error: string | undefined }) => {
  const words = useWords(staffDayWords);
  const text = consentText("sensitive_support", supportVersion, useLocale());
  return text ? <ReadOut {...{ text, error }} pointer={consentPointer} given={words.consentGiven} /> : null;
};

export const enrolmentVersion = currentConsentVersion.enrolment;

/** What a person agrees to before it is written down what they look for. */
export const EnrolmentBox = ({ error }: { error: string | undefined }) => {
  const words = useWords(staffDayWords);
  const text = consentText("enrolment", enrolmentVersion, useLocale());
  return text ? <ReadOut {...{ text, error }} pointer={consentPointer} given={words.consentGiven} /> : null;
};

/** What a person agrees to before their sex or education is written down for reports. */
export const StatisticsBox = ({ error }: { error: string | undefined }) => {
  const words = useWords(staffDayWords);
  const text = consentText("statistics", currentConsentVersion.statistics, useLocale());
  return text ? <ReadOut {...{ text, error }} pointer={consentPointer} given={words.consentGiven} /> : null;
};

/** What a person agrees to before they are handed on to a partner. */
export const PartnerBox = ({ partner, error }: { partner: string; error: string | undefined }) => {
  const words = useWords(staffDayWords);
  const text = consentText("partner_link", currentConsentVersion.partner_link, useLocale());
  return text ? <ReadOut {...{ text, error }} to={partner} pointer={consentPointer} given={words.consentGiven} /> : null;
};

export const shareVersion = currentConsentVersion.share_accommodation;

/** What a person agrees to before the employer of one interview is told what they need. */
export const ShareBox = ({ employer, error }: { employer: string; error: string | undefined }) => {
  const words = useWords(staffDayWords);
  const text = consentText("share_accommodation", shareVersion, useLocale());
  const to = <span lang="ko">{employer}</span>;
  return text ? <ReadOut {...{ text, to, error }} pointer={consentPointer} given={words.consentGiven} /> : null;
};

export const noticePointer = "/noticeVersion";
export const noticeVersion = currentConsentVersion.service_core;

/** What a person is told before anything is written down of them: a notice, not a consent. */
export const NoticeBox = ({ error }: { error: string | undefined }) => {
  const words = useWords(staffDayWords);
  const text = consentText("service_core", noticeVersion, useLocale());
  return text ? <ReadOut {...{ text, error }} pointer={noticePointer} given={words.noticeGiven} /> : null;
};
