import { useCallback, useState } from "preact/hooks";
import type { Enrolment } from "../../../../shared/contract/enrolments.ts";
import type { FoundMatch, Referral } from "../../../../shared/contract/referrals.ts";
import { interviewOutcomeLabels } from "../../../../shared/copy/codes.ts";
import { districtName } from "../../../../shared/copy/districts.ts";
import { answeredByWords, matchReasonWords, referralStateWords } from "../../../../shared/copy/enrolment.ts";
import { staffReferralWords } from "../../../../shared/copy/pages-staff-referrals.ts";
import { payText } from "../../../../shared/copy/pay-text.ts";
import { confirmedByWords } from "../../../../shared/copy/results.ts";
import { isAlreadyTheirs, speaksAgainst } from "../../../../shared/domain/match.ts";
import { dateText, seoulDateOf } from "../../../../shared/domain/seoul-time.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { momentText } from "../../platform/times.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Card, Facts, Tag } from "../../ui/card.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Failed, Loading } from "../../ui/states.tsx";
import { AnswerForm } from "./answer-form.tsx";
import { HireForm } from "./placement-form.tsx";
import { ProposeForm } from "./propose-form.tsx";

type At = { visitId: string; registrationId: string };
const tones = { proposed: "sign", sent: "good", declined: "plain", withdrawn: "plain" } as const;

type Props = { at: At; standing: Enrolment["standing"] | undefined };

/** What was proposed to somebody and what came of it, and jobs that suit them: for counsellors. */
export const Referrals = ({ at, standing }: Props) => {
  const words = useWords(staffReferralWords);
  const { visitId, registrationId } = at;
  const ask = useCallback(
    () => call("GET /api/staff/visits/{visitId}/people/{registrationId}/referrals", { params: { visitId, registrationId } }),
    [visitId, registrationId],
  );
  const [loaded, reload] = useLoaded(ask);
  const [said, setSaid] = useState<string>();
  if (loaded.state === "loading") return <Loading />;
  if (loaded.state === "failed") return <Failed problem={loaded.problem} onRetry={reload} />;
  const { referrals } = loaded.value;
  const onDone = async (text: string) => {
    await reload();
    setSaid(text);
  };
  return (
    <>
      {said && <Notice key={said} tone="good" title={said} live focus />}
      <section class="stack" aria-labelledby="referrals">
        <h2 id="referrals">{words.referralsTitle}</h2>
        {referrals.length === 0 && <p>{words.referralsNone}</p>}
        {referrals.map((referral) => (
          <ReferralCard key={referral.referralId} at={at} referral={referral} onDone={onDone} />
        ))}
      </section>
      <section class="stack" aria-labelledby="matches">
        <h2 id="matches">{words.matchesTitle}</h2>
        {standing === "accepted" ? <Matches at={at} referrals={referrals} onDone={onDone} /> : <p>{words.matchesNeed}</p>}
      </section>
    </>
  );
};

type Job = Pick<FoundMatch, "visitOn" | "placeNameKo" | "employerNameKo" | "draft">;

/** Employer, visit, pay and place of a job, as its posting has them. */
const JobLines = ({ visitOn, placeNameKo, employerNameKo, draft }: Job) => {
  const locale = useLocale();
  return (
    <>
      <p lang="ko">
        {employerNameKo} · {placeNameKo}
      </p>
      <p class="soft">
        {dateText(visitOn, locale)} · {districtName(draft.districtCode, locale)} · {payText(draft.pay, locale)}
      </p>
    </>
  );
};

type PartProps = { at: At; onDone: (said: string) => Promise<void> };

