import { staffResultsWords } from "../../../../shared/copy/pages-staff-results.ts";
import type { Placement } from "../../../../shared/domain/placement.ts";
import { call } from "../../platform/api.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useForm } from "../../ui/use-form.ts";
import { ReasonField, reasonIn } from "../reason-field.tsx";
import { paramsOf, type ResultFormProps } from "./said-result-form.tsx";

/** Why a placement that was confirmed is none. */
export const WithdrawPlacementForm = ({ placement, ...props }: ResultFormProps & { placement: Placement }) => {
  const words = useWords(staffResultsWords);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ reason: reasonIn(data), confirmedAt: placement.confirmedAt }),
    send: (body) =>
      call("POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/placement/withdrawal", {
        params: paramsOf(props),
        body,
      }),
    onDone: props.onDone,
  });
  return (
    <form class="stack stack-loose" {...form}>
      <ErrorSummary trouble={trouble} />
      <p>{words.withdrawLead}</p>
      <ReasonField why="placement" isTold={false} error={errorAt("/reason")} />
      <div class="row actions">
        <Button type="submit" kind="danger" busy={busy}>
          {words.withdraw}
        </Button>
        <Button onClick={props.onBack}>{words.cancel}</Button>
      </div>
    </form>
  );
};
