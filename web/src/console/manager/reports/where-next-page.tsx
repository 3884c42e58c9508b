import { useCallback } from "preact/hooks";
import { districtAndZone } from "../../../../../shared/copy/districts.ts";
import { reportWords } from "../../../../../shared/copy/pages-manager-reports.ts";
import { addDays, dateText, type LocalDate, seoulDateOf } from "../../../../../shared/domain/seoul-time.ts";
import { type Brought, districtsToGo, placeYields } from "../../../../../shared/domain/where-next.ts";
import { call } from "../../../platform/api.ts";
import { instantNow } from "../../../platform/clock.ts";
import { hasMoved } from "../../../platform/router.ts";
import { dateWithYear } from "../../../platform/times.ts";
import { useLoaded } from "../../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Notice } from "../../../ui/notice.tsx";
import { Page } from "../../../ui/page.tsx";
import { Failed, Loading } from "../../../ui/states.tsx";
import { type Period, PeriodForm, usePeriod } from "../../period.tsx";
import { NumberTable } from "./number-table.tsx";
import "./reports.css";

/** Plans that lie so many days ahead count; visits that lie as far back are looked at until other days are chosen. */
const daysAround = 365;

const load = async ({ from, to }: Period) => {
  const today = seoulDateOf(instantNow());
  const [report, season] = await Promise.all([
    call("GET /api/staff/reports", { query: { from, to } }),
    call("GET /api/staff/season", { query: { from: addDays(today, 1), to: addDays(today, daysAround) } }),
  ]);
  if (!report.ok) return report;
  if (!season.ok) return season;
  return { ok: true as const, value: { visits: report.value.visits, planned: season.value.visits } };
};

/** Where the bus was too seldom, and what it brought where it was. */
export const WhereNextPage = () => {
  const words = useWords(reportWords);
  const today = seoulDateOf(instantNow());
  const [period, setPeriod] = usePeriod({ from: addDays(today, -daysAround), to: today });
  const back = { href: "/console/reports", label: words.backToReports };
  return (
    <Page title={words.nextTitle} lead={words.nextLead} back={back} focus={hasMoved()}>
      <PeriodForm period={period} onChoose={setPeriod} />
      <OfPeriod key={`${period.from} ${period.to}`} period={period} />
    </Page>
  );
};

const OfPeriod = ({ period: { from, to } }: { period: Period }) => {
  const words = useWords(reportWords);
  const locale = useLocale();
  const [loaded, reload] = useLoaded(useCallback(() => load({ from, to }), [from, to]));
  if (loaded.state === "loading") return <Loading />;
  if (loaded.state === "failed") return <Failed problem={loaded.problem} onRetry={reload} />;
  const { visits, planned } = loaded.value;
  const districts = districtsToGo(visits, planned);
  const forgotten = districts.filter((one) => one.visits + one.planned === 0).length;
  const day = (date: LocalDate | null): string => (date ? dateText(date, locale) : "-");
  const each = ({ each: brought }: Brought): string[] =>
    brought ? [brought.visitors, brought.interviews, brought.hired].map(String) : ["-", "-", "-"];
  return (
    <>
      <h2>{words.period(dateWithYear(from, locale), dateWithYear(to, locale))}</h2>
      <Notice tone={forgotten > 0 ? "warn" : "good"} title={words.nextNever(forgotten)} />
      <section class="card stack">
        <h3>{words.districtsTitle}</h3>
        <p class="soft">{words.districtsLead}</p>
        <NumberTable
          caption={words.districtsTitle}
          head={[words.district, words.visited, words.planned, words.visitors, words.interviews, words.hired]}
          rows={districts.map((one) => ({
            key: one.districtCode,
            isMarked: one.visits === 0,
            name: (
              <>
                {districtAndZone(one.districtCode, locale)}
                <span class="small soft">{one.visits === 0 ? words.never : `${words.lastVisit} ${day(one.last)}`}</span>
              </>
            ),
            cells: [String(one.visits), String(one.planned), ...each(one)],
          }))}
        />
      </section>
      <section class="card stack">
        <h3>{words.placesTitle}</h3>
        <p class="soft">{words.placesLead}</p>
        <NumberTable
          caption={words.placesTitle}
          head={[words.place, words.visited, words.visitors, words.interviews, words.hired]}
          rows={placeYields(visits).map((one) => ({
            key: `${one.districtCode} ${one.placeNameKo}`,
            name: (
              <>
                <span lang="ko">{one.placeNameKo}</span>
                <span class="small soft">{districtAndZone(one.districtCode, locale)}</span>
              </>
            ),
            cells: [String(one.visits), ...each(one)],
          }))}
        />
      </section>
    </>
  );
};
