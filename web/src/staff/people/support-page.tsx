import { useCallback, useState } from "preact/hooks";
import { staffSupportWords } from "../../../../shared/copy/pages-staff-support.ts";
import { groupWords, needWords } from "../../../../shared/copy/support.ts";
import { type ClientProblem, call, type Value } from "../../platform/api.ts";
import { hasMoved } from "../../platform/router.ts";
import { useSession } from "../../platform/session.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty } from "../../ui/states.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { rightsAt } from "../rights-at.ts";

type Props = { visitId: string; registrationId: string };

/** What somebody needs, for the desk and the counsellors of a visit; groups for their counsellor alone, by a press of their own. Each look is logged. */
export const SupportPage = ({ visitId, registrationId }: Props) => {
  const words = useWords(staffSupportWords);
  const locale = useLocale();
  const { me } = useSession();
  const params = { visitId, registrationId };
  const ask = useCallback(
    () => call("GET /api/staff/visits/{visitId}/people/{registrationId}/needs", { params: { visitId, registrationId } }),
    [visitId, registrationId],
  );
  const [loaded, reload] = useLoaded(ask);
  const back = { href: `/staff/visits/${visitId}/people/${registrationId}`, label: words.back };
  if (loaded.state !== "loaded") return <Unloaded title={words.title} back={back} narrow loaded={loaded} onRetry={reload} />;
  const { needs } = loaded.value;
  return (
    <Page title={words.title} lead={words.lead} back={back} narrow focus={hasMoved()}>
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
      {rightsAt(me, visitId).seesGroups && <Groups params={params} />}
    </Page>
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
  return (
    <section class="card stack">
      <h2>{words.groupsTitle}</h2>
      <p>{words.groupsLead}</p>
      {problem && (
        <Notice tone="bad" title={problem.title}>
          <p>{problem.detail}</p>
        </Notice>
      )}
      {seen ? (
        <p aria-live="polite">{seen.groups ? seen.groups.map((group) => groupWords[group][locale]).join(", ") : words.groupsNone}</p>
      ) : (
        <Button onClick={() => void look()}>{words.groupsShow}</Button>
      )}
    </section>
  );
};
