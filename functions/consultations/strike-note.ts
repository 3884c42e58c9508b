import type { CheckInEventId } from "../../shared/domain/check-in-event.ts";
import type { AccountId, ConsultationId, RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { type Forgotten, noteForgotten } from "../ledger/forgotten-writes.ts";
import { type Doer, entryInLedger, type LedgerEntry } from "../ledger/ledger-writes.ts";
import type { SignedIn } from "../platform/actor.ts";
import type { LedgerDeps } from "../platform/deps.ts";
import { deskNoteKey, walkInTalkKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import { idsOfSame } from "../registrations/person-reads.ts";
import { findRegistered } from "../registrations/registration-reads.ts";
import { findConsultation } from "./consultation-reads.ts";
import { findDeskNote } from "./desk-note-reads.ts";
import { forgetNote, forgetWalkInNote } from "./forget-note.ts";

type Striking = { reason: string; actor: Pick<SignedIn, "accountId" | "staffRoles">; by: Doer };

/** Who wrote it, and whoever answers for what the centre keeps. */
const mayStrike = ({ accountId, staffRoles }: Striking["actor"], byId: AccountId): boolean =>
  accountId === byId || staffRoles.includes("manager");

/** What stands in the ledger of it: who and why, and what a table that is restored forgets again. */
const told = (
  { ledger, ids }: LedgerDeps,
  { reason, by }: Striking,
  whose: Pick<LedgerEntry, "at" | "visitId" | "registrationId">,
  forgotten: Forgotten,
): Record<string, Write> => ({
  forgotten: noteForgotten(ledger, forgotten),
  log: entryInLedger(ledger, { ...whose, kind: "note-struck", ...by, people: 1, reason }, ids.mint("log")),
});

/** Strikes a note that is about somebody else, under whichever of their records it lies. One that was struck already stays so. */
export const strikeNote = async (
  deps: LedgerDeps,
  { consultationId, ...whom }: { visitId: VisitId; registrationId: RegistrationId; consultationId: ConsultationId },
  striking: Striking,
): Promise<Outcome<undefined>> => {
  const { db, clock } = deps;
  const person = await findRegistered(db, whom);
  if (!person) return refuse("not-found");
  const ids = await idsOfSame(db, person.personId);
  const [note] = (await Promise.all(ids.map((id) => findConsultation(db, id, consultationId)))).filter((one) => one !== undefined);
  if (!note) {
    const marks = await Promise.all(ids.map((id) => findDeskNote(db, deskNoteKey(id, consultationId))));
    return marks.some((mark) => mark?.state === "struck") ? done(undefined) : refuse("not-found");
  }
  if (!mayStrike(striking.actor, note.byId)) return refuse("not-allowed");
  const at = clock.now();
  const { personId, visitId, registrationId } = note;
  const more = told(deps, striking, { at, visitId, registrationId }, { what: "note", personId, consultationId, at });
  await forgetNote(deps, { personId, consultationId, at, byId: striking.actor.accountId, more });
  return done(undefined);
};

/** The same of a note about somebody who came without a registration. */
export const strikeWalkInNote = async (
  deps: LedgerDeps,
  { visitId, walkInId, consultationId }: { visitId: VisitId; walkInId: CheckInEventId; consultationId: ConsultationId },
  striking: Striking,
): Promise<Outcome<undefined>> => {
  const note = await findDeskNote(deps.db, walkInTalkKey(visitId, consultationId));
  if (!note || !("walkInId" in note.whom) || note.whom.walkInId !== walkInId) return refuse("not-found");
  if (note.state === "struck") return done(undefined);
  if (note.state !== "written") return refuse("not-found");
  if (!mayStrike(striking.actor, note.byId)) return refuse("not-allowed");
  const at = deps.clock.now();
  const more = told(deps, striking, { at, visitId }, { what: "walk-in-note", visitId, consultationId, at });
  await forgetWalkInNote(deps, { visitId, consultationId, more });
  return done(undefined);
};
