import { useCallback, useState } from "preact/hooks";
import type { Lead } from "../../../../shared/contract/leads.ts";
import { leadWords } from "../../../../shared/copy/pages-leads.ts";
import { type Body, call } from "../../platform/api.ts";
import { checkAgainst } from "../../platform/check-against.ts";
import { hasMoved } from "../../platform/router.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { TextArea } from "../../ui/field.tsx";
import { Page } from "../../ui/page.tsx";
import { Failed, Loading } from "../../ui/states.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { textIn, useForm } from "../../ui/use-form.ts";
import { useFormId } from "../new-id.ts";
import { useFinish } from "../outcome.tsx";
import { leadPath, leadsPath } from "../paths.ts";
import { LeadFields, type LeadStart } from "./lead-fields.tsx";
import { readLead } from "./read-lead.ts";

type LeadBody = Body<"PUT /api/office/leads/{leadId}">;

const askTeam = () => call("GET /api/office/lead-team");
const askSources = () => call("GET /api/office/lead-sources");
export const useTeam = () => useLoaded(askTeam);
export const useSources = () => useLoaded(askSources);
export const useLead = (leadId: string) =>
  useLoaded(useCallback(() => call("GET /api/office/leads/{leadId}", { params: { leadId } }), [leadId]));

const check = checkAgainst(() => import("../../../../shared/contract/leads.ts").then((module) => module.LeadWish));

/** How many things an advertisement told. */
const countOf = (part: object): number =>
  Object.entries(part).reduce((sum, [name, value]) => sum + (name === "job" ? countOf(value as object) : 1), 0);

export const NewLeadPage = () => {
  const words = useWords(leadWords);
  const [start, setStart] = useState<LeadStart>({});
  const [said, setSaid] = useState<string>();
  const [readings, setReadings] = useState(0);
  const read = async (text: string) => {
    const { readJobAd } = await import("../../../../shared/domain/job-ad.ts");
    const { phone, mail, ...found } = readJobAd(text);
    const contact = { ...(phone && { phone }), ...(mail && { mail }) };
    const count = countOf(found) + countOf(contact);
    setStart({ ...found, contact });
    setReadings(readings + 1);
    setSaid(count > 0 ? words.pasteDone(count) : words.pasteNothing);
  };
  return (
    <Page title={words.newTitle} lead={words.newLead} back={{ href: leadsPath, label: words.title }} focus={hasMoved()}>
      <Card as="section">
        <h2>{words.pasteTitle}</h2>
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void read(textIn(new FormData(event.currentTarget), "/ad"));
          }}
        >
          <TextArea pointer="/ad" optional label={words.paste} hint={words.pasteHint} rows={6} maxLength={20_000} />
          <div>
            <Button type="submit">{words.pasteRead}</Button>
          </div>
          <p class="field-good" role="status">
            {said}
          </p>
        </form>
      </Card>
      <Card>
        <LeadForm key={readings} start={start} />
      </Card>
    </Page>
  );
};

export const ChangeLeadPage = ({ leadId }: { leadId: string }) => {
  const words = useWords(leadWords);
  const [loaded, reload] = useLead(leadId);
  const back = { href: leadPath(leadId), label: words.open };
  if (loaded.state !== "loaded") return <Unloaded title={words.changeTitle} back={back} loaded={loaded} onRetry={reload} />;
  return (
    <Page title={words.changeTitle} back={{ ...back, label: loaded.value.draft.nameKo }} focus={hasMoved()}>
      <Card>
        <LeadForm start={loaded.value.draft} lead={loaded.value} />
      </Card>
    </Page>
  );
};

const LeadForm = ({ start, lead }: { start: LeadStart; lead?: Lead }) => {
  const words = useWords(leadWords);
  const finish = useFinish();
  const leadId = useFormId("lea", lead?.leadId);
  const [team, reloadTeam] = useTeam();
  const [sources, reloadSources] = useSources();
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ ...readLead(data), ...(lead && { seen: lead.version }) }),
    check,
    // Checked above, and by the API again: the form's texts have become the schema's codes.
    send: (body) => call("PUT /api/office/leads/{leadId}", { params: { leadId }, body: body as LeadBody }),
    onDone: () => finish(words.saved, leadPath(leadId)),
  });
  if (team.state === "failed") return <Failed problem={team.problem} onRetry={reloadTeam} />;
  if (sources.state === "failed") return <Failed problem={sources.problem} onRetry={reloadSources} />;
  if (team.state !== "loaded" || sources.state !== "loaded") return <Loading />;
  return (
    <form class="stack stack-loose" {...form}>
      <ErrorSummary trouble={trouble} />
      <LeadFields
        leadId={leadId}
        start={start}
        ownerId={lead?.ownerId}
        team={team.value.members}
        sources={sources.value.sources.filter(({ ended, sourceId }) => !ended || sourceId === start.sourceId)}
        errorAt={errorAt}
      />
      <div class="form-end">
        <Button type="submit" kind="main" busy={busy}>
          {words.save}
        </Button>
      </div>
    </form>
  );
};
