import type { Employer } from "../../shared/domain/employer.ts";
import type { EmployerId } from "../../shared/domain/ids.ts";
import { type Db, findItem, findItems, type Item, queryItems } from "../platform/db.ts";
import { employerKey, pendingIndexPartition } from "../platform/keys.ts";

export type EmployerItem = Item & { employer: Omit<Employer, "version"> };

const employerOf = ({ employer, version }: EmployerItem): Employer => ({ ...employer, version });

export const findEmployer = async (db: Db, employerId: EmployerId): Promise<Employer | undefined> => {
  const item = await findItem<EmployerItem>(db, employerKey(employerId));
  return item && employerOf(item);
};

export const listEmployersOf = async (db: Db, ids: readonly EmployerId[]): Promise<Employer[]> => {
  const items = (await findItems(db, ids.map(employerKey))) as (EmployerItem | undefined)[];
  return items.flatMap((item) => (item ? [employerOf(item)] : []));
};

/** At most so many in one list. */
const listLimit = 100;

/** Employers that wait to be verified, oldest first. */
export const listPendingEmployers = async (db: Db): Promise<Employer[]> => {
  const items = await queryItems<EmployerItem>(
    db,
    {
      IndexName: "gsi1",
      KeyConditionExpression: "gsi1pk = :pending",
      ExpressionAttributeValues: { ":pending": pendingIndexPartition("employer") },
    },
    listLimit,
  );
  return items.map(employerOf);
};
