import type { PublicVisit } from "../../../../shared/contract/public.ts";
import { districtAndZone } from "../../../../shared/copy/districts.ts";
import { timesWords } from "../../../../shared/copy/pages-employer-times.ts";
import { dateText, timeRangeText } from "../../../../shared/domain/seoul-time.ts";
import { inLocale } from "../../platform/locale.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { fieldId } from "../../ui/field.tsx";

type Props = { visits: readonly PublicVisit[]; chosen: string | undefined; error: string | undefined; onChoose: (visitId: string) => void };

/** One visit out of several, as cards that are radio buttons. */
export const VisitChoice = ({ visits, chosen, error, onChoose }: Props) => {
  const words = useWords(timesWords);
  const locale = useLocale();
  const id = fieldId("/visitId");
  return (
    <fieldset class="field" aria-describedby={error ? `${id}-error` : undefined}>
      <legend class="field-label">
        <span class="field-name">{words.chooseVisit}</span>
      </legend>
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <div class="choices choice-cards">
        {visits.map((visit, i) => {
          const name = inLocale(locale, visit.place.nameKo, visit.place.nameEn);
          return (
            <label class="choice" key={visit.visitId}>
              <input
                type="radio"
                name="/visitId"
                id={i === 0 ? id : `${id}-${i}`}
                value={visit.visitId}
                checked={visit.visitId === chosen}
                onChange={() => onChoose(visit.visitId)}
              />
              <span class="stack stack-tight">
                <strong>{dateText(visit.date, locale)}</strong>
                <span lang={name.lang}>{name.text}</span>
                <span class="soft small">
                  {districtAndZone(visit.place.districtCode, locale)} · {timeRangeText(visit.startTime, visit.endTime, locale)}
                </span>
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
};
