import { useCallback, useState } from "preact/hooks";
import type { Incident } from "../../../../../shared/contract/incidents.ts";
import { incidentWords } from "../../../../../shared/copy/pages-manager-incidents.ts";
import { call, type Refused } from "../../../platform/api.ts";
import { hasMoved } from "../../../platform/router.ts";
import { dayText, momentText } from "../../../platform/times.ts";
import { useLoaded } from "../../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Button } from "../../../ui/button.tsx";
import { Card } from "../../../ui/card.tsx";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { ChoiceGroup, TextField } from "../../../ui/field.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Page } from "../../../ui/page.tsx";
import { Unloaded } from "../../../ui/unloaded.tsx";
import { textIn, useForm } from "../../../ui/use-form.ts";
import { useFinish } from "../../outcome.tsx";
import { AffectedPeople } from "./affected-people.tsx";
import { Drafts } from "./drafts.tsx";
import { IncidentClock } from "./incident-clock.tsx";
import { incidentsPath } from "./incident-paths.ts";
import { PickEntries } from "./pick-entries.tsx";

/** One incident, from its clock to its end. */
export const IncidentPage = ({ incidentId }: { incidentId: string }) => {
  const words = useWords(incidentWords);
  const locale = useLocale();
  const finish = useFinish();
  const [affected, setAffected] = useState<{ people: number; untold: number }>();
  const ask = useCallback(() => call("GET /api/staff/incidents/{incidentId}", { params: { incidentId } }), [incidentId]);
  const [loaded, reload] = useLoaded(ask);
  const back = { href: incidentsPath, label: words.title };
  if (loaded.state === "failed" && loaded.problem.status === 404)
    return (
      <Page title={words.title} back={back} focus={hasMoved()}>
        <Notice tone="warn" title={words.notFound} />
      </Page>
    );
  if (loaded.state !== "loaded") return <Unloaded title={words.title} back={back} loaded={loaded} onRetry={reload} />;
  const incident = loaded.value;
  const onDone = async (said: string) => {
    await reload();
    finish(said);
  };
  return (
    <Page
      title={words.incidentOf(dayText(incident.noticedAt, locale))}
      lead={<IncidentClock incident={incident} />}
      back={back}
      focus={hasMoved()}
    >
      <Card as="section">
        <p class="as-written">{incident.what}</p>
        <p class="soft">{words.openedBy(incident.openedByName ?? words.somebody, momentText(incident.openedAt, locale))}</p>
        <p>{words.toldCount(incident.told)}</p>
      </Card>
      <PickEntries incident={incident} onPicked={() => onDone(words.picked)} onTakenOut={() => onDone(words.takenOut)} />
      <AffectedPeople incident={incident} onCounted={setAffected} onTold={(count) => onDone(words.told(count))} />
      {!incident.closed && <Drafts incident={incident} affected={affected?.people} />}
      <Report incident={incident} onDone={onDone} />
      <Closing incident={incident} untold={affected?.untold ?? 0} onDone={onDone} />
    </Page>
  );
};

type Done = { incident: Incident; onDone: (said: string) => Promise<void> };

const Report = ({ incident: { incidentId, reported, closed }, onDone }: Done) => {
  const words = useWords(incidentWords);
  return (
    <NoteForm
      title={words.reportTitle}
      lead={words.reportLead}
      label={words.reportNote}
      action={words.report}
      noted={reported}
      isOpen={!closed}
      asks={{ yes: words.reportWas, no: words.reportWasNot }}
      send={(note, was) => call("PUT /api/staff/incidents/{incidentId}/report", { params: { incidentId }, body: { was, note } })}
      onDone={() => onDone(words.reported)}
    />
  );
};

const Closing = ({ incident: { incidentId, closed }, untold, onDone }: Done & { untold: number }) => {
  const words = useWords(incidentWords);
  return (
    <NoteForm
      title={words.closeTitle}
      lead={untold > 0 ? `${words.untold(untold)} ${words.closeLead}` : words.closeLead}
      label={words.closeNote}
      action={words.close}
      noted={closed}
      isOpen={!closed}
      send={(note) => call("PUT /api/staff/incidents/{incidentId}/closing", { params: { incidentId }, body: { note } })}
      onDone={() => onDone(words.closed)}
    />
  );
};

type NoteFormProps = {
  title: string;
  lead: string;
  label: string;
  action: string;
  noted: (NonNullable<Incident["closed"]> & { was?: boolean }) | null;
  isOpen: boolean;
  /** A choice that goes with the note; without one it is always yes. */
  asks?: { yes: string; no: string };
  send: (note: string, was: boolean) => Promise<{ ok: true; value: Incident } | Refused>;
  onDone: () => Promise<void>;
};

/** Something that is noted once: the form until then, what was noted since. */
const NoteForm = ({ title, lead, label, action, noted, isOpen, asks, send, onDone }: NoteFormProps) => {
  const words = useWords(incidentWords);
  const locale = useLocale();
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ note: textIn(data, "/note"), was: asks ? textIn(data, "/was") : "yes" }),
    check: async ({ was }) => (was === "" ? [{ pointer: "/was", detail: words.choose }] : []),
    send: ({ note, was }) => send(note, was === "yes"),
    onDone,
  });
  if (!noted && !isOpen) return null;
  return (
    <Card as="section">
      <h2>{title}</h2>
      {noted && (
        <>
          <p>{noted.note}</p>
          <p class="soft">{words.openedBy(noted.byName ?? words.somebody, momentText(noted.at, locale))}</p>
        </>
      )}
      {isOpen && noted?.was !== true && (!noted || asks) && (
        <form class="stack" {...form}>
          <p class="soft">{lead}</p>
          <ErrorSummary trouble={trouble} />
          {asks && (
            <ChoiceGroup
              pointer="/was"
              label={title}
              error={errorAt("/was")}
              choices={[
                { value: "yes", label: asks.yes },
                { value: "no", label: asks.no },
              ]}
            />
          )}
          <TextField pointer="/note" label={label} error={errorAt("/note")} maxLength={200} autoComplete="off" />
          <div>
            <Button type="submit" busy={busy}>
              {action}
            </Button>
          </div>
        </form>
      )}
    </Card>
  );
};
