import type { InterviewResult } from "../../../../shared/contract/results.ts";
import { staffResultsWords } from "../../../../shared/copy/pages-staff-results.ts";
import { seekerResultWords } from "../../../../shared/copy/results.ts";
import { SeekerResult } from "../../../../shared/domain/placement.ts";
import { call } from "../../platform/api.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { ChoiceGroup } from "../../ui/field.tsx";
import { textIn, useForm } from "../../ui/use-form.ts";

export type ResultFormProps = { visitId: string; result: InterviewResult; onDone: () => Promise<void>; onBack: () => void };

export const paramsOf = ({ visitId, result: { registrationId, bookingId } }: Pick<ResultFormProps, "visitId" | "result">) => ({
  visitId,
  registrationId,
  bookingId,
});

/** What somebody says of their interview on the telephone; in the place of what they said before. */
export const SaidResultForm = (props: Omit<ResultFormProps, "onDone"> & { onDone: (said: SeekerResult) => Promise<void> }) => {
  const words = useWords(staffResultsWords);
  const locale = useLocale();
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ result: textIn(data, "/result") as SeekerResult }),
    send: (body) =>
      call("PUT /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/result", { params: paramsOf(props), body }),
    onDone: (_, { result }) => props.onDone(result),
  });
  const { personSays } = props.result;
  return (
    <form class="stack stack-loose" {...form}>
      <ErrorSummary trouble={trouble} />
      <ChoiceGroup
        pointer="/result"
        label={words.said}
        error={errorAt("/result")}
        choices={SeekerResult.options.map((value) => ({ value, label: seekerResultWords[value][locale] }))}
        chosen={personSays ? [personSays] : []}
      />
      <div class="row actions">
        <Button type="submit" kind="main" busy={busy}>
          {words.save}
        </Button>
        <Button onClick={props.onBack}>{words.cancel}</Button>
      </div>
    </form>
  );
};
