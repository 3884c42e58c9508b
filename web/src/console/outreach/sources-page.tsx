import { useState } from "preact/hooks";
import type { LeadSource } from "../../../../shared/contract/leads.ts";
import { leadSourceKindLabels } from "../../../../shared/copy/lead-codes.ts";
import { leadWords } from "../../../../shared/copy/pages-leads.ts";
import { LeadSourceKind, linkIn } from "../../../../shared/domain/lead.ts";
import { dateText, type LocalDate } from "../../../../shared/domain/seoul-time.ts";
import { type Body, call } from "../../platform/api.ts";
import { checkAgainst } from "../../platform/check-against.ts";
import { hasMoved } from "../../platform/router.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Card, Facts, Tag } from "../../ui/card.tsx";
import { choicesOf } from "../../ui/choices.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { CheckField, SelectField, TextField } from "../../ui/field.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty } from "../../ui/states.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { numberIn, textIfAny, textIn, useForm } from "../../ui/use-form.ts";
import { useFormId } from "../new-id.ts";
import { leadsPath } from "../paths.ts";
import type { Team } from "./lead-fields.tsx";
import { useSources, useTeam } from "./lead-form-pages.tsx";

/** Where firms are looked for: what is due, and what was looked through. */
export const SourcesPage = () => {
  const words = useWords(leadWords);
  const [loaded, reload] = useSources();
  const [team, reloadTeam] = useTeam();
  const [writing, setWriting] = useState<LeadSource | "new">();
  const page = { title: words.sourcesTitle, back: { href: leadsPath, label: words.title } };
  if (loaded.state !== "loaded") return <Unloaded {...page} loaded={loaded} onRetry={reload} />;
  if (team.state !== "loaded") return <Unloaded {...page} loaded={team} onRetry={reloadTeam} />;
  const { today, sources } = loaded.value;
  const done = async () => {
    await reload();
    setWriting(undefined);
  };
  return (
    <Page {...page} lead={words.sourcesLead} focus={hasMoved()}>
      {writing ? (
        <Card as="section">
          <SourceForm
            source={writing === "new" ? undefined : writing}
            team={team.value.members}
            onDone={done}
            onBack={() => setWriting(undefined)}
          />
        </Card>
      ) : (
        <div>
          <Button kind="main" onClick={() => setWriting("new")}>
            {words.sourceAdd}
          </Button>
        </div>
      )}
      {sources.length === 0 && <Empty title={words.sourcesNone}>{null}</Empty>}
      <div class="cards">
        {sources.map((source) => (
          <SourceCard key={source.sourceId} source={source} today={today} onLooked={reload} onChange={() => setWriting(source)} />
        ))}
      </div>
    </Page>
  );
};

type CardProps = { source: LeadSource; today: LocalDate; onLooked: () => Promise<void>; onChange: () => void };

const SourceCard = ({ source, today, onLooked, onChange }: CardProps) => {
  const words = useWords(leadWords);
  const locale = useLocale();
  const [busy, setBusy] = useState(false);
  const { sourceId, nameKo, kind, where, lookerName, lookedOn, dueOn, ended } = source;
  const link = linkIn(where);
  const look = async () => {
    setBusy(true);
    const answer = await call("POST /api/office/lead-sources/{sourceId}/look", { params: { sourceId } });
    if (answer.ok) await onLooked();
    setBusy(false);
  };
  return (
    <Card as="article">
      <h2 class="card-title" lang="ko">
        {nameKo}
      </h2>
      <p>
        {dueOn === null ? (
          <Tag>{words.sourceEnded}</Tag>
        ) : dueOn <= today ? (
          <Tag tone="sign">{words.sourceDueNow}</Tag>
        ) : (
          <Tag>{words.sourceDue(dateText(dueOn, locale))}</Tag>
        )}
      </p>
      <Facts
        rows={[
          [words.sourceKind, leadSourceKindLabels[kind][locale]],
          [words.sourceWhere, where],
          [words.owner, lookerName ?? words.formerColleague],
        ]}
      />
      <p class="soft">{lookedOn ? words.sourceLooked(dateText(lookedOn, locale)) : words.sourceNever}</p>
      <div class="row">
        {link && (
          <ButtonLink href={link} target="_blank" rel="noopener noreferrer">
            {words.sourceGo}
            <span class="unseen"> {nameKo}</span>
          </ButtonLink>
        )}
        {!ended && (
          <Button busy={busy} onClick={look}>
            {words.sourceLook}
            <span class="unseen"> {nameKo}</span>
          </Button>
        )}
        <Button kind="quiet" onClick={onChange}>
          {words.change}
          <span class="unseen"> {nameKo}</span>
        </Button>
      </div>
    </Card>
  );
};

type SourceBody = Body<"PUT /api/office/lead-sources/{sourceId}">;
const check = checkAgainst(() => import("../../../../shared/domain/lead.ts").then((module) => module.LeadSourceDraft));
type FormProps = { source: LeadSource | undefined; team: Team; onDone: () => void; onBack: () => void };

const SourceForm = ({ source, team, onDone, onBack }: FormProps) => {
  const words = useWords(leadWords);
  const locale = useLocale();
  const sourceId = useFormId("lso", source?.sourceId);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({
      nameKo: textIn(data, "/nameKo"),
      kind: textIn(data, "/kind"),
      ...textIfAny(data, "/where", "where"),
      lookerId: textIn(data, "/lookerId"),
      everyDays: numberIn(data, "/everyDays"),
      ended: data.has("/ended"),
    }),
    check,
    // Checked above, and by the API again: the form's texts have become the schema's codes.
    send: (body) => call("PUT /api/office/lead-sources/{sourceId}", { params: { sourceId }, body: body as SourceBody }),
    onDone,
  });
  const me = team.find(({ isYou }) => isYou)?.accountId;
  return (
    <form class="stack stack-loose" {...form}>
      <h2>{source ? words.sourceChange : words.sourceAdd}</h2>
      <ErrorSummary trouble={trouble} />
      <div class="fields">
        <TextField pointer="/nameKo" label={words.sourceName} error={errorAt("/nameKo")} defaultValue={source?.nameKo} />
        <SelectField
          pointer="/kind"
          label={words.sourceKind}
          error={errorAt("/kind")}
          defaultValue={source?.kind ?? "work24"}
          choices={choicesOf(LeadSourceKind.options, leadSourceKindLabels, locale)}
        />
        <TextField
          pointer="/where"
          optional
          label={words.sourceWhere}
          hint={words.sourceWhereHint}
          error={errorAt("/where")}
          defaultValue={source?.where}
        />
        <SelectField
          pointer="/lookerId"
          label={words.sourceLooker}
          error={errorAt("/lookerId")}
          defaultValue={source?.lookerId ?? me ?? ""}
          choices={team.map(({ accountId, name, isYou }) => ({ value: accountId, label: isYou ? words.me(name) : name }))}
        />
        <TextField
          pointer="/everyDays"
          inputMode="numeric"
          label={`${words.sourceEvery} (${words.sourceEveryUnit})`}
          error={errorAt("/everyDays")}
          defaultValue={String(source?.everyDays ?? 7)}
        />
      </div>
      {source && <CheckField pointer="/ended" label={words.sourceEnded} defaultChecked={source.ended} />}
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
