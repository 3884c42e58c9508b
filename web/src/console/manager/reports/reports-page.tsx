import { useCallback } from "preact/hooks";
import type { Report, VisitReport } from "../../../../../shared/contract/reports.ts";
import { reportWords } from "../../../../../shared/copy/pages-manager-reports.ts";
import { countNames, peopleNames } from "../../../../../shared/domain/report.ts";
import { dateText, seoulDateOf } from "../../../../../shared/domain/seoul-time.ts";
import { call } from "../../../platform/api.ts";
import { instantNow } from "../../../platform/clock.ts";
import { hasMoved } from "../../../platform/router.ts";
import { dateWithYear } from "../../../platform/times.ts";
import { useLoaded } from "../../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../../ui/button.tsx";
import { Facts } from "../../../ui/card.tsx";
import { Page } from "../../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../../ui/states.tsx";
import { type Period, PeriodForm, usePeriod } from "../../period.tsx";
import { Groups } from "./groups.tsx";
import { PeopleGroups } from "./people-groups.tsx";
import { ReportButtons } from "./report-buttons.tsx";
import { presetPeriod, presets } from "./report-period.ts";
import "./reports.css";

/** What was done at the visits of a time: to look at, to hand in on paper, and as files. */
export const ReportsPage = () => {
  const words = useWords(reportWords);
  const [period, setPeriod] = usePeriod();
  return (
    <Page title={words.title} lead={words.lead} focus={hasMoved()}>
      <div class="no-print">
        <ButtonLink href="/console/reports/where-next">{words.toNext}</ButtonLink>
      </div>
      <fieldset class="row no-print preset-row">
        <legend class="soft">{words.presetsLabel}</legend>
        {presets.map((preset) => (
          <Button key={preset} onClick={() => setPeriod(presetPeriod(preset, seoulDateOf(instantNow())))}>
            {words.presets[preset]}
          </Button>
        ))}
      </fieldset>
      <div class="no-print">
        <PeriodForm key={`form ${keyOf(period)}`} period={period} onChoose={setPeriod} />
      </div>
      <OfPeriod key={keyOf(period)} period={period} />
    </Page>
  );
};

/** Of another period nothing stays on the screen. */
const keyOf = ({ from, to }: Period): string => `${from} ${to}`;

const OfPeriod = ({ period }: { period: Period }) => {
  const { from, to } = period;
  const [loaded, reload] = useLoaded(useCallback(() => call("GET /api/staff/reports", { query: { from, to } }), [from, to]));
  if (loaded.state === "loading") return <Loading />;
  return loaded.state === "failed" ? <Failed problem={loaded.problem} onRetry={reload} /> : <Shown report={loaded.value} period={period} />;
};

const Shown = ({ report, period }: { report: Report; period: Period }) => {
  const words = useWords(reportWords);
  const locale = useLocale();
  const { from, to } = period;
  const { visits, counts, people } = report;
  if (visits.length === 0)
    return (
      <Empty title={words.none}>
        <p>{words.noneDetail}</p>
      </Empty>
    );
  const held = visits.filter(({ state }) => state !== "cancelled").length;
  return (
    <>
      <h2>{words.period(dateWithYear(from, locale), dateWithYear(to, locale))}</h2>
      <ReportButtons report={report} period={period} name={`jobstop-${from}-${to}`} />
      <section class="card stack">
        <h3>{words.casesTitle}</h3>
        <Facts
          rows={[[words.visits, words.times(held)], ...countNames.map((name) => [words.counts[name], String(counts[name])] as const)]}
        />
      </section>
      <section class="card stack">
        <h3>{words.peopleTitle}</h3>
        <p class="soft">{words.peopleLead}</p>
        <Facts rows={peopleNames.map((name) => [words.people[name], String(people[name])])} />
      </section>
      <PeopleGroups report={report} />
      <Groups visits={visits} />
      <section class="stack">
        <h3>{words.visitsTitle}</h3>
        {visits.map((visit) => (
          <VisitRow key={visit.visitId} {...visit} />
        ))}
      </section>
    </>
  );
};

/** What is asked of every visit; everything else is in its own report. */
const shownOfVisit = ["arrived", "walkIns", "consultations", "interviews", "noShows", "placements"] as const;

const VisitRow = ({ visitId, date, placeNameKo, state, counts }: VisitReport) => {
  const words = useWords(reportWords);
  const locale = useLocale();
  return (
    <article class="card stack">
      <h4>
        {dateText(date, locale)} · <span lang="ko">{placeNameKo}</span>
      </h4>
      {state === "cancelled" ? (
        <p>{words.cancelled}</p>
      ) : (
        <Facts rows={shownOfVisit.map((name) => [words.counts[name], String(counts[name])])} />
      )}
      <div class="no-print">
        <ButtonLink href={`/console/reports/visits/${visitId}`}>
          {words.toVisit}
          <span class="unseen">
            {" "}
            {dateText(date, locale)}, <span lang="ko">{placeNameKo}</span>
          </span>
        </ButtonLink>
      </div>
    </article>
  );
};
