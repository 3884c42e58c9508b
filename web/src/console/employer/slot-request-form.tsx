import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { PublicVisit } from "../../../../shared/contract/public.ts";
import { consoleWords } from "../../../../shared/copy/pages-console.ts";
import { employerWords } from "../../../../shared/copy/pages-employer.ts";
import type { Posting } from "../../../../shared/domain/posting.ts";
import { timeRangeText } from "../../../../shared/domain/seoul-time.ts";
import type { SlotRequest } from "../../../../shared/domain/slot.ts";
import type { Desk } from "../../../../shared/domain/visit.ts";
import { call } from "../../platform/api.ts";
import { checkAgainst } from "../../platform/check-against.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { fieldId, SelectField, TextField } from "../../ui/field.tsx";
import { useForm } from "../../ui/use-form.ts";
import { useFormId } from "../new-id.ts";
import { TimeField } from "../time-field.tsx";
import { UnitField } from "../unit-field.tsx";
import { useRows } from "../use-rows.ts";
import { readPattern, readSlotRequest } from "./read-slot-request.ts";
import { SlotPreview } from "./slot-preview.tsx";
import { VisitChoice } from "./visit-choice.tsx";

const check = checkAgainst(() => import("../../../../shared/domain/slot.ts").then((module) => module.SlotRequestDraft));

type Props = {
  employerId: string;
  visits: readonly PublicVisit[];
  postings: readonly Posting[];
  request?: SlotRequest | undefined;
  onDone: () => void;
};

/** Asks for interview times: visit, posting, hours, interviewer; shows what comes of it before it is sent. */
export const SlotRequestForm = ({ employerId, visits, postings, request, onDone }: Props) => {
  const words = useWords(employerWords);
  const common = useWords(consoleWords);
  const locale = useLocale();
  const slotRequestId = useFormId("srq", request?.slotRequestId);
  const [visitId, setVisitId] = useState<string | undefined>(request?.visitId ?? (visits.length === 1 ? visits[0]?.visitId : undefined));
  const visit = visits.find((one) => one.visitId === visitId);
  const desks = useDesks(visitId);
  const box = useRef<HTMLFormElement>(null);
  const [pattern, setPattern] = useState<unknown>(request?.pattern);
  const breaks = useRows(request?.pattern.breaks ?? []);
  const look = () => {
    if (box.current) setPattern(readPattern(new FormData(box.current)));
  };
  useEffect(look, [breaks.rows, visitId]);
  const { form, busy, trouble, errorAt } = useForm({
    read: readSlotRequest,
    check,
    send: (body) => call("PUT /api/employers/{employerId}/slot-requests/{slotRequestId}", { params: { employerId, slotRequestId }, body }),
    onDone,
  });

  return (
    <form class="stack stack-loose" ref={box} {...form} onInput={look}>
      <ErrorSummary trouble={trouble} />
      <VisitChoice visits={visits} chosen={visitId} error={errorAt("/visitId")} onChoose={setVisitId} />
      <SelectField
        pointer="/postingId"
        label={words.choosePosting}
        error={errorAt("/postingId")}
        defaultValue={request?.postingId ?? (postings.length === 1 ? postings[0]?.postingId : "")}
        choices={[
          { value: "", label: common.choose },
          ...postings.map(({ postingId, draft }) => ({ value: postingId, label: draft.titleKo })),
        ]}
      />
      <fieldset class="group">
        <legend>{words.timesTitle}</legend>
        {visit && <p class="field-hint">{words.openHours(timeRangeText(visit.startTime, visit.endTime, locale))}</p>}
        <div class="fields fields-four">
          <TimeField pointer="/pattern/from" label={words.from} error={errorAt("/pattern/from")} value={request?.pattern.from} />
          <TimeField pointer="/pattern/to" label={words.to} error={errorAt("/pattern/to")} value={request?.pattern.to} />
          <UnitField
            pointer="/pattern/minutes"
            label={words.minutesEach}
            unit={words.minutesUnit}
            hint={words.minutesHint}
            error={errorAt("/pattern/minutes")}
            value={request?.pattern.minutes ?? 20}
          />
          <UnitField
            pointer="/pattern/seats"
            label={words.seats}
            unit={words.seatsUnit}
            hint={words.seatsHint}
            error={errorAt("/pattern/seats")}
            value={request?.pattern.seats ?? 1}
          />
        </div>
        <p class="field-error" id={fieldId("/pattern/breaks")} tabIndex={-1}>
          {errorAt("/pattern/breaks")}
        </p>
        {breaks.rows.map(({ key, start }, i) => (
          <fieldset class="row-fields" key={key}>
            <legend>{words.breakNumber(i + 1)}</legend>
            <TimeField
              pointer={`/pattern/breaks/${i}/from`}
              label={words.from}
              error={errorAt(`/pattern/breaks/${i}/from`)}
              value={start.from}
            />
            <TimeField pointer={`/pattern/breaks/${i}/to`} label={words.to} error={errorAt(`/pattern/breaks/${i}/to`)} value={start.to} />
            <Button kind="quiet" onClick={() => breaks.remove(key)} aria-label={words.removeBreak(i + 1)}>
              {common.remove}
            </Button>
          </fieldset>
        ))}
        {breaks.rows.length < mostBreaks && (
          <div>
            <Button onClick={() => breaks.add(lunch as (typeof breaks.rows)[number]["start"])}>{words.addBreak}</Button>
          </div>
        )}
      </fieldset>
      <SlotPreview visit={visit} pattern={pattern} />
      <div class="fields">
        <TextField
          pointer="/interviewer"
          label={words.interviewer}
          hint={words.interviewerHint}
          error={errorAt("/interviewer")}
          defaultValue={request?.interviewer}
        />
        <SelectField
          key={desks.length}
          pointer="/deskId"
          optional
          label={words.desk}
          error={errorAt("/deskId")}
          defaultValue={request?.deskId ?? ""}
          choices={[{ value: "", label: words.deskAny }, ...desks.map(({ deskId, label }) => ({ value: deskId, label }))]}
        />
      </div>
      <div class="form-end">
        <Button type="submit" kind="main" busy={busy}>
          {words.askSend}
        </Button>
      </div>
    </form>
  );
};

/** As `SlotPattern` allows. */
const mostBreaks = 8;
/** The usual break, to be changed in the field. */
const lunch = { from: "12:00", to: "13:00" };

/** The visit's desks, once they are known; wishing for one is optional. */
function useDesks(visitId: string | undefined): readonly Desk[] {
  const [desks, setDesks] = useState<readonly Desk[]>([]);
  const ask = useCallback(async (id: string) => {
    const answer = await call("GET /api/public/visits/{visitId}", { params: { visitId: id } });
    return answer.ok ? answer.value.desks : [];
  }, []);
  useEffect(() => {
    let gone = false;
    setDesks([]);
    if (visitId !== undefined) void ask(visitId).then((known) => !gone && setDesks(known));
    return () => {
      gone = true;
    };
  }, [visitId, ask]);
  return desks;
}
