import { useCallback, useState } from "preact/hooks";
import type { OwnTalk } from "../../../../shared/contract/talks.ts";
import { concernCategoryLabels, concernPlaceLabels } from "../../../../shared/copy/concern-codes.ts";
import { talkWords } from "../../../../shared/copy/pages-talks.ts";
import { dateText } from "../../../../shared/domain/seoul-time.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { hasMoved } from "../../platform/router.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Card, Tag } from "../../ui/card.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import { useFinish } from "../outcome.tsx";
import { ownTalksPath } from "../paths.ts";

/** What the firm brought to CEO talks, and what it was answered. */
export const OwnTalksPage = ({ employerId }: { employerId: string }) => {
  const words = useWords(talkWords);
  const ask = useCallback(() => call("GET /api/office/employers/{employerId}/talks", { params: { employerId } }), [employerId]);
  const [loaded, reload] = useLoaded(ask);
  const signUp = (
    <ButtonLink kind="main" href={`${ownTalksPath(employerId)}/new`}>
      {words.ownAsk}
    </ButtonLink>
  );
  return (
    <Page title={words.ownTitle} lead={words.ownLead} focus={hasMoved()}>
      {loaded.state === "loading" && <Loading />}
      {loaded.state === "failed" && <Failed problem={loaded.problem} onRetry={reload} />}
      {loaded.state === "loaded" &&
        (loaded.value.talks.length === 0 ? (
          <Empty title={words.ownNone}>{signUp}</Empty>
        ) : (
          <>
            <div>{signUp}</div>
            {loaded.value.talks.map((talk) => (
              <OwnTalkCard key={talk.talkId} employerId={employerId} talk={talk} onWithdrawn={reload} />
            ))}
          </>
        ))}
    </Page>
  );
};

type CardProps = { employerId: string; talk: OwnTalk; onWithdrawn: () => Promise<void> };

const OwnTalkCard = ({ employerId, talk, onWithdrawn }: CardProps) => {
  const words = useWords(talkWords);
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  return (
    <Card as="article" class="stack-loose">
      <h2 class="card-title">{talk.visitOn ? words.ownVisit(dateText(talk.visitOn, locale)) : words.ownVisitGone}</h2>
      {talk.concerns.map(({ concernId, category, text, state, answer, answeredOn }) => (
        <section class="stack" key={concernId}>
          <div class="card-head">
            <h3>{concernCategoryLabels[category][locale]}</h3>
            {state === "answered" && <Tag tone="good">{concernPlaceLabels.answered[locale]}</Tag>}
          </div>
          <p class="as-written" lang="ko">
            {text}
          </p>
          {answer === null ? (
            <p class="soft">{words.ownWaiting}</p>
          ) : (
            <Notice tone="good" title={words.ownAnswer}>
              <p class="as-written" lang="ko">
                {answer}
              </p>
              {answeredOn && <p class="soft small">{words.answeredOn(dateText(answeredOn, locale))}</p>}
            </Notice>
          )}
        </section>
      ))}
      <div>
        <Button kind="quiet" onClick={() => setOpen(true)}>
          {words.withdraw}
        </Button>
      </div>
      <WithdrawTalkDialog
        employerId={employerId}
        talkId={talk.talkId}
        open={open}
        onClose={() => setOpen(false)}
        onWithdrawn={onWithdrawn}
      />
    </Card>
  );
};

type DialogProps = { employerId: string; talkId: string; open: boolean; onClose: () => void; onWithdrawn: () => Promise<void> };

const WithdrawTalkDialog = ({ employerId, talkId, open, onClose, onWithdrawn }: DialogProps) => {
  const words = useWords(talkWords);
  const finish = useFinish();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ClientProblem>();
  const withdraw = async () => {
    setBusy(true);
    const answer = await call("POST /api/office/employers/{employerId}/talks/{talkId}/withdrawal", { params: { employerId, talkId } });
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    onClose();
    await onWithdrawn();
    finish(words.withdrawn);
  };
  return (
    <Dialog
      open={open}
      title={words.withdrawTitle}
      onClose={() => {
        setProblem(undefined);
        onClose();
      }}
      actions={
        <>
          <Button onClick={onClose}>{words.keep}</Button>
          <Button kind="danger" busy={busy} onClick={withdraw}>
            {words.withdraw}
          </Button>
        </>
      }
    >
      {problem ? (
        <Notice tone="bad" title={problem.title} live>
          <p>{problem.detail}</p>
        </Notice>
      ) : (
        <p>{words.withdrawLead}</p>
      )}
    </Dialog>
  );
};
