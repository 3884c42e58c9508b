import type { InterviewChange } from "../../shared/copy/messages/employer-interviews.ts";
import type { EmployerId, VisitId } from "../../shared/domain/ids.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { endOfVisit, isMailTime } from "../../shared/domain/visit.ts";
import { listPlans } from "../plans/plan-reads.ts";
import type { Db } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { listSlots, type SlotItem } from "../slots/slot-reads.ts";
import { listSlotRequests } from "../slots/slot-request-reads.ts";
import { listVisitPostings, listVisits, type PlannedVisit } from "../visits/visit-reads.ts";
import { type EmployerNews, type EmployerNewsItem, listEmployerNews } from "./employer-news-reads.ts";
import { type Edition, putEdition } from "./employer-news-writes.ts";
import { type InterviewList, interviewListOf, isSameVisit, listChanges, type SeenVisit, seenVisitOf } from "./interview-list.ts";

/** Visits to come that are looked at; a season has fewer. */
const mostVisits = 400;

const listNews = (list: InterviewList): EmployerNews | undefined => {
  const times = Object.values(list)
    .map(({ startsAt }) => startsAt)
    .sort();
  const [firstAt, lastAt] = [times[0], times.at(-1)];
  return firstAt && lastAt ? { kind: "list", count: times.length, firstAt, lastAt } : undefined;
};

/** Whether the employer has times at the visit that were approved: else a change of the visit is nothing to it. */
const hasTimes = async (db: Db, visitId: VisitId, employerId: EmployerId): Promise<boolean> =>
  (await listSlotRequests(db, employerId)).some((request) => request.visitId === visitId && request.state === "approved");

/** Why the visit was last moved or cancelled, as the manager wrote it. */
const reasonOfChange = async (db: Db, visitId: VisitId): Promise<string | undefined> =>
  (await listPlans(db, visitId))
    .map(({ plan }) => plan)
    .filter(({ startedAt, change }) => startedAt && (change.kind === "move-visit" || change.kind === "cancel-visit"))
    .sort((a, b) => (a.startedAt ?? "").localeCompare(b.startedAt ?? ""))
    .at(-1)?.reason;

/** The next edition for an employer; undefined when there is nothing to note. */
const nextEdition = async (
  { db, clock }: Pick<Deps, "db" | "clock">,
  {
    planned,
    employerId,
    told,
    slotsOf,
  }: { planned: PlannedVisit; employerId: EmployerId; told: EmployerNewsItem | undefined; slotsOf(): Promise<SlotItem[]> },
): Promise<Edition | undefined> => {
  const { visit } = planned;
  const seen = seenVisitOf(planned);
  const edition = (told?.edition ?? 0) + 1;
  // An employer that was never looked at knows the visit as it is now, but for a cancellation.
  const before: SeenVisit = { ...seen, cancelled: false, ...told?.seen };
  const hasVisitChanged = !isSameVisit(before, seen);
  const visitNews = async (changes: InterviewChange[]): Promise<EmployerNews> => {
    const reason = await reasonOfChange(db, visit.visitId);
    return { kind: "visit", before, after: seen, changes, ...(reason && { reason }) };
  };
  const visitChanged = async (changes: InterviewChange[], list: InterviewList | undefined): Promise<Edition> => ({
    edition,
    seen,
    list,
    news: changes.length > 0 || (await hasTimes(db, visit.visitId, employerId)) ? await visitNews(changes) : undefined,
  });

  if (told?.list) {
    const known = { list: told.list, visit: before };
    const look = (slots: readonly SlotItem[]) => {
      const list = interviewListOf(slots, employerId);
      const withdrawn = new Set(slots.filter(({ state }) => state === "withdrawn").map(({ facts }) => facts.slotId));
      return { list, changes: listChanges(known, { list, visit: seen }, (slotId) => withdrawn.has(slotId)) };
    };
    const first = look(seen.cancelled ? [] : await slotsOf());
    // Slots are read partition by partition: a booking that moved meanwhile may be missing from all of them.
    const { list, changes } = first.changes.length > 0 && !seen.cancelled ? look(await listSlots(db, visit.visitId)) : first;
    if (hasVisitChanged) return visitChanged(changes, list);
    return changes.length > 0 ? { edition, seen, list, news: { kind: "changes", visitOn: visit.date, changes } } : undefined;
  }
  if (hasVisitChanged) return visitChanged([], undefined);
  if (visit.state === "open" && visit.deadlines.listAt <= clock.now()) {
    const list = interviewListOf(await slotsOf(), employerId);
    return { edition, seen, list, news: listNews(list) };
  }
  return told?.edition === undefined ? { edition: 0, seen, list: undefined, news: undefined } : undefined;
};

/**
 * Tells each employer its list when it is due, and from then on what changed since it was last told: one mail for everything between two runs. A visit
 * that was cancelled or moved is told before that, too. Runs every few minutes, in mail hours only; a repeated or a broken-off run is harmless.
 */
export const tellEmployers = async (deps: Deps): Promise<number> => {
  const { db, clock, log } = deps;
  const now = clock.now();
  if (!isMailTime(now)) return 0;
  let told = 0;
  const failures: unknown[] = [];
  for (const planned of await listVisits(db, seoulDateOf(now), mostVisits)) {
    const { visit } = planned;
    if (endOfVisit(visit) <= now) continue;
    const { visitId } = visit;
    const employerIds = [...new Set((await listVisitPostings(db, visitId)).map((posting) => posting.employerId))];
    if (employerIds.length === 0) continue;
    const news = await listEmployerNews(db, visitId);
    let slots: Promise<SlotItem[]> | undefined;
    const slotsOf = (): Promise<SlotItem[]> => {
      slots ??= listSlots(db, visitId);
      return slots;
    };
    for (const employerId of employerIds) {
      try {
        const edition = await nextEdition(deps, { planned, employerId, told: news.get(employerId), slotsOf });
        const result = edition && (await transact(db, { news: putEdition({ visitId, employerId }, edition) }));
        if (result?.ok && edition?.news) told += 1;
      } catch (error) {
        // One that fails keeps no other from being told.
        failures.push(error);
      }
    }
  }
  log.info("employers.told", { told, failed: failures.length });
  if (failures.length > 0) throw new AggregateError(failures, "Some employers could not be told.");
  return told;
};
