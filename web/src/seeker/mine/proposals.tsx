import "../../ui/card.css";
import { useState } from "preact/hooks";
import type { Referral } from "../../../../shared/contract/referrals.ts";
import { districtName } from "../../../../shared/copy/districts.ts";
import { referralStateWords } from "../../../../shared/copy/enrolment.ts";
import { myEnrolmentWords } from "../../../../shared/copy/pages-seeker/enrolment.ts";
import { payText } from "../../../../shared/copy/pay-text.ts";
import { consentText, currentConsentVersion } from "../../../../shared/domain/consents.ts";
import { dateText } from "../../../../shared/domain/seoul-time.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { inLocale, pathIn } from "../../platform/locale.ts";
import { momentText } from "../../platform/times.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Facts, Tag } from "../../ui/card.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Failed } from "../../ui/states.tsx";
import { ConsentFacts } from "../booking/consent-facts.tsx";

const askReferrals = () => call("GET /api/me/referrals");
const tones = { proposed: "sign", sent: "good", declined: "plain", withdrawn: "plain" } as const;

/** Jobs that a counsellor proposed: answered in one tap. Nothing at all for whom nothing was proposed. */
export const Proposals = () => {
  const words = useWords(myEnrolmentWords);
  const [loaded, reload] = useLoaded(askReferrals);
  const [said, setSaid] = useState<string>();
  if (loaded.state === "loading") return null;
  if (loaded.state === "failed") return <Failed problem={loaded.problem} onRetry={reload} />;
  const { referrals } = loaded.value;
  if (referrals.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="proposals">
      <h2 id="proposals">{words.proposalsTitle}</h2>
      {said && <Notice key={said} tone="good" title={said} focus live />}
      {referrals.map((referral) => (
        <Proposal
          key={referral.referralId}
          referral={referral}
          onChange={async ({ state }) => {
            await reload();
            if (state !== "proposed") setSaid(words.done[state]);
          }}
        />
      ))}
    </section>
  );
};

type ProposalProps = { referral: Referral; onChange: (after: Referral) => Promise<void> };

const Proposal = ({ referral, onChange }: ProposalProps) => {
  const words = useWords(myEnrolmentWords);
  const locale = useLocale();
  const { draft, state, isOpen, interview, visitId, visitOn } = referral;
  const title = inLocale(locale, draft.titleKo, draft.titleEn);
  const employer = inLocale(locale, referral.employerNameKo, referral.employerNameEn);
  const place = inLocale(locale, referral.placeNameKo, referral.placeNameEn);
  return (
    <article class="card stack">
      <div class="card-head">
        <h3 class="card-title">
          <span lang={title.lang}>{title.text}</span>
        </h3>
        <Tag tone={tones[state]}>{referralStateWords[state][locale]}</Tag>
      </div>
      <p>
        <span lang={employer.lang}>{employer.text}</span> ·{" "}
        {referral.byName ? words.proposalLead(referral.byName) : words.proposalLeadPlain}
      </p>
      <Facts
        long
        rows={[
          [words.pay, payText(draft.pay, locale)],
          [words.workplace, districtName(draft.districtCode, locale)],
          [
            words.workTime,
            <span key="time" lang="ko">
              {draft.workTimeKo}
            </span>,
          ],
          [
            words.where,
            <span key="where" lang={place.lang}>
              {dateText(visitOn, locale)} · {place.text}
            </span>,
          ],
          [
            words.why,
            referral.why && (
              <span key="why" lang="ko">
                {referral.why}
              </span>
            ),
          ],
        ]}
      />
      {state === "proposed" && isOpen && <Asked referral={referral} employer={employer} onChange={onChange} />}
      {state === "proposed" && !isOpen && <p class="soft">{words.over}</p>}
      {state === "sent" && (
        <>
          <p>{interview ? words.interviewAt(momentText(interview.startsAt, locale)) : isOpen ? words.sentText : words.over}</p>
          <div class="row actions">
            {!interview && isOpen && (
              <ButtonLink kind="main" href={pathIn(locale, `/visits/${visitId}`)}>
                {words.toVisit}
              </ButtonLink>
            )}
            <ButtonLink href={`/api/papers/me/referrals/${referral.referralId}/letter`} download>
              {words.letter}
            </ButtonLink>
            <TakeBack referral={referral} onChange={onChange} />
          </div>
        </>
      )}
    </article>
  );
};

/** What goes to whom, and the two answers. */
const Asked = ({
  referral: { referralId },
  employer,
  onChange,
}: ProposalProps & { employer: { text: string; lang?: string | undefined } }) => {
  const words = useWords(myEnrolmentWords);
  const version = currentConsentVersion.to_employer;
  const text = consentText("to_employer", version, useLocale());
  const [sending, setSending] = useState<"agree" | "decline">();
  const [problem, setProblem] = useState<ClientProblem>();
  const say = async (agrees: boolean) => {
    if (sending) return;
    setSending(agrees ? "agree" : "decline");
    const body = { agrees, ...(agrees && { consentVersion: version }) };
    const answer = await call("POST /api/me/referrals/{referralId}/answer", { params: { referralId }, body });
    if (answer.ok) await onChange(answer.value);
    setProblem(answer.ok ? undefined : answer.problem);
    setSending(undefined);
  };
  if (!text) return null;
  return (
    <>
      <section class="consent stack" aria-label={text.title}>
        <h4>{text.title}</h4>
        <ConsentFacts text={text} items="itemsGiven" to={<span lang={employer.lang}>{employer.text}</span>} />
      </section>
      <p class="soft">{words.agreeHint}</p>
      {problem && <Failed problem={problem} />}
      <div class="row actions">
        <Button kind="main" busy={sending === "agree"} onClick={() => void say(true)}>
          {words.agree}
        </Button>
        <Button busy={sending === "decline"} onClick={() => void say(false)}>
          {words.decline}
        </Button>
      </div>
    </>
  );
};

const TakeBack = ({ referral: { referralId }, onChange }: ProposalProps) => {
  const words = useWords(myEnrolmentWords);
  const [busy, setBusy] = useState(false);
  const press = async () => {
    setBusy(true);
    const answer = await call("POST /api/me/referrals/{referralId}/withdrawal", { params: { referralId } });
    if (answer.ok) await onChange(answer.value);
    setBusy(false);
  };
  return (
    <Button kind="danger" busy={busy} onClick={() => void press()}>
      {words.takeBack}
    </Button>
  );
};
