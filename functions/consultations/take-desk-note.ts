import { createHash } from "node:crypto";
import type { DeskNoteAbout } from "../../shared/domain/desk-note.ts";
import type { AccountId, ConsultationId, VisitId } from "../../shared/domain/ids.ts";
import { rolesAt } from "../../shared/domain/roles-at.ts";
import { isTicketIndex, ticketCodeOf } from "../../shared/domain/ticket-token.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { findAccount, visitRolesOf } from "../accounts/account-reads.ts";
import { findDevice } from "../check-ins/device-writes.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { findRegistered } from "../registrations/registration-reads.ts";
import { findTicket, findVisitKey, noteKid } from "../tickets/ticket-reads.ts";
import { findVisit } from "../visits/visit-reads.ts";
import { findDeskNote, keyOfNote, type NotedPerson, type StoredDeskNote } from "./desk-note-reads.ts";
import { addDeskNote } from "./desk-note-writes.ts";

type Handed = { about: DeskNoteAbout; byId: AccountId; deviceId: string; sealed: string };
type At = { visitId: VisitId; consultationId: ConsultationId; uploadedBy: AccountId };

/** Whose note it is; undefined for a ticket or a registration that this visit does not have (any more). Any walk-in is one: theirs may come later. */
const personOf = async ({ db }: Deps, visitId: VisitId, about: DeskNoteAbout): Promise<NotedPerson | undefined> => {
  const idx = "subject" in about && isTicketIndex(about.subject) ? about.subject : undefined;
  if ("subject" in about && !idx) return { walkInId: about.subject };
  const ticket = idx && (await findTicket(db, visitId, ticketCodeOf(idx)));
  const registrationId = "registrationId" in about ? about.registrationId : ticket?.registrationId;
  const person = registrationId && (await findRegistered(db, { visitId, registrationId }));
  return person && registrationId ? { personId: person.personId, registrationId } : undefined;
};

const isCounsellor = async (deps: Deps, accountId: AccountId, visitId: VisitId): Promise<boolean> => {
  const account = await findAccount(deps.db, accountId);
  if (!account) return false;
  const visitRoles = await visitRolesOf(deps, account);
  return rolesAt({ staffRoles: account.staffRoles ?? [], visitRoles }, visitId).includes("counsellor");
};

/**
 * Takes a note that a phone sealed, once; whatever is answered but a refusal, the server has it. What it says is judged when it is opened
 * (`settle-desk-note.ts`), so that all that is refused here is what no opening could mend.
 */
export const takeDeskNote = async (
  deps: Deps,
  { visitId, consultationId, uploadedBy }: At,
  { about, byId, deviceId, sealed }: Handed,
): Promise<Outcome<{ isNew: boolean }>> => {
  const { db, clock } = deps;
  const [planned, whom] = await Promise.all([findVisit(db, visitId), personOf(deps, visitId, about)]);
  if (!planned) return refuse("not-found");
  if (!whom) return refuse("note-of-nobody");
  const digest = createHash("sha256").update(sealed).digest("base64url");
  const key = keyOfNote({ whom, visitId, consultationId });
  // One that was struck is taken as the note that it was: the phone forgets it, and it is not opened.
  const isSame = (known: StoredDeskNote) => known.byId === byId && (known.digest === digest || known.state === "struck");
  const known = await findDeskNote(db, key);
  if (known) return isSame(known) ? done({ isNew: false }) : refuse("id-taken");
  const [counsels, device, noteKey] = await Promise.all([
    isCounsellor(deps, byId, visitId),
    findDevice(db, visitId, deviceId),
    findVisitKey(db, visitId, noteKid),
  ]);
  if (!counsels) return refuse("not-a-counsellor");
  if (!noteKey?.wrappedPrivateKey) return refuse("note-too-late");
  const note: StoredDeskNote = {
    ...{ whom, consultationId, visitId, byId, uploadedBy, receivedAt: clock.now(), digest, state: "sealed", sealed },
    ...(device?.revokedAt && { isDoubted: true as const }),
  };
  const taken = await transact<string>(db, { note: addDeskNote(note) });
  if (taken.ok) return done({ isNew: true });
  return isSame(taken.before.note as unknown as StoredDeskNote) ? done({ isNew: false }) : refuse("id-taken");
};
