import { type Zone, zoneOf, zones } from "../../../shared/domain/zones.ts";

/** A zone, a district, or all of Seoul. */
export type Area = { zone: Zone } | { district: string } | "all";

/** Reads an area as it stands in an address or a select: a zone's code, a district's code, or nothing. What is neither means all. */
export function areaOf(text: string | null): Area {
  if (text === null) return "all";
  if (zoneOf(text)) return { district: text };
  const zone = zones.find(({ code }) => code === text);
  return zone ? { zone: zone.code } : "all";
}

/** Inverse of `areaOf`; empty for all of Seoul. */
export const textOfArea = (area: Area): string => (area === "all" ? "" : "zone" in area ? area.zone : area.district);
