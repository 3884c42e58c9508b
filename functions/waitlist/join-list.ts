import type { MyWait, WaitInput } from "../../shared/contract/waitlist.ts";
import { type Booking, bookingRefusal, moveRefusal } from "../../shared/domain/booking.ts";
import { dayRefusal } from "../../shared/domain/day-rules.ts";
import type { RegistrationId, VisitId, WaitId } from "../../shared/domain/ids.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { type ListName, listNameOf, type Slot } from "../../shared/domain/slot.ts";
import { isReplaceable, isSameTarget, maxOpenWaits, maxWaitsKept, type WaitlistEntry, waitRefusal } from "../../shared/domain/waitlist.ts";
import { done, type Outcome, type Refusal, refuse } from "../../shared/problem/catalogue.ts";
import { employerConsentOf } from "../consents/consent-writes.ts";
import type { Deps } from "../platform/deps.ts";
import { ContentionError, type Pause, transact, waitAtRandom } from "../platform/transact.ts";
import { type AgendaItem, bookingsOf, findAgenda } from "../registrations/registration-reads.ts";
import { findSlot, listSlots, slotOf } from "../slots/slot-reads.ts";
import { findVisit, type PlannedVisit } from "../visits/visit-reads.ts";
import { whileOpenOn } from "../visits/visit-writes.ts";
import { myWaitOf } from "./my-waits-reads.ts";
import { findEntriesOf, hasList } from "./waitlist-reads.ts";
import { addEntry, raiseList } from "./waitlist-writes.ts";

type Joining = { visitId: VisitId; waitId: WaitId; wish: WaitInput; locale: Locale; registrationId: RegistrationId };
type Joined = Outcome<{ wait: MyWait; isNew: boolean }>;

/** How often it is decided anew when the person does something else in the same moment: they may have many tabs. */
const attempts = 8;
const firstPauseMs = 15;
/** Most times that a refusal names instead. */
const mostAlternatives = 3;

/** What is asked for: the slots that would do, and the list that they are in. */
const findTarget = async (
  { db }: Deps,
  { visitId, wish: { waitFor } }: Joining,
): Promise<{ list: ListName; slots: Slot[] } | undefined> => {
  if (waitFor.for === "slot") {
    const item = await findSlot(db, visitId, waitFor.slotId);
    return item && { list: listNameOf(item.facts), slots: [slotOf(item)] };
  }
  const list = waitFor.for === "posting" ? waitFor.postingId : waitFor.service;
  const slots = (await listSlots(db, visitId)).map(slotOf).filter((slot) => listNameOf(slot) === list);
  return slots.length > 0 ? { list, slots } : undefined;
};

/**
 * Somebody joins a list, and stands in it in order of application until the last of its times begins. The list stands before the entry does, so that
 * no seat goes past them from then on; what became free just before, the table's stream finds for them.
 */
