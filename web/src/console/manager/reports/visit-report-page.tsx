import { useCallback, useState } from "preact/hooks";
import type { VisitReportPaper } from "../../../../../shared/contract/reports.ts";
import { staffRoleLabels } from "../../../../../shared/copy/codes.ts";
import { districtAndZone } from "../../../../../shared/copy/districts.ts";
import { reportWords } from "../../../../../shared/copy/pages-manager-reports.ts";
import { visitReportWords } from "../../../../../shared/copy/visit-report.ts";
import { placeTextOf } from "../../../../../shared/domain/place.ts";
import { countNames, peopleNames } from "../../../../../shared/domain/report.ts";
import { timeRangeText } from "../../../../../shared/domain/seoul-time.ts";
import { call } from "../../../platform/api.ts";
import { instantNow } from "../../../platform/clock.ts";
import { hasMoved } from "../../../platform/router.ts";
import { dateWithYear, momentWithYear } from "../../../platform/times.ts";
import { useLoaded } from "../../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { ButtonLink } from "../../../ui/button.tsx";
import { Facts } from "../../../ui/card.tsx";
import { Page } from "../../../ui/page.tsx";
import { Unloaded } from "../../../ui/unloaded.tsx";
import { NumberTable } from "./number-table.tsx";
import { PeopleGroups } from "./people-groups.tsx";
import { RemarkForm } from "./remark-form.tsx";
import { ReportButtons } from "./report-buttons.tsx";
import "./reports.css";

/** What one visit came to, ready to hand in: on paper, as PDF and as files, with what the manager says of it. */
export const VisitReportPage = ({ visitId }: { visitId: string }) => {
  const words = useWords(visitReportWords);
  const { backToReports } = useWords(reportWords);
  const [loaded, reload] = useLoaded(
    useCallback(() => call("GET /api/staff/reports/visits/{visitId}", { params: { visitId } }), [visitId]),
  );
  const back = { href: "/console/reports", label: backToReports };
  if (loaded.state !== "loaded") return <Unloaded title={words.title} back={back} loaded={loaded} onRetry={reload} />;
  const { visit, report } = loaded.value;
  const period = { from: visit.date, to: visit.date };
  return (
    <Page title={words.title} lead={words.lead} back={back} focus={hasMoved()}>
      <div class="no-print">
        <ButtonLink kind="main" href={`/api/papers/reports/visits/${visitId}/file`} download>
          {words.pdf}
        </ButtonLink>
      </div>
      <ReportButtons report={report} period={period} name={`jobstop-visit-${visit.date}`} />
      <Overview {...loaded.value} />
      {visit.state === "cancelled" ? (
        <p>{words.cancelled}</p>
      ) : (
        <>
          <Sums {...report} />
          <Employers employers={loaded.value.employers} />
          <PeopleGroups report={report} />
        </>
      )}
      <Remark visitId={visitId} remark={loaded.value.remark} onSaved={reload} />
    </Page>
  );
};

const Overview = ({ visit, place, team }: VisitReportPaper) => {
  const words = useWords(visitReportWords);
  const locale = useLocale();
  const staff = team.map(({ name, roles }) => words.teamLine(name, roles.map((role) => staffRoleLabels[role][locale]).join("·")));
  return (
    <section class="card stack">
      <h2>{words.overview}</h2>
      <Facts
        long
        rows={[
          [words.when, `${dateWithYear(visit.date, locale)} ${timeRangeText(visit.startTime, visit.endTime, locale)}`],
          [words.where, placeTextOf(place, locale)],
          [words.district, districtAndZone(place.districtCode, locale)],
          [words.team, staff.join(", ")],
        ]}
      />
      <p class="soft">{words.soFar(momentWithYear(instantNow(), locale))}</p>
    </section>
  );
};

const Sums = ({ counts, people }: VisitReportPaper["report"]) => {
  const words = useWords(reportWords);
  return (
    <>
      <section class="card stack">
        <h2>{words.casesTitle}</h2>
        <Facts rows={countNames.map((name) => [words.counts[name], String(counts[name])])} />
      </section>
      <section class="card stack">
        <h2>{words.peopleTitle}</h2>
        <p class="soft">{words.peopleLead}</p>
        <Facts rows={peopleNames.map((name) => [words.people[name], String(people[name])])} />
      </section>
    </>
  );
};

const Employers = ({ employers }: Pick<VisitReportPaper, "employers">) => {
  const words = useWords(visitReportWords);
  const figure = (value: number | null): string => (value === null ? "-" : String(value));
  const [employer = "", , interviews = "", hired = ""] = words.employerHead;
  return (
    <section class="card stack">
      <h2>{words.employers}</h2>
      {employers.length === 0 ? (
        <p>{words.employersNone}</p>
      ) : (
        <NumberTable
          caption={words.employers}
          head={[employer, interviews, hired]}
          rows={employers.map((one) => ({
            key: one.nameKo,
            lang: "ko" as const,
            name: (
              <>
                {one.nameKo}
                {one.jobs.map(({ titleKo, headcount }) => (
                  <span key={titleKo} class="small soft">
                    {words.job(titleKo, headcount)}
                  </span>
                ))}
              </>
            ),
            cells: [figure(one.interviews), figure(one.hired)],
          }))}
        />
      )}
    </section>
  );
};

const Remark = ({ visitId, remark, onSaved }: Pick<VisitReportPaper, "remark"> & { visitId: string; onSaved: () => Promise<void> }) => {
  const words = useWords(visitReportWords);
  const [saved, setSaved] = useState(0);
  return (
    <section class="card stack">
      <h2>{words.remark}</h2>
      <p class="print-only as-written">{remark?.text ?? words.remarkNone}</p>
      <RemarkForm
        key={remark?.version ?? 0}
        visitId={visitId}
        known={remark}
        saved={saved}
        onSaved={async () => {
          await onSaved();
          setSaved((times) => times + 1);
        }}
      />
    </section>
  );
};
