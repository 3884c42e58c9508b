import type { Place } from "../../shared/domain/place.ts";
import type { Deps } from "../platform/deps.ts";
import { placeKey } from "../platform/keys.ts";
import { transact } from "../platform/transact.ts";
import { upsert } from "../platform/upsert.ts";

/** Adds a place or changes it. Visits that are planned already keep the place as it was when they were planned. */
export const putPlace = async ({ db }: Pick<Deps, "db">, place: Place): Promise<Place> => {
  await transact(db, { place: upsert(placeKey(place.placeId), "place", { place }) });
  return place;
};
