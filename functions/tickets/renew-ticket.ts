import type { RegistrationId, VisitId } from "../../shared/domain/ids.ts";
import { readToken, renewedTicketCode } from "../../shared/domain/ticket-token.ts";
import { endOfVisit } from "../../shared/domain/visit.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { noteForgotten } from "../ledger/forgotten-writes.ts";
import type { StaffAct } from "../platform/actor.ts";
import type { Deps, LedgerDeps } from "../platform/deps.ts";
import { ticketKey } from "../platform/keys.ts";
import { transact } from "../platform/transact.ts";
import { findRegistration } from "../registrations/registration-reads.ts";
import { addToVisitLog } from "../visits/visit-log-writes.ts";
import { findVisit } from "../visits/visit-reads.ts";
import type { TicketSigner } from "./issue-ticket.ts";
import { sealToken } from "./seal-token.ts";
import { mintTicket } from "./sign-token.ts";
import { findTicket, type TicketCodeItem, type TicketItem, tokenOf } from "./ticket-reads.ts";
import { wantRenewal } from "./ticket-writes.ts";
import { getSigningKey } from "./visit-keys.ts";

/** Most times that a ticket is issued anew: a generation is one byte. */
const mostGenerations = 255;

/**
 * Asks for a new QR code in place of one that somebody else may have. The signer makes it in a moment; from then on the old one is refused at the desk.
 * `seen`: the generation that is to be replaced, so that asking twice replaces it once.
 */
export const askForRenewal = async (
  { db, ledger, clock, ids }: Pick<LedgerDeps, "db" | "ledger" | "clock" | "ids">,
  { visitId, registrationId, seen, staff }: { visitId: VisitId; registrationId: RegistrationId; seen: number; staff?: StaffAct },
): Promise<Outcome<undefined>> => {
  const [planned, registration] = await Promise.all([findVisit(db, visitId), findRegistration(db, visitId, registrationId)]);
  if (!planned || !registration) return refuse("not-found");
  if (endOfVisit(planned.visit) <= clock.now()) return refuse("visit-over");
  if (registration.withdrawnAt) return refuse("registration-withdrawn");
  if (!registration.ticketCode) return refuse("ticket-not-ready");
  if (seen >= mostGenerations) return refuse("too-many-requests");
  const at = clock.now();
  // Refused where the ticket is past this generation already: then it was replaced before. One that was cancelled in this moment is replaced by none.
  await transact<string>(db, {
    ticket: wantRenewal(visitId, registration.ticketCode, seen),
    forgotten: noteForgotten(ledger, { what: "ticket", visitId, registrationId, gen: seen, at }),
    ...(staff && { log: addToVisitLog({ visitId, at, registrationId, did: "renewed-ticket", ...staff }, ids.mint("log")) }),
  });
  return done(undefined);
};

/**
 * Signs the new generation that was asked for, with a new code below it, once; a repeated stream record finds it done. The ticket keeps its secret and its
 * index: what happened to it stays one set.
 */
export const renewTicket = async (
  deps: Deps,
  signer: TicketSigner,
  renewing: Pick<TicketItem, "visitId" | "code" | "renewFrom">,
): Promise<void> => {
  const { db, clock, ids } = deps;
  const { wrap, sealKey } = signer;
  const { visitId, code, renewFrom } = renewing;
  const item = renewFrom === undefined ? undefined : await findTicket(db, visitId, code);
  if (item?.renewFrom !== item?.gen || !item) return;
  const { idx } = item;
  const gen = item.gen + 1;
  const planned = await findVisit(db, visitId);
  const reading = readToken(tokenOf(item, sealKey));
  if (!planned || reading.kind !== "ticket") return;
  const { kid, key } = await getSigningKey(db, wrap, visitId);
  const { tid, visitNo } = reading.ticket;
  const { token } = await mintTicket({ kid, visitNo, tid, gen, visitOn: planned.visit.date }, key);
  const newCode = renewedTicketCode(code, Uint8Array.from(ids.bytes(5)));
  const codeItem: TicketCodeItem = { ...ticketKey(visitId, newCode), type: "ticket-code", version: 1, ticketCode: code, gen };
  const written = await transact<string>(db, {
    ticket: {
      Update: {
        Key: ticketKey(visitId, code),
        UpdateExpression:
          "SET gen = :next, genSince = :now, sealedToken = :token, renewedCodes = list_append(if_not_exists(renewedCodes, :none), :code) REMOVE renewFrom ADD version :one",
        // Gone with the ticket that was cancelled meanwhile.
        ConditionExpression: "gen = :gen AND renewFrom = :gen",
        ExpressionAttributeValues: {
          ":next": gen,
          ":now": clock.now(),
          ":token": sealToken(token, { visitId, idx }, sealKey, (size) => ids.bytes(size)),
          ":none": [],
          ":code": [newCode],
          ":gen": item.gen,
          ":one": 1,
        },
      },
    },
    code: { Put: { Item: codeItem, ConditionExpression: "attribute_not_exists(pk)" } },
  });
  // Somebody of the visit has that code: another one.
  if (!written.ok && !written.refused.includes("ticket")) await renewTicket(deps, signer, renewing);
};
