import type { RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { addMinutes } from "../../shared/domain/seoul-time.ts";
import { callNameOf } from "../../shared/domain/ticket-token.ts";
import { endOfVisit, type Visit } from "../../shared/domain/visit.ts";
import type { Deps } from "../platform/deps.ts";
import { callNameKey, expiresAt, ticketKey } from "../platform/keys.ts";
import { transact, type Write } from "../platform/transact.ts";
import { findRegistration } from "../registrations/registration-reads.ts";
import { noteTicket } from "../registrations/registration-writes.ts";
import { findVisit } from "../visits/visit-reads.ts";
import type { KeyWrap } from "./key-wrap.ts";
import { sealToken } from "./seal-token.ts";
import { mintTicket } from "./sign-token.ts";
import { findTicket, type TicketItem } from "./ticket-reads.ts";
import { getSigningKey } from "./visit-keys.ts";

export type TicketSigner = { wrap: KeyWrap; sealKey: Uint8Array<ArrayBuffer> };

const firstGeneration = 1;

/**
 * The ticket of a registration, made once: whoever asks first makes it, whoever asks again, after a repeated stream record or a crash between two
 * writes, finds it. Undefined when the registration is gone, or was taken back; after that another is made for who registers again.
 */
export const issueTicket = async (
  deps: Deps,
  { wrap, sealKey }: TicketSigner,
  visitId: VisitId,
  registrationId: RegistrationId,
): Promise<TicketItem | undefined> => {
  const { db, ids } = deps;
  const [registration, planned] = await Promise.all([findRegistration(db, visitId, registrationId), findVisit(db, visitId)]);
  if (!registration || registration.withdrawnAt || !planned) return undefined;
  if (registration.ticketCode) return findTicket(db, visitId, registration.ticketCode);

  const { kid, key } = await getSigningKey(db, wrap, visitId);
  const body = { kid, visitNo: planned.visit.visitNo, tid: ids.bytes(16), gen: firstGeneration, visitOn: planned.visit.date };
  const { token, idx, code } = await mintTicket(body, key);
  const ticket: TicketItem = {
    ...ticketKey(visitId, code),
    type: "ticket",
    version: 1,
    visitId,
    registrationId,
    personId: registration.registration.personId,
    ...(registration.again && { again: registration.again }),
    idx,
    code,
    gen: firstGeneration,
    status: "valid",
    sealedToken: sealToken(token, { visitId, idx }, sealKey, (size) => ids.bytes(size)),
  };
  const result = await transact(db, {
    ticket: { Put: { Item: ticket, ConditionExpression: "attribute_not_exists(pk)" } },
    callName: takeCallName(planned.visit, callNameOf(code)),
    registration: noteTicket(visitId, registrationId, code),
  });
  // Refused by the registration: another run made its ticket. By the others: the code, or what its holder is called by, is taken, so mint another.
  return result.ok ? ticket : issueTicket(deps, { wrap, sealKey }, visitId, registrationId);
};

/** How long after the end of a visit its names are kept, minutes: sixty days, in which it may be moved to a later one. */
const calledForMinutes = 60 * 24 * 60;

/** Nobody else at this visit is called the same: on the board and aloud there is nothing else to tell people by. */
const takeCallName = (visit: Visit, callName: string): Write => ({
  Put: {
    Item: {
      ...callNameKey(visit.visitId, callName),
      type: "call-name",
      version: 1,
      expiresAt: expiresAt(addMinutes(endOfVisit(visit), calledForMinutes)),
    },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});
