import { useEffect, useState } from "preact/hooks";
import { managerWords } from "../../../../shared/copy/pages-manager.ts";
import { LocalDate, seoulDateOf, seoulTimeOf } from "../../../../shared/domain/seoul-time.ts";
import { type Deadlines, defaultDeadlines } from "../../../../shared/domain/visit.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Field, fieldId } from "../../ui/field.tsx";
import { type DeadlineName, deadlineNames, eachDeadline } from "./read-visit-plan.ts";

type Typed = Record<DeadlineName, { date: string; time: string }>;
type Props = { date: string; deadlines: Deadlines | undefined; errorAt: (pointer: string) => string | undefined };

/** Date and time in Seoul of each deadline: the usual ones for the chosen date, until somebody changes one. */
export const DeadlineFields = ({ date, deadlines, errorAt }: Props) => {
  const words = useWords(managerWords);
  const [typed, setTyped] = useState<Typed>(() => (deadlines ? typedOf(deadlines) : usualOf(date)));
  const [changed, setChanged] = useState(deadlines !== undefined && !isUsual(date, deadlines));
  const names = { bookingClosesAt: words.bookingCloses, listAt: words.list, reminderAt: words.reminder, ticketMailAt: words.ticketMail };
  useEffect(() => {
    if (!changed) setTyped(usualOf(date));
  }, [date, changed]);
  const type = (name: DeadlineName, part: "date" | "time", value: string) => {
    setChanged(true);
    setTyped((before) => ({ ...before, [name]: { ...before[name], [part]: value } }));
  };
  return (
    <fieldset class="group">
      <legend>{words.deadlinesTitle}</legend>
      <p class="field-hint">{words.deadlinesHint}</p>
      {deadlineNames.map((name) => {
        const pointer = `/deadlines/${name}`;
        return (
          <div class="row-fields" key={name}>
            <Field pointer={pointer} label={words.dayPart(names[name])} error={errorAt(pointer)}>
              {(attributes) => (
                <input
                  {...attributes}
                  type="date"
                  class="input"
                  value={typed[name].date}
                  onInput={(event) => type(name, "date", event.currentTarget.value)}
                />
              )}
            </Field>
            <div class="field">
              <label class="field-label" for={fieldId(`${pointer}/time`)}>
                {words.timePart(names[name])}
              </label>
              <input
                id={fieldId(`${pointer}/time`)}
                name={`${pointer}/time`}
                type="time"
                class="input input-short"
                value={typed[name].time}
                onInput={(event) => type(name, "time", event.currentTarget.value)}
              />
            </div>
          </div>
        );
      })}
      {changed && (
        <div>
          <Button kind="quiet" onClick={() => setChanged(false)}>
            {words.deadlinesReset}
          </Button>
        </div>
      )}
    </fieldset>
  );
};

const typedOf = (deadlines: Deadlines): Typed =>
  eachDeadline((name) => ({ date: seoulDateOf(deadlines[name]), time: seoulTimeOf(deadlines[name]) }));

/** The usual deadlines of a date; nothing while no date is chosen. */
export function usualOf(date: string): Typed {
  const on = LocalDate.safeParse(date);
  return on.success ? typedOf(defaultDeadlines(on.data)) : eachDeadline(() => ({ date: "", time: "" }));
}

const isUsual = (date: string, deadlines: Deadlines): boolean => JSON.stringify(usualOf(date)) === JSON.stringify(typedOf(deadlines));
