import { isSeenBy } from "../../shared/domain/consent-withdrawal.ts";
import type { AccountId, BookingId, EmployerId, PersonId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { addDays, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { sameName } from "../../shared/domain/slot.ts";
import type { Need, SupportGroup } from "../../shared/domain/support.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { listStaff } from "../accounts/account-reads.ts";
import { findItems } from "../platform/db.ts";
import { slotKey } from "../platform/keys.ts";
import { findPerson, idsOfSame } from "../registrations/person-reads.ts";
import { type AgendaItem, findAgenda, liveBookingsOf } from "../registrations/registration-reads.ts";
import type { SlotItem } from "../slots/slot-reads.ts";
import { findVisit } from "../visits/visit-reads.ts";
import type { SupportDeps } from "./answer-support.ts";
import { findGroups, findNeeds, findShare } from "./support-reads.ts";

type Whom = { visitId: VisitId; registrationId: RegistrationId };

/** The first of a person's records that has it. */
const firstOf = async <T>(
  { db }: SupportDeps,
  personId: PersonId,
  find: (id: PersonId) => Promise<T | undefined>,
): Promise<T | undefined> => {
  for (const id of await idsOfSame(db, personId)) {
    const found = await find(id);
    if (found) return found;
  }
  return undefined;
};

/** Somebody who is to come, or is there: from registration until the day after the visit. */
export const agendaToCome = async ({ db, clock }: SupportDeps, { visitId, registrationId }: Whom): Promise<AgendaItem | undefined> => {
  const [planned, agenda] = await Promise.all([findVisit(db, visitId), findAgenda(db, visitId, registrationId)]);
  const isOver = planned && addDays(planned.visit.date, 1) < seoulDateOf(clock.now());
  return planned && !isOver && agenda && !agenda.withdrawnAt && (await findPerson(db, agenda.personId)) ? agenda : undefined;
};

/** Whether a counsellor has somebody: a counselling time at this visit is theirs. Times name their host; of two counsellors of one name it is neither's. */
const isAssigned = async ({ db }: SupportDeps, agenda: AgendaItem, accountId: AccountId): Promise<boolean> => {
  const times = liveBookingsOf(agenda).filter(({ kind }) => kind === "counselling");
  if (times.length === 0) return false;
  const [slots, staff] = await Promise.all([
    findItems(
      db,
      times.map(({ slotId }) => slotKey(agenda.visitId, slotId)),
    ) as Promise<(SlotItem | undefined)[]>,
    listStaff(db),
  ]);
  const hosts = new Set(slots.flatMap((slot) => (slot ? [sameName(slot.host)] : [])));
  const counsellors = staff.filter(({ staffRoles = [] }) => staffRoles.includes("counsellor"));
  const named = (name: string) => counsellors.filter(({ staffName = "" }) => sameName(staffName) === name);
  return [...hosts].some((host) => named(host).length === 1 && named(host)[0]?.accountId === accountId);
};

/** What somebody needs who comes to this visit, for its desk and counsellors, and whether whoever asks is the counsellor who may see groups. */
export const lookAtNeeds = async (
  deps: SupportDeps,
  { accountId, ...whom }: Whom & { accountId: AccountId },
): Promise<Outcome<{ needs: Need[] | null; seesGroups: boolean }>> => {
  const agenda = await agendaToCome(deps, whom);
  if (!agenda) return refuse("not-found");
  const [needs, seesGroups] = await Promise.all([
    firstOf(deps, agenda.personId, (id) => findNeeds(deps.db, deps.keys, id)),
    isAssigned(deps, agenda, accountId),
  ]);
  return done({ needs: needs?.codes ?? null, seesGroups });
};

/** Groups that somebody named, for their counsellor alone; to everybody else it is as if there were none. */
export const lookAtGroups = async (
  deps: SupportDeps,
  { accountId, ...whom }: Whom & { accountId: AccountId },
): Promise<Outcome<{ groups: SupportGroup[] | null }>> => {
  const agenda = await agendaToCome(deps, whom);
  if (!agenda || !(await isAssigned(deps, agenda, accountId))) return refuse("not-found");
  const groups = await firstOf(deps, agenda.personId, (id) => findGroups(deps.db, deps.keys, id));
  return done({ groups: groups?.codes ?? null });
};

/** What an employer may know of who comes to an interview of its own: only what was shared for this one, is needed still, and as long as it sees them. */
export const findSharedNeeds = async (
  deps: Pick<SupportDeps, "db" | "keys">,
  { visitId, registrationId, bookingId, employerId }: Whom & { bookingId: BookingId; employerId: EmployerId },
): Promise<Need[] | undefined> => {
  const { db, keys } = deps;
  const agenda = await findAgenda(db, visitId, registrationId);
  const booking = agenda?.bookings[bookingId];
  if (!agenda || !booking || !isSeenBy(booking, employerId)) return undefined;
  for (const personId of await idsOfSame(db, agenda.personId)) {
    const share = await findShare(db, keys, { personId, visitId, bookingId });
    if (share?.employerId !== employerId) continue;
    const needs = await findNeeds(db, keys, personId);
    const codes = share.codes.filter((code) => needs?.codes.includes(code));
    return codes.length > 0 ? codes : undefined;
  }
  return undefined;
};
