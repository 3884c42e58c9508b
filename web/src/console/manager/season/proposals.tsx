import { useEffect, useRef, useState } from "preact/hooks";
import type { SeasonVisit } from "../../../../../shared/contract/season.ts";
import { districtAndZone } from "../../../../../shared/copy/districts.ts";
import { seasonWords } from "../../../../../shared/copy/pages-manager-season.ts";
import { holidayOn } from "../../../../../shared/domain/holidays.ts";
import { monthOf, monthText } from "../../../../../shared/domain/months.ts";
import { type Place, placeNameOf } from "../../../../../shared/domain/place.ts";
import {
  type DraftVisit,
  doubtsOf,
  drop,
  putAt,
  putOn,
  type SeasonDraft,
  stopsPublishing,
} from "../../../../../shared/domain/season-draft.ts";
import { dateText, type LocalDate } from "../../../../../shared/domain/seoul-time.ts";
import { inLocale } from "../../../platform/locale.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Button } from "../../../ui/button.tsx";
import type { KeptSeason } from "./draft-keeper.ts";
import { ProposalDialog } from "./proposal-dialog.tsx";

type Props = { season: KeptSeason; places: readonly Place[]; taken: readonly SeasonVisit[]; onChange: (draft: SeasonDraft) => void };
type Line = { date: LocalDate; visit?: DraftVisit; none?: string };

/** The proposals, a table a month: each day of the rule with its visit or why there is none. */
export const Proposals = ({ round, season, places, taken, onChange }: Props & { round: number }) => {
  const words = useWords(seasonWords);
  const locale = useLocale();
  const [changing, setChanging] = useState<DraftVisit>();
  const heading = useRef<HTMLHeadingElement>(null);
  // The form that was sent has made way: who reads goes on with what came of it.
  useEffect(() => {
    if (round > 0) heading.current?.focus();
  }, [round]);
  const takenAt = (date: LocalDate) => {
    const there = taken.find((one) => one.date === date);
    return there && inLocale(locale, there.placeNameKo, there.placeNameEn).text;
  };
  const lines: Line[] = [
    ...season.visits.map((visit) => ({ date: visit.date, visit })),
    ...season.none
      .filter(({ date }) => !season.visits.some((visit) => visit.date === date))
      .map(({ date, because, why }) => ({
        date,
        none: words.none[because](takenAt(date) ?? (because === "holiday" ? holidayOn(date, locale) : why) ?? why),
      })),
  ].sort((a, b) => (a.date < b.date ? -1 : 1));
  const months = [...new Set(lines.map(({ date }) => monthOf(date)))];
  return (
    <section class="stack stack-loose">
      <h2 tabIndex={-1} ref={heading}>
        {words.proposalsTitle}
      </h2>
      <p class="soft">{words.proposalsLead}</p>
      {months.map((month) => (
        <table class="season-table" key={month}>
          <caption>{monthText(month, locale)}</caption>
          <thead>
            <tr>
              <th scope="col">{words.date}</th>
              <th scope="col">{words.place}</th>
            </tr>
          </thead>
          <tbody>
            {lines
              .filter(({ date }) => monthOf(date) === month)
              .map((line) => (
                <Row
                  key={line.visit?.visitId ?? line.date}
                  line={line}
                  season={season}
                  places={places}
                  taken={taken}
                  onChoose={setChanging}
                  onDrop={(visitId) => onChange(putOn(season, visitId, line.date))}
                />
              ))}
          </tbody>
        </table>
      ))}
      <ProposalDialog
        visit={changing}
        places={places}
        onClose={() => setChanging(undefined)}
        onSave={({ visitId, date, placeId }) => {
          onChange(putAt(putOn(season, visitId, date), visitId, placeId));
          setChanging(undefined);
        }}
        onDrop={(visitId) => {
          onChange(drop(season, visitId));
          setChanging(undefined);
        }}
      />
    </section>
  );
};

type RowProps = Omit<Props, "onChange"> & {
  line: Line;
  onChoose: (visit: DraftVisit) => void;
  onDrop: (visitId: DraftVisit["visitId"]) => void;
};

const dragged = "text/plain";

/** Rows are dragged by a mouse; everything that dragging does the button does too. */
const Row = ({ line: { date, visit, none }, season, places, taken, onChoose, onDrop }: RowProps) => {
  const words = useWords(seasonWords);
  const locale = useLocale();
  const [over, setOver] = useState(false);
  const isStored = visit !== undefined && season.stored.includes(visit.visitId);
  const place = places.find(({ placeId }) => placeId === visit?.placeId);
  const doubts = visit && !isStored ? doubtsOf(visit, season, places, taken) : [];
  const when = dateText(date, locale);
  return (
    <tr
      class={[over ? "is-over" : "", visit ? "" : "is-none", doubts.some(stopsPublishing) ? "is-bad" : ""].join(" ").trim() || undefined}
      draggable={visit !== undefined && !isStored}
      onDragStart={(event) => visit && event.dataTransfer?.setData(dragged, visit.visitId)}
      onDragOver={(event) => {
        if (isStored) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const visitId = event.dataTransfer?.getData(dragged) as DraftVisit["visitId"] | undefined;
        if (visitId && visitId !== visit?.visitId) onDrop(visitId);
      }}
    >
      <th scope="row">{when}</th>
      {visit ? (
        <td>
          <div class="season-visit">
            <div>
              <span lang={locale}>{place ? placeNameOf(place, locale) : visit.placeId}</span>
              {place && <span class="soft small season-district">{districtAndZone(place.districtCode, locale)}</span>}
              {doubts.map((doubt) => (
                <span class="season-doubt small" key={doubt}>
                  {words.doubts[doubt]}
                </span>
              ))}
            </div>
            {isStored ? (
              <span class="small">{words.stored}</span>
            ) : (
              <Button onClick={() => onChoose(visit)} aria-label={words.changeOf(when)}>
                {words.change}
              </Button>
            )}
          </div>
        </td>
      ) : (
        <td class="soft">{none}</td>
      )}
    </tr>
  );
};
