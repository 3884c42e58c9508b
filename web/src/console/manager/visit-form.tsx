import { useState } from "preact/hooks";
import { centreServiceLabels } from "../../../../shared/copy/codes.ts";
import { consoleWords } from "../../../../shared/copy/pages-console.ts";
import { managerWords } from "../../../../shared/copy/pages-manager.ts";
import type { Place } from "../../../../shared/domain/place.ts";
import { CentreService } from "../../../../shared/domain/services.ts";
import { defaultBookingRules, type Visit, VisitPlan } from "../../../../shared/domain/visit.ts";
import { type Body, call } from "../../platform/api.ts";
import { checkAgainst } from "../../platform/check-against.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { choicesOf } from "../../ui/choices.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { ChoiceGroup, TextArea, TextField } from "../../ui/field.tsx";
import { useForm } from "../../ui/use-form.ts";
import { useFormId } from "../new-id.ts";
import { TimeField } from "../time-field.tsx";
import { UnitField } from "../unit-field.tsx";
import { useRows } from "../use-rows.ts";
import { BusField } from "./bus-field.tsx";
import { DeadlineFields } from "./deadline-fields.tsx";
import { DeskFields } from "./desk-fields.tsx";
import { PlaceField } from "./place-field.tsx";
import { readVisitPlan } from "./read-visit-plan.ts";
import { usualServices } from "./usual-services.ts";

type PlanBody = Body<"PUT /api/staff/visits/{visitId}">;
const checkPlan = checkAgainst(async () => VisitPlan);
/** A team of nobody is mended in the first line. */
const check = async (body: unknown) =>
  (await checkPlan(body)).map((error) => (error.pointer === "/team" ? { ...error, pointer: "/team/0" } : error));

type Props = { places: readonly Place[]; visit?: Visit | undefined; onDone: (visit: Visit) => void };

/** The plan of a visit: when, where, who, what, at which desks, under which rules. */
export const VisitForm = ({ places, visit, onDone }: Props) => {
  const words = useWords(managerWords);
  const locale = useLocale();
  const visitId = useFormId("vis", visit?.visitId);
  const [date, setDate] = useState<string>(visit?.date ?? "");
  const { form, busy, trouble, errorAt } = useForm({
    read: readVisitPlan,
    check,
    // Checked above, and by the API again: the form's texts have become the schema's codes.
    send: (body) => call("PUT /api/staff/visits/{visitId}", { params: { visitId }, body: body as PlanBody }),
    onDone,
  });
  return (
    <form class="stack stack-loose" {...form}>
      <ErrorSummary trouble={trouble} />
      <fieldset class="group">
        <legend>{words.whenTitle}</legend>
        <div class="fields fields-three">
          <TextField
            pointer="/date"
            type="date"
            label={words.date}
            error={errorAt("/date")}
            defaultValue={visit?.date}
            onInput={(event) => setDate(event.currentTarget.value)}
          />
          <TimeField pointer="/startTime" label={words.startTime} error={errorAt("/startTime")} value={visit?.startTime ?? "10:00"} />
          <TimeField pointer="/endTime" label={words.endTime} error={errorAt("/endTime")} value={visit?.endTime ?? "17:00"} />
        </div>
        <BusField optional value={visit ? visit.bus : 1} error={errorAt("/bus")} />
        <PlaceField pointer="/placeId" places={places} chosen={visit?.placeId} error={errorAt("/placeId")} />
      </fieldset>
      <TeamFields team={visit?.team ?? [""]} errorAt={errorAt} />
      <ChoiceGroup
        pointer="/services"
        type="checkbox"
        optional
        label={words.servicesTitle}
        error={errorAt("/services")}
        choices={choicesOf(CentreService.options, centreServiceLabels, locale)}
        chosen={visit?.services ?? usualServices}
      />
      <DeskFields desks={visit?.desks} errorAt={errorAt} />
      <DeadlineFields date={date} deadlines={visit?.deadlines} errorAt={errorAt} />
      <fieldset class="group">
        <legend>{words.rulesTitle}</legend>
        <div class="fields">
          <UnitField
            pointer="/rules/gapMinutes"
            label={words.gap}
            unit={words.gapUnit}
            hint={words.gapHint}
            error={errorAt("/rules/gapMinutes")}
            value={(visit?.rules ?? defaultBookingRules).gapMinutes}
          />
          <UnitField
            pointer="/rules/maxInterviews"
            label={words.maxInterviews}
            unit={words.maxInterviewsUnit}
            error={errorAt("/rules/maxInterviews")}
            value={(visit?.rules ?? defaultBookingRules).maxInterviews}
          />
        </div>
      </fieldset>
      <div class="fields">
        <TextArea
          pointer="/noteKo"
          optional
          label={words.noteKo}
          hint={words.noteKoHint}
          error={errorAt("/noteKo")}
          defaultValue={visit?.noteKo ?? ""}
          rows={3}
        />
        <TextArea pointer="/noteEn" optional label={words.noteEn} error={errorAt("/noteEn")} defaultValue={visit?.noteEn ?? ""} rows={3} />
      </div>
      <div class="form-end">
        <Button type="submit" kind="main" busy={busy}>
          {words.planSend}
        </Button>
      </div>
    </form>
  );
};

const mostInTeam = 12;

const TeamFields = ({ team, errorAt }: { team: readonly string[]; errorAt: (pointer: string) => string | undefined }) => {
  const words = useWords(managerWords);
  const common = useWords(consoleWords);
  const { rows, add, remove } = useRows(team);
  return (
    <fieldset class="group">
      <legend>{words.teamTitle}</legend>
      <p class="field-hint">{words.teamHint}</p>
      {rows.map(({ key, start }, i) => (
        <div class="row-fields" key={key}>
          <TextField pointer={`/team/${i}`} label={words.teamMember(i + 1)} error={errorAt(`/team/${i}`)} defaultValue={start} />
          {rows.length > 1 && (
            <Button kind="quiet" onClick={() => remove(key)} aria-label={words.removeTeamMember(i + 1)}>
              {common.remove}
            </Button>
          )}
        </div>
      ))}
      {rows.length < mostInTeam && (
        <div>
          <Button onClick={() => add("")}>{words.addTeamMember}</Button>
        </div>
      )}
    </fieldset>
  );
};
