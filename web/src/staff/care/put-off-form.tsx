import type { waitingForWords } from "../../../../shared/copy/consultation.ts";
import { staffCareWords } from "../../../../shared/copy/pages-staff-care.ts";
import type { LocalDate } from "../../../../shared/domain/seoul-time.ts";
import { call } from "../../platform/api.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { TextField } from "../../ui/field.tsx";
import { textIn, useForm } from "../../ui/use-form.ts";
import { DueField, WaitingField } from "./next-step-fields.tsx";
import { type FollowUpFormProps, paramsOf } from "./settle-form.tsx";

/** Another day, or somebody else's turn, with a reason. */
export const PutOffForm = ({ followUp, onDone, onBack }: FollowUpFormProps) => {
  const words = useWords(staffCareWords);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({
      dueOn: textIn(data, "/dueOn") as LocalDate,
      waitingFor: textIn(data, "/waitingFor") as keyof typeof waitingForWords,
      reason: textIn(data, "/reason"),
      seen: followUp.version,
    }),
    send: (body) =>
      call("POST /api/staff/visits/{visitId}/people/{registrationId}/follow-ups/{followUpId}/postponement", {
        params: paramsOf(followUp),
        body,
      }),
    onDone,
  });
  return (
    <form class="stack stack-loose" {...form}>
      <ErrorSummary trouble={trouble} />
      <DueField pointer="/dueOn" error={errorAt("/dueOn")} />
      <WaitingField pointer="/waitingFor" error={errorAt("/waitingFor")} start={followUp.waitingFor} />
      <TextField pointer="/reason" label={words.reason} error={errorAt("/reason")} maxLength={200} />
      <div class="row actions">
        <Button type="submit" kind="main" busy={busy}>
          {words.save}
        </Button>
        <Button onClick={onBack}>{words.cancel}</Button>
      </div>
    </form>
  );
};
