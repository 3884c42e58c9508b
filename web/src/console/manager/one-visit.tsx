import type { ComponentChildren } from "preact";
import { useCallback } from "preact/hooks";
import { managerWords } from "../../../../shared/copy/pages-manager.ts";
import type { Locale } from "../../../../shared/domain/locale.ts";
import type { Place } from "../../../../shared/domain/place.ts";
import { dateText } from "../../../../shared/domain/seoul-time.ts";
import type { Visit } from "../../../../shared/domain/visit.ts";
import { call } from "../../platform/api.ts";
import { inLocale } from "../../platform/locale.ts";
import { afterDay } from "../../platform/times.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Unloaded } from "../../ui/unloaded.tsx";
import { NotFound } from "../not-found.tsx";
import { visitPath } from "../paths.ts";

export type Planned = { visit: Visit; place: Place };

/** "12월 3일(목) 서울역광장" */
export const visitName = ({ visit, place }: Planned, locale: Locale): string =>
  afterDay(dateText(visit.date, locale), inLocale(locale, place.nameKo, place.nameEn).text, locale);

type Props = {
  visitId: string;
  /** Title while it loads. */
  title: string;
  children: (planned: Planned, back: { href: string; label: string }, reload: () => Promise<void>, isOver: boolean) => ComponentChildren;
};

/** A page about one visit, of whichever day. `isOver`: its day is over, and nothing of it can be changed. */
export const OneVisit = ({ visitId, title, children }: Props) => {
  const words = useWords(managerWords);
  const [loaded, reload] = useLoaded(useCallback(() => call("GET /api/staff/visits", { query: { visitId } }), [visitId]));
  const back = { href: visitPath(visitId), label: words.factsTitle };
  if (loaded.state !== "loaded") return <Unloaded title={title} back={back} loaded={loaded} onRetry={reload} />;
  const found = loaded.value.visits.find(({ visit }) => visit.visitId === visitId);
  return found ? children(found, back, reload, found.visit.date < loaded.value.today) : <NotFound />;
};
