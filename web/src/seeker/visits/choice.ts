import type { PublicVisit } from "../../../../shared/contract/public.ts";
import type { LocalDate } from "../../../../shared/domain/seoul-time.ts";
import { type Area, areaOf, textOfArea } from "../../platform/area.ts";

/** What the reader looks for. */
export type VisitChoice = { area: Area; date: string | undefined };

type Placed = Pick<PublicVisit, "date"> & { place: Pick<PublicVisit["place"], "zone" | "districtCode"> };

export const fits = ({ area, date }: VisitChoice, { place, ...visit }: Placed): boolean =>
  (date === undefined || visit.date === date) &&
  (area === "all" || ("zone" in area ? place.zone === area.zone : place.districtCode === area.district));

/** The choice as the address of the page keeps it, so that it can be sent to somebody and survives the back button. */
export function choiceIn(search: string): VisitChoice {
  const params = new URLSearchParams(search);
  return { area: areaOf(params.get("area")), date: params.get("date") || undefined };
}

export function searchOf({ area, date }: VisitChoice): string {
  const params = new URLSearchParams();
  if (area !== "all") params.set("area", textOfArea(area));
  if (date) params.set("date", date);
  return params.size > 0 ? `?${params}` : "";
}

/** Visits per district, for the map. */
export function visitsByDistrict(visits: readonly Placed[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { place } of visits) counts.set(place.districtCode, (counts.get(place.districtCode) ?? 0) + 1);
  return counts;
}

/** Dates of the visits, each once, by month. */
export function datesByMonth(visits: readonly Pick<PublicVisit, "date">[]): [month: number, dates: LocalDate[]][] {
  const months = new Map<string, LocalDate[]>();
  for (const date of new Set(visits.map((visit) => visit.date))) {
    const month = date.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), date]);
  }
  return [...months].map(([month, dates]) => [Number(month.slice(5)), dates]);
}
