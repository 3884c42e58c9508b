import type { AccessLogRow } from "../../shared/contract/access-log.ts";
import type { EmployerProfile } from "../../shared/domain/employer.ts";
import type { AccountId, EmployerId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { maskName } from "../../shared/domain/mask-name.ts";
import { type AccountItem, findAccounts } from "../accounts/account-reads.ts";
import { listEmployersOf } from "../employers/employer-reads.ts";
import type { Db } from "../platform/db.ts";
import { findPeople } from "../registrations/person-reads.ts";
import { findAgendasOf } from "../registrations/registration-reads.ts";
import { findVisits } from "../visits/visit-reads.ts";
import type { StoredEntry } from "./ledger-reads.ts";
import type { ByWhom } from "./ledger-writes.ts";

const known = <T>(values: readonly (T | undefined)[]): T[] => [...new Set(values.filter((value) => value !== undefined))];

type Names = { accounts: ReadonlyMap<AccountId, AccountItem>; employers: ReadonlyMap<EmployerId, EmployerProfile> };

/** Names of staff as they were entered; whoever never held a role has none. */
const staffName = (accountId: AccountId, { accounts }: Names): string | null => accounts.get(accountId)?.staffName || null;

/** The one firm that an account belongs to: whoever signs in is not in a firm yet. */
const onlyFirmOf = (account: AccountItem | undefined): EmployerId | undefined => {
  const [employerId, ...others] = account?.employerIds ?? [];
  return others.length === 0 ? employerId : undefined;
};

type OfFirm = { accountId?: AccountId; employerId?: EmployerId };
const firmOf = ({ accountId, employerId }: OfFirm, { accounts, employers }: Names): EmployerProfile | undefined => {
  const id = employerId ?? onlyFirmOf(accountId && accounts.get(accountId));
  return id && employers.get(id);
};

/** What staff know a member of a firm by: the name of its contact, where it is that one's account; of others nobody asks for a name. */
const memberName = (by: OfFirm & { accountId: AccountId }, names: Names): string | null => {
  const mail = names.accounts.get(by.accountId)?.mail ?? null;
  const contact = firmOf(by, names)?.contact;
  return contact && contact.mail === mail ? contact.name : mail;
};

const whoOf = (by: ByWhom, names: Names): AccessLogRow["who"] => {
  if ("operator" in by) return { who: "operator" };
  if ("addressHash" in by) return { who: "stranger", addressHash: by.addressHash };
  if ("pairingId" in by) return { who: "device", pairingId: by.pairingId, employerNameKo: firmOf(by, names)?.nameKo ?? null };
  // Whoever signs in is in no role yet: without a name among the staff it is somebody of a firm.
  const { accountId, role } = by;
  const name = staffName(accountId, names);
  if (by.employerId || (name === null && !role))
    return { who: "member", accountId, name: memberName(by, names), employerNameKo: firmOf(by, names)?.nameKo ?? null };
  return { who: "staff", accountId, name, role: role ?? null };
};

/** Entries with the names of whom and what they tell of, as these are called now. */
export const describeEntries = async (db: Db, entries: readonly StoredEntry[]): Promise<AccessLogRow[]> => {
  const accounts = entries.flatMap(({ by, accountId }) => ["accountId" in by ? by.accountId : undefined, accountId]);
  const employerIds = entries.flatMap(({ by, employerId }) => ["employerId" in by ? by.employerId : undefined, employerId]);
  const registrations = entries.flatMap(({ visitId, registrationId }) => (visitId && registrationId ? [{ visitId, registrationId }] : []));
  const [[found, employers], visits, agendas] = await Promise.all([
    findAccounts(db, known(accounts)).then(
      async (some) => [some, await listEmployersOf(db, known([...employerIds, ...some.map(onlyFirmOf)]))] as const,
    ),
    findVisits(db, known(entries.map(({ visitId }) => visitId))),
    findAgendasOf(db, registrations),
  ]);
  const people = await findPeople(db, known([...agendas.values()].map(({ personId }) => personId)));
  const names: Names = {
    accounts: new Map(found.map((account) => [account.accountId, account])),
    employers: new Map(employers.map(({ employerId, profile }) => [employerId, profile])),
  };

  const visitOf = (visitId: VisitId | undefined): AccessLogRow["visit"] => {
    const planned = visitId && visits.get(visitId);
    return planned ? { visitId: planned.visit.visitId, date: planned.visit.date, placeNameKo: planned.place.nameKo } : null;
  };
  const personOf = (registrationId: RegistrationId | undefined): AccessLogRow["person"] => {
    const agenda = registrationId && agendas.get(registrationId);
    return agenda ? { personId: agenda.personId, maskedName: maskName(people.get(agenda.personId)?.name ?? "○○") } : null;
  };
  return entries.map((entry): AccessLogRow => {
    const { entryId, at, until, kind, by, ip, session, deviceId, visitId, registrationId, employerId, accountId } = entry;
    const nameKo = employerId && names.employers.get(employerId)?.nameKo;
    return {
      ...{ entryId, at, until: until ?? null, kind, who: whoOf(by, names) },
      ...{ ip: ip ?? null, session: session ?? null, deviceId: deviceId ?? null },
      ...{
        visit: visitOf(visitId),
        person: personOf(registrationId),
        people: entry.people ?? null,
        records: entry.records ? [...entry.records] : null,
      },
      employer: employerId && nameKo !== undefined ? { employerId, nameKo } : null,
      account: accountId ? { accountId, name: staffName(accountId, names) } : null,
      ...{ before: entry.before ? [...entry.before] : null, after: entry.after ? [...entry.after] : null },
      ...{ refusal: entry.refusal ?? null, reason: entry.reason ?? null },
    };
  });
};