export const joinList = async (deps: Deps, joining: Joining, pause: Pause = waitAtRandom, attempt = 1): Promise<Joined> => {
  const { db, clock } = deps;
  const { visitId, waitId, wish, locale, registrationId } = joining;
  const now = clock.now();
  const [planned, agenda, target] = await Promise.all([
    findVisit(db, visitId),
    findAgenda(db, visitId, registrationId),
    findTarget(deps, joining),
  ]);
  if (!planned || !target) return refuse("not-found");
  const { list, slots } = target;
  const mine = agenda ? (await findEntriesOf(db, visitId, agenda.waits)).map(({ entry }) => entry) : [];
  const asked = {
    list,
    ...(wish.waitFor.for === "slot" && { slotId: wish.waitFor.slotId }),
    ...(wish.replaces && { replaces: wish.replaces }),
  };

  if (agenda?.waits[waitId]) {
    const earlier = mine.find((entry) => entry.waitId === waitId);
    if (!earlier || !isSameTarget(earlier, asked) || earlier.replaces !== wish.replaces) return refuse("id-taken");
    return done({ wait: await myWaitOf(db, visitId, earlier), isNew: false });
  }
  if (planned.visit.state !== "open") return refuse("visit-not-open");
  if (!agenda || agenda.withdrawnAt) return refuse("not-registered");
  const closed = waitRefusal(slots, now);
  if (closed) return refuse(closed);
  // A booking that is kept until then was consented to already.
  const needsConsent = slots.some(({ employerId }) => employerId !== null) && !wish.replaces;
  const consent = needsConsent ? employerConsentOf(wish.consentVersion, locale, "web") : undefined;
  if (needsConsent && !consent) return refuse("consent-outdated");
  if (mine.some((entry) => isSameTarget(entry, asked))) return refuse("already-waiting");
  if (mine.length >= maxOpenWaits || Object.keys(agenda.waits).length >= maxWaitsKept) return refuse("too-many-requests");
  const misfit = personRefusal(joining, { agenda, planned, ...target, now });
  if (misfit) return misfit;

  const entry: WaitlistEntry = { waitId, ...asked, appliedAt: now, passed: [], ...(consent && { consent }) };
  const isRaised = await raise(db, planned, list);
  const result = isRaised ? await transact(db, addEntry({ visitId, registrationId, entry }, agenda.version)) : undefined;
  if (result?.ok) return done({ wait: await myWaitOf(db, visitId, entry), isNew: true });
  if (attempt === attempts) throw new ContentionError("The agenda, or the visit, kept changing.");
  await pause(firstPauseMs * 2 ** attempt);
  return joinList(deps, joining, pause, attempt + 1);
};

/**
 * The list stands, under the day that the visit is on. A plan that moves the visit files anew what stood when it began; what is raised after that is
 * refused with the old day. False when the visit is not as it was read.
 */
const raise = async (db: Deps["db"], { visit }: PlannedVisit, list: ListName): Promise<boolean> => {
  const { visitId, date } = visit;
  if (await hasList(db, visitId, list)) return true;
  const result = await transact(db, { list: raiseList(visitId, date, list), visit: whileOpenOn({ visitId, date }) });
  return result.ok || !result.refused.includes("visit");
};

/** Why this person has nothing to wait for: they could never take it, or could have it at once. */
const personRefusal = (
  { wish: { waitFor, replaces } }: Joining,
  {
    agenda,
    planned,
    list,
    slots,
    now,
  }: { agenda: AgendaItem; planned: PlannedVisit; list: ListName; slots: readonly Slot[]; now: Instant },
): Refusal | undefined => {
  const { visit } = planned;
  const day = { date: visit.date, rules: visit.rules, bookings: bookingsOf(agenda) };
  const kept: Booking | undefined = replaces && agenda.bookings[replaces];
  const ahead = slots.filter((slot) => waitRefusal([slot], now) === undefined);
  if (replaces && !(isReplaceable(kept, list) && ahead.some(({ startsAt }) => startsAt < kept.startsAt))) return refuse("booking-changed");

  const [only] = ahead;
  const why = waitFor.for === "slot" && !replaces && only ? dayRefusal(day, only) : undefined;
  if (why) {
    const { clash } = why;
    return refuse(why.reason, clash && { clash: { bookingId: clash.bookingId, startsAt: clash.startsAt, endsAt: clash.endsAt } });
  }
  /** What they could book, or move to, in this moment; after bookings have closed, a free seat is had through the list only. */
  const isToBeHad = (slot: Slot): boolean =>
    slot.taken < slot.seats &&
    dayRefusal(day, slot, replaces) === undefined &&
    (kept
      ? slot.startsAt < kept.startsAt && moveRefusal(visit, { from: kept, to: slot }, now) === undefined
      : bookingRefusal(visit, slot, now) === undefined);
  const free = ahead.filter(isToBeHad);
  if (free.length === 0) return undefined;
  const alternatives = free.slice(0, mostAlternatives);
  return refuse("seat-free", {
    alternatives: alternatives.map(({ slotId, startsAt, endsAt, postingId, service }) => ({
      slotId,
      startsAt,
      endsAt,
      postingId,
      service,
    })),
  });
};
