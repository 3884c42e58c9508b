import { insuranceLabels, workDaysLabels } from "../../../../shared/copy/codes.ts";
import { postingWords } from "../../../../shared/copy/pages-postings.ts";
import { postingFactWords } from "../../../../shared/copy/posting-facts.ts";
import { Insurance, type PostingDraft, WorkDays } from "../../../../shared/domain/posting.ts";
import { lastDaysFrom } from "../../../../shared/domain/posting-days.ts";
import { seoulDateOf } from "../../../../shared/domain/seoul-time.ts";
import { instantNow } from "../../platform/clock.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { choicesOf } from "../../ui/choices.ts";
import { ChoiceGroup, SelectField, TextField } from "../../ui/field.tsx";
import type { PostingFieldsProps } from "./posting-fields.tsx";

/** The last day that stands in the form: the one it has while it is valid, else as late as may be. */
const lastDayOf = (draft: Partial<PostingDraft> | undefined): string => {
  const today = seoulDateOf(instantNow());
  const { validUntil } = draft ?? {};
  return validUntil !== undefined && validUntil >= today ? validUntil : lastDaysFrom(today).latest;
};

/** Conditions that most jobs share stand there already in a new posting; in an earlier one only what was said. */
export const ConditionFields = ({ draft, errorAt }: PostingFieldsProps) => {
  const words = useWords(postingWords);
  const facts = useWords(postingFactWords);
  const locale = useLocale();
  const isNew = draft?.tasksKo === undefined;
  const severance = draft?.severancePay ?? (isNew ? true : undefined);
  const { earliest, latest } = lastDaysFrom(seoulDateOf(instantNow()));
  return (
    <fieldset class="group">
      <legend>{words.conditionsTitle}</legend>
      <p class="field-hint">{words.conditionsLead}</p>
      <div class="fields">
        <SelectField
          pointer="/workDays"
          optional
          label={facts.workDays}
          error={errorAt("/workDays")}
          defaultValue={draft?.workDays ?? (isNew ? "1" : "")}
          choices={[{ value: "", label: words.notSaid }, ...choicesOf(WorkDays.options, workDaysLabels, locale)]}
        />
        <SelectField
          pointer="/severancePay"
          optional
          label={facts.severance}
          error={errorAt("/severancePay")}
          defaultValue={severance === undefined ? "" : String(severance)}
          choices={[
            { value: "", label: words.notSaid },
            { value: "true", label: facts.severanceYes },
            { value: "false", label: facts.severanceNo },
          ]}
        />
      </div>
      <ChoiceGroup
        pointer="/insurance"
        optional
        type="checkbox"
        label={facts.insurance}
        error={errorAt("/insurance")}
        choices={choicesOf(Insurance.options, insuranceLabels, locale)}
        chosen={draft?.insurance ?? (isNew ? Insurance.options : [])}
      />
      <div class="fields">
        <TextField
          pointer="/workplaceKo"
          optional
          label={facts.address}
          hint={words.addressHint}
          error={errorAt("/workplaceKo")}
          defaultValue={draft?.workplaceKo}
        />
        <TextField
          pointer="/validUntil"
          type="date"
          label={words.validUntil}
          hint={words.validHint}
          error={errorAt("/validUntil")}
          defaultValue={lastDayOf(draft)}
          min={earliest}
          max={latest}
        />
      </div>
    </fieldset>
  );
};
