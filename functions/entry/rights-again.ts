import type { LogKind } from "../../shared/domain/access-log.ts";
import type { AccountId, EmployerId, PairingId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { ApiKeyId, WebhookId } from "../../shared/domain/ids.ts";
import { enrolmentUntil } from "../../shared/domain/second-step.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { StaffRole } from "../../shared/domain/states.ts";
import { findAccount } from "../accounts/account-reads.ts";
import { dropEmployerMembership, setStaffRoles, setVisitRoles } from "../accounts/account-writes.ts";
import { dropMember } from "../employers/member-writes.ts";
import { findApiKey } from "../feeds/api-key-reads.ts";
import { dropApiKey } from "../feeds/api-key-writes.ts";
import { findWebhook } from "../feeds/webhook-reads.ts";
import { dropWebhook, pauseWebhook } from "../feeds/webhook-writes.ts";
import { listKiosks } from "../kiosk/kiosk-reads.ts";
import { endKioskCodes } from "../kiosk/kiosk-writes.ts";
import { listEntriesSince, ofKind, type StoredEntry } from "../ledger/ledger-reads.ts";
import { entryInLedger, type LedgerEntry } from "../ledger/ledger-writes.ts";
import { endPaired } from "../pairing/paired-device.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { kioskKey, pairingKey } from "../platform/keys.ts";
import { transact, writeIfHolds } from "../platform/transact.ts";
import { findPeople, oneOf } from "../registrations/person-reads.ts";
import { findRegistered } from "../registrations/registration-reads.ts";
import { separatePeople } from "../same-people/merge-people.ts";
import { listFactors } from "../second-step/factor-reads.ts";
import { deleteFactor, deleteRecoveryCodes, resetAccount } from "../second-step/factor-writes.ts";

/** A right that was taken away since the copy was made, as the ledger names it. */
export type RightGone = {
  kind: LogKind;
  at: Instant;
  /** Whose, by ids. */
  whose: string;
  /** `taken`: it was back, and is gone again; `was-gone`: the copy did not have it; `by-hand`: the ledger does not say enough, somebody has to look. */
  became: "taken" | "was-gone" | "by-hand";
};

type Entry = StoredEntry;
type Step = (deps: LedgerDeps, entry: Entry) => Promise<RightGone["became"]>;

const operator = { by: { operator: true } } as const;
const noted = ({ ledger, ids }: LedgerDeps, entry: LedgerEntry) => entryInLedger(ledger, entry, ids.mint("log"));
const taken = ({ ok }: { ok: boolean }): RightGone["became"] => (ok ? "taken" : "was-gone");

/** Of roles only those stay that were left by the last change; what was given since has to be given again by somebody. */
const takeRoles: Step = async (deps, { accountId, visitId, after = [] }) => {
  const { db, clock } = deps;
  const account = accountId && (await findAccount(db, accountId));
  if (!account) return "was-gone";
  const name = account.staffName ?? "";
  const kept = (roles: readonly StaffRole[]): StaffRole[] => roles.filter((role) => after.includes(role));
  const entry = (before: readonly StaffRole[]) =>
    ({ at: clock.now(), kind: "roles-changed", ...operator, accountId, before, after: kept(before) }) as const;
  if (visitId) {
    const { [visitId]: here, ...others } = account.visitRoles ?? ({} as NonNullable<typeof account.visitRoles>);
    if (!here || kept(here.roles).length === here.roles.length) return "was-gone";
    const left = kept(here.roles);
    const visitRoles = left.length > 0 ? { ...others, [visitId]: { roles: left } } : others;
    const log = noted(deps, { ...entry(here.roles), visitId });
    return taken(await transact(db, { roles: setVisitRoles(account, { name, visitRoles }, undefined), log }));
  }
  const before = account.staffRoles ?? [];
  if (kept(before).length === before.length) return "was-gone";
  return taken(
    await transact(db, { roles: setStaffRoles(accountId, { name, roles: kept(before) }, undefined), log: noted(deps, entry(before)) }),
  );
};

const takeMembership: Step = async (deps, { accountId, employerId }) => {
  const { db, clock } = deps;
  const account = accountId && (await findAccount(db, accountId));
  const before = [...(account?.employerIds ?? [])];
  if (!account || !employerId || !before.includes(employerId)) return "was-gone";
  const after = before.filter((id) => id !== employerId);
  const entry = { at: clock.now(), kind: "member-removed", ...operator, accountId, employerId, before, after } as const;
  const writes = {
    membership: dropEmployerMembership(accountId, employerId),
    member: dropMember(employerId, accountId),
    log: noted(deps, entry),
  };
  return taken(await transact(db, writes));
};

/**
 * Whoever lost what they prove the second step with, or gave one of it up: the ledger does not say which, so all that they had by then goes, and they are invited
 * anew. What they added later stays.
 */
const takeFactors = async (deps: LedgerDeps, accountId: AccountId, at: Instant): Promise<RightGone["became"]> => {
  const { db, clock } = deps;
  const account = await findAccount(db, accountId);
  const factors = await listFactors(db, accountId);
  if (!account || !factors.some(({ addedAt }) => addedAt <= at)) return "was-gone";
  const entry = { at: clock.now(), kind: "factors-reset", ...operator, accountId, reason: "table restored from an older copy" } as const;
  const result = await transact<string>(db, {
    account: resetAccount(account, account.sessionEpoch ?? 0, enrolmentUntil(clock.now())),
    codes: deleteRecoveryCodes(accountId),
    ...Object.fromEntries(factors.map(({ factorId }) => [factorId, deleteFactor(accountId, factorId)])),
    log: noted(deps, entry),
  });
  return taken(result);
};

/** A device that left by itself has thrown its key away. */
const endPairing: Step = async ({ db }, { visitId, pairingId, at }) =>
  visitId && pairingId ? taken(await transact(db, { pairing: endPaired(pairingKey, visitId, pairingId, at) })) : "was-gone";

const endKiosks: Step = async ({ db, clock }, { visitId, at }) => {
  if (!visitId) return "by-hand";
  const open = (await listKiosks(db, visitId)).filter(({ endedAt, pairedAt }) => endedAt === undefined && pairedAt <= at);
  if (open.length === 0) return "was-gone";
  await transact(db, { codes: endKioskCodes(visitId, clock.now()) });
  for (const { pairingId } of open) await transact(db, { kiosk: endPaired(kioskKey, visitId, pairingId, at) });
  return "taken";
};

const dropKey: Step = async ({ db }, { records: [id] = [] }) => {
  const keyId = ApiKeyId.parse(id);
  return (await findApiKey(db, keyId)) ? taken(await transact(db, { key: dropApiKey(keyId) })) : "was-gone";
};
const dropHook: Step = async ({ db }, { records: [id] = [] }) => {
  const webhookId = WebhookId.parse(id);
  return (await findWebhook(db, webhookId)) ? taken(await transact(db, { webhook: dropWebhook(webhookId) })) : "was-gone";
};

/** It would be told at an address of before, or under a secret of before: it waits until somebody has looked. */
const pauseHook: Step = async ({ db, clock }, { records: [id] = [] }) => {
  await writeIfHolds(db, pauseWebhook(WebhookId.parse(id), "by-hand", clock.now()));
  return "by-hand";
};

/** Two who are not one: each of them would see what is the other's. */
const separate: Step = async (deps, { among = [], atVisits = [] }) => {
  const two = among.map((registrationId, i) => ({ registrationId, visitId: atVisits[i] }));
  const found = await Promise.all(
    two.map(({ registrationId, visitId }) => (visitId ? findRegistered(deps.db, { visitId, registrationId }) : undefined)),
  );
  const [one, other] = found.map((item) => item?.personId);
  // Somebody who registered since the copy is nobody in it.
  if (!one || !other) return two.length === 2 ? "was-gone" : "by-hand";
  const people = await findPeople(deps.db, [one, other]);
  const [first, second] = [people.get(one), people.get(other)];
  const visitId = atVisits[0];
  if (!first || !second || !visitId || oneOf(first) !== oneOf(second)) return "was-gone";
  return taken(await separatePeople(deps, { visitId, one, other, reason: "table restored from an older copy" }, operator));
};

const accountOf = (entry: Entry): AccountId | undefined => entry.accountId ?? ("accountId" in entry.by ? entry.by.accountId : undefined);
const factorsOf: Step = async (deps, entry) => {
  const accountId = accountOf(entry);
  return accountId ? takeFactors(deps, accountId, entry.at) : "by-hand";
};

type Subject = {
  visitId?: VisitId;
  employerId?: EmployerId;
  accountId?: AccountId;
  pairingId?: PairingId;
  records?: readonly string[];
  among?: readonly RegistrationId[];
};
const subjectOf = ({ visitId, employerId, accountId, pairingId, records = [], among = [] }: Subject): string =>
  [accountId, employerId, visitId, pairingId, ...records, ...among.toSorted()].filter(Boolean).join(" ");

/**
 * What takes rights away, by the kind of its entry. `undoneBy`: what gives the same right back. What is told at another address since, or
 * under another secret, is paused until a person has looked: the ledger keeps neither.
 */
const steps: Partial<Record<LogKind, { take: Step; undoneBy?: LogKind }>> = {
  "roles-changed": { take: takeRoles },
  "member-removed": { take: takeMembership, undoneBy: "member-added" },
  "factors-reset": { take: factorsOf },
  "factor-removed": { take: factorsOf },
  "table-pairing-ended": { take: endPairing },
  "kiosks-ended": { take: endKiosks },
  "key-revoked": { take: dropKey },
  "webhook-removed": { take: dropHook },
  "webhook-changed": { take: pauseHook },
  "webhook-secret-made": { take: pauseHook },
  "people-separated": { take: separate, undoneBy: "people-merged" },
};

/**
 * After a table was restored from an older copy: takes away what was taken away since, as the ledger says, which is no part of the copy. What was given since is
 * not given again. May be run any number of times.
 *
 * @param since the time of the copy.
 * @returns every entry that it found, oldest first, with what became of it.
 */
export const takeRightsAgain = async (deps: LedgerDeps, since: Instant): Promise<RightGone[]> => {
  const found: RightGone[] = [];
  for (const [kind, { take, undoneBy }] of Object.entries(steps) as [LogKind, NonNullable<(typeof steps)[LogKind]>][]) {
    const entries = await listEntriesSince(deps.ledger, ofKind(kind), since);
    const given = undoneBy ? await listEntriesSince(deps.ledger, ofKind(undoneBy), since) : [];
    // Only the last of each counts: what it left is what there was when the table was lost.
    const last = new Map(entries.map((entry) => [subjectOf(entry) || accountOf(entry) || entry.entryId, entry]));
    for (const [whose, entry] of last) {
      const isGivenBack = given.some((one) => subjectOf(one) === whose && one.at > entry.at);
      if (!isGivenBack) found.push({ kind, at: entry.at, whose, became: await take(deps, entry) });
    }
  }
  deps.log.info("rights.taken-again", { found: found.length, taken: found.filter(({ became }) => became === "taken").length });
  return found.sort((a, b) => a.at.localeCompare(b.at));
};
