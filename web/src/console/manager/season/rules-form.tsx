import { useState } from "preact/hooks";
import { centreServiceLabels } from "../../../../../shared/copy/codes.ts";
import { consoleWords } from "../../../../../shared/copy/pages-console.ts";
import { managerWords } from "../../../../../shared/copy/pages-manager.ts";
import { seasonWords } from "../../../../../shared/copy/pages-manager-season.ts";
import { entranceExamDays } from "../../../../../shared/domain/holidays.ts";
import { type LocalDate, seoulDateOf } from "../../../../../shared/domain/seoul-time.ts";
import { CentreService } from "../../../../../shared/domain/services.ts";
import { Zone, zones } from "../../../../../shared/domain/zones.ts";
import type { FieldError } from "../../../platform/api.ts";
import { instantNow } from "../../../platform/clock.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Button } from "../../../ui/button.tsx";
import { choicesOf } from "../../../ui/choices.ts";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { ChoiceGroup, TextField } from "../../../ui/field.tsx";
import { useForm } from "../../../ui/use-form.ts";
import { TimeField } from "../../time-field.tsx";
import { useRows } from "../../use-rows.ts";
import { BusField } from "../bus-field.tsx";
import { DeskFields } from "../desk-fields.tsx";
import { usualServices } from "../usual-services.ts";
import { readSeason, type SeasonForm } from "./read-season.ts";

type Props = {
  first: { from: LocalDate; to: LocalDate };
  start: SeasonForm | undefined;
  check: (form: SeasonForm) => readonly FieldError[];
  onRules: (form: SeasonForm) => void;
};

const usualIndoorMonths = [1, 2, 7, 8, 12];
const allMonths = Array.from({ length: 12 }, (_, i) => i + 1);

/** By which rules the season is made. Nothing is sent: the proposals are made in the browser. */
export const RulesForm = ({ first, start, check, onRules }: Props) => {
  const words = useWords(seasonWords);
  const manager = useWords(managerWords);
  const locale = useLocale();
  const today = seoulDateOf(instantNow());
  const [rotation, setRotation] = useState<readonly Zone[]>(start?.rules.rotation ?? Zone.options);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => readSeason(data, rotation),
    check: async (body) => check(body),
    send: async (body) => ({ ok: true as const, value: body }),
    onDone: onRules,
  });
  const { rules, common } = start ?? {};
  return (
    <form class="stack stack-loose" {...form}>
      <ErrorSummary trouble={trouble} />
      <fieldset class="group">
        <legend>{words.periodTitle}</legend>
        <div class="fields">
          <TextField
            pointer="/from"
            type="date"
            min={today}
            label={words.from}
            error={errorAt("/from")}
            defaultValue={rules?.from ?? first.from}
          />
          <TextField pointer="/to" type="date" min={today} label={words.to} error={errorAt("/to")} defaultValue={rules?.to ?? first.to} />
          <TimeField pointer="/startTime" label={words.startTime} error={errorAt("/startTime")} value={rules?.startTime ?? "10:00"} />
          <TimeField pointer="/endTime" label={words.endTime} error={errorAt("/endTime")} value={rules?.endTime ?? "17:00"} />
          <BusField value={rules?.bus ?? 1} error={errorAt("/bus")} />
        </div>
      </fieldset>
      <ChoiceGroup
        pointer="/weekdays"
        type="checkbox"
        label={words.weekdays}
        error={errorAt("/weekdays")}
        choices={words.weekday.map((label, day) => ({ value: String(day), label }))}
        chosen={(rules?.weekdays ?? [4]).map(String)}
      />
      <Rotation rotation={rotation} onChange={setRotation} />
      <ChoiceGroup
        pointer="/indoorMonths"
        type="checkbox"
        optional
        label={words.indoorMonths}
        choices={allMonths.map((month) => ({ value: String(month), label: words.month(month) }))}
        chosen={(rules?.indoorMonths ?? usualIndoorMonths).map(String)}
      />
      <Closings start={rules?.closings ?? []} errorAt={errorAt} />
      <Exams start={rules?.examDays ?? entranceExamDays} time={rules?.examStartTime ?? "11:00"} errorAt={errorAt} />
      <fieldset class="group">
        <legend>{words.commonTitle}</legend>
        <TextField
          pointer="/team/0"
          label={words.inCharge}
          hint={words.leadHint}
          error={errorAt("/team/0")}
          maxLength={60}
          defaultValue={common?.team[0]}
        />
        <ChoiceGroup
          pointer="/services"
          type="checkbox"
          optional
          label={manager.servicesTitle}
          choices={choicesOf(CentreService.options, centreServiceLabels, locale)}
          chosen={common?.services ?? usualServices}
        />
      </fieldset>
      <DeskFields desks={common?.desks} errorAt={errorAt} />
      <div class="form-end">
        <Button type="submit" kind="main" busy={busy}>
          {start ? words.proposeAgain : words.propose}
        </Button>
      </div>
    </form>
  );
};

