import { consoleWords } from "../../../../shared/copy/pages-console.ts";
import { managerWords } from "../../../../shared/copy/pages-manager.ts";
import type { Place } from "../../../../shared/domain/place.ts";
import { zones } from "../../../../shared/domain/zones.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { SelectField } from "../../ui/field.tsx";

type Props = { pointer: string; places: readonly Place[]; chosen: string | undefined; error: string | undefined };

/** Where the bus parks, by zone. */
export const PlaceField = ({ pointer, places, chosen, error }: Props) => {
  const words = useWords(managerWords);
  const common = useWords(consoleWords);
  const locale = useLocale();
  if (places.length === 0)
    return (
      <p>
        {words.placesNone} <ButtonLink href="/console/places/new">{words.addPlace}</ButtonLink>
      </p>
    );
  return (
    <SelectField pointer={pointer} label={words.place} error={error} defaultValue={chosen ?? ""}>
      <option value="">{common.choose}</option>
      {zones.map((zone) => {
        const here = places.filter((place) => place.zone === zone.code);
        return (
          here.length > 0 && (
            <optgroup key={zone.code} label={zone[locale]}>
              {here.map((place) => (
                <option key={place.placeId} value={place.placeId}>
                  {locale === "ko" ? place.nameKo : place.nameEn}
                </option>
              ))}
            </optgroup>
          )
        );
      })}
    </SelectField>
  );
};
