import { useState } from "preact/hooks";
import type { EmployerConsents, GivenConsent, MyConsents, SupportConsent } from "../../../../shared/contract/my-data.ts";
import { myDataWords } from "../../../../shared/copy/pages-seeker/my-data.ts";
import { call } from "../../platform/api.ts";
import { inLocale } from "../../platform/locale.ts";
import { momentText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Facts, Tag } from "../../ui/card.tsx";
import { AskDialog } from "../mine/ask-dialog.tsx";

type Read = Pick<GivenConsent, "version" | "locale" | "channel" | "at" | "text">;

/** A text as it was read, whatever language the page has by now. */
const AsRead = ({ text, locale }: Pick<Read, "text" | "locale">) => {
  const words = useWords(myDataWords);
  if (!text) return null;
  return (
    <details class="more-facts">
      <summary>{words.asRead}</summary>
      <div class="stack stack-tight" lang={locale}>
        <p>
          <strong>{text.title}</strong>
        </p>
        <p>{text.purpose}</p>
        <p>{text.items}</p>
        <p>{text.kept}</p>
        <p>{text.refusal}</p>
      </div>
    </details>
  );
};

/** What was agreed to for one employer, each time, and how to take it back. */
export const ConsentCard = ({ consents, onWithdrawn }: { consents: EmployerConsents; onWithdrawn: () => Promise<void> }) => {
  const { employerId, employerNameKo, employerNameEn, stands, cancels, given } = consents;
  const locale = useLocale();
  const words = useWords(myDataWords);
  const [asking, setAsking] = useState(false);
  const company = (locale === "en" && employerNameEn) || employerNameKo;
  const titleOf = ({ postingTitleKo, postingTitleEn }: GivenConsent) => (locale === "en" && postingTitleEn) || postingTitleKo;
  return (
    <article class="card stack">
      <div class="row">
        <h3>{company}</h3>
        <Tag tone={stands ? "good" : "plain"}>{stands ? words.stands : words.over}</Tag>
      </div>
      <ul class="stack" role="list">
        {given.map((one) => (
          <li key={`${one.gave} ${one.at}`} class="stack stack-tight">
            <strong>{[words.gave[one.gave], titleOf(one)].filter(Boolean).join(": ")}</strong>
            <Facts
              rows={[
                [words.interviewAt, one.startsAt && momentText(one.startsAt, locale)],
                [words.givenAt, momentText(one.at, locale)],
                [words.way, words.ways[one.channel]],
                [words.version, one.version],
                [words.endedAt, one.endedAt && momentText(one.endedAt, locale)],
              ]}
            />
            <AsRead text={one.text} locale={one.locale} />
          </li>
        ))}
      </ul>
      {stands && (
        <div>
          <Button aria-label={words.withdrawOf(company)} onClick={() => setAsking(true)}>
            {words.withdraw}
          </Button>
        </div>
      )}
      <AskDialog
        open={asking}
        title={words.withdrawTitle}
        keep={words.withdrawKeep}
        act={words.withdrawNow}
        onClose={() => setAsking(false)}
        send={() => call("POST /api/me/consents/{employerId}/withdrawal", { params: { employerId } })}
        onDone={onWithdrawn}
      >
        <p>{words.withdrawText(company)}</p>
        {cancels.length > 0 ? (
          <>
            <p>{words.withdrawCancels}</p>
            <ul>
              {cancels.map(({ visitId, startsAt }) => (
                <li key={`${visitId} ${startsAt}`}>
                  <strong>{momentText(startsAt, locale)}</strong>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p>{words.withdrawNothing}</p>
        )}
      </AskDialog>
    </article>
  );
};

/** What was agreed to for what I need, and the page on which that is changed or taken back. */
export const SupportConsentCard = ({ consent }: { consent: SupportConsent }) => {
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
        rows={[
          [words.employer, name && <span lang={name.lang}>{name.text}</span>],
          [words.interviewAt, startsAt && momentText(startsAt, locale)],
          [words.givenAt, momentText(consent.at, locale)],
          [words.way, words.ways[consent.channel]],
          [words.version, consent.version],
        ]}
      />
      <AsRead text={consent.text} locale={consent.locale} />
      {stands && (
        <div>
          <ButtonLink href={to === "groups" ? "?groups" : "?needs"} aria-label={`${words.supported[to]}: ${words.supportChange}`}>
            {words.supportChange}
          </ButtonLink>
        </div>
      )}
    </article>
  );
};

/** The notice on what is kept of everybody who registers. */
export const NoticeCard = ({ notice }: { notice: NonNullable<MyConsents["notice"]> }) => {
  const locale = useLocale();
  const words = useWords(myDataWords);
  return (
    <article class="card stack">
      <h3>{words.noticeTitle}</h3>
      <Facts
        rows={[
          [words.readAt, momentText(notice.at, locale)],
          [words.way, words.ways[notice.channel]],
          [words.version, notice.version],
        ]}
      />
      <AsRead text={notice.text} locale={notice.locale} />
    </article>
  );
};
