import { consoleWords } from "../../../../shared/copy/pages-console.ts";
import { timesWords } from "../../../../shared/copy/pages-employer-times.ts";
import type { Desk } from "../../../../shared/domain/visit.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { SelectField, TextField } from "../../ui/field.tsx";
import type { useRows } from "../use-rows.ts";

/** Who interviews at a desk, and which one is wished for. */
export type TypedDesk = { interviewer: string; deskId: string };

type Props = {
  rows: ReturnType<typeof useRows<TypedDesk>>;
  desks: readonly Desk[];
  errorAt: (pointer: string) => string | undefined;
};

/** As `SlotRequestDraft` allows. */
const mostDesks = 4;

/** One row a desk. The same times are held at each. */
export const DeskRows = ({ rows: { rows, add, remove }, desks, errorAt }: Props) => {
  const words = useWords(timesWords);
  const common = useWords(consoleWords);
  const alone = rows.length === 1;
  return (
    <fieldset class="group">
      <legend>{words.desksTitle}</legend>
      <p class="field-hint">{words.desksHint}</p>
      {rows.map(({ key, start }, i) => (
        <div class="row-fields" key={key}>
          <TextField
            pointer={`/interviewers/${i}`}
            label={alone ? words.interviewer : words.interviewerOf(i + 1)}
            error={errorAt(`/interviewers/${i}`)}
            defaultValue={start.interviewer}
          />
          <SelectField
            key={desks.length}
            pointer={`/deskIds/${i}`}
            optional
            label={alone ? words.desk : words.deskOf(i + 1)}
            error={errorAt(`/deskIds/${i}`)}
            defaultValue={start.deskId}
            choices={[{ value: "", label: words.deskAny }, ...desks.map(({ deskId, label }) => ({ value: deskId, label }))]}
          />
          {!alone && (
            <Button kind="quiet" onClick={() => remove(key)} aria-label={words.removeDesk(i + 1)}>
              {common.remove}
            </Button>
          )}
        </div>
      ))}
      {rows.length < Math.min(mostDesks, Math.max(desks.length, 1)) && (
        <div>
          <Button onClick={() => add({ interviewer: "", deskId: "" })}>{words.addDesk}</Button>
        </div>
      )}
    </fieldset>
  );
};
