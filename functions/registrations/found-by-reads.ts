import { createHash } from "node:crypto";
import type { PersonId } from "../../shared/domain/ids.ts";
import { nameLetters, type SaidOfSelf } from "../../shared/domain/look-up-match.ts";
import { type Db, type Item, queryItems } from "../platform/db.ts";
import { foundByIndexPartition } from "../platform/keys.ts";
import { findPeople, type PersonItem } from "./person-reads.ts";

/** So that no name and no number stands in a key. */
export const foundByHash = (said: SaidOfSelf): string =>
  createHash("sha256")
    .update("name" in said ? `jobstop/found-by/v1\0name\0${nameLetters(said.name)}` : `jobstop/found-by/v1\0number\0${said.phoneEnd}`)
    .digest("base64url")
    .slice(0, 22);

/** At most so many people of this name, or whose number ends so, at whichever visit they are registered; a moment old. One query, however many people there are. */
export const listPeopleFoundBy = async (db: Db, said: SaidOfSelf, limit: number): Promise<PersonItem[]> => {
  const pointers = await queryItems<Item & { personId: PersonId }>(
    db,
    {
      IndexName: "gsi1",
      KeyConditionExpression: "gsi1pk = :said",
      ExpressionAttributeValues: { ":said": foundByIndexPartition(foundByHash(said)) },
    },
    limit,
  );
  const people = await findPeople(
    db,
    pointers.map(({ personId }) => personId),
  );
  return [...people.values()];
};
