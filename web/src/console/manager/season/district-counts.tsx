import type { SeasonVisit } from "../../../../../shared/contract/season.ts";
import { districtName } from "../../../../../shared/copy/districts.ts";
import { seasonWords } from "../../../../../shared/copy/pages-manager-season.ts";
import { firstVisits } from "../../../../../shared/domain/first-visits.ts";
import type { Place } from "../../../../../shared/domain/place.ts";
import type { SeasonDraft } from "../../../../../shared/domain/season-draft.ts";
import { dateText, type LocalDate, yearOf } from "../../../../../shared/domain/seoul-time.ts";
import { zones } from "../../../../../shared/domain/zones.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import type { KeptSeason } from "./draft-keeper.ts";

type Props = {
  today: LocalDate;
  visits: readonly SeasonVisit[];
  places: readonly Place[];
  proposed: (SeasonDraft & Pick<KeptSeason, "stored">) | undefined;
};

/** Visits of each district, held, stored and proposed, so that none is forgotten. Cancelled ones do not count. */
export const DistrictCounts = ({ today, visits, places, proposed }: Props) => {
  const words = useWords(seasonWords);
  const locale = useLocale();
  const live = visits.filter(({ state }) => state !== "cancelled");
  const open = (proposed?.visits ?? []).filter(({ visitId }) => !live.some((visit) => visit.visitId === visitId));
  const countOf = (code: string) => ({
    held: live.filter(({ districtCode, date }) => districtCode === code && date < today).length,
    planned: live.filter(({ districtCode, date }) => districtCode === code && date >= today).length,
    proposed: open.filter(({ placeId }) => places.find((place) => place.placeId === placeId)?.districtCode === code).length,
  });
  return (
    <section class="stack">
      <h2>{words.countsTitle}</h2>
      <p class="soft">{words.countsLead}</p>
      {zones.map((zone) => (
        <table class="season-table season-counts" key={zone.code}>
          <caption>{zone[locale]}</caption>
          <thead>
            <tr>
              <th scope="col">{words.district}</th>
              <th scope="col">{words.held}</th>
              <th scope="col">{words.planned}</th>
              <th scope="col">{words.proposedCount}</th>
            </tr>
          </thead>
          <tbody>
            {zone.districts.map(({ code }) => {
              const counts = countOf(code);
              const isForgotten = counts.held + counts.planned + counts.proposed === 0;
              return (
                <tr key={code} class={isForgotten ? "is-bad" : undefined}>
                  <th scope="row">
                    {districtName(code, locale)}
                    {isForgotten && <span class="season-doubt small">{words.never}</span>}
                  </th>
                  <td>{counts.held}</td>
                  <td>{counts.planned}</td>
                  <td>{counts.proposed}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      ))}
    </section>
  );
};

/** History: how it began. */
export const FirstVisits = () => {
  const words = useWords(seasonWords);
  const locale = useLocale();
  return (
    <section class="stack">
      <h2>{words.historyTitle}</h2>
      <table class="season-table">
        <thead>
          <tr>
            <th scope="col">{words.date}</th>
            <th scope="col">{words.place}</th>
            <th scope="col">{words.district}</th>
          </tr>
        </thead>
        <tbody>
          {firstVisits.map(({ date, districtCode, ko, en }) => (
            <tr key={date}>
              <th scope="row">{words.onDate(yearOf(date), dateText(date, locale))}</th>
              <td>{locale === "ko" ? ko : en}</td>
              <td>{districtName(districtCode, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
