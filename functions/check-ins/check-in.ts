import type { ScanInput, ScanVerdict } from "../../shared/contract/staff.ts";
import { CheckInEvent, type Judgement, judgeScan, verdicts } from "../../shared/domain/check-in.ts";
import type { AccountId, VisitId } from "../../shared/domain/ids.ts";
import { maskName } from "../../shared/domain/mask-name.ts";
import { epochMsOf } from "../../shared/domain/seoul-time.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { findPerson } from "../registrations/person-reads.ts";
import { noteArrival } from "../registrations/registration-writes.ts";
import { findVisit, listVisitPostings, type PlannedVisit } from "../visits/visit-reads.ts";
import { addCheckInEvent, type CheckInEventItem } from "./check-in-writes.ts";
import { dueTimes, missedTimes } from "./due-times.ts";
import { type TicketHolder, ticketPackOf } from "./ticket-pack.ts";

const holderOf = (judgement: Judgement<TicketHolder>): TicketHolder | undefined => ("ticket" in judgement ? judgement.ticket : undefined);

/** The words beside a verdict: who, when, where; only for a ticket that is genuine. */
const describe = async (deps: Deps, judgement: Judgement<TicketHolder>, planned: PlannedVisit): Promise<ScanVerdict> => {
  const holder = holderOf(judgement);
  const [person, postings] = holder
    ? await Promise.all([findPerson(deps.db, holder.person.agenda.personId), listVisitPostings(deps.db, planned.visit.visitId)])
    : [undefined, []];
  const arrival = judgement.verdict === "already-arrived" ? judgement.arrival : undefined;
  return {
    verdict: judgement.verdict,
    tone: verdicts[judgement.verdict].tone,
    maskedName: person ? maskName(person.name) : null,
    arrivedAt: arrival?.at ?? null,
    arrivedOnDevice: arrival?.deviceId ?? null,
    otherVisitOn: judgement.verdict === "other-visit" ? judgement.visitOn : null,
    bookings: holder ? dueTimes(holder.person, planned, postings).map(({ shown }) => shown) : [],
    missed: holder ? missedTimes(holder.person, planned, postings) : [],
  };
};

const eventOf = (
  { eventId, deviceId, at }: ScanInput,
  judgement: Judgement<TicketHolder>,
  about: { visitId: VisitId; staffId: AccountId; clockOffset: number },
): CheckInEvent | undefined =>
  "idx" in judgement
    ? CheckInEvent.parse({
        v: 1,
        kind: "admit",
        id: eventId,
        deviceId,
        at,
        packRevision: 0,
        idx: judgement.idx,
        gen: judgement.gen,
        verdict: judgement.verdict,
        reentry: false,
        ...about,
      })
    : undefined;

const isSameTicket = (a: CheckInEvent | undefined, b: CheckInEvent): boolean =>
  a !== undefined && "idx" in a && "idx" in b && a.idx === b.idx;

/** Keeps the event and, for somebody who is admitted, the arrival; of two events that admit one person only the first is written. */
const keep = async ({ db, clock }: Deps, event: CheckInEvent, admitted: TicketHolder | undefined) => {
  const arrival =
    admitted &&
    noteArrival(event.visitId, admitted.person.agenda.registrationId, { at: clock.now(), deviceId: event.deviceId, eventId: event.id });
  const kept = await transact<string>(db, { event: addCheckInEvent(event), ...(arrival && { arrival }) });
  if (kept.ok || !arrival || kept.refused.includes("arrival")) return kept;
  // The event is known, from a time when it admitted nobody: its ticket has come to be known since.
  const earlier = kept.before.event as CheckInEventItem | undefined;
  return isSameTicket(earlier?.event, event) ? transact<string>(db, { arrival }) : kept;
};

/**
 * Judges a scan against the table by the rule that the scanner uses without a network, keeps the event, and notes the arrival where the verdict
 * admits. The same event sent again finds its own arrival and answers as before.
 */
export const checkIn = async (
  deps: Deps,
  { visitId, scan, staffId }: { visitId: VisitId; scan: ScanInput; staffId: AccountId },
): Promise<Outcome<ScanVerdict>> => {
  const { db, clock } = deps;
  const planned = await findVisit(db, visitId);
  if (!planned) return refuse("not-found");
  const read = scan.read.by === "camera" ? ({ by: "qr", text: scan.read.token } as const) : ({ by: "code", text: scan.read.code } as const);
  const judgement = await judgeScan(read, ticketPackOf(db, { visitId, visitNo: planned.visit.visitNo }));

  const isRepeat = judgement.verdict === "already-arrived" && judgement.ticket.person.registration.arrival?.eventId === scan.eventId;
  if (isRepeat) {
    const verdict = read.by === "code" ? "admitted-by-code" : "admitted";
    return done(await describe(deps, { ...judgement, verdict }, planned));
  }
  const event = eventOf(scan, judgement, { visitId, staffId, clockOffset: epochMsOf(clock.now()) - epochMsOf(scan.at) });
  const admitted = verdicts[judgement.verdict].admits ? holderOf(judgement) : undefined;
  const kept = event && (await keep(deps, event, admitted));
  if (admitted && kept && !kept.ok) {
    // Another device admitted the same ticket in this moment: judge again, now as already arrived.
    if (kept.refused.includes("arrival")) return checkIn(deps, { visitId, scan, staffId });
    return refuse("id-taken");
  }
  return done(await describe(deps, judgement, planned));
};
