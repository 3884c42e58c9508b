import { useCallback } from "preact/hooks";
import type { Report, VisitReport } from "../../../../../shared/contract/reports.ts";
import { reportWords } from "../../../../../shared/copy/pages-manager-reports.ts";
import { ageBands, countNames, peopleNames } from "../../../../../shared/domain/report.ts";
import { dateText } from "../../../../../shared/domain/seoul-time.ts";
import { call } from "../../../platform/api.ts";
import { hasMoved } from "../../../platform/router.ts";
import { saveFile } from "../../../platform/save-file.ts";
import { useLoaded } from "../../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Button } from "../../../ui/button.tsx";
import { Facts } from "../../../ui/card.tsx";
import { Page } from "../../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../../ui/states.tsx";
import { type Period, PeriodForm, usePeriod } from "../../period.tsx";
import { Groups } from "./groups.tsx";
import { reportFile } from "./report-file.ts";

/** What was done at the visits of a time: to look at, to hand in on paper, and as a table. */
export const ReportsPage = () => {
  const words = useWords(reportWords);
  const [period, setPeriod] = usePeriod();
  const { from, to } = period;
  const [loaded, reload] = useLoaded(useCallback(() => call("GET /api/staff/reports", { query: { from, to } }), [from, to]));
  return (
    <Page title={words.title} lead={words.lead} focus={hasMoved()}>
      <PeriodForm period={period} onChoose={setPeriod} />
      {loaded.state === "loading" && <Loading />}
      {loaded.state === "failed" && <Failed problem={loaded.problem} onRetry={reload} />}
      {loaded.state === "loaded" && <Shown report={loaded.value} period={period} />}
    </Page>
  );
};

const Shown = ({ report, period: { from, to } }: { report: Report; period: Period }) => {
  const words = useWords(reportWords);
  const locale = useLocale();
  const { visits, counts, people, ages } = report;
  if (visits.length === 0)
    return (
      <Empty title={words.none}>
        <p>{words.noneDetail}</p>
      </Empty>
    );
  const held = visits.filter(({ state }) => state !== "cancelled").length;
  return (
    <>
      <h2>{words.period(dateText(from, locale), dateText(to, locale))}</h2>
      <div class="row no-print">
        <Button onClick={() => print()}>{words.print}</Button>
        <Button onClick={() => saveFile(`jobstop-${from}-${to}.csv`, reportFile(report, words), "text/csv;charset=utf-8")}>
          {words.file}
        </Button>
      </div>
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
      <section class="card stack">
        <h3>{words.agesTitle}</h3>
        <p class="soft">{words.agesLead}</p>
        <Facts rows={ageBands.map((band) => [words.ages[band], ages[band] === null ? words.hidden : String(ages[band])])} />
      </section>
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

/** What is asked of every visit; everything else is in its file. */
const shownOfVisit = ["arrived", "walkIns", "consultations", "interviews", "noShows", "placements"] as const;

const VisitRow = ({ date, placeNameKo, state, counts }: VisitReport) => {
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
    </article>
  );
};
