import { useCallback, useEffect, useState } from "preact/hooks";
import { consoleWords } from "../../../../../shared/copy/pages-console.ts";
import { planWords } from "../../../../../shared/copy/pages-manager-plan.ts";
import { call, type Value } from "../../../platform/api.ts";
import { hasMoved } from "../../../platform/router.ts";
import { useFresh } from "../../../platform/use-fresh.ts";
import { useLoaded } from "../../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Card, Tag } from "../../../ui/card.tsx";
import { Page } from "../../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../../ui/states.tsx";
import { Unloaded } from "../../../ui/unloaded.tsx";
import { OneVisit, type Planned, visitName } from "../one-visit.tsx";
import { askPlaces } from "../visit-form-pages.tsx";
import { isUnderWay } from "./choices.ts";
import { PlanForm } from "./plan-form.tsx";
import { PlanPreviewPart } from "./plan-preview.tsx";
import { PlanReceipts } from "./plan-receipts.tsx";
import { PlanSummary } from "./plan-summary.tsx";
import { planTones } from "./plan-tones.ts";

type Props = { visitId: string; planId: string };
type PlanAnswer = Value<"GET /api/staff/visits/{visitId}/plans/{planId}">;

const underWaySeconds = 3;
/** Nothing changes by itself then, but somebody else may have run it. */
const restingSeconds = 60;

/** One plan, wherever it stands: looked at, running, or done. Its address is all that it takes to come back. */
export const PlanPage = ({ visitId, planId }: Props) => {
  const words = useWords(planWords);
  return (
    <OneVisit visitId={visitId} title={words.summaryTitle}>
      {(planned, back, reload) => <OnePlan planned={planned} planId={planId} back={back} reloadVisit={reload} />}
    </OneVisit>
  );
};

type OnePlanProps = { planned: Planned; planId: string; back: { href: string; label: string }; reloadVisit: () => Promise<void> };

const OnePlan = ({ planned, planId, back, reloadVisit }: OnePlanProps) => {
  const words = useWords(planWords);
  const locale = useLocale();
  const { visitId } = planned.visit;
  const ask = useCallback(() => call("GET /api/staff/visits/{visitId}/plans/{planId}", { params: { visitId, planId } }), [visitId, planId]);
  const [loaded, reload] = useLoaded(ask);
  useFresh(reload, loaded.state === "loaded" && isUnderWay(loaded.value.plan, loaded.value.receipts) ? underWaySeconds : restingSeconds);
  const hasRun = loaded.state === "loaded" && loaded.value.plan.state !== "draft";
  useEffect(() => {
    // The visit is what it was changed to from the start of the run.
    if (hasRun) void reloadVisit();
  }, [hasRun, reloadVisit]);
  if (loaded.state === "failed" && loaded.problem.status === 404)
    return (
      <Page title={words.summaryTitle} back={back} focus={hasMoved()}>
        <Empty title={words.notFound} />
      </Page>
    );
  if (loaded.state !== "loaded") return <Unloaded title={words.summaryTitle} back={back} loaded={loaded} onRetry={reload} />;
  const { plan, receipts, people } = loaded.value;
  return (
    <Page
      title={words.kinds[plan.change.kind]}
      lead={
        <>
          {visitName(planned, locale)} <Tag tone={planTones[plan.state]}>{words.states[plan.state]}</Tag>
        </>
      }
      back={back}
      focus={hasMoved()}
    >
      {plan.state === "draft" ? (
        <Draft planned={planned} answer={loaded.value} reload={reload} />
      ) : (
        <>
          <PlanReceipts planned={planned} plan={plan} receipts={receipts} people={people.length} />
          <PlanSummary planned={planned} plan={plan} />
        </>
      )}
    </Page>
  );
};

type DraftProps = { planned: Planned; answer: PlanAnswer; reload: () => Promise<void> };

const Draft = ({ planned, answer, reload }: DraftProps) => {
  const common = useWords(consoleWords);
  const [isChanging, setChanging] = useState(false);
  const [places, reloadPlaces] = useLoaded(askPlaces);
  if (!isChanging)
    return (
      <PlanPreviewPart planned={planned} preview={answer} places={placesOf(places)} reload={reload} onChange={() => setChanging(true)} />
    );
  if (places.state === "loading") return <Loading />;
  if (places.state === "failed") return <Failed problem={places.problem} onRetry={reloadPlaces} />;
  return (
    <Card>
      <PlanForm
        visit={planned.visit}
        places={places.value.places}
        plan={answer.plan}
        cancelLabel={common.cancel}
        onCancel={() => setChanging(false)}
        onDone={async () => {
          await reload();
          setChanging(false);
        }}
      />
    </Card>
  );
};

const placesOf = (loaded: ReturnType<typeof useLoaded<Value<"GET /api/staff/places">>>[0]) =>
  loaded.state === "loaded" ? loaded.value.places : [];