const Rotation = ({ rotation, onChange }: { rotation: readonly Zone[]; onChange: (rotation: readonly Zone[]) => void }) => {
  const words = useWords(seasonWords);
  const locale = useLocale();
  const nameOf = (code: Zone) => zones.find((zone) => zone.code === code)?.[locale] ?? code;
  const up = (at: number) => {
    const order = [...rotation];
    const [zone] = order.splice(at, 1);
    if (zone) order.splice(at - 1, 0, zone);
    onChange(order);
  };
  return (
    <fieldset class="group">
      <legend>{words.rotation}</legend>
      <p class="field-hint">{words.rotationHint}</p>
      <ol class="season-turns" role="list">
        {rotation.map((zone, i) => (
          <li key={zone}>
            <span>
              {i + 1}. {nameOf(zone)}
            </span>
            {i > 0 && (
              <Button onClick={() => up(i)} aria-label={words.up(nameOf(zone))}>
                {words.upShort}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </fieldset>
  );
};

type ErrorAt = (pointer: string) => string | undefined;

const Closings = ({ start, errorAt }: { start: SeasonForm["rules"]["closings"]; errorAt: ErrorAt }) => {
  const words = useWords(seasonWords);
  const common = useWords(consoleWords);
  const { rows, add, remove } = useRows<{ from: string; to: string; why: string }>(start);
  return (
    <fieldset class="group">
      <legend>{words.closingsTitle}</legend>
      <p class="field-hint">{words.closingsHint}</p>
      {rows.map(({ key, start: row }, i) => (
        <div class="fields fields-three" key={key}>
          <TextField
            pointer={`/closings/${i}/from`}
            type="date"
            label={words.closingFrom(i + 1)}
            error={errorAt(`/closings/${i}/from`)}
            defaultValue={row.from}
          />
          <TextField
            pointer={`/closings/${i}/to`}
            type="date"
            optional
            label={words.closingTo}
            error={errorAt(`/closings/${i}/to`)}
            defaultValue={row.to === row.from ? "" : row.to}
          />
          <TextField
            pointer={`/closings/${i}/why`}
            label={words.closingWhy}
            error={errorAt(`/closings/${i}/why`)}
            maxLength={60}
            defaultValue={row.why}
          />
          <Button kind="quiet" onClick={() => remove(key)} aria-label={words.removeClosing(i + 1)}>
            {common.remove}
          </Button>
        </div>
      ))}
      <div>
        <Button onClick={() => add({ from: "", to: "", why: "" })}>{words.addClosing}</Button>
      </div>
    </fieldset>
  );
};

const Exams = ({ start, time, errorAt }: { start: readonly LocalDate[]; time: string; errorAt: ErrorAt }) => {
  const words = useWords(seasonWords);
  const common = useWords(consoleWords);
  const { rows, add, remove } = useRows<string>(start);
  return (
    <fieldset class="group">
      <legend>{words.examsTitle}</legend>
      <p class="field-hint">{words.examsHint}</p>
      {rows.map(({ key, start: date }, i) => (
        <div class="row-fields" key={key}>
          <TextField pointer={`/exams/${i}`} type="date" label={words.exam(i + 1)} defaultValue={date} />
          <Button kind="quiet" onClick={() => remove(key)} aria-label={words.removeExam(i + 1)}>
            {common.remove}
          </Button>
        </div>
      ))}
      <div>
        <Button onClick={() => add("")}>{words.addExam}</Button>
      </div>
      <TimeField pointer="/examStartTime" label={words.examStartTime} error={errorAt("/examStartTime")} value={time} />
    </fieldset>
  );
};
