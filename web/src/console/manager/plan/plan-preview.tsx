import { useRef, useState } from "preact/hooks";
import type { PlanPreview } from "../../../../../shared/contract/plans.ts";
import { planWords } from "../../../../../shared/copy/pages-manager-plan.ts";
import type { Place } from "../../../../../shared/domain/place.ts";
import type { BookingChoice, Plan } from "../../../../../shared/domain/plan.ts";
import { type ClientProblem, call } from "../../../platform/api.ts";
import { useWords } from "../../../platform/use-locale.ts";
import { Button } from "../../../ui/button.tsx";
import { Card } from "../../../ui/card.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Empty } from "../../../ui/states.tsx";
import type { Planned } from "../one-visit.tsx";
import { countsOf, withChoice } from "./choices.ts";
import { PlanPerson } from "./plan-person.tsx";
import { PlanSummary } from "./plan-summary.tsx";
import { RunDialog } from "./run-dialog.tsx";

type Props = {
  planned: Planned;
  preview: PlanPreview;
  places: readonly Place[];
  reload: () => Promise<void>;
  /** Wants another change, or another reason. */
  onChange: () => void;
};

/** Who would be affected by a draft and how; each choice is saved as it is made, so that a reload loses none. */
export const PlanPreviewPart = ({ planned, preview, places, reload, onChange }: Props) => {
  const words = useWords(planWords);
  const { saving, problem, choose, reset } = useChoices(preview.plan, reload);
  const [isAsking, setAsking] = useState(false);
  const { plan, people, employers } = preview;
  const counts = countsOf(people);
  const run = (
    <Button kind="main" busy={saving} onClick={() => setAsking(true)}>
      {words.run}
    </Button>
  );
  return (
    <>
      <PlanSummary planned={planned} plan={plan} places={places} />
      <section class="stack">
        <h2>{words.affectedTitle}</h2>
        {people.length === 0 && employers.length === 0 ? (
          <Empty title={words.nobody} />
        ) : (
          <Counts counts={counts} employers={employers.length} />
        )}
        <div class="row">
          {run}
          <Button onClick={onChange}>{words.changeDraft}</Button>
        </div>
      </section>
      {employers.length > 0 && (
        <Card as="section">
          <h2>{words.employersTitle}</h2>
          <ul class="stack stack-tight" role="list">
            {employers.map(({ employerId, nameKo, times, booked }) => (
              <li key={employerId}>
                <strong lang="ko">{nameKo}</strong> <span class="soft">{words.employerRow(times, booked)}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {people.length > 0 && (
        <section class="stack">
          <h2>{words.peopleTitle}</h2>
          <p class="soft">{words.peopleHint}</p>
          {problem && (
            <Notice tone="bad" title={problem.title} live>
              <p>{problem.detail}</p>
            </Notice>
          )}
          <ul class="plan-people" role="list">
            {people.map((person) => (
              <PlanPerson key={person.registrationId} person={person} change={plan.change} onChoose={choose} />
            ))}
          </ul>
          <div class="row">
            {run}
            {plan.choices.length > 0 && <Button onClick={reset}>{words.resetChoices}</Button>}
            <span class="soft" role="status">
              {saving && words.saving}
            </span>
          </div>
        </section>
      )}
      <RunDialog
        plan={plan}
        people={people.length}
        employers={employers.length}
        open={isAsking}
        onClose={() => setAsking(false)}
        reload={reload}
      />
    </>
  );
};

const Counts = ({ counts, employers }: { counts: ReturnType<typeof countsOf>; employers: number }) => {
  const words = useWords(planWords);
  const shown: [name: string, count: number, text: string, tone?: string][] = [
    [words.affectedTitle, counts.people, words.peopleCount(counts.people)],
    [words.bookingsKept, counts.keep, words.countOf(counts.keep)],
    [words.bookingsRebooked, counts.rebook, words.countOf(counts.rebook)],
    [words.bookingsCancelled, counts.cancel, words.countOf(counts.cancel), "count-bad"],
    [words.waiting, counts.waits, words.countOf(counts.waits)],
    [words.applying, counts.applications, words.countOf(counts.applications)],
    [words.employers, employers, words.employersOf(employers)],
  ];
  return (
    <dl class="counts">
      {shown.map(
        ([name, count, text, tone]) =>
          count > 0 && (
            <div key={name} class={tone}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ),
      )}
    </dl>
  );
};

/** Saves choices one after the other: each carries all that were made before it. */
function useChoices(plan: Plan, reload: () => Promise<void>) {
  const latest = useRef(plan.choices);
  const queue = useRef(Promise.resolve());
  const [waiting, setWaiting] = useState(0);
  const [problem, setProblem] = useState<ClientProblem>();
  if (waiting === 0) latest.current = plan.choices;
  const save = (choices: Plan["choices"]) => {
    latest.current = choices;
    setWaiting((count) => count + 1);
    queue.current = queue.current.then(async () => {
      const { visitId, planId, change, reason } = plan;
      // A later choice is on its way and carries this one too.
      if (latest.current === choices) {
        const answer = await call("PUT /api/staff/visits/{visitId}/plans/{planId}", {
          params: { visitId, planId },
          body: { change, reason, choices: [...choices] },
        });
        setProblem(answer.ok ? undefined : answer.problem);
        await reload();
      }
      setWaiting((count) => count - 1);
    });
  };
  return {
    saving: waiting > 0,
    problem,
    choose: (bookingId: Plan["choices"][number]["bookingId"], choice: BookingChoice) => save(withChoice(latest.current, bookingId, choice)),
    reset: () => save([]),
  };
}
