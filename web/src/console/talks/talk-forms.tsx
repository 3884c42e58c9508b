import type { Concern } from "../../../../shared/contract/talks.ts";
import { talkWords } from "../../../../shared/copy/pages-talks.ts";
import { seoulDateOf } from "../../../../shared/domain/seoul-time.ts";
import { type Body, call } from "../../platform/api.ts";
import { checkAgainst } from "../../platform/check-against.ts";
import { instantNow } from "../../platform/clock.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { SelectField, TextArea, TextField } from "../../ui/field.tsx";
import { Failed, Loading } from "../../ui/states.tsx";
import { textIn, useForm } from "../../ui/use-form.ts";
import type { Team } from "../outreach/lead-fields.tsx";
import { useTeam } from "../outreach/lead-form-pages.tsx";

type Props = { talkId: string; concern: Concern; onDone: () => void; onBack: () => void };
type OwnerBody = Body<"PUT /api/office/talks/{talkId}/concerns/{concernId}/owner">;
type AnswerBody = Body<"PUT /api/office/talks/{talkId}/concerns/{concernId}/answer">;

const checkOwner = checkAgainst(() => import("../../../../shared/contract/talks.ts").then((module) => module.OwnerWish));
const checkAnswer = checkAgainst(() => import("../../../../shared/contract/talks.ts").then((module) => module.AnswerWish));

/** Who answers, and by when. */
export const GiveForm = (props: Props) => {
  const [team, reload] = useTeam();
  if (team.state === "failed") return <Failed problem={team.problem} onRetry={reload} />;
  return team.state === "loaded" ? <GiveFields {...props} team={team.value.members} /> : <Loading />;
};

const GiveFields = ({ talkId, concern: { concernId, ownerId, dueOn, version }, team, onDone, onBack }: Props & { team: Team }) => {
  const words = useWords(talkWords);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ ownerId: textIn(data, "/ownerId"), dueOn: textIn(data, "/dueOn"), seen: version }),
    check: checkOwner,
    send: (body) =>
      call("PUT /api/office/talks/{talkId}/concerns/{concernId}/owner", { params: { talkId, concernId }, body: body as OwnerBody }),
    onDone,
  });
  return (
    <form class="stack" {...form}>
      <h3>{words.giveTitle}</h3>
      <ErrorSummary trouble={trouble} />
      <div class="fields">
        <SelectField
          pointer="/ownerId"
          label={words.owner}
          error={errorAt("/ownerId")}
          defaultValue={ownerId ?? team.find(({ isYou }) => isYou)?.accountId ?? ""}
          choices={team.map(({ accountId, name, isYou }) => ({ value: accountId, label: isYou ? words.me(name) : name }))}
        />
        <TextField
          pointer="/dueOn"
          type="date"
          label={words.dueOn}
          error={errorAt("/dueOn")}
          defaultValue={dueOn ?? undefined}
          min={seoulDateOf(instantNow())}
        />
      </div>
      <div class="row">
        <Button type="submit" kind="main" busy={busy}>
          {words.save}
        </Button>
        <Button kind="quiet" onClick={onBack}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
};

/** What the firm is answered. */
export const AnswerForm = ({ talkId, concern: { concernId, answer, version }, onDone, onBack }: Props) => {
  const words = useWords(talkWords);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ answer: textIn(data, "/answer"), seen: version }),
    check: checkAnswer,
    send: (body) =>
      call("PUT /api/office/talks/{talkId}/concerns/{concernId}/answer", { params: { talkId, concernId }, body: body as AnswerBody }),
    onDone,
  });
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <TextArea
        pointer="/answer"
        label={words.answerTitle}
        hint={words.answerHint}
        error={errorAt("/answer")}
        defaultValue={answer ?? undefined}
        rows={6}
      />
      <div class="row">
        <Button type="submit" kind="main" busy={busy}>
          {words.answerSend}
        </Button>
        <Button kind="quiet" onClick={onBack}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
};

/** Everything about a firm is deleted, because it asked for it. */
export const EraseForm = ({ talkId, onDone, onBack }: Pick<Props, "talkId" | "onDone" | "onBack">) => {
  const words = useWords(talkWords);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ reason: textIn(data, "/reason") }),
    send: (body) => call("POST /api/office/talks/{talkId}/erasure", { params: { talkId }, body }),
    onDone,
  });
  return (
    <form class="stack stack-loose" {...form}>
      <h2>{words.eraseTitle}</h2>
      <p>{words.eraseLead}</p>
      <ErrorSummary trouble={trouble} />
      <TextField pointer="/reason" label={words.eraseReason} error={errorAt("/reason")} />
      <div class="row">
        <Button kind="quiet" onClick={onBack}>
          {words.cancel}
        </Button>
        <Button type="submit" kind="danger" busy={busy}>
          {words.erase}
        </Button>
      </div>
    </form>
  );
};
