import { useEffect, useState } from "preact/hooks";
import type { PublicVisit } from "../../../../shared/contract/public.ts";
import { visitsWords } from "../../../../shared/copy/pages-seeker/visits.ts";
import { dateText } from "../../../../shared/domain/seoul-time.ts";
import { zones } from "../../../../shared/domain/zones.ts";
import { areaOf, textOfArea } from "../../platform/area.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { SelectField } from "../../ui/field.tsx";
import { datesByMonth, type VisitChoice, visitsByDistrict } from "./choice.ts";
import { DistrictMap } from "./district-map.tsx";

type Props = { visits: readonly PublicVisit[]; choice: VisitChoice; onChoose: (choice: VisitChoice) => void };

/** Choosing by area and date. The map offers the same districts as the list above it. */
export const VisitSearch = ({ visits, choice, onChoose }: Props) => {
  const locale = useLocale();
  const words = useWords(visitsWords);
  // On a wide screen there is room for the map from the start.
  const [mapOpen, setMapOpen] = useState(false);
  useEffect(() => setMapOpen(matchMedia("(min-width: 60em)").matches), []);
  return (
    <section class="visit-search" aria-labelledby="find">
      <h2 id="find" class="unseen">
        {words.find}
      </h2>
      <SelectField
        pointer="/area"
        label={words.area}
        value={textOfArea(choice.area)}
        onChange={(event) => onChoose({ ...choice, area: areaOf(event.currentTarget.value) })}
      >
        <option value="">{words.wholeSeoul}</option>
        {zones.map((zone) => (
          <optgroup key={zone.code} label={zone[locale]}>
            <option value={zone.code}>{words.wholeZone(zone[locale])}</option>
            {zone.districts.map((district) => (
              <option key={district.code} value={district.code}>
                {district[locale]}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      <SelectField
        pointer="/date"
        label={words.date}
        value={choice.date ?? ""}
        onChange={(event) => onChoose({ ...choice, date: event.currentTarget.value || undefined })}
      >
        <option value="">{words.anyDate}</option>
        {datesByMonth(visits).map(([month, dates]) => (
          <optgroup key={month} label={words.month(month)}>
            {dates.map((date) => (
              <option key={date} value={date}>
                {dateText(date, locale)}
              </option>
            ))}
          </optgroup>
        ))}
      </SelectField>
      <details class="map-box" open={mapOpen} onToggle={(event) => setMapOpen(event.currentTarget.open)}>
        <summary>{words.map}</summary>
        <DistrictMap counts={visitsByDistrict(visits)} area={choice.area} onChoose={(area) => onChoose({ ...choice, area })} />
      </details>
    </section>
  );
};
