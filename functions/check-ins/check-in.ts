import type { ScanInput, ScanVerdict } from "../../shared/contract/staff.ts";
import { type Judgement, judgeScan } from "../../shared/domain/check-in.ts";
import { judgeDay, offDayAt } from "../../shared/domain/check-in-day.ts";
import { CheckInEvent, correctedAt, mostOffsetMs } from "../../shared/domain/check-in-event.ts";
import type { AccountId, VisitId } from "../../shared/domain/ids.ts";
import { maskName } from "../../shared/domain/mask-name.ts";
import { epochMsOf, type Instant, type LocalDate } from "../../shared/domain/seoul-time.ts";
import { callNameOf, type TicketIndex, ticketCodeOf } from "../../shared/domain/ticket-token.ts";
import { verdicts } from "../../shared/domain/verdicts.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import type { Noting } from "../platform/note-access.ts";
import { transact } from "../platform/transact.ts";
import { findPerson } from "../registrations/person-reads.ts";
import { type ArrivalNote, findPersonOfVisit, type RegistrationItem } from "../registrations/registration-reads.ts";
import { noteArrival } from "../registrations/registration-writes.ts";
import { listVisitPostings, type PlannedVisit, recentVisit } from "../visits/visit-reads.ts";
import { addCheckInEvent } from "./check-in-writes.ts";
import { findDevice, noteUser, type PhoneUser } from "./device-writes.ts";
import { dueTimes, missedTimes } from "./due-times.ts";
import { handedIn, keepAside } from "./quarantine.ts";
import { settleArrival } from "./settle-arrival.ts";
import { type TicketHolder, ticketPackOf } from "./ticket-pack.ts";

const holderOf = (judgement: Judgement<TicketHolder>): TicketHolder | undefined => ("ticket" in judgement ? judgement.ticket : undefined);

type Words = Pick<ScanVerdict, "registrationId" | "maskedName" | "bookings" | "missed">;
const noWords: Words = { registrationId: null, maskedName: null, bookings: [], missed: [] };

/** Who stands there, when and where they are due; only for a ticket that is genuine. */
const findWords = async ({ db }: Deps, { registrationId, personId, status }: TicketHolder, planned: PlannedVisit): Promise<Words> => {
  const { visitId } = planned.visit;
  const [who, person, postings] = await Promise.all([
    findPersonOfVisit(db, visitId, registrationId),
    findPerson(db, personId),
    listVisitPostings(db, visitId),
  ]);
  return {
    registrationId,
    maskedName: person ? maskName(person.name) : null,
    // What they have by another ticket is not had by one that was cancelled.
    bookings: who && status === "valid" ? dueTimes(who, planned, postings).map(({ shown }) => shown) : [],
    missed: who && status === "valid" ? missedTimes(who, planned, postings) : [],
  };
};

const verdictOf = (judgement: Judgement<TicketHolder>, words: Words, visitOn: LocalDate, letter: string | undefined): ScanVerdict => {
  const arrival = judgement.verdict === "already-arrived" ? judgement.arrival : undefined;
  const otherDay = judgement.verdict === "not-today" ? visitOn : null;
  return {
    verdict: judgement.verdict,
    tone: verdicts[judgement.verdict].tone,
    idx: "idx" in judgement ? judgement.idx : null,
    gen: "gen" in judgement ? judgement.gen : null,
    ...words,
    calledBy: holderOf(judgement) && "idx" in judgement ? callNameOf(ticketCodeOf(judgement.idx)) : null,
    arrivedAt: arrival?.at ?? null,
    arrivedOnDevice: arrival?.deviceId ?? null,
    arrivedOnLetter: letter ?? null,
    arrivedEventId: arrival?.eventId ?? null,
    otherVisitOn: judgement.verdict === "other-visit" ? judgement.visitOn : otherDay,
  };
};

/** A clock that is further off than any tells no time: the server's is taken. */
const clockedAt = (at: Instant, now: Instant): Pick<CheckInEvent, "at" | "clockOffset"> => {
  const clockOffset = epochMsOf(now) - epochMsOf(at);
  return Math.abs(clockOffset) > mostOffsetMs ? { at: now, clockOffset: 0 } : { at, clockOffset };
};