const Matches = ({ at, referrals, onDone }: PartProps & { referrals: readonly Referral[] }) => {
  const words = useWords(staffReferralWords);
  const locale = useLocale();
  const { visitId, registrationId } = at;
  const ask = useCallback(
    () => call("GET /api/staff/visits/{visitId}/people/{registrationId}/matches", { params: { visitId, registrationId } }),
    [visitId, registrationId],
  );
  const [loaded, reload] = useLoaded(ask);
  const [proposing, setProposing] = useState<string>();
  if (loaded.state === "loading") return <Loading />;
  if (loaded.state === "failed") return <Failed problem={loaded.problem} onRetry={reload} />;
  const isLive = (match: FoundMatch): boolean =>
    referrals.some(
      (one) => (one.state === "proposed" || one.state === "sent") && one.visitId === match.visitId && one.postingId === match.postingId,
    );
  const matches = loaded.value.matches.filter((match) => !isLive(match));
  if (matches.length === 0) return <p>{words.matchesNone}</p>;
  return matches.map((match) => {
    const id = `${match.visitId} ${match.postingId}`;
    return (
      <Card as="article" key={id}>
        <h3 lang="ko">{match.draft.titleKo}</h3>
        <JobLines {...match} />
        <ul class="row" role="list">
          {match.reasons.map((reason) => (
            <li key={reason}>
              <Tag tone={speaksAgainst(reason) ? "plain" : "good"}>{matchReasonWords[reason][locale]}</Tag>
            </li>
          ))}
        </ul>
        {isAlreadyTheirs(match) ? null : proposing === id ? (
          <ProposeForm
            at={at}
            match={match}
            onBack={() => setProposing(undefined)}
            onDone={async () => {
              setProposing(undefined);
              await onDone(words.proposed);
            }}
          />
        ) : (
          <div>
            <Button onClick={() => setProposing(id)}>
              {words.propose}
              <span class="unseen" lang="ko">
                {" "}
                {match.draft.titleKo}
              </span>
            </Button>
          </div>
        )}
      </Card>
    );
  });
};

const ReferralCard = ({ at, referral, onDone }: PartProps & { referral: Referral }) => {
  const words = useWords(staffReferralWords);
  const locale = useLocale();
  const [answering, setAnswering] = useState(false);
  const [hiring, setHiring] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ClientProblem>();
  const { referralId, state, isOpen, interview, draft, why, answeredAt, answeredBy, hire } = referral;
  const takeBack = async () => {
    setBusy(true);
    const params = { ...at, referralId };
    const answer = await call("POST /api/staff/visits/{visitId}/people/{registrationId}/referrals/{referralId}/withdrawal", { params });
    setProblem(answer.ok ? undefined : answer.problem);
    setBusy(false);
    if (answer.ok) await onDone(words.takenBack);
  };
  const outcome = interview?.isPlaced ? words.placed : interview?.outcome && interviewOutcomeLabels[interview.outcome][locale];
  return (
    <>
      <Card as="article">
        <div class="card-head">
          <h3 class="card-title" lang="ko">
            {draft.titleKo}
          </h3>
          <Tag tone={tones[state]}>{referralStateWords[state][locale]}</Tag>
        </div>
        <JobLines {...referral} />
        <Facts
          rows={[
            [
              words.why,
              why && (
                <span key="why" lang="ko">
                  {why}
                </span>
              ),
            ],
            [words.answeredAt, answeredAt && answeredBy && `${momentText(answeredAt, locale)} · ${answeredByWords[answeredBy][locale]}`],
            [words.interview, state === "sent" && (interview ? momentText(interview.startsAt, locale) : words.noInterview)],
            [words.result, outcome],
            [words.hired, hire && `${dateText(hire.startedOn, locale)} · ${confirmedByWords[hire.confirmedBy][locale]}`],
          ]}
        />
        {problem && <Failed problem={problem} />}
        {!answering && !hiring && (
          <div class="row actions">
            {state === "proposed" && isOpen && (
              <Button kind="main" onClick={() => setAnswering(true)}>
                {words.answer}
              </Button>
            )}
            {state === "sent" && (
              <ButtonLink href={`/api/papers/visits/${at.visitId}/people/${at.registrationId}/referrals/${referralId}/letter`} download>
                {words.letter}
              </ButtonLink>
            )}
            {state === "sent" && !hire && !interview?.isPlaced && <Button onClick={() => setHiring(true)}>{words.hire}</Button>}
            {(state === "proposed" || state === "sent") && (
              <Button kind="danger" busy={busy} onClick={() => void takeBack()}>
                {words.takeBack}
              </Button>
            )}
          </div>
        )}
        {hiring && answeredAt && (
          <>
            <p>{words.hireLead}</p>
            <HireForm
              from={seoulDateOf(answeredAt)}
              send={(body) =>
                call("PUT /api/office/visits/{visitId}/people/{registrationId}/referrals/{referralId}/hire", {
                  params: { ...at, referralId },
                  body,
                })
              }
              onBack={() => setHiring(false)}
              onDone={async () => {
                setHiring(false);
                await onDone(words.hireDone);
              }}
            />
          </>
        )}
      </Card>
      {answering && (
        <AnswerForm
          at={at}
          referral={referral}
          onBack={() => setAnswering(false)}
          onDone={async () => {
            setAnswering(false);
            await onDone(words.answered);
          }}
        />
      )}
    </>
  );
};
