import { useState } from "preact/hooks";
import { consultationChannelWords, consultationKindWords, consultationOutcomeWords } from "../../../../shared/copy/consultation.ts";
import { staffCareWords } from "../../../../shared/copy/pages-staff-care.ts";
import type { ConsultationChannel, ConsultationKind, ConsultationOutcome } from "../../../../shared/domain/consultation.ts";
import type { DeskNoteText } from "../../../../shared/domain/desk-note.ts";
import type { Locale } from "../../../../shared/domain/locale.ts";
import { type Instant, instantOf, type LocalDate, type LocalTime, seoulDateOf, seoulTimeOf } from "../../../../shared/domain/seoul-time.ts";
import type { FieldError } from "../../platform/api.ts";
import { instantNow } from "../../platform/clock.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { ChoiceGroup, SelectField, TextArea, TextField } from "../../ui/field.tsx";
import { type FormPlan, textIn, useForm } from "../../ui/use-form.ts";
import { GoesOn, nextStepIn } from "./next-step-fields.tsx";

const choicesOf = (labels: Record<string, Record<Locale, string>>, locale: Locale) =>
  Object.entries(labels).map(([value, label]) => ({ value, label: label[locale] }));

/** As the browser's field has it, by the clock of Seoul wherever the device is: "2026-11-26T10:00". */
const localOf = (instant: Instant): string => `${seoulDateOf(instant)}T${seoulTimeOf(instant)}`;
/** What is in the field; to the second as it was where nobody touched it, and so is one that was emptied. */
const heldAtIn = (data: FormData, begunAt: Instant): Instant => {
  const typed = textIn(data, "/heldAt");
  if (typed === "" || typed === localOf(begunAt)) return begunAt;
  const [date, time] = typed.split("T");
  return instantOf(date as LocalDate, time as LocalTime);
};

type Props<T> = {
  /** What stands in it at first; nothing in a new one. */
  known?: DeskNoteText | undefined;
  /** Whether a next step may be said. */
  hasNext: boolean;
  check?: (said: DeskNoteText) => Promise<readonly FieldError[]>;
  send: FormPlan<DeskNoteText, T>["send"];
  onDone: (value: T) => void | Promise<void>;
  onBack: () => void;
};

/** The note of a talk, typed once. */
export function NoteForm<T>({ known, hasNext, check, send, onDone, onBack }: Props<T>) {
  const words = useWords(staffCareWords);
  const locale = useLocale();
  const [begunAt] = useState(() => known?.heldAt ?? instantNow());
  const [goesOn, setGoesOn] = useState(false);
  const { form, busy, trouble, errorAt } = useForm<DeskNoteText, T>({
    read: (data) => ({
      ...{ kind: textIn(data, "/kind") as ConsultationKind, channel: textIn(data, "/channel") as ConsultationChannel },
      ...{ outcomes: data.getAll("/outcomes") as ConsultationOutcome[], note: textIn(data, "/note"), heldAt: heldAtIn(data, begunAt) },
      next: hasNext && goesOn ? nextStepIn(data) : null,
    }),
    check: async (said) => [
      ...(said.heldAt > instantNow() ? [{ pointer: "/heldAt", detail: words.heldAtLater }] : []),
      ...((await check?.(said)) ?? []),
    ],
    send,
    onDone,
  });
  return (
    <form class="stack stack-loose" {...form}>
      <ErrorSummary trouble={trouble} />
      <SelectField
        pointer="/kind"
        label={words.kind}
        error={errorAt("/kind")}
        defaultValue={known?.kind}
        choices={choicesOf(consultationKindWords, locale)}
      />
      <SelectField
        pointer="/channel"
        label={words.channel}
        error={errorAt("/channel")}
        defaultValue={known?.channel}
        choices={choicesOf(consultationChannelWords, locale)}
      />
      <TextField
        pointer="/heldAt"
        type="datetime-local"
        label={words.heldAt}
        hint={words.heldAtHint}
        error={errorAt("/heldAt")}
        defaultValue={localOf(begunAt)}
        max={localOf(instantNow())}
      />
      <TextArea
        pointer="/note"
        label={words.note}
        hint={words.noteHint}
        error={errorAt("/note")}
        rows={6}
        maxLength={2000}
        defaultValue={known?.note ?? ""}
      />
      <ChoiceGroup
        pointer="/outcomes"
        type="checkbox"
        label={words.outcomes}
        hint={words.outcomesHint}
        error={errorAt("/outcomes")}
        choices={choicesOf(consultationOutcomeWords, locale)}
        chosen={known?.outcomes ?? []}
      />
      {hasNext && <GoesOn goesOn={goesOn} onChoose={setGoesOn} errorAt={errorAt} />}
      <div class="row actions">
        <Button type="submit" kind="main" busy={busy}>
          {words.save}
        </Button>
        <Button onClick={onBack}>{words.cancel}</Button>
      </div>
    </form>
  );
}
