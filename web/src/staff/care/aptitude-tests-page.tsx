import { useCallback, useState } from "preact/hooks";
import { aptitudeKindWords, aptitudeStateWords, aptitudeStepWords } from "../../../../shared/copy/aptitude-tests.ts";
import { staffAptitudeWords } from "../../../../shared/copy/pages-staff-aptitude.ts";
import { isOver } from "../../../../shared/domain/aptitude-test.ts";
import { dateText } from "../../../../shared/domain/seoul-time.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { hasMoved } from "../../platform/router.ts";
import { momentText } from "../../platform/times.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Card, Tag } from "../../ui/card.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed } from "../../ui/states.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { mintId } from "../mint-id.ts";
import { NeedForm, type TestProps } from "./need-form.tsx";
import { TookForm } from "./took-form.tsx";
import { UndoStep } from "./undo-step-form.tsx";

type At = { visitId: string; registrationId: string };

/** Somebody's aptitude tests, each from asking for it to talking about it: for counsellors. Each look is logged. */
export const AptitudeTestsPage = (at: At) => {
  const { visitId, registrationId } = at;
  const words = useWords(staffAptitudeWords);
  const ask = useCallback(
    () => call("GET /api/office/visits/{visitId}/people/{registrationId}/aptitude-tests", { params: { visitId, registrationId } }),
    [visitId, registrationId],
  );
  const [loaded, reload] = useLoaded(ask);
  // Made with the page, so that a press that is repeated asks for one.
  const [testId, setTestId] = useState(() => mintId("apt"));
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string>();
  const [problem, setProblem] = useState<ClientProblem>();
  const back = { href: `/staff/visits/${visitId}/people/${registrationId}`, label: words.toPerson };
  if (loaded.state !== "loaded") return <Unloaded title={words.title} back={back} narrow loaded={loaded} onRetry={reload} />;
  const { name, tests } = loaded.value;
  const done = async (text: string) => {
    await reload();
    setSaid(text);
  };
  const request = async () => {
    if (busy) return;
    setBusy(true);
    const params = { visitId, registrationId, testId };
    const answer = await call("PUT /api/office/visits/{visitId}/people/{registrationId}/aptitude-tests/{testId}", { params });
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    setTestId(mintId("apt"));
    await done(words.asked);
  };
  return (
    <Page title={words.title} lead={words.lead} back={back} narrow focus={hasMoved()}>
      {said && <Notice key={said} tone="good" title={said} live focus />}
      <h2>{words.namedPerson(name)}</h2>
      <p class="soft">{words.orientation}</p>
      {tests.length === 0 && (
        <Empty title={words.none}>
          <p>{words.noneDetail}</p>
        </Empty>
      )}
      {tests.map((test) => (
        <Test
          key={`${test.testId} ${test.version}`}
          at={at}
          test={test}
          onDone={() => done(words.done)}
          onUndone={() => done(words.undone)}
        />
      ))}
      {problem && <Failed problem={problem} />}
      {tests.every(({ state }) => isOver(state)) && (
        <Button kind="main" busy={busy} onClick={() => void request()}>
          {words.ask}
        </Button>
      )}
    </Page>
  );
};

const Test = ({ at, test, onDone, onUndone }: TestProps & { onUndone: () => Promise<void> }) => {
  const words = useWords(staffAptitudeWords);
  const locale = useLocale();
  const { state, kind, why, visitOn, steps } = test;
  return (
    <Card as="section">
      <div class="card-head">
        <h3 class="card-title">{kind ? aptitudeKindWords[kind][locale] : words.title}</h3>
        <Tag tone={state === "explained" ? "good" : isOver(state) ? "plain" : "sign"}>{aptitudeStateWords[state][locale]}</Tag>
      </div>
      {visitOn && <p class="soft">{words.atVisit(dateText(visitOn, locale))}</p>}
      <ol>
        {steps.map(({ did, at: when, on, byName }) => (
          <li key={when + did}>
            {on ? words.takenOn(dateText(on, locale)) : aptitudeStepWords[did][locale]}
            <br />
            <span class="soft">{words.writtenAt(momentText(when, locale), byName ?? words.formerColleague)}</span>
          </li>
        ))}
      </ol>
      {why && <p>{why}</p>}
      {state === "requested" && <NeedForm at={at} test={test} onDone={onDone} />}
      {state === "needed" && <TookForm at={at} test={test} onDone={onDone} />}
      {!isOver(state) && <NextSteps at={at} test={test} onDone={onDone} />}
      <UndoStep at={at} test={test} onDone={onUndone} />
    </Card>
  );
};

/** What one press writes down: the step that comes next, and that they do not want it. */
const NextSteps = ({ at, test: { testId, version, state }, onDone }: TestProps) => {
  const words = useWords(staffAptitudeWords);
  const [sending, setSending] = useState<string>();
  const [problem, setProblem] = useState<ClientProblem>();
  const make = async (did: "explained" | "withdrew") => {
    if (sending) return;
    setSending(did);
    const body = { step: { did }, seen: version };
    const params = { ...at, testId };
    const answer = await call("POST /api/office/visits/{visitId}/people/{registrationId}/aptitude-tests/{testId}/steps", { params, body });
    setSending(undefined);
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) await onDone();
  };
  return (
    <>
      {state === "taken" && <p class="soft">{words.explainHint}</p>}
      {problem && <Failed problem={problem} />}
      <div class="row actions">
        {state === "taken" && (
          <>
            <Button kind="main" busy={sending === "explained"} onClick={() => void make("explained")}>
              {words.explain}
            </Button>
            <ButtonLink href={`/staff/visits/${at.visitId}/people/${at.registrationId}/consultations`}>{words.toNotes}</ButtonLink>
          </>
        )}
        <Button busy={sending === "withdrew"} onClick={() => void make("withdrew")}>
          {words.giveUp}
        </Button>
      </div>
    </>
  );
};
