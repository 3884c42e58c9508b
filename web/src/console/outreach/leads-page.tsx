import { useCallback, useEffect, useState } from "preact/hooks";
import type { DueLeadStep, LeadSummary } from "../../../../shared/contract/leads.ts";
import { districtAndZone } from "../../../../shared/copy/districts.ts";
import { leadStageLabels } from "../../../../shared/copy/lead-codes.ts";
import { leadWords } from "../../../../shared/copy/pages-leads.ts";
import { type Urgency, urgencyOf } from "../../../../shared/domain/follow-up.ts";
import { phoneText } from "../../../../shared/domain/phone-text.ts";
import { dateText, type LocalDate } from "../../../../shared/domain/seoul-time.ts";
import { LeadStage } from "../../../../shared/domain/states.ts";
import { call } from "../../platform/api.ts";
import { hasMoved } from "../../platform/router.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Card, Facts } from "../../ui/card.tsx";
import { choicesOf } from "../../ui/choices.ts";
import { SelectField } from "../../ui/field.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import { leadPath, leadsPath } from "../paths.ts";
import { type Asked, usePages } from "../use-pages.ts";
import { useSources, useTeam } from "./lead-form-pages.tsx";

/** Where the outreach team begins: what is to be done, then the firms by stage. */
export const LeadsPage = () => {
  const words = useWords(leadWords);
  return (
    <Page title={words.title} lead={words.lead} focus={hasMoved()}>
      <div class="row">
        <ButtonLink kind="main" href={`${leadsPath}/new`}>
          {words.add}
        </ButtonLink>
        <ButtonLink href={`${leadsPath}/import`}>{words.toImport}</ButtonLink>
        <ButtonLink href={`${leadsPath}/postings`}>{words.toPostings}</ButtonLink>
        <ButtonLink href={`${leadsPath}/sources`}>{words.toSources}</ButtonLink>
        <ButtonLink href={`${leadsPath}/funnel`}>{words.toFunnel}</ButtonLink>
      </div>
      <Work />
      <Firms />
    </Page>
  );
};

const urgencies: readonly Urgency[] = ["overdue", "today", "later"];

/** What whoever is signed in has to do next with firms. Not renewed by itself: each look is logged. */
const Work = () => {
  const words = useWords(leadWords);
  const [today, setToday] = useState<LocalDate>();
  const ask = useCallback(async (after: string | undefined): Asked<DueLeadStep> => {
    const answer = await call("GET /api/office/lead-steps", { query: after === undefined ? {} : { after } });
    if (!answer.ok) return answer;
    setToday(answer.value.today);
    return { ok: true, value: { rows: answer.value.steps, next: answer.value.next } };
  }, []);
  const { loaded, reload, rows = [], next, busy = false, goOn } = usePages(ask);
  return (
    <section class="stack">
      <h2>{words.workTitle}</h2>
      {loaded.state === "loading" && <Loading />}
      {loaded.state === "failed" && <Failed problem={loaded.problem} onRetry={reload} />}
      {loaded.state === "loaded" && rows.length === 0 && (
        <Empty title={words.workNone}>
          <p>{words.workNoneDetail}</p>
        </Empty>
      )}
      {today &&
        urgencies.map((urgency) => {
          const steps = rows.filter((step) => urgencyOf(step, today) === urgency);
          return (
            steps.length > 0 && (
              <section class="stack" key={urgency}>
                <h3>{words[urgency]}</h3>
                <div class="cards">
                  {steps.map((step) => (
                    <StepCard key={step.leadId} step={step} />
                  ))}
                </div>
              </section>
            )
          );
        })}
      {next && goOn && (
        <div>
          <Button busy={busy} onClick={goOn}>
            {words.more}
          </Button>
        </div>
      )}
    </section>
  );
};

const StepCard = ({ step: { leadId, nameKo, what, dueOn, contactName, phone } }: { step: DueLeadStep }) => {
  const words = useWords(leadWords);
  const locale = useLocale();
  return (
    <Card as="article">
      <h4 class="card-title" lang="ko">
        {nameKo}
      </h4>
      <p lang="ko">{what}</p>
      <p class="soft">
        {words.until(dateText(dueOn, locale))}
        {contactName && <span lang="ko"> · {contactName}</span>}
      </p>
      <div class="row">
        {phone && (
          <ButtonLink kind="main" href={`tel:${phone}`}>
            {words.call(phoneText(phone))}
          </ButtonLink>
        )}
        <ButtonLink href={leadPath(leadId)}>
          {words.open}
          <span class="unseen"> {nameKo}</span>
        </ButtonLink>
      </div>
    </Card>
  );
};

type By = "stage" | "owner" | "source";
const filters: readonly By[] = ["stage", "owner", "source"];

