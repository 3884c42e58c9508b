import { useCallback, useState } from "preact/hooks";
import type { Concern, Talk } from "../../../../shared/contract/talks.ts";
import { concernCategoryLabels } from "../../../../shared/copy/concern-codes.ts";
import { talkWords } from "../../../../shared/copy/pages-talks.ts";
import { phoneText } from "../../../../shared/domain/phone-text.ts";
import { dateText } from "../../../../shared/domain/seoul-time.ts";
import { call } from "../../platform/api.ts";
import { hasMoved } from "../../platform/router.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { useFinish } from "../outcome.tsx";
import { correctTalkPath, leadPath, talksPath } from "../paths.ts";
import { ConcernFacts, ConcernTag } from "./concern-parts.tsx";
import { TalkFacts } from "./talk-facts.tsx";
import { AnswerForm, EraseForm, GiveForm } from "./talk-forms.tsx";

type Doing = { what: "give" | "answer"; concernId: string } | { what: "erase" };

/** A firm at a CEO talk: whom to ask for, and each concern with its answer. */
export const TalkPage = ({ talkId }: { talkId: string }) => {
  const words = useWords(talkWords);
  const finish = useFinish();
  const [loaded, reload] = useLoaded(useCallback(() => call("GET /api/office/talks/{talkId}", { params: { talkId } }), [talkId]));
  const [doing, setDoing] = useState<Doing>();
  const [said, setSaid] = useState<string>();
  const back = { href: talksPath, label: words.title };
  if (loaded.state !== "loaded") return <Unloaded title={words.talkTitle} back={back} loaded={loaded} onRetry={reload} />;
  const talk = loaded.value;
  const onBack = () => setDoing(undefined);
  const begin = (next: Doing) => () => {
    setSaid(undefined);
    setDoing(next);
  };
  const done = (saying: string) => async () => {
    await reload();
    setSaid(saying);
    setDoing(undefined);
  };
  const isDoing = (what: "give" | "answer", { concernId }: Concern) =>
    doing !== undefined && doing.what === what && "concernId" in doing && doing.concernId === concernId;
  return (
    <Page title={talk.nameKo} back={back} focus={hasMoved()}>
      {said && (
        <Notice tone="good" live focus>
          <p>{said}</p>
        </Notice>
      )}
      <Firm talk={talk} />
      {talk.concerns.map((concern) => (
        <ConcernCard key={concern.concernId} concern={concern}>
          {isDoing("give", concern) && <GiveForm talkId={talkId} concern={concern} onDone={done(words.saved)} onBack={onBack} />}
          {isDoing("answer", concern) && <AnswerForm talkId={talkId} concern={concern} onDone={done(words.answered)} onBack={onBack} />}
          {doing === undefined && (
            <div class="row">
              <Button kind={concern.answer === null ? "main" : "plain"} onClick={begin({ what: "answer", concernId: concern.concernId })}>
                {concern.answer === null ? words.answer : words.answerAgain}
              </Button>
              {concern.answer === null && (
                <Button onClick={begin({ what: "give", concernId: concern.concernId })}>
                  {concern.ownerId ? words.giveAgain : words.give}
                </Button>
              )}
            </div>
          )}
        </ConcernCard>
      ))}
      {doing?.what === "erase" && (
        <Card as="section">
          <EraseForm talkId={talkId} onDone={() => finish(words.erased, talksPath)} onBack={onBack} />
        </Card>
      )}
      {doing === undefined && (
        <div>
          <Button kind="quiet" onClick={begin({ what: "erase" })}>
            {words.erase}
          </Button>
        </div>
      )}
    </Page>
  );
};

const Firm = ({ talk }: { talk: Talk }) => {
  const words = useWords(talkWords);
  const { talkId, employerId, leadId, contact } = talk;
  return (
    <Card as="section">
      <p class="soft">{employerId ? words.readsHere : contact.mail ? words.toldByMail : words.toldByCall}</p>
      <TalkFacts talk={talk} />
      <div class="row">
        <ButtonLink href={correctTalkPath(talkId)}>{words.correct}</ButtonLink>
        <ButtonLink href={`tel:${contact.phone}`}>{words.call(phoneText(contact.phone))}</ButtonLink>
        {leadId && <ButtonLink href={leadPath(leadId)}>{words.toLead}</ButtonLink>}
      </div>
    </Card>
  );
};

const ConcernCard = ({ concern, children }: { concern: Concern; children: preact.ComponentChildren }) => {
  const words = useWords(talkWords);
  const locale = useLocale();
  return (
    <Card as="section">
      <div class="card-head">
        <h2>{concernCategoryLabels[concern.category][locale]}</h2>
        <ConcernTag concern={concern} />
      </div>
      <p class="as-written" lang="ko">
        {concern.text}
      </p>
      <ConcernFacts concern={concern} />
      {concern.answer !== null && (
        <Notice tone="good" title={words.answeredOn(concern.answeredOn ? dateText(concern.answeredOn, locale) : "")}>
          <p class="as-written" lang="ko">
            {concern.answer}
          </p>
        </Notice>
      )}
      {children}
    </Card>
  );
};
