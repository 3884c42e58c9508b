import { planWords } from "../../../../../shared/copy/pages-manager-plan.ts";
import { goTo, hasMoved } from "../../../platform/router.ts";
import { useLoaded } from "../../../platform/use-loaded.ts";
import { useWords } from "../../../platform/use-locale.ts";
import { Card } from "../../../ui/card.tsx";
import { Page } from "../../../ui/page.tsx";
import { Failed, Loading } from "../../../ui/states.tsx";
import { planPath } from "../../paths.ts";
import { OneVisit, type Planned } from "../one-visit.tsx";
import { askPlaces } from "../visit-form-pages.tsx";
import { PlanForm } from "./plan-form.tsx";

/** A plan begins here; once saved it has an address of its own, which takes the place of this one. */
export const NewPlanPage = ({ visitId }: { visitId: string }) => {
  const words = useWords(planWords);
  return (
    <OneVisit visitId={visitId} title={words.newTitle}>
      {(planned, back) => (
        <Page title={words.newTitle} lead={words.newLead} back={back} focus={hasMoved()}>
          <NewPlan planned={planned} />
        </Page>
      )}
    </OneVisit>
  );
};

const NewPlan = ({ planned: { visit } }: { planned: Planned }) => {
  const [places, reload] = useLoaded(askPlaces);
  if (places.state === "loading") return <Loading />;
  if (places.state === "failed") return <Failed problem={places.problem} onRetry={reload} />;
  return (
    <Card>
      <PlanForm
        visit={visit}
        places={places.value.places}
        onDone={({ plan }) => goTo(planPath(visit.visitId, plan.planId), { replace: true })}
      />
    </Card>
  );
};
