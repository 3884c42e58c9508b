import type { VisitRoles } from "../../shared/contract/sign-in.ts";
import type { StaffMember } from "../../shared/contract/staff.ts";
import type { AccountId, EmployerId, PersonId, VisitId } from "../../shared/domain/ids.ts";
import { addDays, type Instant, instantOf, type LocalDate, LocalTime } from "../../shared/domain/seoul-time.ts";
import type { StaffRole } from "../../shared/domain/states.ts";
import type { Clock } from "../platform/clock.ts";
import { type Db, findItem, findItems, type Item, queryItems } from "../platform/db.ts";
import { accountKey, addressKey, newcomersIndexPartition, staffIndexPartition } from "../platform/keys.ts";
import { findVisits, type PlannedVisit } from "../visits/visit-reads.ts";

/** Who may do what: one account per mail address, with the person, the employers and the staff roles behind it. */
export type AccountItem = Item & {
  accountId: AccountId;
  mail: string;
  personId: PersonId;
  employerIds?: Set<EmployerId>;
  staffName?: string;
  /** What they may do at every visit. */
  staffRoles?: StaffRole[];
  /** What they may do at one visit; until when, its date says (`visitRolesOf`). */
  visitRoles?: Record<VisitId, { roles: StaffRole[] }>;
  /** Passkeys and apps; none when absent. */
  factorCount?: number;
  /** Set by whoever invites, taken away by the first factor. */
  enrolUntil?: Instant;
  /** Its address was written down by staff, and nobody has proved yet that it is the person's: it opens nothing of theirs. */
  isUnproven?: true;
  /** How often a year of birth was said to prove it; 0 when absent. */
  proofTries?: number;
  /** Sessions of an earlier epoch are over; 0 when absent. */
  sessionEpoch?: number;
};

/** Whether an account may act on other people's data. */
export const hasRights = ({
  employerIds,
  staffRoles,
  visitRoles,
}: Pick<AccountItem, "employerIds" | "staffRoles" | "visitRoles">): boolean =>
  (employerIds?.size ?? 0) > 0 || (staffRoles?.length ?? 0) > 0 || Object.keys(visitRoles ?? {}).length > 0;

/** What is left to do after a visit is done by then: as long as its keys are kept. */
const daysAfter = 14;

type RolesAtVisits = Pick<AccountItem, "visitRoles">;
const visitIdsOf = ({ visitRoles = {} }: RolesAtVisits): VisitId[] => Object.keys(visitRoles) as VisitId[];

/** They end two weeks after the visit, on whatever day that is by now. */
const rolesStill = (account: RolesAtVisits, visits: ReadonlyMap<VisitId, PlannedVisit>, now: Instant): VisitRoles[] =>
  visitIdsOf(account).flatMap((visitId) => {
    const date = visits.get(visitId)?.visit.date;
    const until = date && instantOf(addDays(date, daysAfter), LocalTime.parse("00:00"));
    return until && now < until ? [{ visitId, roles: account.visitRoles?.[visitId]?.roles ?? [], until }] : [];
  });

type Reading = { db: Db; clock: Clock };

/** Roles at single visits that are not over. Only of whoever has any, the visits are looked up. */
export const visitRolesOf = async ({ db, clock }: Reading, account: RolesAtVisits): Promise<VisitRoles[]> =>
  rolesStill(account, await findVisits(db, visitIdsOf(account)), clock.now());

/** The account behind an address; undefined for an address that never signed in and was never given a role. */
export const findAccountId = async (db: Db, mail: string): Promise<AccountId | undefined> =>
  (await findItem<{ accountId: AccountId }>(db, addressKey(mail)))?.accountId;

export const findAccount = (db: Db, accountId: AccountId): Promise<AccountItem | undefined> =>
  findItem<AccountItem>(db, accountKey(accountId));

export const findAccounts = async (db: Db, ids: readonly AccountId[]): Promise<AccountItem[]> =>
  ((await findItems(db, ids.map(accountKey))) as (AccountItem | undefined)[]).filter((account) => account !== undefined);

/** Whether somebody works with firms, so that one can be given to them. */
export const findsFirms = async (db: Db, accountId: AccountId): Promise<boolean> => {
  const roles = (await findAccount(db, accountId))?.staffRoles ?? [];
  return roles.includes("outreach") || roles.includes("manager");
};

export const getAccount = async (db: Db, accountId: AccountId): Promise<AccountItem> => {
  const account = await findAccount(db, accountId);
  if (!account) throw new Error(`There is no account ${accountId}.`);
  return account;
};

export const staffMemberOf = async (reading: Reading, account: AccountItem): Promise<StaffMember> =>
  memberOf(account, await visitRolesOf(reading, account));

/** Everybody who holds or held a staff role, as managers see them. */
export const listStaffMembers = async ({ db, clock }: Reading): Promise<StaffMember[]> => {
  const staff = await listStaff(db);
  const visits = await findVisits(db, [...new Set(staff.flatMap(visitIdsOf))]);
  return staff.map((account) => memberOf(account, rolesStill(account, visits, clock.now())));
};

const memberOf = (
  { accountId, staffName = "", mail, staffRoles = [], factorCount = 0, enrolUntil }: AccountItem,
  atVisits: VisitRoles[],
): StaffMember => ({
  accountId,
  name: staffName,
  mail,
  roles: staffRoles,
  atVisits,
  factors: factorCount,
  enrolUntil: factorCount === 0 ? (enrolUntil ?? null) : null,
});

/** Accounts that were made up to and with a day, and of which it is not known what they are for; a moment old. */
export const listNewcomers = (db: Db, until: LocalDate): Promise<AccountItem[]> =>
  queryItems<AccountItem>(db, {
    IndexName: "gsi1",
    KeyConditionExpression: "gsi1pk = :new AND gsi1sk < :end",
    ExpressionAttributeValues: { ":new": newcomersIndexPartition, ":end": instantOf(addDays(until, 1), LocalTime.parse("00:00")) },
  });

/** Everybody who holds or held a staff role, by name. */
export const listStaff = (db: Db): Promise<AccountItem[]> =>
  queryItems<AccountItem>(db, {
    IndexName: "gsi1",
    KeyConditionExpression: "gsi1pk = :staff",
    ExpressionAttributeValues: { ":staff": staffIndexPartition },
  });

/** Names of staff by account, as they were entered; whoever never held a role has none. */
export const findStaffNames = async (db: Db, ids: readonly AccountId[]): Promise<Map<AccountId, string>> => {
  return new Map((await findAccounts(db, ids)).flatMap(({ accountId, staffName }) => (staffName ? [[accountId, staffName]] : [])));
};