/** Every attempt is kept, also one that shows nothing that names a ticket. */
const eventOf = (
  { eventId, deviceId, at }: ScanInput,
  judgement: Judgement<TicketHolder>,
  { now, ...about }: { visitId: VisitId; staffId: AccountId; now: Instant },
): CheckInEvent =>
  CheckInEvent.parse({
    v: 1,
    kind: "admit",
    id: eventId,
    deviceId,
    ...clockedAt(at, now),
    packRevision: 0,
    // What a forged token says of its generation may be none.
    ...("idx" in judgement && { idx: judgement.idx, ...(judgement.gen > 0 && { gen: judgement.gen }) }),
    verdict: judgement.verdict,
    reentry: false,
    ...about,
  });

/** Keeps the event and, for somebody who is admitted, the arrival; of two events that admit one person only the first is written. */
const keep = async ({ db, clock }: Deps, event: CheckInEvent, admitted: TicketHolder | undefined) => {
  const arrival = admitted && noteArrival(event.visitId, admitted, { at: correctedAt(event), deviceId: event.deviceId, eventId: event.id });
  return transact<string>(db, { event: addCheckInEvent(event, event.staffId, clock.now()), ...(arrival && { arrival }) });
};

/**
 * The arrival that stands where that of an event could not be written; undefined where none does: the event was stored before as one that admits nobody, or it
 * was taken back. That the fold says, and nothing else.
 */
const arrivalStanding = async ({ db, clock }: Deps, event: CheckInEvent, idx: TicketIndex): Promise<ArrivalNote | undefined> => {
  await transact(db, { event: addCheckInEvent(event, event.staffId, clock.now()) });
  return settleArrival(db, event.visitId, idx);
};

/**
 * Judges a scan against the table by the rule that the scanner uses without a network, keeps the event, and notes the arrival where the verdict
 * admits: one look-up of the ticket, then one transaction. Whether somebody was here before, or the ticket was cancelled in this moment, its condition says. The same event sent again finds its own
 * arrival and answers as before; one that was taken back meanwhile has to be scanned anew. What a phone that was reported lost scans waits for the lead, as
 * what it hands in does.
 */
export const checkIn = async (
  deps: Deps,
  { visitId, scan, ...user }: PhoneUser & { visitId: VisitId; scan: ScanInput },
  shows: Noting["shows"],
  isRetry = false,
): Promise<Outcome<ScanVerdict>> => {
  const { db, clock } = deps;
  const { staffId } = user;
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
  const judged = await judgeScan(read, ticketPackOf(db, { visitId, visitNo: planned.visit.visitNo }, alongside));
  const device = await askDevice();
  const now = clock.now();
  const judgement = judgeDay(judged, offDayAt(planned.visit, now));

  const about = { visitId, staffId, now };
  /** What the device of an earlier admission is called at the desk. */
  const letterOf = async (said: Judgement<TicketHolder>) =>
    said.verdict === "already-arrived" ? (await findDevice(db, visitId, said.arrival.deviceId))?.letter : undefined;
  const answer = async (said: Judgement<TicketHolder>, words: Words) =>
    done(verdictOf(said, words, planned.visit.date, await letterOf(said)));
  const holder = holderOf(judgement);
  const event = eventOf(scan, judgement, about);
  if (device?.revokedAt) {
    await keepAside(deps, { visitId, deviceId: scan.deviceId, uploadedBy: staffId, reason: "device-revoked" }, handedIn(event));
    return refuse("device-revoked");
  }
  // Written down beside the event, which tells neither from where nor for as long.
  if (holder) shows({ visitId, registrationId: holder.registrationId, people: 1 });
  const admitted = verdicts[judgement.verdict].admits ? holder : undefined;
  const [words, kept] = await Promise.all([
    holder ? findWords(deps, holder, planned) : noWords,
    keep(deps, event, admitted),
    device && noteUser(deps, device, user),
  ]);
  if (!admitted || kept.ok) return answer(judgement, words);
  const registration = kept.before.arrival as RegistrationItem | undefined;
  if (kept.refused.includes("arrival")) {
    // Without a registration the ticket is gone.
    if (!registration) return refuse("not-found");
    // Its person took their registration back between the two: it is judged anew.
    if (registration.ticketCode !== admitted.code && !isRetry) return checkIn(deps, { visitId, scan, ...user }, shows, true);
  }
  const arrival = registration?.arrival ?? (await arrivalStanding(deps, event, admitted.idx));
  if (!arrival) return refuse("scan-again");
  if (arrival.eventId === scan.eventId) return answer(judgement, words);
  const again: Judgement<TicketHolder> = { verdict: "already-arrived", ticket: admitted, arrival, idx: admitted.idx, gen: admitted.gen };
  await keep(deps, eventOf(scan, again, about), undefined);
  return answer(again, words);
};
