import { useCallback, useState } from "preact/hooks";
import { ulid } from "ulid";
import type { SeasonVisit } from "../../../../../shared/contract/season.ts";
import { fieldProblemWords } from "../../../../../shared/copy/field-problems.ts";
import { seasonWords } from "../../../../../shared/copy/pages-manager-season.ts";
import { holidayYears } from "../../../../../shared/domain/holidays.ts";
import type { VisitId } from "../../../../../shared/domain/ids.ts";
import type { Place } from "../../../../../shared/domain/place.ts";
import { planSeason, type TakenDay } from "../../../../../shared/domain/season-plan.ts";
import { addDays, daysBetween, type LocalDate, seoulDateOf } from "../../../../../shared/domain/seoul-time.ts";
import { call } from "../../../platform/api.ts";
import { instantNow } from "../../../platform/clock.ts";
import { hasMoved } from "../../../platform/router.ts";
import { useLoaded } from "../../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { ButtonLink } from "../../../ui/button.tsx";
import { Page } from "../../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../../ui/states.tsx";
import { askPlaces } from "../visit-form-pages.tsx";
import { checkSeason } from "./check-season.ts";
import { DistrictCounts, FirstVisits } from "./district-counts.tsx";
import { type KeptSeason, seasonKeeper } from "./draft-keeper.ts";
import { Proposals } from "./proposals.tsx";
import { Publishing } from "./publishing.tsx";
import type { SeasonForm } from "./read-season.ts";
import { RulesForm } from "./rules-form.tsx";
import "./season.css";

/** Visits of the year before count for which district is next; so far ahead a season can reach. */
const daysBack = 365;
const daysAhead = 700;

/** A year of visits by rule: proposed, looked at, changed, and only then stored. */
export const SeasonPage = () => {
  const words = useWords(seasonWords);
  const today = seoulDateOf(instantNow());
  const ask = useCallback(
    () => call("GET /api/staff/season", { query: { from: addDays(today, -daysBack), to: addDays(today, daysAhead) } }),
    [today],
  );
  const [season, reload] = useLoaded(ask);
  const [places, reloadPlaces] = useLoaded(askPlaces);
  return (
    <Page title={words.title} lead={words.lead} back={{ href: "/console/visits", label: words.back }} focus={hasMoved()}>
      {(season.state === "loading" || places.state === "loading") && <Loading />}
      {season.state === "failed" && <Failed problem={season.problem} onRetry={reload} />}
      {places.state === "failed" && <Failed problem={places.problem} onRetry={reloadPlaces} />}
      {season.state === "loaded" &&
        places.state === "loaded" &&
        (places.value.places.length === 0 ? (
          <Empty title={words.placesNone}>
            <ButtonLink href="/console/places/new">{words.place}</ButtonLink>
          </Empty>
        ) : (
          <Planning today={today} visits={season.value.visits} places={places.value.places} onStored={reload} />
        ))}
    </Page>
  );
};

/** From tomorrow to the end of the last year whose holidays are known, at most a year. */
const usualPeriod = (today: LocalDate): { from: LocalDate; to: LocalDate } => {
  const from = addDays(today, 1);
  const end = `${holidayYears.at(-1)}-12-31` as LocalDate;
  return { from, to: daysBetween(today, end) < 365 ? end : addDays(today, 365) };
};

type PlanningProps = { today: LocalDate; visits: readonly SeasonVisit[]; places: readonly Place[]; onStored: () => void };

const Planning = ({ today, visits, places, onStored }: PlanningProps) => {
  const words = useWords(seasonWords);
  const locale = useLocale();
  const [kept, setKept] = useState<KeptSeason | undefined>(() => seasonKeeper.read());
  const [round, setRound] = useState(0);
  const keep = (next: KeptSeason) => {
    seasonKeeper.write(next);
    setKept(next);
  };
  const taken: TakenDay[] = visits.filter(({ state }) => state !== "cancelled");
  // What this draft has stored itself is no obstacle to it.
  const others = visits.filter(({ visitId, state }) => state !== "cancelled" && !kept?.visits.some((one) => one.visitId === visitId));
  const propose = ({ rules, common }: SeasonForm) => {
    const proposal = planSeason(rules, places, taken);
    const proposed = proposal.visits.map((visit) => ({ ...visit, visitId: `vis_${ulid()}` as VisitId }));
    keep({ rules, common, visits: proposed, none: proposal.none, stored: [] });
    setRound(round + 1);
  };
  return (
    <>
      <details class="card season-rules" open={kept === undefined}>
        <summary>
          <h2>{words.rulesTitle}</h2>
        </summary>
        <RulesForm
          first={usualPeriod(today)}
          start={kept}
          check={(form) => checkSeason(form, words, fieldProblemWords.required[locale](undefined))}
          onRules={propose}
        />
      </details>
      {kept && (
        <>
          <Proposals round={round} season={kept} places={places} taken={others} onChange={(draft) => keep({ ...kept, ...draft })} />
          <Publishing season={kept} places={places} taken={others} onChange={keep} onStored={onStored} />
        </>
      )}
      <DistrictCounts today={today} visits={visits} places={places} proposed={kept} />
      <FirstVisits />
    </>
  );
};
