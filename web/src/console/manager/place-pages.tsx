import { districtAndZone } from "../../../../shared/copy/districts.ts";
import { consoleWords } from "../../../../shared/copy/pages-console.ts";
import { managerWords } from "../../../../shared/copy/pages-manager.ts";
import type { Place } from "../../../../shared/domain/place.ts";
import { zones } from "../../../../shared/domain/zones.ts";
import { inLocale } from "../../platform/locale.ts";
import { hasMoved } from "../../platform/router.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { NotFound } from "../not-found.tsx";
import { useFinish } from "../outcome.tsx";
import { PlaceForm } from "./place-form.tsx";
import { askPlaces } from "./visit-form-pages.tsx";

const list = "/console/places";

/** Where the bus can park, zone by zone. */
export const PlacesPage = () => {
  const words = useWords(managerWords);
  const locale = useLocale();
  const [loaded, reload] = useLoaded(askPlaces);
  const add = (
    <ButtonLink kind="main" href={`${list}/new`}>
      {words.addPlace}
    </ButtonLink>
  );
  return (
    <Page title={words.placesTitle} focus={hasMoved()}>
      {loaded.state === "loading" && <Loading />}
      {loaded.state === "failed" && <Failed problem={loaded.problem} onRetry={reload} />}
      {loaded.state === "loaded" &&
        (loaded.value.places.length === 0 ? (
          <Empty title={words.placesEmpty}>{add}</Empty>
        ) : (
          <>
            <div>{add}</div>
            {zones.map((zone) => {
              const here = loaded.value.places.filter((place) => place.zone === zone.code);
              return (
                here.length > 0 && (
                  <section class="stack" key={zone.code}>
                    <h2>{zone[locale]}</h2>
                    <ul class="visit-list" role="list">
                      {here.map((place) => (
                        <PlaceRow key={place.placeId} place={place} />
                      ))}
                    </ul>
                  </section>
                )
              );
            })}
          </>
        ))}
    </Page>
  );
};

const PlaceRow = ({ place }: { place: Place }) => {
  const words = useWords(managerWords);
  const common = useWords(consoleWords);
  const locale = useLocale();
  const name = inLocale(locale, place.nameKo, place.nameEn);
  const access = [...(place.stepFreeAccess ? [words.stepFree] : []), ...(place.indoorWaiting ? [words.indoorWaiting] : [])];
  return (
    <li class="visit-row">
      <span>
        <strong lang={name.lang}>{name.text}</strong>
      </span>
      <span class="soft small">{[districtAndZone(place.districtCode, locale), ...access].join(" · ")}</span>
      <span class="visit-state">
        <ButtonLink href={`${list}/${place.placeId}`}>
          {common.change}
          <span class="unseen"> {name.text}</span>
        </ButtonLink>
      </span>
    </li>
  );
};

export const NewPlacePage = () => {
  const words = useWords(managerWords);
  return <PlacePage title={words.addPlaceTitle} />;
};

export const ChangePlacePage = ({ placeId }: { placeId: string }) => {
  const words = useWords(managerWords);
  const [loaded, reload] = useLoaded(askPlaces);
  if (loaded.state !== "loaded")
    return <Unloaded title={words.changePlaceTitle} back={{ href: list, label: words.placesTitle }} loaded={loaded} onRetry={reload} />;
  const place = loaded.value.places.find((one) => one.placeId === placeId);
  return place ? <PlacePage title={words.changePlaceTitle} place={place} /> : <NotFound />;
};

const PlacePage = ({ title, place }: { title: string; place?: Place }) => {
  const words = useWords(managerWords);
  const finish = useFinish();
  return (
    <Page title={title} back={{ href: list, label: words.placesTitle }} focus={hasMoved()}>
      <Card>
        <PlaceForm place={place} onDone={(saved) => finish(words.placeSaved(saved.nameKo), list)} />
      </Card>
    </Page>
  );
};
