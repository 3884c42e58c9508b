import type { ComponentChildren } from "preact";
import { managerWords } from "../../../../shared/copy/pages-manager.ts";
import type { Locale } from "../../../../shared/domain/locale.ts";
import type { Place } from "../../../../shared/domain/place.ts";
import { dateText } from "../../../../shared/domain/seoul-time.ts";
import type { Visit } from "../../../../shared/domain/visit.ts";
import { inLocale } from "../../platform/locale.ts";
import { afterDay } from "../../platform/times.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Unloaded } from "../../ui/unloaded.tsx";
import { NotFound } from "../not-found.tsx";
import { visitPath } from "../paths.ts";
import { askVisits } from "./visit-list-page.tsx";

export type Planned = { visit: Visit; place: Place };

/** "12월 3일(목) 서울역광장" */
export const visitName = ({ visit, place }: Planned, locale: Locale): string =>
  afterDay(dateText(visit.date, locale), inLocale(locale, place.nameKo, place.nameEn).text, locale);

type Props = {
  visitId: string;
  /** Title while it loads. */
  title: string;
  children: (planned: Planned, back: { href: string; label: string }, reload: () => Promise<void>) => ComponentChildren;
};

/** A page about one visit. There is no address for one visit in the API of staff: it is found in the list. */
export const OneVisit = ({ visitId, title, children }: Props) => {
  const words = useWords(managerWords);
  const [loaded, reload] = useLoaded(askVisits);
  const back = { href: visitPath(visitId), label: words.factsTitle };
  if (loaded.state !== "loaded") return <Unloaded title={title} back={back} loaded={loaded} onRetry={reload} />;
  const found = loaded.value.visits.find(({ visit }) => visit.visitId === visitId);
  return found ? children(found, back, reload) : <NotFound />;
};
