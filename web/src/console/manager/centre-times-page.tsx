import { centreServiceLabels } from "../../../../shared/copy/codes.ts";
import { consoleWords } from "../../../../shared/copy/pages-console.ts";
import { timesWords } from "../../../../shared/copy/pages-employer-times.ts";
import { centreTimesWords } from "../../../../shared/copy/pages-manager-centre-times.ts";
import { timeRangeText } from "../../../../shared/domain/seoul-time.ts";
import { CentreService } from "../../../../shared/domain/services.ts";
import type { Visit } from "../../../../shared/domain/visit.ts";
import { type Body, call } from "../../platform/api.ts";
import { checkAgainst } from "../../platform/check-against.ts";
import { hasMoved } from "../../platform/router.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { choicesOf } from "../../ui/choices.ts";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { SelectField, TextField } from "../../ui/field.tsx";
import { Page } from "../../ui/page.tsx";
import { type FormTrouble, textIn, useForm } from "../../ui/use-form.ts";
import { useFormId } from "../new-id.ts";
import { useFinish } from "../outcome.tsx";
import { visitPath } from "../paths.ts";
import { PatternFields } from "../pattern-fields.tsx";
import { readPattern } from "../read-pattern.ts";
import { SlotPreview } from "../slot-preview.tsx";
import { usePattern } from "../use-pattern.ts";
import { OneVisit, visitName } from "./one-visit.tsx";

const operation = "PUT /api/staff/visits/{visitId}/centre-times/{slotRequestId}";
const check = checkAgainst(() => import("../../../../shared/domain/slot.ts").then((module) => module.CentreTimes));

/** Opens times of the centre's own services at a visit. */
export const CentreTimesPage = ({ visitId }: { visitId: string }) => {
  const words = useWords(centreTimesWords);
  const locale = useLocale();
  const finish = useFinish();
  return (
    <OneVisit visitId={visitId} title={words.title}>
      {(planned, back) => (
        <Page title={words.title} lead={`${visitName(planned, locale)}. ${words.lead}`} back={back} focus={hasMoved()}>
          <Card>
            <CentreTimesForm visit={planned.visit} onDone={(count) => finish(words.published(count), visitPath(visitId))} />
          </Card>
        </Page>
      )}
    </OneVisit>
  );
};

/** The fields as the body of the request. */
export const readCentreTimes = (data: FormData) => ({
  service: textIn(data, "/service"),
  deskId: textIn(data, "/deskId"),
  host: textIn(data, "/host"),
  pattern: readPattern(data),
});

/** What times can be opened of: what the visit offers, and the CEO talk, which is nobody's service of the day. */
const bookable = (services: readonly CentreService[]): CentreService[] =>
  services.length > 0 ? [...new Set<CentreService>([...services, "employer_issue"])] : [...CentreService.options];

const CentreTimesForm = ({ visit, onDone }: { visit: Visit; onDone: (count: number) => void }) => {
  const words = useWords(centreTimesWords);
  const times = useWords(timesWords);
  const common = useWords(consoleWords);
  const locale = useLocale();
  const slotRequestId = useFormId("srq");
  const { visitId, services, desks } = visit;
  const { box, look, pattern, breaks, onDraw } = usePattern(undefined, visitId);
  const { form, busy, trouble, errorAt } = useForm({
    read: readCentreTimes,
    check,
    // Checked above, and by the API again: the form's texts have become the schema's codes.
    send: (body) => call(operation, { params: { visitId, slotRequestId }, body: body as Body<typeof operation> }),
    onDone: ({ slots }) => onDone(slots.length),
  });
  return (
    <form class="stack stack-loose" ref={box} {...form} onInput={look}>
      <ErrorSummary trouble={inOwnWords(trouble, words)} />
      <div class="fields fields-three">
        <SelectField
          pointer="/service"
          label={words.service}
          error={errorAt("/service")}
          defaultValue=""
          choices={[{ value: "", label: common.choose }, ...choicesOf(bookable(services), centreServiceLabels, locale)]}
        />
        <SelectField
          pointer="/deskId"
          label={words.desk}
          error={errorAt("/deskId")}
          defaultValue=""
          choices={[{ value: "", label: common.choose }, ...desks.map(({ deskId, label }) => ({ value: deskId, label }))]}
        />
        <TextField pointer="/host" label={words.host} hint={words.hostHint} error={errorAt("/host")} />
      </div>
      <fieldset class="group">
        <legend>{words.timesTitle}</legend>
        <p class="field-hint">{times.openHours(timeRangeText(visit.startTime, visit.endTime, locale))}</p>
        <PatternFields
          start={undefined}
          hours={{ from: visit.startTime, to: visit.endTime }}
          pattern={pattern}
          onDraw={onDraw}
          breaks={breaks}
          errorAt={errorAt}
          seatsHint={words.seatsHint}
        />
      </fieldset>
      <SlotPreview visit={visit} pattern={pattern} />
      <div class="form-end">
        <Button type="submit" kind="main" busy={busy}>
          {words.send}
        </Button>
      </div>
    </form>
  );
};

/** The API speaks of interviewers; here it is whoever holds the talk. */
function inOwnWords(trouble: FormTrouble | undefined, words: { hostBusy: string; hostBusyNext: string }): FormTrouble | undefined {
  if (trouble?.problem?.code !== "interviewer-busy") return trouble;
  return { ...trouble, problem: { ...trouble.problem, title: words.hostBusy, detail: words.hostBusyNext } };
}
