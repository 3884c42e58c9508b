import type { PlaceId } from "../../shared/domain/ids.ts";
import type { Place } from "../../shared/domain/place.ts";
import { type Db, findItem, type Item, queryPartition } from "../platform/db.ts";
import { placeKey, placePartition, placePrefix } from "../platform/keys.ts";

export type PlaceItem = Item & { place: Place };

export const findPlace = async (db: Db, placeId: PlaceId): Promise<Place | undefined> =>
  (await findItem<PlaceItem>(db, placeKey(placeId)))?.place;

/** Places by id; a city has some dozens. */
export const listPlaces = async (db: Db): Promise<Place[]> =>
  (await queryPartition<PlaceItem>(db, placePartition, placePrefix)).map((item) => item.place);
