import type { Employer } from "../../shared/domain/employer.ts";
import type { EmployerId } from "../../shared/domain/ids.ts";
import type { BusinessNumber } from "../../shared/domain/text.ts";
import { type Db, findItem, findItems, type Item, queryItems, queryPartition } from "../platform/db.ts";
import { businessNumberPartition, employerKey, employerNumberPrefix, pendingIndexPartition } from "../platform/keys.ts";

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

/** Employers that say that they have a business number. */
export const listEmployersWith = async (db: Db, businessNumber: BusinessNumber): Promise<Employer[]> => {
  const pointers = await queryPartition<Item & { employerId: EmployerId }>(
    db,
    businessNumberPartition(businessNumber),
    employerNumberPrefix,
  );
  return pointers.length > 0
    ? listEmployersOf(
        db,
        pointers.map(({ employerId }) => employerId),
      )
    : [];
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
