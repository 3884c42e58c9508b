import type { WrittenConsultation } from "../../shared/contract/care.ts";
import { type Consultation, heldAtProblem } from "../../shared/domain/consultation.ts";
import { dueProblem, type NextStep } from "../../shared/domain/follow-up.ts";
import type { AccountId, ConsultationId, FollowUpId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { type Instant, seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findFollowUp } from "../follow-ups/follow-up-reads.ts";
import { openFollowUp } from "../follow-ups/follow-up-writes.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { findRegistered } from "../registrations/registration-reads.ts";
import { whileKnown } from "../registrations/registration-writes.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { type ConsultationItem, findConsultation } from "./consultation-reads.ts";
import { addConsultation, correctConsultation } from "./consultation-writes.ts";
import { unlessStruck } from "./desk-note-writes.ts";
import { shownOf } from "./show-consultations.ts";

type Written = { visitId: VisitId; registrationId: RegistrationId; consultationId: ConsultationId; byId: AccountId };
type Wish = Consultation & {
  next: NextStep | null;
  seen?: number | undefined;
  /** From when the day of the next step counts, where that is not now: a note that waited on a phone is not refused for it. */
  dueFrom?: Instant;
};

/** A follow-up that a note opens bears the note's own number, so that the same note sent twice opens one. */
const followUpIdOf = (id: ConsultationId): FollowUpId => `fup_${id.slice(4)}` as FollowUpId;

/**
 * The note of a talk, and what is to be done next: both or neither. Sent again it is the same note; with `seen` it corrects one's own note, whose next step then
 * stays what it was, for it has an owner's list by now. One that was struck is not written again, whoever sends it.
 */
export const writeConsultation = async (
  deps: Deps,
  { visitId, registrationId, consultationId, byId }: Written,
  { next, seen, dueFrom, ...said }: Wish,
): Promise<Outcome<{ isNew: boolean; consultation: WrittenConsultation }>> => {
  const { db, clock } = deps;
  const [person, planned] = await Promise.all([findRegistered(db, { visitId, registrationId }), findVisit(db, visitId)]);
  if (!person || !planned) return refuse("not-found");
  const { personId } = person;
  const now = clock.now();
  if (said.heldAt > now) return refuse("in-future");
  const early = heldAtProblem(said.heldAt, planned.visit.date, "registered");
  if (early) return refuse("invalid-fields", { fields: [{ pointer: "/heldAt", ...early }] });
  const known = await findConsultation(db, personId, consultationId);
  if (seen !== undefined) {
    if (!known) return refuse("not-found");
    if (known.byId !== byId) return refuse("consultation-changed");
    if (known.version === seen) {
      const corrected = await transact(db, { note: correctConsultation(known, said), person: whileKnown(personId) });
      if (!corrected.ok) return refuse(corrected.refused.includes("person") ? "not-found" : "consultation-changed");
    } else if (known.version !== seen + 1 || !isSame(known, said)) return refuse("consultation-changed");
    return answer(deps, { personId, consultationId, byId }, false);
  }
  if (known)
    return known.byId === byId && isSame(known, said) ? answer(deps, { personId, consultationId, byId }, false) : refuse("id-taken");
  const bad = next && dueProblem(next.dueOn, seoulDateOf(dueFrom ?? now));
  if (bad) return refuse("invalid-fields", { fields: [{ pointer: "/next/dueOn", code: bad }] });
  const followUpId = followUpIdOf(consultationId);
  const written = await transact<string>(db, {
    note: addConsultation({
      ...{ ...said, consultationId, personId, visitId, registrationId, byId, writtenAt: now },
      ...(next && { followUpId }),
    }),
    person: whileKnown(personId),
    unstruck: unlessStruck(personId, consultationId),
    ...(next && {
      next: openFollowUp({
        ...{ ...next, followUpId, personId, visitId, registrationId, consultationId },
        ...{ cause: "consultation", ownerId: byId, openedAt: now },
      }),
    }),
  });
  if (written.ok) return answer(deps, { personId, consultationId, byId }, true);
  if (written.refused.includes("person")) return refuse("not-found");
  if (written.refused.includes("unstruck")) return refuse("note-struck");
  const before = written.before.note as ConsultationItem | undefined;
  return before?.byId === byId && isSame(before, said) ? answer(deps, { personId, consultationId, byId }, false) : refuse("id-taken");
};

const isSame = (item: ConsultationItem, said: Consultation): boolean =>
  item.kind === said.kind &&
  item.channel === said.channel &&
  item.note === said.note &&
  item.heldAt === said.heldAt &&
  item.outcomes.join() === said.outcomes.join();

const answer = async (
  deps: Deps,
  { personId, consultationId, byId }: Pick<ConsultationItem, "personId" | "consultationId" | "byId">,
  isNew: boolean,
): Promise<Outcome<{ isNew: boolean; consultation: WrittenConsultation }>> => {
  const item = await findConsultation(deps.db, personId, consultationId);
  const next = item?.followUpId && (await findFollowUp(deps.db, personId, item.followUpId));
  const [consultation] = item ? await shownOf(deps, [item], next ? [next] : [], byId) : [];
  return consultation ? done({ isNew, consultation }) : refuse("not-found");
};
