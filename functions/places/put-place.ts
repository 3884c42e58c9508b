import type { Place } from "../../shared/domain/place.ts";
import type { Deps } from "../platform/deps.ts";
import { placeKey } from "../platform/keys.ts";
import { transact } from "../platform/transact.ts";

/** Adds a place or changes it. Visits that are planned already keep the place as it was when they were planned. */
export const putPlace = async ({ db }: Pick<Deps, "db">, place: Place): Promise<Place> => {
  await transact(db, {
    place: {
      Update: {
        Key: placeKey(place.placeId),
        UpdateExpression: "SET #type = :type, place = :place ADD version :one",
        ExpressionAttributeNames: { "#type": "type" },
        ExpressionAttributeValues: { ":type": "place", ":place": place, ":one": 1 },
      },
    },
  });
  return place;
};
