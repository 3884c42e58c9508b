import * as z from "zod/mini";
import { PlaceId } from "./ids.ts";
import type { Locale } from "./locale.ts";
import { oneLine, someLines } from "./text.ts";
import { DistrictCode, Zone } from "./zones.ts";

/** A reusable parking place of the bus. Coordinates are WGS 84 degrees and approximate (about 200 m). */
export const Place = z.strictObject({
  placeId: PlaceId,
  nameKo: oneLine(80),
  nameEn: oneLine(80),
  zone: Zone,
  districtCode: DistrictCode,
  roadAddress: z.nullable(oneLine(120)),
  lat: z.number().check(z.minimum(33), z.maximum(39)),
  lng: z.number().check(z.minimum(124), z.maximum(132)),
  stationKo: z.nullable(oneLine(60)),
  stationEn: z.nullable(oneLine(60)),
  stepFreeAccess: z.boolean(),
  indoorWaiting: z.boolean(),
  noteKo: z.nullable(someLines(200)),
  noteEn: z.nullable(someLines(200)),
});
export type Place = z.infer<typeof Place>;

/** The name in the reader's language. */
export const placeNameOf = (place: Pick<Place, "nameKo" | "nameEn">, locale: Locale): string =>
  locale === "en" ? place.nameEn : place.nameKo;

/** The name with the address, as a mail says it. */
export const placeTextOf = (place: Pick<Place, "nameKo" | "nameEn" | "roadAddress">, locale: Locale): string =>
  place.roadAddress ? `${placeNameOf(place, locale)} (${place.roadAddress})` : placeNameOf(place, locale);
