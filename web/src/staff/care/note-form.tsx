import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { consultationChannelWords, consultationKindWords, consultationOutcomeWords } from "../../../../shared/copy/consultation.ts";
import { staffCareWords } from "../../../../shared/copy/pages-staff-care.ts";
import {
  type ConsultationChannel,
  type ConsultationKind,
  type ConsultationOutcome,
  noteLimit,
} from "../../../../shared/domain/consultation.ts";
import type { DeskNoteText } from "../../../../shared/domain/desk-note.ts";
import type { Locale } from "../../../../shared/domain/locale.ts";
import { type Instant, instantOf, type LocalDate, type LocalTime, seoulDateOf, seoulTimeOf } from "../../../../shared/domain/seoul-time.ts";
import type { FieldError } from "../../platform/api.ts";
import { instantNow } from "../../platform/clock.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { ChoiceGroup, SelectField, TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { type FormPlan, textIn, useForm } from "../../ui/use-form.ts";
import { askBeforeLeaving } from "./ask-before-leaving.ts";
import { fieldsIn, fillIn } from "./draft-fields.ts";
import { GoesOn, nextStepIn } from "./next-step-fields.tsx";
import { draftOf, forgetDraft, keepDraft, type NoteDraft } from "./note-drafts.ts";
import { NoteTextField } from "./note-text-field.tsx";

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
  /** Where what is not saved yet is kept, and as what. */
  draft: Omit<NoteDraft, "fields"> & { key: string };
  /** Whether a next step may be said. */
  hasNext: boolean;
  check?: (said: DeskNoteText) => Promise<readonly FieldError[]>;
  send: FormPlan<DeskNoteText, T>["send"];
  onDone: (value: T) => void | Promise<void>;
  onBack: () => void;
};

/** The note of a talk, typed once; what was typed before and not saved is there again. */
export function NoteForm<T>(props: Props<T>) {
  const words = useWords(staffCareWords);
  const { key } = props.draft;
  const [found, setFound] = useState(() => draftOf(key));
  const drop = () => {
    forgetDraft(key);
    setFound(undefined);
  };
  return (
    <>
      {found && (
        <Notice title={words.draftTitle}>
          <p>{words.draftDetail}</p>
          <Button onClick={drop}>{words.draftDrop}</Button>
        </Notice>
      )}
      <Fields key={found ? "found" : "new"} {...props} found={found} />
    </>
  );
}

function Fields<T>({ known, found, draft, hasNext, check, send, onDone, onBack }: Props<T> & { found: NoteDraft | undefined }) {
  const words = useWords(staffCareWords);
  const locale = useLocale();
  const box = useRef<HTMLFormElement>(null);
  const [begunAt] = useState(() => known?.heldAt ?? instantNow());
  const [goesOn, setGoesOn] = useState(() => found?.fields.some(([name]) => name.startsWith("/next/")) ?? false);
  useLayoutEffect(() => {
    if (box.current && found) fillIn(box.current, found.fields);
  }, [found]);
  const { form, busy, trouble, errorAt } = useForm<DeskNoteText, T>({
    read: (data) => ({
      ...{ kind: textIn(data, "/kind") as ConsultationKind, channel: textIn(data, "/channel") as ConsultationChannel },
      ...{ outcomes: data.getAll("/outcomes") as ConsultationOutcome[], note: textIn(data, "/note"), heldAt: heldAtIn(data, begunAt) },
      next: hasNext && goesOn ? nextStepIn(data) : null,
    }),
    check: async (said) => [
      ...(said.heldAt > instantNow() ? [{ pointer: "/heldAt", detail: words.heldAtLater }] : []),
      ...(said.note.length > noteLimit ? [{ pointer: "/note", detail: words.noteTooLong(said.note.length - noteLimit) }] : []),
      ...((await check?.(said)) ?? []),
    ],
    send,
    onDone: (value) => {
      forgetDraft(draft.key);
      return onDone(value);
    },
  });
  const keep = ({ currentTarget }: { currentTarget: HTMLFormElement }) => {
    keepDraft(draft.key, { id: draft.id, seen: draft.seen, fields: fieldsIn(currentTarget) });
    askBeforeLeaving(draft.key);
  };
  return (
    <form class="stack stack-loose" ref={box} {...form} onInput={keep} onChange={keep}>
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
      <NoteTextField start={found?.fields.find(([name]) => name === "/note")?.[1] ?? known?.note ?? ""} error={errorAt("/note")} />
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
      <p class="soft">{words.notSaved}</p>
      <div class="row actions">
        <Button type="submit" kind="main" busy={busy}>
          {words.save}
        </Button>
        <Button onClick={onBack}>{words.cancel}</Button>
      </div>
    </form>
  );
}
