import { useEffect, useState } from "preact/hooks";
import type { OperationKey } from "../../../../shared/contract/api.ts";
import { calendarPageWords } from "../../../../shared/copy/pages-seeker/calendar.ts";
import type { Locale } from "../../../../shared/domain/locale.ts";
import { zones } from "../../../../shared/domain/zones.ts";
import { addressOf } from "../../platform/address.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";

const feedOperation = "GET /api/public/calendars/{locale}/{file}" satisfies OperationKey;

type Area = "seoul" | (typeof zones)[number]["code"];
const pathOf = (area: Area, locale: Locale): string => addressOf(feedOperation, { params: { locale, file: `${area}.ics` } }).url;

/** Links by which calendars of phones and computers subscribe: `webcal` opens them, the plain address is for those that want to be told it. */
export const Subscribe = () => {
  const words = useWords(calendarPageWords);
  const locale = useLocale();
  // The prerendered page knows no host; until it does, the link is to the file itself.
  const [host, setHost] = useState<{ webcal: string; plain: string }>({ webcal: "", plain: "" });
  useEffect(() => setHost({ webcal: `webcal://${location.host}`, plain: location.origin }), []);
  const areas: readonly (readonly [Area, string])[] = [
    ["seoul", words.wholeSeoul],
    ...zones.map((zone) => [zone.code, zone[locale]] as const),
  ];
  return (
    <section class="card stack" aria-labelledby="subscribe">
      <h2 id="subscribe">{words.subscribeTitle}</h2>
      <p>{words.subscribeLead}</p>
      <ul class="calendar-feeds" role="list">
        {areas.map(([area, name]) => (
          <li key={area}>
            <ButtonLink wide href={host.webcal + pathOf(area, locale)}>
              {words.subscribe(name)}
            </ButtonLink>
          </li>
        ))}
      </ul>
      <details>
        <summary>{words.addressTitle}</summary>
        <p>{words.addressHint}</p>
        <ul class="calendar-addresses" role="list">
          {areas.map(([area, name]) => (
            <li key={area}>
              {name}
              <span class="calendar-address" lang="en">
                {host.plain + pathOf(area, locale)}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
};
