import { Fragment } from "preact";
import { visitsWords } from "../../../../shared/copy/pages-seeker/visits.ts";
import { zoneOf } from "../../../../shared/domain/zones.ts";
import type { Area } from "../../platform/area.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { tiles } from "./tile-map.ts";

type Props = { counts: ReadonlyMap<string, number>; area: Area; onChoose: (area: Area) => void };

const isChosen = (area: Area, district: string): boolean =>
  area !== "all" && ("zone" in area ? area.zone === zoneOf(district) : area.district === district);

export const DistrictMap = ({ counts, area, onChoose }: Props) => {
  const locale = useLocale();
  const words = useWords(visitsWords);
  return (
    <div class="stack stack-tight">
      <p class="soft small">{words.mapHint}</p>
      <div class="map" role="group" aria-label={words.map}>
        {tiles.map(({ district, column, row, ...names }) => {
          const visits = counts.get(district) ?? 0;
          const chosen = isChosen(area, district);
          const parts = names[locale];
          return (
            <button
              type="button"
              key={district}
              class={`tile column-${column} row-${row}`}
              data-zone={zoneOf(district)}
              data-visits={visits > 0}
              aria-pressed={chosen}
              onClick={() => onChoose(chosen ? "all" : { district })}
            >
              <span>
                {parts.map((part) => (
                  <Fragment key={part}>
                    {part}
                    <wbr />
                  </Fragment>
                ))}{" "}
                <span class="unseen">{words.tileVisits(visits)}</span>
              </span>
            </button>
          );
        })}
      </div>
    </div>
  );
};