/** One filter at a time: each is an order of its own on the server. */
const Firms = () => {
  const words = useWords(leadWords);
  const locale = useLocale();
  const [by, setBy] = useState<By>("stage");
  const [what, setWhat] = useState<string>("found");
  const choose = (next: By) => {
    setBy(next);
    setWhat(next === "stage" ? "found" : "");
  };
  return (
    <section class="stack">
      <h2>{words.listTitle}</h2>
      <div class="fields">
        <SelectField
          pointer="/by"
          label={words.filterBy}
          defaultValue={by}
          choices={filters.map((value) => ({ value, label: words.filters[value] }))}
          onChange={(event) => choose(event.currentTarget.value as By)}
        />
        {by === "stage" && (
          <SelectField
            pointer="/stage"
            label={words.stage}
            defaultValue="found"
            choices={choicesOf(LeadStage.options, leadStageLabels, locale)}
            onChange={(event) => setWhat(event.currentTarget.value)}
          />
        )}
        {by === "owner" && <OwnerField onChoose={setWhat} />}
        {by === "source" && <SourceField onChoose={setWhat} />}
      </div>
      {what !== "" && <FirmList key={`${by} ${what}`} by={by} what={what} />}
    </section>
  );
};

type ChooseProps = { onChoose: (id: string) => void };

const OwnerField = ({ onChoose }: ChooseProps) => {
  const words = useWords(leadWords);
  const [team, reload] = useTeam();
  const members = team.state === "loaded" ? team.value.members : [];
  const me = members.find(({ isYou }) => isYou)?.accountId ?? members[0]?.accountId;
  useEffect(() => {
    if (me) onChoose(me);
  }, [me, onChoose]);
  if (team.state === "failed") return <Failed problem={team.problem} onRetry={reload} />;
  if (team.state === "loading") return <Loading />;
  return (
    <SelectField
      pointer="/owner"
      label={words.whose}
      defaultValue={me ?? ""}
      choices={members.map(({ accountId, name }) => ({ value: accountId, label: name, lang: "ko" }))}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  );
};

const SourceField = ({ onChoose }: ChooseProps) => {
  const words = useWords(leadWords);
  const [loaded, reload] = useSources();
  const sources = loaded.state === "loaded" ? loaded.value.sources : [];
  const first = sources[0]?.sourceId;
  useEffect(() => {
    if (first) onChoose(first);
  }, [first, onChoose]);
  if (loaded.state === "failed") return <Failed problem={loaded.problem} onRetry={reload} />;
  if (loaded.state === "loading") return <Loading />;
  if (!first) return <p>{words.sourcesNone}</p>;
  return (
    <SelectField
      pointer="/source"
      label={words.whence}
      defaultValue={first}
      choices={sources.map(({ sourceId, nameKo }) => ({ value: sourceId, label: nameKo, lang: "ko" }))}
      onChange={(event) => onChoose(event.currentTarget.value)}
    />
  );
};

const FirmList = ({ by, what }: { by: By; what: string }) => {
  const words = useWords(leadWords);
  const ask = useCallback(
    async (before: string | undefined): Asked<LeadSummary> => {
      const query = { [by]: what, ...(before !== undefined && { before }) };
      const answer = await call("GET /api/office/leads", { query });
      return answer.ok ? { ok: true, value: { rows: answer.value.leads, next: answer.value.next } } : answer;
    },
    [by, what],
  );
  const { loaded, reload, rows = [], next, busy = false, goOn } = usePages(ask);
  return (
    <>
      {loaded.state === "loading" && <Loading />}
      {loaded.state === "failed" && <Failed problem={loaded.problem} onRetry={reload} />}
      {loaded.state === "loaded" && rows.length === 0 && <Empty title={words.listNone}>{null}</Empty>}
      <div class="cards">
        {rows.map((lead) => (
          <LeadCard key={lead.leadId} lead={lead} isStaged={by !== "stage"} />
        ))}
      </div>
      {next && goOn && (
        <div>
          <Button busy={busy} onClick={goOn}>
            {words.more}
          </Button>
        </div>
      )}
    </>
  );
};

const LeadCard = ({ lead, isStaged }: { lead: LeadSummary; isStaged: boolean }) => {
  const { leadId, stage, nameKo, districtCode, ownerName, next } = lead;
  const words = useWords(leadWords);
  const locale = useLocale();
  return (
    <Card as="article">
      <h3 class="card-title" lang="ko">
        {nameKo}
      </h3>
      <Facts
        rows={[
          [words.filters.stage, isStaged && leadStageLabels[stage][locale]],
          [words.district, districtCode && districtAndZone(districtCode, locale)],
          [words.owner, ownerName ?? words.formerColleague],
          [words.next, next ? words.nextIs(next.what, dateText(next.dueOn, locale)) : words.noNext],
        ]}
      />
      <div>
        <ButtonLink href={leadPath(leadId)}>
          {words.open}
          <span class="unseen"> {nameKo}</span>
        </ButtonLink>
      </div>
    </Card>
  );
};
