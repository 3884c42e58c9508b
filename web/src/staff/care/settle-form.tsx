import { useState } from "preact/hooks";
import type { FollowUp } from "../../../../shared/contract/care.ts";
import { staffCareWords } from "../../../../shared/copy/pages-staff-care.ts";
import { stayWords } from "../../../../shared/copy/results.ts";
import { call } from "../../platform/api.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { ChoiceGroup, TextField } from "../../ui/field.tsx";
import { textIn, useForm } from "../../ui/use-form.ts";
import { GoesOn, nextStepIn } from "./next-step-fields.tsx";

export type FollowUpFormProps = { followUp: FollowUp; onDone: () => Promise<void>; onBack: () => void };

export const paramsOf = ({ followUpId, person: { visitId, registrationId } }: FollowUp) => ({ followUpId, visitId, registrationId });

/** What came of a follow-up, in words; and what is next, where it goes on. */
export const SettleForm = ({ followUp, onDone, onBack }: FollowUpFormProps) => {
  const words = useWords(staffCareWords);
  const locale = useLocale();
  const [how, setHow] = useState<"done" | "given-up">("done");
  const [goesOn, setGoesOn] = useState(false);
  const isCheck = followUp.stayMonth !== null;
  // A check that is done has an answer, and nothing after it: the later checks are on the list by themselves.
  const asksStay = isCheck && how === "done";
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({
      ...{ how, result: textIn(data, "/result"), seen: followUp.version },
      next: goesOn ? nextStepIn(data) : null,
      ...(asksStay && data.has("/stays") && { stays: textIn(data, "/stays") === "stays" }),
    }),
    send: (body) =>
      call("POST /api/staff/visits/{visitId}/people/{registrationId}/follow-ups/{followUpId}/closing", {
        params: paramsOf(followUp),
        body,
      }),
    onDone,
  });
  return (
    <form class="stack stack-loose" {...form}>
      <ErrorSummary trouble={trouble} />
      <ChoiceGroup
        pointer="/how"
        label={words.how}
        error={errorAt("/how")}
        choices={[
          { value: "done", label: words.howDone },
          { value: "given-up", label: words.howGivenUp },
        ]}
        chosen={["done"]}
        onChoose={(value) => setHow(value === "done" ? "done" : "given-up")}
      />
      {asksStay && (
        <ChoiceGroup
          pointer="/stays"
          label={words.stays}
          hint={words.staysHint}
          error={errorAt("/stays")}
          choices={(["stays", "left"] as const).map((value) => ({ value, label: stayWords[value][locale] }))}
        />
      )}
      <TextField pointer="/result" label={words.result} hint={words.resultHint} error={errorAt("/result")} maxLength={200} />
      {!isCheck && <GoesOn goesOn={goesOn} onChoose={setGoesOn} errorAt={errorAt} />}
      <div class="row actions">
        <Button type="submit" kind="main" busy={busy}>
          {words.save}
        </Button>
        <Button onClick={onBack}>{words.cancel}</Button>
      </div>
    </form>
  );
};
