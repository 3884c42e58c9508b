import { consoleWords } from "../../../shared/copy/pages-console.ts";
import { timesWords } from "../../../shared/copy/pages-employer-times.ts";
import type { SlotPattern } from "../../../shared/domain/slot-times.ts";
import { useWords } from "../platform/use-locale.ts";
import { Button } from "../ui/button.tsx";
import { fieldId } from "../ui/field.tsx";
import { DayDraw } from "./day-draw.tsx";
import type { Hours } from "./draw-cells.ts";
import { TimeField } from "./time-field.tsx";
import { UnitField } from "./unit-field.tsx";
import type { useRows } from "./use-rows.ts";

/** A break as its fields hold it. */
export type TypedBreak = { from: string; to: string };

type Props = {
  start: SlotPattern | undefined;
  /** Opening hours of the visit, once it is known: then the hours can be drawn too. */
  hours: Hours | undefined;
  /** What the fields say now. */
  pattern: unknown;
  onDraw: (drawn: Hours) => void;
  breaks: ReturnType<typeof useRows<TypedBreak>>;
  errorAt: (pointer: string) => string | undefined;
  /** Under the number of people, where it is no interview. */
  seatsHint?: string;
};

/** Hours, length, seats and breaks of times that are asked for or published. */
export const PatternFields = ({ start, hours, pattern, onDraw, breaks, errorAt, seatsHint }: Props) => {
  const words = useWords(timesWords);
  const common = useWords(consoleWords);
  const typed = (pattern ?? {}) as { from?: unknown; to?: unknown };
  return (
    <>
      {hours && <DayDraw hours={hours} from={typed.from} to={typed.to} onDraw={onDraw} />}
      <div class="fields fields-four">
        <TimeField pointer="/pattern/from" label={words.from} error={errorAt("/pattern/from")} value={start?.from} />
        <TimeField pointer="/pattern/to" label={words.to} error={errorAt("/pattern/to")} value={start?.to} />
        <UnitField
          pointer="/pattern/minutes"
          label={words.minutesEach}
          unit={words.minutesUnit}
          hint={words.minutesHint}
          error={errorAt("/pattern/minutes")}
          value={start?.minutes ?? 20}
        />
        <UnitField
          pointer="/pattern/seats"
          label={words.seats}
          unit={words.seatsUnit}
          hint={seatsHint ?? words.seatsHint}
          error={errorAt("/pattern/seats")}
          value={start?.seats ?? 1}
        />
      </div>
      <p class="field-error" id={fieldId("/pattern/breaks")} tabIndex={-1}>
        {errorAt("/pattern/breaks")}
      </p>
      {breaks.rows.map(({ key, start: pause }, i) => (
        <fieldset class="row-fields" key={key}>
          <legend>{words.breakNumber(i + 1)}</legend>
          <TimeField
            pointer={`/pattern/breaks/${i}/from`}
            label={words.from}
            error={errorAt(`/pattern/breaks/${i}/from`)}
            value={pause.from}
          />
          <TimeField pointer={`/pattern/breaks/${i}/to`} label={words.to} error={errorAt(`/pattern/breaks/${i}/to`)} value={pause.to} />
          <Button kind="quiet" onClick={() => breaks.remove(key)} aria-label={words.removeBreak(i + 1)}>
            {common.remove}
          </Button>
        </fieldset>
      ))}
      {breaks.rows.length < mostBreaks && (
        <div>
          <Button onClick={() => breaks.add(lunch)}>{words.addBreak}</Button>
        </div>
      )}
    </>
  );
};

/** As `SlotPattern` allows. */
const mostBreaks = 8;
/** The usual break, to be changed in the field. */
const lunch: TypedBreak = { from: "12:00", to: "13:00" };
