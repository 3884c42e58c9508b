import { useCallback, useState } from "preact/hooks";
import type { Enrolment } from "../../../../shared/contract/enrolments.ts";
import { enrolmentStandingWords, enrolmentWords } from "../../../../shared/copy/enrolment.ts";
import { staffReferralWords } from "../../../../shared/copy/pages-staff-referrals.ts";
import { dateText } from "../../../../shared/domain/seoul-time.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { hasMoved } from "../../platform/router.ts";
import { useSession } from "../../platform/session.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Card, Facts, Tag } from "../../ui/card.tsx";

import { EnrolmentForm } from "../../ui/enrolment/enrolment-form.tsx";
import { wishFacts } from "../../ui/enrolment/wish-facts.ts";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed } from "../../ui/states.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { consentPointer, EnrolmentBox, enrolmentVersion } from "../consent-box.tsx";
import { rightsAt } from "../rights-at.ts";
import { Referrals } from "./referrals.tsx";
import { StatisticsCard } from "./statistics-card.tsx";

type Props = { visitId: string; registrationId: string };
type At = { visitId: string; registrationId: string };

/** What somebody looks for, taken at the desk; below it, for counsellors, jobs that suit and what was proposed. Each look is logged. */
export const EnrolmentPage = ({ visitId, registrationId }: Props) => {
  const words = useWords(staffReferralWords);
  const { me } = useSession();
  const { seesNeeds, counsels } = rightsAt(me, visitId);
  const ask = useCallback(
    () => call("GET /api/staff/visits/{visitId}/people/{registrationId}/enrolment", { params: { visitId, registrationId } }),
    [visitId, registrationId],
  );
  const [loaded, reload] = useLoaded(ask);
  const [writing, setWriting] = useState(false);
  const [said, setSaid] = useState<string>();
  const back = { href: `/staff/visits/${visitId}/people/${registrationId}`, label: words.toPerson };
  if (loaded.state !== "loaded") return <Unloaded title={words.link} back={back} narrow loaded={loaded} onRetry={reload} />;
  const { name, enrolment } = loaded.value;
  const params = { visitId, registrationId };
  const done = async (text: string) => {
    await reload();
    setWriting(false);
    setSaid(text);
  };
  if (writing)
    return (
      <Page title={words.write} lead={words.namedPerson(name)} back={back} narrow focus>
        <EnrolmentForm
          known={enrolment}
          consentVersionIn={(data) => (data.has(consentPointer) ? enrolmentVersion : "")}
          consent={(error) => <EnrolmentBox error={error} />}
          send={(body) => call("PUT /api/staff/visits/{visitId}/people/{registrationId}/enrolment", { params, body })}
          onDone={() => done(words.saved)}
        >
          <Button onClick={() => setWriting(false)}>{words.cancel}</Button>
        </EnrolmentForm>
      </Page>
    );
  return (
    <Page title={words.link} lead={words.lead} back={back} narrow focus={hasMoved()}>
      {said && <Notice key={said} tone="good" title={said} live focus />}
      <h2>{words.namedPerson(name)}</h2>
      {!enrolment && (
        <Empty title={words.none}>
          <p>{words.noneDetail}</p>
          {seesNeeds && (
            <Button kind="main" onClick={() => setWriting(true)}>
              {words.write}
            </Button>
          )}
        </Empty>
      )}
      {enrolment && <Written at={params} enrolment={enrolment} mayWrite={seesNeeds} onWrite={() => setWriting(true)} onDone={done} />}
      {seesNeeds && <StatisticsCard at={params} onDone={done} />}
      {counsels && <Referrals at={params} standing={enrolment?.standing} />}
    </Page>
  );
};

type WrittenProps = { at: At; enrolment: Enrolment; mayWrite: boolean; onWrite: () => void; onDone: (said: string) => Promise<void> };

const Written = ({ at, enrolment: { draft, standing, validUntil }, mayWrite, onWrite, onDone }: WrittenProps) => {
  const words = useWords(staffReferralWords);
  const common = useWords(enrolmentWords);
  const locale = useLocale();
  const [sending, setSending] = useState<string>();
  const [ending, setEnding] = useState(false);
  const [problem, setProblem] = useState<ClientProblem>();
  const act = async (what: "acceptance" | "renewal" | "ending", said: string) => {
    if (sending) return;
    setSending(what);
    const answer = await call(`POST /api/staff/visits/{visitId}/people/{registrationId}/enrolment/${what}`, { params: at });
    setProblem(answer.ok ? undefined : answer.problem);
    setSending(undefined);
    if (answer.ok) await onDone(said);
  };
  return (
    <Card as="section">
      <div class="card-head">
        <h3 class="card-title">{common.title}</h3>
        <Tag tone={standing === "accepted" ? "good" : "sign"}>{enrolmentStandingWords[standing][locale]}</Tag>
      </div>
      {validUntil && <p>{words.validUntil(dateText(validUntil, locale))}</p>}
      <Facts long rows={wishFacts(draft, locale)} />
      {standing === "submitted" && mayWrite && <p class="soft">{words.acceptHint}</p>}
      {problem && <Failed problem={problem} />}
      {mayWrite && !ending && (
        <div class="row actions">
          {standing === "submitted" ? (
            <Button kind="main" busy={sending === "acceptance"} onClick={() => void act("acceptance", words.saved)}>
              {words.accept}
            </Button>
          ) : (
            <Button
              kind={standing === "expired" ? "main" : "plain"}
              busy={sending === "renewal"}
              onClick={() => void act("renewal", words.saved)}
            >
              {words.renew}
            </Button>
          )}
          <Button onClick={onWrite}>{words.change}</Button>
          <Button kind="danger" onClick={() => setEnding(true)}>
            {words.end}
          </Button>
        </div>
      )}
      {ending && (
        <>
          <p>{words.endText}</p>
          <div class="row actions">
            <Button kind="danger" busy={sending === "ending"} onClick={() => void act("ending", words.ended)}>
              {words.endConfirm}
            </Button>
            <Button onClick={() => setEnding(false)}>{words.cancel}</Button>
          </div>
        </>
      )}
    </Card>
  );
};
