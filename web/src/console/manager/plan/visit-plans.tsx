import { useCallback } from "preact/hooks";
import { planWords } from "../../../../../shared/copy/pages-manager-plan.ts";
import type { Plan } from "../../../../../shared/domain/plan.ts";
import { call } from "../../../platform/api.ts";
import { momentText } from "../../../platform/times.ts";
import { useLoaded } from "../../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Tag } from "../../../ui/card.tsx";
import { DeskLabel } from "../../../ui/desk-label.tsx";
import { Failed, Loading } from "../../../ui/states.tsx";
import { planPath } from "../../paths.ts";
import type { Planned } from "../one-visit.tsx";
import { planTones } from "./plan-tones.ts";

const AtDesk = ({ label }: { label: string | undefined }) => (label === undefined ? null : <DeskLabel label={label} />);

/** What was changed of a visit, the newest first, each with the way to its receipts; nothing where nothing was. */
export const VisitPlans = ({ visit: { visitId, desks } }: Planned) => {
  const words = useWords(planWords);
  const locale = useLocale();
  const [loaded, reload] = useLoaded(useCallback(() => call("GET /api/staff/visits/{visitId}/plans", { params: { visitId } }), [visitId]));
  if (loaded.state === "loading") return <Loading blocks={1} />;
  if (loaded.state === "failed") return <Failed problem={loaded.problem} onRetry={reload} />;
  const { plans } = loaded.value;
  if (plans.length === 0) return null;
  const labelOf = ({ change }: Plan) => ("deskId" in change ? desks.find(({ deskId }) => deskId === change.deskId)?.label : undefined);
  return (
    <section class="stack">
      <h2>{words.plansTitle}</h2>
      <p class="soft">{words.plansHint}</p>
      <ul class="visit-list" role="list">
        {plans.map((plan) => (
          <li key={plan.planId} class="visit-row">
            <a class="visit-link" href={planPath(visitId, plan.planId)}>
              <strong>{words.kinds[plan.change.kind]}</strong> <AtDesk label={labelOf(plan)} />
            </a>
            <span class="soft small">
              {momentText(plan.startedAt ?? plan.madeAt, locale)} · <span lang="ko">{plan.reason}</span>
            </span>
            <span class="visit-state">
              <Tag tone={planTones[plan.state]}>{words.states[plan.state]}</Tag>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
