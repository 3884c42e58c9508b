import type { ScanInput, ScanVerdict } from "../../shared/contract/staff.ts";
import { type Judgement, judgeScan } from "../../shared/domain/check-in.ts";
import { CheckInEvent, correctedAt } from "../../shared/domain/check-in-event.ts";
import type { AccountId, VisitId } from "../../shared/domain/ids.ts";
import { maskName } from "../../shared/domain/mask-name.ts";
import { epochMsOf } from "../../shared/domain/seoul-time.ts";
import { verdicts } from "../../shared/domain/verdicts.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import type { Noting } from "../platform/note-access.ts";
import { transact } from "../platform/transact.ts";
import { findPerson } from "../registrations/person-reads.ts";
import { findPersonOfVisit, type RegistrationItem } from "../registrations/registration-reads.ts";
import { noteArrival } from "../registrations/registration-writes.ts";
import { listVisitPostings, type PlannedVisit, recentVisit } from "../visits/visit-reads.ts";
import { addCheckInEvent } from "./check-in-writes.ts";
import { findDevice } from "./device-writes.ts";
import { dueTimes, missedTimes } from "./due-times.ts";
import { keepAside } from "./quarantine.ts";
import { type TicketHolder, ticketPackOf } from "./ticket-pack.ts";

const holderOf = (judgement: Judgement<TicketHolder>): TicketHolder | undefined => ("ticket" in judgement ? judgement.ticket : undefined);

type Words = Pick<ScanVerdict, "maskedName" | "bookings" | "missed">;
const noWords: Words = { maskedName: null, bookings: [], missed: [] };

/** Who stands there, when and where they are due; only for a ticket that is genuine. */
const findWords = async ({ db }: Deps, { registrationId, personId, status }: TicketHolder, planned: PlannedVisit): Promise<Words> => {
  const { visitId } = planned.visit;
  const [who, person, postings] = await Promise.all([
    findPersonOfVisit(db, visitId, registrationId),
    findPerson(db, personId),
    listVisitPostings(db, visitId),
  ]);
  return {
    maskedName: person ? maskName(person.name) : null,
    // What they have by another ticket is not had by one that was cancelled.
    bookings: who && status === "valid" ? dueTimes(who, planned, postings).map(({ shown }) => shown) : [],
    missed: who && status === "valid" ? missedTimes(who, planned, postings) : [],
  };
};

const verdictOf = (judgement: Judgement<TicketHolder>, words: Words): ScanVerdict => {
  const arrival = judgement.verdict === "already-arrived" ? judgement.arrival : undefined;
  return {
    verdict: judgement.verdict,
    tone: verdicts[judgement.verdict].tone,
    idx: "idx" in judgement ? judgement.idx : null,
    gen: "gen" in judgement ? judgement.gen : null,
    ...words,
    arrivedAt: arrival?.at ?? null,
    arrivedOnDevice: arrival?.deviceId ?? null,
    otherVisitOn: judgement.verdict === "other-visit" ? judgement.visitOn : null,
  };
};

/** Every attempt is kept, also one that shows nothing that names a ticket. */
const eventOf = (
  { eventId, deviceId, at }: ScanInput,
  judgement: Judgement<TicketHolder>,
  about: { visitId: VisitId; staffId: AccountId; clockOffset: number },
): CheckInEvent =>
  CheckInEvent.parse({
    v: 1,
    kind: "admit",
    id: eventId,
    deviceId,
    at,
    packRevision: 0,
    // What a forged token says of its generation may be none.
    ...("idx" in judgement && { idx: judgement.idx, ...(judgement.gen > 0 && { gen: judgement.gen }) }),
    verdict: judgement.verdict,
    reentry: false,
    ...about,
  });

/** Keeps the event and, for somebody who is admitted, the arrival; of two events that admit one person only the first is written. */
const keep = async ({ db }: Deps, event: CheckInEvent, admitted: TicketHolder | undefined) => {
  const arrival = admitted && noteArrival(event.visitId, admitted, { at: correctedAt(event), deviceId: event.deviceId, eventId: event.id });
  const kept = await transact<string>(db, { event: addCheckInEvent(event), ...(arrival && { arrival }) });
  if (kept.ok || !arrival || kept.refused.includes("arrival")) return kept;
  // The event is known, from a time when it admitted nobody: its ticket has come to be known since.
  return transact<string>(db, { arrival });
};

/**
 * Judges a scan against the table by the rule that the scanner uses without a network, keeps the event, and notes the arrival where the verdict
 * admits: one look-up of the ticket, then one transaction. Whether somebody was here before, or the ticket was cancelled in this moment, its condition says. The
 * same event sent again finds its own arrival and answers as before. What a phone that was reported lost scans waits for the lead, as what it hands in does.
 */
export const checkIn = async (
  deps: Deps,
  { visitId, scan, staffId }: { visitId: VisitId; scan: ScanInput; staffId: AccountId },
  shows: Noting["shows"],
  isRetry = false,
): Promise<Outcome<ScanVerdict>> => {
  const { db, clock } = deps;
  const planned = await recentVisit(deps, visitId);
  if (!planned) return refuse("not-found");
  const read = scan.read.by === "camera" ? ({ by: "qr", text: scan.read.token } as const) : ({ by: "code", text: scan.read.code } as const);
  let asked: ReturnType<typeof findDevice> | undefined;
  const askDevice = () => {
    asked ??= findDevice(db, visitId, scan.deviceId);
    return asked;
  };
  // Should it fail, the line that waits for it says so.
  const alongside = () => void askDevice().catch(() => undefined);
  const judgement = await judgeScan(read, ticketPackOf(db, { visitId, visitNo: planned.visit.visitNo }, alongside));
  const device = await askDevice();

  const about = { visitId, staffId, clockOffset: epochMsOf(clock.now()) - epochMsOf(scan.at) };
  const holder = holderOf(judgement);
  const event = eventOf(scan, judgement, about);
  if (device?.revokedAt) {
    await keepAside(deps, { visitId, deviceId: scan.deviceId, uploadedBy: staffId, reason: "device-revoked" }, event);
    return refuse("device-revoked");
  }
  // Written down beside the event, which tells neither from where nor for as long.
  if (holder) shows({ visitId, registrationId: holder.registrationId, people: 1 });
  const admitted = verdicts[judgement.verdict].admits ? holder : undefined;
  const [words, kept] = await Promise.all([holder ? findWords(deps, holder, planned) : noWords, keep(deps, event, admitted)]);
  if (!admitted || kept.ok) return done(verdictOf(judgement, words));
  const { arrival, ticketCode } = (kept.before.arrival ?? {}) as Partial<RegistrationItem>;
  // Its person took their registration back between the two: it is judged anew.
  if (ticketCode !== admitted.code && !isRetry) return checkIn(deps, { visitId, scan, staffId }, shows, true);
  // Without an arrival the registration is gone, and the ticket with it.
  if (!arrival) return refuse("not-found");
  if (arrival.eventId === scan.eventId) return done(verdictOf(judgement, words));
  const again: Judgement<TicketHolder> = { verdict: "already-arrived", ticket: admitted, arrival, idx: admitted.idx, gen: admitted.gen };
  await keep(deps, eventOf(scan, again, about), undefined);
  return done(verdictOf(again, words));
};
