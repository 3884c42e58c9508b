import { useCallback, useState } from "preact/hooks";
import { staffSupportWords } from "../../../../shared/copy/pages-staff-support.ts";
import { groupWords, needWords } from "../../../../shared/copy/support.ts";
import type { Need } from "../../../../shared/domain/support.ts";
import { type ClientProblem, call, type Refused, type Value } from "../../platform/api.ts";
import { hasMoved } from "../../platform/router.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { ChoiceGroup } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty } from "../../ui/states.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { useForm } from "../../ui/use-form.ts";
import { consentPointer, SupportBox, supportVersion } from "../consent-box.tsx";

type Props = { visitId: string; registrationId: string };

/** What somebody needs, for the desk and the counsellors of a visit, who write it down for whoever says it there; groups for their counsellor alone, by a press of their own. Each look is logged. */
export const SupportPage = ({ visitId, registrationId }: Props) => {
  const words = useWords(staffSupportWords);
  const locale = useLocale();
  const params = { visitId, registrationId };
  const ask = useCallback(
    () => call("GET /api/staff/visits/{visitId}/people/{registrationId}/needs", { params: { visitId, registrationId } }),
    [visitId, registrationId],
  );
  const [loaded, reload] = useLoaded(ask);
  const [isWriting, setWriting] = useState(false);
  const [said, setSaid] = useState<string>();
  const back = { href: `/staff/visits/${visitId}/people/${registrationId}`, label: words.back };
  if (loaded.state !== "loaded") return <Unloaded title={words.title} back={back} narrow loaded={loaded} onRetry={reload} />;
  const { needs, seesGroups } = loaded.value;
  const done = async (what: string) => {
    await reload();
    setWriting(false);
    setSaid(what);
  };
  if (isWriting)
    return (
      <Page title={words.writeTitle} lead={words.writeLead} back={back} narrow focus>
        <WriteNeeds params={params} needs={needs ?? []} onDone={done} onBack={() => setWriting(false)} />
      </Page>
    );
  return (
    <Page title={words.title} lead={words.lead} back={back} narrow focus={hasMoved()}>
      {said && <Notice key={said} tone="good" title={said} live focus />}
      {needs ? (
        <ul class="stack">
          {needs.map((need) => (
            <li key={need}>
              <strong>{needWords[need][locale]}</strong>
            </li>
          ))}
        </ul>
      ) : (
        <Empty title={words.none} />
      )}
      <Button onClick={() => setWriting(true)}>{needs ? words.change : words.write}</Button>
      {seesGroups && <Groups params={params} />}
    </Page>
  );
};

type WriteProps = { params: Props; needs: readonly Need[]; onDone: (said: string) => Promise<void>; onBack: () => void };

/** For somebody who says it here or on the telephone: the consent is read to them first. With nothing chosen it is taken back, which needs none. */
const WriteNeeds = ({ params, needs, onDone, onBack }: WriteProps) => {
  const words = useWords(staffSupportWords);
  const locale = useLocale();
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ needs: data.getAll("/needs") as Need[], consentVersion: data.has(consentPointer) ? supportVersion : "" }),
    check: async (body) => [
      ...(body.needs.length === 0 && needs.length === 0 ? [{ pointer: "/needs", detail: words.needsFirst }] : []),
      ...(body.needs.length > 0 && body.consentVersion === "" ? [{ pointer: consentPointer, detail: words.consentFirst }] : []),
    ],
    send: (body): Promise<{ ok: true; value: unknown } | Refused> =>
      body.needs.length > 0
        ? call("PUT /api/staff/visits/{visitId}/people/{registrationId}/needs", { params, body })
        : call("DELETE /api/staff/visits/{visitId}/people/{registrationId}/needs", { params }),
    onDone: (_, body) => onDone(body.needs.length > 0 ? words.written : words.takenBack),
  });
  return (
    <form class="stack stack-loose" {...form}>
      <ErrorSummary trouble={trouble} />
      <ChoiceGroup
        pointer="/needs"
        type="checkbox"
        label={words.needs}
        hint={words.needsHint}
        error={errorAt("/needs")}
        choices={Object.entries(needWords).map(([value, label]) => ({ value, label: label[locale] }))}
        chosen={needs}
      />
      <SupportBox error={errorAt(consentPointer)} />
      <div class="row actions">
        <Button type="submit" kind="main" busy={busy}>
          {words.save}
        </Button>
        <Button onClick={onBack}>{words.keep}</Button>
      </div>
    </form>
  );
};

const Groups = ({ params }: { params: Props }) => {
  const words = useWords(staffSupportWords);
  const locale = useLocale();
  const [seen, setSeen] = useState<Value<"GET /api/staff/visits/{visitId}/people/{registrationId}/groups">>();
  const [problem, setProblem] = useState<ClientProblem>();
  const look = async () => {
    const answer = await call("GET /api/staff/visits/{visitId}/people/{registrationId}/groups", { params });
    if (answer.ok) setSeen(answer.value);
    else setProblem(answer.problem);
  };
  // They have a time with somebody else by now: the API says what it says of nobody at all, and the page was opened on somebody.
  const isOthers = problem?.code === "not-found";
  return (
    <section class="card stack">
      <h2>{words.groupsTitle}</h2>
      {isOthers ? <Notice title={words.groupsOthers} live /> : <p>{words.groupsLead}</p>}
      {problem && !isOthers && (
        <Notice tone="bad" title={problem.title} live>
          <p>{problem.detail}</p>
        </Notice>
      )}
      {seen ? (
        <p aria-live="polite">{seen.groups ? seen.groups.map((group) => groupWords[group][locale]).join(", ") : words.groupsNone}</p>
      ) : (
        !isOthers && <Button onClick={() => void look()}>{words.groupsShow}</Button>
      )}
    </section>
  );
};
