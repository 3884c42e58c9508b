import type { ComponentChildren } from "preact";
import type { EmployerConsents, GivenConsent, MyConsents, SupportConsent } from "../../../../shared/contract/my-data.ts";
import { myDataWords } from "../../../../shared/copy/pages-seeker/my-data.ts";
import { partnerWords } from "../../../../shared/copy/partners.ts";
import { statisticsWords } from "../../../../shared/copy/statistics.ts";
import { inLocale } from "../../platform/locale.ts";
import { dateWithYear, momentWithYear } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Facts, Tag } from "../card.tsx";

type Read = Pick<GivenConsent, "version" | "locale" | "channel" | "at" | "text">;
type ViewProps = {
  /** Unfolded from the start: what is folded is not printed. */
  isOpen?: boolean;
  /** Where room is scarce, as in the large text of the desk: values below their names. */
  long?: boolean;
  /** What can be done about it. */
  children?: ComponentChildren;
};

type AsReadProps = Pick<Read, "text" | "locale"> &
  Pick<ViewProps, "isOpen"> & {
    /** Whom it let know, as it was read. */
    company?: string | null;
  };

/** A text as it was read, with the names of its parts, whatever language the page has by now. */
const AsRead = ({ text, locale, company, isOpen = false }: AsReadProps) => {
  const words = useWords(myDataWords);
  if (!text) return null;
  const parts = myDataWords[locale];
  return (
    <details class="more-facts" open={isOpen}>
      <summary>{words.asRead}</summary>
      <div class="stack stack-tight" lang={locale}>
        <p>
          <strong>{text.title}</strong>
        </p>
        <Facts
          long
          rows={[
            [parts.company, company],
            [parts.purpose, text.purpose],
            [parts.items, text.items],
            [parts.kept, text.kept],
            [parts.refusal, text.refusal],
          ]}
        />
      </div>
    </details>
  );
};

/** A firm's name in the language in which a text was read. */
const companyIn = (locale: Read["locale"], nameKo: string | null, nameEn: string | null) => (locale === "en" && nameEn) || nameKo;

/** What was agreed to for one employer, each time. */
export const EmployerConsentView = ({ consents, isOpen = false, long = isOpen, children }: { consents: EmployerConsents } & ViewProps) => {
  const { employerNameKo, employerNameEn, stands, given } = consents;
  const locale = useLocale();
  const words = useWords(myDataWords);
  const name = inLocale(locale, employerNameKo, employerNameEn);
  const titleOf = ({ postingTitleKo, postingTitleEn }: GivenConsent) => (locale === "en" && postingTitleEn) || postingTitleKo;
  return (
    <article class="card stack">
      <div class="row">
        <h3 lang={name.lang}>{name.text}</h3>
        <Tag tone={stands ? "good" : "plain"}>{stands ? words.stands : words.over}</Tag>
      </div>
      <ul class="stack" role="list">
        {given.map((one) => (
          <li key={`${one.gave} ${one.at}`} class="stack stack-tight">
            <strong>{[words.gave[one.gave], titleOf(one)].filter(Boolean).join(": ")}</strong>
            <Facts
              long={long}
              rows={[
                [words.interviewAt, one.startsAt && momentWithYear(one.startsAt, locale)],
                [words.visit, !one.startsAt && dateWithYear(one.visitOn, locale)],
                [words.givenAt, momentWithYear(one.at, locale)],
                [words.way, words.ways[one.channel]],
                [words.version, one.version],
                [words.endedAt, one.endedAt && momentWithYear(one.endedAt, locale)],
              ]}
            />
            <AsRead {...one} company={companyIn(one.locale, employerNameKo, employerNameEn)} isOpen={isOpen} />
          </li>
        ))}
      </ul>
      {children}
    </article>
  );
};

/** Interviews that are cancelled with a consent, to be known before it is taken back. */
export const CancelledWith = ({ cancels }: Pick<EmployerConsents, "cancels">) => {
  const locale = useLocale();
  const words = useWords(myDataWords);
  if (cancels.length === 0) return <p>{words.withdrawNothing}</p>;
  return (
    <>
      <p>{words.withdrawCancels}</p>
      <ul>
        {cancels.map(({ visitId, startsAt }) => (
          <li key={`${visitId} ${startsAt}`}>
            <strong>{momentWithYear(startsAt, locale)}</strong>
          </li>
        ))}
      </ul>
    </>
  );
};

