import type { AccountId, PersonId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { addDays, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import type { Need, SupportGroup } from "../../shared/domain/support.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findPerson, idsOfSame } from "../registrations/person-reads.ts";
import { type AgendaItem, findAgenda } from "../registrations/registration-reads.ts";
import { findVisit } from "../visits/visit-reads.ts";
import type { SupportDeps } from "./answer-support.ts";
import { isAssigned } from "./assigned-reads.ts";
import { findGroups, findNeeds } from "./support-reads.ts";

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
