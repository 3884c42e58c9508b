import { useCallback, useState } from "preact/hooks";
import { deskLabelIn } from "../../../../../shared/copy/desk-label.ts";
import { planWords } from "../../../../../shared/copy/pages-manager-plan.ts";
import { timesOfDesk } from "../../../../../shared/domain/desk-times.ts";
import type { Instant } from "../../../../../shared/domain/seoul-time.ts";
import type { Desk, Visit } from "../../../../../shared/domain/visit.ts";
import { type Body, call } from "../../../platform/api.ts";
import { checkAgainst } from "../../../platform/check-against.ts";
import { instantNow } from "../../../platform/clock.ts";
import { goTo, hasMoved } from "../../../platform/router.ts";
import { useLoaded } from "../../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Button } from "../../../ui/button.tsx";
import { Card } from "../../../ui/card.tsx";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { SelectField, TextArea } from "../../../ui/field.tsx";
import { Page } from "../../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../../ui/states.tsx";
import { useForm } from "../../../ui/use-form.ts";
import { useFormId } from "../../new-id.ts";
import { NotFound } from "../../not-found.tsx";
import { planPath } from "../../paths.ts";
import { seatsOf, slotsAhead } from "../../slot-grid.tsx";
import { OneVisit } from "../one-visit.tsx";
import { type Kind, KindChoice } from "./kind-choice.tsx";
import { readPlan } from "./read-plan.ts";

const operation = "POST /api/staff/visits/{visitId}/desk-changes/{planId}";
const check = checkAgainst(() => import("../../../../../shared/domain/plan.ts").then((module) => module.PlanDraft));
const deskKinds: readonly Kind[] = ["shift-desk", "release-desk", "reassign-desk"];
const usualMinutes = [10, 15, 20, 30, 45, 60, 90, 120];

/** An employer is late, does not come, or needs another desk: three choices, a reason, and people are told. */
export const DeskChangePage = ({ visitId, deskId }: { visitId: string; deskId: string }) => {
  const words = useWords(planWords);
  const locale = useLocale();
  return (
    <OneVisit visitId={visitId} title={words.changeDesk}>
      {({ visit }, back) => {
        const desk = visit.desks.find((one) => one.deskId === deskId);
        if (!desk) return <NotFound />;
        return (
          <Page title={words.deskTitle(deskLabelIn(locale, desk.label).text)} lead={words.deskLead} back={back} focus={hasMoved()}>
            <AtDesk visit={visit} desk={desk} />
          </Page>
        );
      }}
    </OneVisit>
  );
};

const AtDesk = ({ visit, desk }: { visit: Visit; desk: Desk }) => {
  const words = useWords(planWords);
  const { visitId } = visit;
  const ask = useCallback(() => call("GET /api/staff/visits/{visitId}/slots", { params: { visitId } }), [visitId]);
  const [loaded, reload] = useLoaded(ask);
  if (loaded.state === "loading") return <Loading />;
  if (loaded.state === "failed") return <Failed problem={loaded.problem} onRetry={reload} />;
  const ahead = slotsAhead(loaded.value.slots, desk.deskId, instantNow());
  if (ahead.length === 0) return <Empty title={words.deskNothing} />;
  return (
    <Card>
      <p>
        <strong>{words.deskAhead(ahead.length, seatsOf(ahead).taken)}</strong>
      </p>
      <DeskChangeForm visit={visit} desk={desk} seenTimes={timesOfDesk(loaded.value.slots, desk.deskId)} reload={reload} />
    </Card>
  );
};

type DeskChangeFormProps = { visit: Visit; desk: Desk; seenTimes: Instant[]; reload: () => Promise<void> };

const DeskChangeForm = ({ visit: { visitId, desks }, desk, seenTimes, reload }: DeskChangeFormProps) => {
  const words = useWords(planWords);
  const locale = useLocale();
  const planId = useFormId("pln");
  const [kind, setKind] = useState<Kind>("shift-desk");
  const others = desks.filter(({ deskId }) => deskId !== desk.deskId);
  const { form, busy, trouble, errorAt } = useForm({
    read: readPlan,
    check,
    // Checked above, and by the API again: the form's texts have become the schema's codes.
    send: async (body) => {
      const change = { ...body, seenTimes } as Body<typeof operation>;
      const answer = await call(operation, { params: { visitId, planId }, body: change });
      // Shows the times as they are now, above the words that ask to look at them.
      if (!answer.ok && answer.problem.code === "desk-changed") await reload();
      return answer;
    },
    onDone: (plan) => goTo(planPath(visitId, plan.planId), { replace: true }),
  });
  return (
    <form class="stack stack-loose" {...form}>
      <ErrorSummary trouble={trouble} />
      <input type="hidden" name="/change/deskId" value={desk.deskId} />
      <KindChoice kinds={others.length > 0 ? deskKinds : deskKinds.slice(0, 2)} chosen={kind} onChoose={setKind} />
      {kind === "shift-desk" && (
        <SelectField
          pointer="/change/minutes"
          label={words.minutes}
          error={errorAt("/change/minutes")}
          defaultValue="20"
          choices={usualMinutes.map((minutes) => ({ value: String(minutes), label: words.minutesOf(minutes) }))}
        />
      )}
      {kind === "reassign-desk" && (
        <SelectField
          pointer="/change/toDeskId"
          label={words.toWhichDesk}
          error={errorAt("/change/toDeskId")}
          defaultValue={others[0]?.deskId}
          choices={others.map(({ deskId, label }) => ({ value: deskId, label: deskLabelIn(locale, label).text }))}
        />
      )}
      <TextArea
        key={kind}
        pointer="/reason"
        label={words.reason}
        hint={words.reasonHint}
        error={errorAt("/reason")}
        defaultValue={words.usualReasons[kind]}
        lang="ko"
        rows={2}
      />
      <div class="form-end">
        <Button type="submit" kind="danger" busy={busy}>
          {words.deskSend}
        </Button>
      </div>
    </form>
  );
};
