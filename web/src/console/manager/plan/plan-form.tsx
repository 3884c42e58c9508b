import { useState } from "preact/hooks";
import type { PlanPreview } from "../../../../../shared/contract/plans.ts";
import { managerWords } from "../../../../../shared/copy/pages-manager.ts";
import { planWords } from "../../../../../shared/copy/pages-manager-plan.ts";
import type { Place } from "../../../../../shared/domain/place.ts";
import type { Plan } from "../../../../../shared/domain/plan.ts";
import type { Visit } from "../../../../../shared/domain/visit.ts";
import { type Body, call } from "../../../platform/api.ts";
import { checkAgainst } from "../../../platform/check-against.ts";
import { useWords } from "../../../platform/use-locale.ts";
import { Button } from "../../../ui/button.tsx";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { TextArea, TextField } from "../../../ui/field.tsx";
import { useForm } from "../../../ui/use-form.ts";
import { useFormId } from "../../new-id.ts";
import { TimeField } from "../../time-field.tsx";
import { PlaceField } from "../place-field.tsx";
import { type Kind, KindChoice } from "./kind-choice.tsx";
import { readPlan } from "./read-plan.ts";

const operation = "PUT /api/staff/visits/{visitId}/plans/{planId}";
const check = checkAgainst(() => import("../../../../../shared/domain/plan.ts").then((module) => module.PlanDraft));
const visitKinds: readonly Kind[] = ["move-visit", "cancel-visit"];

type Props = {
  visit: Visit;
  places: readonly Place[];
  /** The draft that is being changed. */
  plan?: Plan | undefined;
  onDone: (preview: PlanPreview) => void;
  onCancel?: () => void;
  cancelLabel?: string;
};

/** What shall become of the visit, and why. Saving it tells nobody: it answers who would be affected. */
export const PlanForm = ({ visit, places, plan, onDone, onCancel, cancelLabel }: Props) => {
  const words = useWords(planWords);
  const planId = useFormId("pln", plan?.planId);
  const [kind, setKind] = useState<Kind>(plan?.change.kind ?? "move-visit");
  const { form, busy, trouble, errorAt } = useForm({
    read: readPlan,
    check,
    // Checked above, and by the API again: the form's texts have become the schema's codes.
    send: (body) => call(operation, { params: { visitId: visit.visitId, planId }, body: body as Body<typeof operation> }),
    onDone,
  });
  return (
    <form class="stack stack-loose" {...form}>
      <ErrorSummary trouble={trouble} />
      <KindChoice kinds={visitKinds} chosen={kind} onChoose={setKind} />
      {kind === "move-visit" && <MoveFields visit={visit} places={places} plan={plan} errorAt={errorAt} />}
      <TextArea
        pointer="/reason"
        label={words.reason}
        hint={words.reasonHint}
        error={errorAt("/reason")}
        rows={2}
        defaultValue={plan?.reason}
      />
      {plan && plan.choices.length > 0 && <p class="soft">{words.choicesDropped}</p>}
      <div class="dialog-actions">
        {onCancel && <Button onClick={onCancel}>{cancelLabel}</Button>}
        <Button type="submit" kind="main" busy={busy}>
          {words.toPreview}
        </Button>
      </div>
    </form>
  );
};

type MoveProps = Pick<Props, "visit" | "places" | "plan"> & { errorAt: (pointer: string) => string | undefined };

const MoveFields = ({ visit, places, plan, errorAt }: MoveProps) => {
  const words = useWords(planWords);
  const manager = useWords(managerWords);
  const start = plan?.change.kind === "move-visit" ? plan.change : visit;
  return (
    <fieldset class="group">
      <legend>{words.moveTitle}</legend>
      <p class="field-hint">{words.moveHint}</p>
      <div class="fields fields-three">
        <TextField pointer="/change/date" type="date" label={manager.date} error={errorAt("/change/date")} defaultValue={start.date} />
        <TimeField pointer="/change/startTime" label={manager.startTime} error={errorAt("/change/startTime")} value={start.startTime} />
        <TimeField pointer="/change/endTime" label={manager.endTime} error={errorAt("/change/endTime")} value={start.endTime} />
      </div>
      <PlaceField pointer="/change/placeId" places={places} chosen={start.placeId} error={errorAt("/change/placeId")} />
    </fieldset>
  );
};
