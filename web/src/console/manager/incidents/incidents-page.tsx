import { incidentWords } from "../../../../../shared/copy/pages-manager-incidents.ts";
import { instantOf, LocalDate, LocalTime, seoulDateOf, seoulTimeOf } from "../../../../../shared/domain/seoul-time.ts";
import { call } from "../../../platform/api.ts";
import { instantNow } from "../../../platform/clock.ts";
import { hasMoved } from "../../../platform/router.ts";
import { dayText } from "../../../platform/times.ts";
import { useLoaded } from "../../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Button } from "../../../ui/button.tsx";
import { Card } from "../../../ui/card.tsx";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { TextArea, TextField } from "../../../ui/field.tsx";
import { Page } from "../../../ui/page.tsx";
import { Empty } from "../../../ui/states.tsx";
import { Unloaded } from "../../../ui/unloaded.tsx";
import { textIn, useForm } from "../../../ui/use-form.ts";
import { useFormId } from "../../new-id.ts";
import { useFinish } from "../../outcome.tsx";
import { IncidentClock } from "./incident-clock.tsx";
import { incidentPath } from "./incident-paths.ts";

const askIncidents = () => call("GET /api/staff/incidents");

/** Personal data in wrong hands: what is on record, and a new one. */
export const IncidentsPage = () => {
  const words = useWords(incidentWords);
  const locale = useLocale();
  const [loaded, reload] = useLoaded(askIncidents);
  if (loaded.state !== "loaded") return <Unloaded title={words.title} loaded={loaded} onRetry={reload} />;
  const { incidents } = loaded.value;
  return (
    <Page title={words.title} lead={words.lead} focus={hasMoved()}>
      {incidents.length > 0 ? (
        <details class="more-facts">
          <summary>{words.openTitle}</summary>
          <OpenForm />
        </details>
      ) : (
        <Empty title={words.none} />
      )}
      {incidents.length > 0 && (
        <ul class="cards" role="list">
          {incidents.map((incident) => (
            <Card as="li" key={incident.incidentId} class="access-row">
              <h2 class="card-title">
                <a href={incidentPath(incident.incidentId)}>{words.incidentOf(dayText(incident.noticedAt, locale))}</a>
              </h2>
              <IncidentClock incident={incident} />
              <p class="as-written first-lines">{incident.what}</p>
            </Card>
          ))}
        </ul>
      )}
      {incidents.length === 0 && <OpenForm />}
    </Page>
  );
};

/** The instant of two fields; what is none is left to the API to refuse. */
export const instantIn = (data: FormData, day: string, time: string): string => {
  const [date, clock] = [LocalDate.safeParse(textIn(data, day)), LocalTime.safeParse(textIn(data, time))];
  return date.success && clock.success ? instantOf(date.data, clock.data) : "";
};

const OpenForm = () => {
  const words = useWords(incidentWords);
  const finish = useFinish();
  const incidentId = useFormId("inc");
  const now = instantNow();
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ noticedAt: instantIn(data, "/noticedAt", "/noticedTime"), what: textIn(data, "/what") }),
    send: (body) => call("PUT /api/staff/incidents/{incidentId}", { params: { incidentId }, body }),
    onDone: () => finish(words.opened, incidentPath(incidentId)),
  });
  return (
    <Card as="section">
      <h2>{words.openTitle}</h2>
      <form class="stack" {...form}>
        <ErrorSummary trouble={trouble} />
        <div class="row-fields">
          <TextField
            pointer="/noticedAt"
            type="date"
            label={words.noticedOn}
            error={errorAt("/noticedAt")}
            defaultValue={seoulDateOf(now)}
          />
          <TextField pointer="/noticedTime" type="time" label={words.noticedTime} defaultValue={seoulTimeOf(now)} />
        </div>
        <TextArea pointer="/what" label={words.what} hint={words.whatHint} error={errorAt("/what")} rows={3} maxLength={1000} />
        <div>
          <Button type="submit" kind="main" busy={busy}>
            {words.open}
          </Button>
        </div>
      </form>
    </Card>
  );
};
