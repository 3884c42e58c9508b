import { currentConsentVersion } from "../../shared/domain/consents.ts";
import type { AccountId, PersonId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { type AssistedRegistration, isOldEnough, type RegistrationForm } from "../../shared/domain/registration.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { endOfVisit } from "../../shared/domain/visit.ts";
import { maxWithdrawalsKept } from "../../shared/domain/withdrawal.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { noteUnproven } from "../accounts/proof-writes.ts";
import { recordCoreNotice } from "../consents/consent-writes.ts";
import type { SignedIn } from "../platform/actor.ts";
import type { Deps } from "../platform/deps.ts";
import { transact, type Write } from "../platform/transact.ts";
import { addToVisitLog } from "../visits/visit-log-writes.ts";
import { findVisit, type PlannedVisit } from "../visits/visit-reads.ts";
import { takeAgendaUpAgain } from "./agenda-writes.ts";
import { foundBy } from "./found-by-writes.ts";
import { findPerson, type PersonItem } from "./person-reads.ts";
import { registrationIdOf } from "./registration-id.ts";
import type { AgendaItem, RegistrationItem, StoredRegistration } from "./registration-reads.ts";
import { addPerson, addRegistration, putPerson, registerAgain, takeBackRegistration, whileKnown } from "./registration-writes.ts";
import { finishWithdrawal } from "./withdraw-registration.ts";

type About = Pick<RegistrationForm, "noticeVersion" | "birthYear">;

/** The visit, if somebody may register for it now. */
const openToComeTo = async ({ db, clock }: Deps, visitId: VisitId, { noticeVersion, birthYear }: About): Promise<Outcome<PlannedVisit>> => {
  const now = clock.now();
  if (noticeVersion !== currentConsentVersion.service_core) return refuse("consent-outdated");
  if (!isOldEnough(birthYear, seoulDateOf(now))) return refuse("too-young", { fields: [{ pointer: "/birthYear", code: "too-young" }] });
  const planned = await findVisit(db, visitId);
  if (!planned) return refuse("not-found");
  if (planned.visit.state !== "open") return refuse("visit-not-open");
  return endOfVisit(planned.visit) <= now ? refuse("visit-over") : done(planned);
};

/**
 * Puts a registration, or takes one up again that was taken back: whatever was given up with it stays ended, and the ticket is a new one. False for somebody who
 * is registered already. With it goes what is written `also`; refused when that is of a person who is known by now, or
 * of an address that leads to another.
 */
const register = async (
  deps: Deps,
  registration: StoredRegistration,
  planned: PlannedVisit,
  also: Record<string, Write>,
): Promise<Outcome<boolean>> => {
  const { db } = deps;
  const result = await transact<string>(db, { ...also, ...addRegistration(registration, planned.visit.date) });
  if (result.ok) return done(true);
  if (result.refused.includes("person") || result.refused.includes("account")) return refuse("id-taken");
  const { withdrawnAt } = (result.before.registration ?? {}) as Partial<RegistrationItem>;
  if (!withdrawnAt) return done(false);
  const { withdrawals = [] } = (result.before.agenda ?? {}) as Partial<AgendaItem>;
  if (withdrawals.length >= maxWithdrawalsKept) return refuse("too-many-requests");
  await finishWithdrawal(deps, registration.visitId, registration.registrationId);
  const again = await transact<string>(db, {
    ...also,
    registration: registerAgain(registration, withdrawnAt),
    agenda: takeAgendaUpAgain(registration, withdrawnAt),
  });
  // Another copy of this request was quicker.
  return again.ok ? done(true) : register(deps, registration, planned, also);
};

/**
 * Looked at again once somebody is registered, and not made a condition: one item that everybody who registers would wait for. Whoever comes in while the visit
 * is cancelled is told here, and is not registered: nobody else would tell them. A registration that was taken up again stays, as that of a visit that is cancelled.
 */
const unlessCancelled = async ({ db }: Deps, registration: StoredRegistration, { visit }: PlannedVisit, isNew: boolean) => {
  if ((await findVisit(db, visit.visitId))?.visit.state === "open") return undefined;
  if (isNew) await transact(db, takeBackRegistration(registration, visit.date));
  return refuse("visit-not-open");
};

/**
 * Registers the signed-in person for a visit, also after they took that back. Sent again it only renews what they said of themselves: the registration is one
 * per person and visit, by its key.
 */
export const registerForVisit = async (
  deps: Deps,
  { visitId, form, actor }: { visitId: VisitId; form: RegistrationForm; actor: Pick<SignedIn, "personId"> & { mail: string } },
): Promise<Outcome<{ isNew: boolean }>> => {
  const { db, clock } = deps;
  const now = clock.now();
  const open = await openToComeTo(deps, visitId, form);
  if (!open.ok) return open;
  const { personId, mail } = actor;
  const about = {
    person: putPerson(personId, form, mail),
    ...foundBy(personId, form),
    notice: recordCoreNotice(personId, { version: form.noticeVersion, locale: form.locale, at: now, channel: "web" }),
  };
  const registrationId = registrationIdOf(visitId, personId);
  const registration = { registrationId, visitId, personId, registeredAt: now, beforeBooking: form.beforeBooking };
  const registered = await register(deps, registration, open.value, about);
  // They had everything erased in this moment, and are signed in no more.
  if (!registered.ok) return registered.reason === "id-taken" ? refuse("sign-in-needed") : registered;
  const isNew = registered.value;
  if (!isNew && !(await transact(db, about)).ok) return refuse("sign-in-needed");
  return (await unlessCancelled(deps, registration, open.value, isNew)) ?? done({ isNew });
};

type Assisted = {
  visitId: VisitId;
  form: AssistedRegistration;
  staffId: AccountId;
  /** By themselves, at a kiosk that this member of staff has set up. */
  did?: "registered-at-kiosk";
  /** The account of the address, or a new person's id; asked for once it is clear that they may come. */
  whose: () => Promise<{ personId: PersonId; accountId?: AccountId }>;
};

const isSamePerson = (known: PersonItem, { name, birthYear, mail }: AssistedRegistration): boolean =>
  known.name === name && known.birthYear === birthYear && known.mail === mail;

/**
 * Registers somebody for whom staff do it, at the desk or on the telephone. What a person who is known said of themselves stays; under an address of somebody
 * else nobody is registered: two who share one would have each other's mails. Sent again it answers the same.
 */
export const registerForPerson = async (
  deps: Deps,
  { visitId, form, staffId, did, whose }: Assisted,
  isRetry = false,
): Promise<Outcome<{ registrationId: RegistrationId; isNew: boolean }>> => {
  const { db, clock, ids } = deps;
  const now = clock.now();
  const open = await openToComeTo(deps, visitId, form);
  if (!open.ok) return open;
  const { personId, accountId } = await whose();
  const known = await findPerson(db, personId);
  if (known && !isSamePerson(known, form)) return refuse(form.mail ? "address-in-use" : "id-taken");
  const registrationId = registrationIdOf(visitId, personId);
  const registration = { registrationId, visitId, personId, registeredAt: now, beforeBooking: false };
  const registered = await register(deps, registration, open.value, {
    // An address as staff heard it: also of somebody who signed in with it before, it is not known that they are this person.
    person: known ? whileKnown(personId) : addPerson(personId, form, { mail: form.mail, mailUnproven: accountId && true }),
    ...(!known && foundBy(personId, form)),
    ...(accountId && !known && { account: noteUnproven(accountId, personId) }),
    notice: recordCoreNotice(personId, { version: form.noticeVersion, locale: form.locale, at: now, channel: "staff" }),
    log: addToVisitLog({ visitId, at: now, staffId, did: did ?? "registered", registrationId }, ids.mint("log")),
  });
  // Another copy of this request was quicker.
  if (!registered.ok && registered.reason === "id-taken" && !isRetry)
    return registerForPerson(deps, { visitId, form, staffId, whose, ...(did && { did }) }, true);
  if (!registered.ok) return registered;
  const isNew = registered.value;
  return (await unlessCancelled(deps, registration, open.value, isNew)) ?? done({ registrationId, isNew });
};
