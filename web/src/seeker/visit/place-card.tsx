import { districtAndZone } from "../../../../shared/copy/districts.ts";
import { visitWords } from "../../../../shared/copy/pages-seeker/visit.ts";
import type { Place } from "../../../../shared/domain/place.ts";
import { inLocale } from "../../platform/locale.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Facts } from "../../ui/card.tsx";
import { mapLinks } from "./map-links.ts";

export const PlaceCard = ({ place }: { place: Place }) => {
  const locale = useLocale();
  const words = useWords(visitWords);
  const links = mapLinks(place);
  const station = place.stationKo ? inLocale(locale, place.stationKo, place.stationEn) : undefined;
  return (
    <section class="card" aria-labelledby="get-there">
      <h2 id="get-there">{words.getThere}</h2>
      <Facts
        rows={[
          [
            words.address,
            <>
              {place.roadAddress && (
                <>
                  <span lang={locale === "en" ? "ko" : undefined}>{place.roadAddress}</span>
                  <br />
                </>
              )}
              {districtAndZone(place.districtCode, locale)}
            </>,
          ],
          [words.station, station && <span lang={station.lang}>{station.text}</span>],
          [
            words.access,
            `${place.stepFreeAccess ? words.stepFree : words.stepped}. ${place.indoorWaiting ? words.indoor : words.outdoor}.`,
          ],
        ]}
      />
      <ul class="map-links" role="list" aria-label={words.mapsTitle}>
        {(["kakao", "naver", "google"] as const).map((map) => (
          <li key={map}>
            <a class="button" href={links[map]} target="_blank" rel="noopener noreferrer">
              <span>
                {words[map]}
                <span class="unseen"> ({words.newWindow})</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};
