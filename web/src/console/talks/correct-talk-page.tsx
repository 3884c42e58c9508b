import { useCallback, useState } from "preact/hooks";
import type { Talk } from "../../../../shared/contract/talks.ts";
import { concernCategoryLabels } from "../../../../shared/copy/concern-codes.ts";
import { talkWords } from "../../../../shared/copy/pages-talks.ts";
import { type Body, call } from "../../platform/api.ts";
import { checkAgainst } from "../../platform/check-against.ts";
import { hasMoved } from "../../platform/router.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { TextField } from "../../ui/field.tsx";
import { Page } from "../../ui/page.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { textIn, useForm } from "../../ui/use-form.ts";
import { useFinish } from "../outcome.tsx";
import { talkPath } from "../paths.ts";
import { askVisits } from "./new-talk-page.tsx";
import { TalkFacts } from "./talk-facts.tsx";
import { readTalk, TalkFields, type TalkVisit } from "./talk-fields.tsx";

type Correction = Body<"PUT /api/office/talks/{talkId}/correction">;

const check = checkAgainst(() => import("../../../../shared/contract/talks.ts").then((module) => module.TalkCorrection));

const askTalk = (talkId: string) => call("GET /api/office/talks/{talkId}", { params: { talkId } });

/** The firm, with the visits that it may have come to: the one that stands there is among them, however long ago it was. */
const ask = async (talkId: string) => {
  const [talk, recent] = await Promise.all([askTalk(talkId), askVisits()]);
  if (!talk.ok) return talk;
  if (!recent.ok) return recent;
  const { visitId } = talk.value;
  const own = await call("GET /api/staff/visits", { query: { visitId } });
  if (!own.ok) return own;
  const others = recent.value.visits.filter(({ visit }) => visit.visitId !== visitId && visit.state !== "cancelled");
  const visits = [...own.value.visits, ...others].map(({ visit, place }): TalkVisit => ({ ...visit, place }));
  return { ok: true as const, value: { talk: talk.value, visits: visits.sort((a, b) => a.date.localeCompare(b.date)) } };
};

/** What was written down of a firm at a CEO talk is corrected, and what else troubles it is added. */
export const CorrectTalkPage = ({ talkId }: { talkId: string }) => {
  const words = useWords(talkWords);
  const [loaded, reload] = useLoaded(useCallback(() => ask(talkId), [talkId]));
  const back = { href: talkPath(talkId), label: words.talkTitle };
  if (loaded.state !== "loaded") return <Unloaded title={words.correct} back={back} loaded={loaded} onRetry={reload} />;
  const { nameKo } = loaded.value.talk;
  return (
    <Page title={words.correct} lead={words.correctLead} back={{ ...back, label: nameKo }} focus={hasMoved()}>
      <CorrectForm {...loaded.value} />
    </Page>
  );
};

const CorrectForm = ({ talk, visits }: { talk: Talk; visits: readonly TalkVisit[] }) => {
  const words = useWords(talkWords);
  const finish = useFinish();
  const { talkId } = talk;
  const [newer, setNewer] = useState<Talk>();
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ nameKo: textIn(data, "/nameKo"), ...readTalk(data), seen: (newer ?? talk).version }),
    check,
    // Checked above, and by the API again: the form's texts have become the schema's codes.
    send: (body) => call("PUT /api/office/talks/{talkId}/correction", { params: { talkId }, body: body as Correction }),
    onDone: () => finish(words.saved, talkPath(talkId)),
    onRefused: async ({ code }) => {
      if (code !== "talk-changed") return false;
      const answer = await askTalk(talkId);
      if (answer.ok) setNewer(answer.value);
      return false;
    },
  });
  return (
    <>
      {newer && <Newer talk={newer} />}
      <Card>
        <form class="stack stack-loose" {...form}>
          <ErrorSummary trouble={trouble} />
          <fieldset class="group">
            <legend>{words.firm}</legend>
            <TextField pointer="/nameKo" label={words.nameKo} error={errorAt("/nameKo")} defaultValue={talk.nameKo} />
          </fieldset>
          <TalkFields visits={visits} start={talk} errorAt={errorAt} />
          <div class="form-end">
            <Button type="submit" kind="main" busy={busy}>
              {words.save}
            </Button>
          </div>
        </form>
      </Card>
    </>
  );
};

/** The firm as it stands now, to be compared with what is typed. */
const Newer = ({ talk }: { talk: Talk }) => {
  const words = useWords(talkWords);
  const locale = useLocale();
  return (
    <Card as="article">
      <h2>{words.newerTitle}</h2>
      <p>{words.newerDetail}</p>
      <p lang="ko">{talk.nameKo}</p>
      <TalkFacts talk={talk} />
      {talk.concerns.map(({ concernId, category, text }) => (
        <p key={concernId} class="as-written">
          {concernCategoryLabels[category][locale]}: <span lang="ko">{text}</span>
        </p>
      ))}
    </Card>
  );
};
