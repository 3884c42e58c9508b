import { uiWords } from "../../../shared/copy/ui.ts";
import { zones } from "../../../shared/domain/zones.ts";
import { useLocale, useWords } from "../platform/use-locale.ts";

/** The 25 districts, by zone, for a `SelectField`. */
export const DistrictOptions = () => {
  const locale = useLocale();
  const words = useWords(uiWords);
  return (
    <>
      <option value="">{words.choose}</option>
      {zones.map((zone) => (
        <optgroup key={zone.code} label={zone[locale]}>
          {zone.districts.map((district) => (
            <option key={district.code} value={district.code}>
              {district[locale]}
            </option>
          ))}
        </optgroup>
      ))}
    </>
  );
};