/** What was agreed to for what somebody needs. */
export const SupportConsentView = ({ consent, isOpen = false, long = isOpen, children }: { consent: SupportConsent } & ViewProps) => {
  const { to, startsAt, employerNameKo, employerNameEn, stands } = consent;
  const locale = useLocale();
  const words = useWords(myDataWords);
  const name = employerNameKo ? inLocale(locale, employerNameKo, employerNameEn) : undefined;
  return (
    <article class="card stack">
      <div class="row">
        <h3>{words.supported[to]}</h3>
        <Tag tone={stands ? "good" : "plain"}>{stands ? words.stands : words.over}</Tag>
      </div>
      <Facts
        long={long}
        rows={[
          [words.employer, name && <span lang={name.lang}>{name.text}</span>],
          [words.interviewAt, startsAt && momentWithYear(startsAt, locale)],
          [words.givenAt, momentWithYear(consent.at, locale)],
          [words.way, words.ways[consent.channel]],
          [words.version, consent.version],
        ]}
      />
      <AsRead {...consent} company={companyIn(consent.locale, employerNameKo, employerNameEn)} isOpen={isOpen} />
      {children}
    </article>
  );
};

/** That what somebody looks for is kept. */
export const EnrolmentConsentView = (props: { consent: NonNullable<MyConsents["enrolment"]> } & ViewProps) => {
  const { enrolment, enrolmentEnds } = useWords(myDataWords);
  return <StandingConsent {...props} title={enrolment} ends={enrolmentEnds} />;
};

/** That sex or education is kept for reports. */
export const StatisticsConsentView = (props: { consent: NonNullable<MyConsents["statistics"]> } & ViewProps) => {
  const { consent, consentEnds } = useWords(statisticsWords);
  return <StandingConsent {...props} title={consent} ends={consentEnds} />;
};

type PartnerProps = { consent: MyConsents["partners"][number] } & ViewProps;

/** That a partner is told of somebody. */
export const PartnerConsentView = ({ consent, children, ...view }: PartnerProps) => {
  const words = useWords(partnerWords);
  const name = inLocale(useLocale(), consent.nameKo, consent.nameEn);
  return (
    <StandingConsent {...view} consent={consent} title={words.consent(name.text)} ends={words.consentWhat(consent.what)}>
      {children}
    </StandingConsent>
  );
};

/** Of which there is one at a time, as long as it stands. */
const StandingConsent = ({
  consent,
  title,
  ends,
  isOpen = false,
  long = isOpen,
  children,
}: { consent: NonNullable<MyConsents["enrolment"]>; title: string; ends: string } & ViewProps) => {
  const locale = useLocale();
  const words = useWords(myDataWords);
  return (
    <article class="card stack">
      <div class="row">
        <h3>{title}</h3>
        <Tag tone="good">{words.stands}</Tag>
      </div>
      <Facts
        long={long}
        rows={[
          [words.givenAt, momentWithYear(consent.at, locale)],
          [words.way, words.ways[consent.channel]],
          [words.version, consent.version],
        ]}
      />
      <p>{ends}</p>
      <AsRead {...consent} isOpen={isOpen} />
      {children}
    </article>
  );
};

/** The notice on what is kept of everybody who registers. */
export const NoticeView = ({ notice, isOpen = false, long = isOpen }: { notice: NonNullable<MyConsents["notice"]> } & ViewProps) => {
  const locale = useLocale();
  const words = useWords(myDataWords);
  return (
    <article class="card stack">
      <h3>{words.noticeTitle}</h3>
      <Facts
        long={long}
        rows={[
          [words.readAt, momentWithYear(notice.at, locale)],
          [words.way, words.ways[notice.channel]],
          [words.version, notice.version],
        ]}
      />
      <AsRead {...notice} isOpen={isOpen} />
    </article>
  );
};
