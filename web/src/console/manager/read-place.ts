import { zoneOf } from "../../../../shared/domain/zones.ts";
import { numberIn, textIn } from "../../ui/use-form.ts";

const textOrNull = (data: FormData, pointer: string): string | null => textIn(data, pointer).trim() || null;

/** The fields of a place's form as the body of the request; the zone follows from the district. */
export const readPlace = (data: FormData) => ({
  nameKo: textIn(data, "/nameKo"),
  nameEn: textIn(data, "/nameEn"),
  zone: zoneOf(textIn(data, "/districtCode")) ?? "",
  districtCode: textIn(data, "/districtCode"),
  roadAddress: textOrNull(data, "/roadAddress"),
  lat: numberIn(data, "/lat"),
  lng: numberIn(data, "/lng"),
  stationKo: textOrNull(data, "/stationKo"),
  stationEn: textOrNull(data, "/stationEn"),
  stepFreeAccess: data.has("/stepFreeAccess"),
  indoorWaiting: data.has("/indoorWaiting"),
  noteKo: textOrNull(data, "/noteKo"),
  noteEn: textOrNull(data, "/noteEn"),
});
