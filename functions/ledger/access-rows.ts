import type { AccessLogRow } from "../../shared/contract/access-log.ts";
import type { AccountId, EmployerId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { maskName } from "../../shared/domain/mask-name.ts";
import { findStaffNames } from "../accounts/account-reads.ts";
import { listEmployersOf } from "../employers/employer-reads.ts";
import type { Db } from "../platform/db.ts";
import { findPeople } from "../registrations/person-reads.ts";
import { findAgendasOf } from "../registrations/registration-reads.ts";
import { findVisits } from "../visits/visit-reads.ts";
import type { StoredEntry } from "./ledger-reads.ts";
import type { ByWhom } from "./ledger-writes.ts";

const known = <T>(values: readonly (T | undefined)[]): T[] => [...new Set(values.filter((value) => value !== undefined))];

type Names = { staff: ReadonlyMap<AccountId, string>; employers: ReadonlyMap<EmployerId, string> };

const whoOf = (by: ByWhom, { staff, employers }: Names): AccessLogRow["who"] => {
  if ("operator" in by) return { who: "operator" };
  if ("addressHash" in by) return { who: "stranger", addressHash: by.addressHash };
  const employerNameKo = (by.employerId && employers.get(by.employerId)) ?? null;
  if ("pairingId" in by) return { who: "device", pairingId: by.pairingId, employerNameKo };
  // Whoever signs in is in no role yet: without a name among the staff it is somebody of a firm.
  const name = staff.get(by.accountId);
  if (by.employerId || (name === undefined && !by.role)) return { who: "member", accountId: by.accountId, employerNameKo };
  return { who: "staff", accountId: by.accountId, name: name ?? null, role: by.role ?? null };
};

/** Entries with the names of whom and what they tell of, as these are called now. */
export const describeEntries = async (db: Db, entries: readonly StoredEntry[]): Promise<AccessLogRow[]> => {
  const accounts = entries.flatMap(({ by, accountId }) => ["accountId" in by ? by.accountId : undefined, accountId]);
  const employerIds = entries.flatMap(({ by, employerId }) => ["employerId" in by ? by.employerId : undefined, employerId]);
  const registrations = entries.flatMap(({ visitId, registrationId }) => (visitId && registrationId ? [{ visitId, registrationId }] : []));
  const [staff, employers, visits, agendas] = await Promise.all([
    findStaffNames(db, known(accounts)),
    listEmployersOf(db, known(employerIds)),
    findVisits(db, known(entries.map(({ visitId }) => visitId))),
    findAgendasOf(db, registrations),
  ]);
  const people = await findPeople(db, known([...agendas.values()].map(({ personId }) => personId)));
  const names: Names = { staff, employers: new Map(employers.map(({ employerId, profile }) => [employerId, profile.nameKo])) };

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
    const nameKo = employerId && names.employers.get(employerId);
    return {
      ...{ entryId, at, until: until ?? null, kind, who: whoOf(by, names) },
      ...{ ip: ip ?? null, session: session ?? null, deviceId: deviceId ?? null },
      ...{ visit: visitOf(visitId), person: personOf(registrationId), people: entry.people ?? null },
      employer: employerId && nameKo !== undefined ? { employerId, nameKo } : null,
      account: accountId ? { accountId, name: staff.get(accountId) ?? null } : null,
      ...{ before: entry.before ? [...entry.before] : null, after: entry.after ? [...entry.after] : null },
      ...{ refusal: entry.refusal ?? null, reason: entry.reason ?? null },
    };
  });
};
