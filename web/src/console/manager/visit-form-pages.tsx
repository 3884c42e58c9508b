import { managerWords } from "../../../../shared/copy/pages-manager.ts";
import type { Visit } from "../../../../shared/domain/visit.ts";
import { call } from "../../platform/api.ts";
import { hasMoved } from "../../platform/router.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Card } from "../../ui/card.tsx";
import { Page } from "../../ui/page.tsx";
import { Failed, Loading } from "../../ui/states.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { NotFound } from "../not-found.tsx";
import { useFinish } from "../outcome.tsx";
import { visitPath } from "../paths.ts";
import { VisitForm } from "./visit-form.tsx";
import { askVisits } from "./visit-list-page.tsx";

export const askPlaces = () => call("GET /api/staff/places");

export const PlanVisitPage = () => {
  const words = useWords(managerWords);
  return (
    <Page title={words.planTitle} back={{ href: "/console/visits", label: words.visitsTitle }} focus={hasMoved()}>
      <PlannedForm />
    </Page>
  );
};

/** There is no address for one visit in the API of staff: it is found in the list. */
export const ChangeVisitPage = ({ visitId }: { visitId: string }) => {
  const words = useWords(managerWords);
  const [loaded, reload] = useLoaded(askVisits);
  const back = { href: visitPath(visitId), label: words.factsTitle };
  if (loaded.state !== "loaded") return <Unloaded title={words.changePlanTitle} back={back} loaded={loaded} onRetry={reload} />;
  const found = loaded.value.visits.find(({ visit }) => visit.visitId === visitId);
  if (!found) return <NotFound />;
  return (
    <Page title={words.changePlanTitle} back={back} focus={hasMoved()}>
      <PlannedForm visit={found.visit} />
    </Page>
  );
};

const PlannedForm = ({ visit }: { visit?: Visit }) => {
  const words = useWords(managerWords);
  const finish = useFinish();
  const [places, reload] = useLoaded(askPlaces);
  if (places.state === "loading") return <Loading />;
  if (places.state === "failed") return <Failed problem={places.problem} onRetry={reload} />;
  return (
    <Card>
      <VisitForm places={places.value.places} visit={visit} onDone={(saved) => finish(words.planSaved, visitPath(saved.visitId))} />
    </Card>
  );
};
