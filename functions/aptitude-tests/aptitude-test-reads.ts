import type { AptitudeAct, AptitudeTestKind, AptitudeTestState } from "../../shared/domain/aptitude-test.ts";
import type { AccountId, AptitudeTestId, FollowUpId, PersonId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import type { Instant, LocalDate } from "../../shared/domain/seoul-time.ts";
import { type Db, findItem, type Item, queryItems, queryPartition } from "../platform/db.ts";
import { aptitudeTestKey, aptitudeTestPrefix, aptitudeTestsIndexPartition, personPartition } from "../platform/keys.ts";
import { idsOfSame } from "../registrations/person-reads.ts";

/** A test, beside its person, so that it goes where they go. */
export type StoredAptitudeTest = {
  testId: AptitudeTestId;
  personId: PersonId;
  /** The registration with which they asked for it. */
  visitId: VisitId;
  registrationId: RegistrationId;
  state: AptitudeTestState;
  kind?: AptitudeTestKind | undefined;
  why?: string | undefined;
  /** What was done, one after the other; the first is that it was asked for. `on`: the day in Seoul on which it was taken. */
  steps: { did: "requested" | AptitudeAct; at: Instant; on?: LocalDate; byId: AccountId }[];
  /** Who took back the last that was done, where nothing was done since. */
  undoneBy?: AccountId | undefined;
  /** On whose list it is until it is over. */
  followUpId: FollowUpId;
};
export type AptitudeTestItem = Item & StoredAptitudeTest;

/** By person, or by any of their records. */
export const findAptitudeTest = async (db: Db, personId: PersonId, testId: AptitudeTestId): Promise<AptitudeTestItem | undefined> => {
  for (const id of await idsOfSame(db, personId)) {
    const item = await findItem<AptitudeTestItem>(db, aptitudeTestKey(id, testId));
    if (item) return item;
  }
  return undefined;
};

/** Under each of their records, the newest first. */
export const listAptitudeTestsOf = async (db: Db, personId: PersonId): Promise<AptitudeTestItem[]> => {
  const ids = await idsOfSame(db, personId);
  const lists = await Promise.all(ids.map((id) => queryPartition<AptitudeTestItem>(db, personPartition(id), aptitudeTestPrefix)));
  return lists.flat().sort((a, b) => requestedAt(b).localeCompare(requestedAt(a)));
};

export const requestedAt = ({ steps }: StoredAptitudeTest): Instant => (steps[0] as StoredAptitudeTest["steps"][number]).at;

/** The register of a visit, by when they were asked for; a moment old. */
export const listAptitudeTestsAt = (db: Db, visitId: VisitId): Promise<AptitudeTestItem[]> =>
  queryItems<AptitudeTestItem>(db, {
    IndexName: "gsi1",
    KeyConditionExpression: "gsi1pk = :tests",
    ExpressionAttributeValues: { ":tests": aptitudeTestsIndexPartition(visitId) },
  });
