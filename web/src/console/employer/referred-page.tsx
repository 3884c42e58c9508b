import { useCallback } from "preact/hooks";
import type { ReferredRow } from "../../../../shared/contract/referrals.ts";
import { interviewOutcomeLabels } from "../../../../shared/copy/codes.ts";
import { referredWords } from "../../../../shared/copy/pages-employer-referred.ts";
import { timesWords } from "../../../../shared/copy/pages-employer-times.ts";
import { dateText } from "../../../../shared/domain/seoul-time.ts";
import { call } from "../../platform/api.ts";
import { hasMoved } from "../../platform/router.ts";
import { momentText } from "../../platform/times.ts";
import { useFresh } from "../../platform/use-fresh.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Card, Facts, Tag } from "../../ui/card.tsx";
import { summaryFacts } from "../../ui/enrolment/wish-facts.ts";
import { Page } from "../../ui/page.tsx";
import { Empty } from "../../ui/states.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { employerPath, resultsPath } from "../paths.ts";

type Props = { employerId: string; visitId: string };
/** Whoever takes it back is gone with the next look. */
const freshEverySeconds = 30;

/** Whom the centre referred to the firm for a visit, in order of application: what they agreed to, as long as they do. */
export const ReferredPage = ({ employerId, visitId }: Props) => {
  const words = useWords(referredWords);
  const times = useWords(timesWords);
  const locale = useLocale();
  const ask = useCallback(
    () => call("GET /api/employers/{employerId}/visits/{visitId}/referrals", { params: { employerId, visitId } }),
    [employerId, visitId],
  );
  const [loaded, reload] = useLoaded(ask);
  useFresh(reload, freshEverySeconds);
  const back = { href: `${employerPath(employerId)}/slot-requests`, label: times.requestsTitle };
  if (loaded.state !== "loaded") return <Unloaded title={words.title} back={back} loaded={loaded} onRetry={reload} />;
  const { visitOn, referrals } = loaded.value;
  return (
    <Page title={`${words.title}: ${dateText(visitOn, locale)}`} lead={words.lead} back={back} focus={hasMoved()}>
      {referrals.length === 0 ? (
        <Empty title={words.none}>
          <p>{words.noneDetail}</p>
        </Empty>
      ) : (
        <>
          <p class="soft small">{words.inOrder}</p>
          {referrals.map((row, i) => (
            <Referred key={row.referralId} row={row} number={i + 1} />
          ))}
          <p>{words.resultHint}</p>
          <div class="row actions no-print">
            <ButtonLink href={resultsPath(employerId, visitId)}>{words.toResults}</ButtonLink>
            <ButtonLink href={`/api/papers/employers/${employerId}/visits/${visitId}/referred-list`} download>
              {words.list}
            </ButtonLink>
            <ButtonLink href={`/api/papers/employers/${employerId}/visits/${visitId}/result-notice`} download>
              {words.notice}
            </ButtonLink>
          </div>
        </>
      )}
    </Page>
  );
};

const Referred = ({ row, number }: { row: ReferredRow; number: number }) => {
  const words = useWords(referredWords);
  const locale = useLocale();
  const { name, titleKo, summary, byName, interview, sentAt } = row;
  return (
    <Card as="article">
      <div class="card-head">
        <h2 class="card-title">
          {number}. <span lang="ko">{name}</span>
        </h2>
        {interview?.outcome && <Tag tone="main">{interviewOutcomeLabels[interview.outcome][locale]}</Tag>}
      </div>
      <Facts
        long
        rows={[
          [
            words.posting,
            <span key="posting" lang="ko">
              {titleKo}
            </span>,
          ],
          ...summaryFacts(summary, locale),
          [words.interview, interview ? momentText(interview.startsAt, locale) : words.noInterview],
          [words.by, byName],
        ]}
      />
      <p class="soft small">{words.sentAt(momentText(sentAt, locale))}</p>
    </Card>
  );
};
