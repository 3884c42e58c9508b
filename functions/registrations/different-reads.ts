import type { AccountId, PersonId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { type Db, findItems, type Item, queryPartition } from "../platform/db.ts";
import { differentKey, differentPrefix, personPartition } from "../platform/keys.ts";

/** That staff made sure that two people of one name are two. It lies with either, so that it goes with whoever goes first. */
export type DifferentItem = Item & { personId: PersonId; otherId: PersonId; at: Instant; staffId: AccountId; reason: string };

export const listDifferentOf = (db: Db, personId: PersonId): Promise<DifferentItem[]> =>
  queryPartition<DifferentItem>(db, personPartition(personId), differentPrefix);

type Ids = readonly PersonId[];

/** What was said of somebody and somebody else, under any of the ids that each of them has. */
export const findDifferent = async (db: Db, ids: Ids, others: Ids): Promise<DifferentItem[]> => {
  const keys = ids.flatMap((personId) => others.map((otherId) => differentKey(personId, otherId)));
  return ((await findItems(db, keys)) as (DifferentItem | undefined)[]).filter((item) => item !== undefined);
};
