import type { AffectedPerson, PlanPreview, PlanReceipt } from "../../shared/contract/plans.ts";
import type { EmployerId, PersonId, PlanId, VisitId } from "../../shared/domain/ids.ts";
import { maskName } from "../../shared/domain/mask-name.ts";
import { isTouched, type NearTime } from "../../shared/domain/plan-person.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { findPeople } from "../registrations/person-reads.ts";
import { type AgendaItem, bookingsOf, listPeopleOfVisit } from "../registrations/registration-reads.ts";
import { listSlots, type SlotItem } from "../slots/slot-reads.ts";
import { subjectWords } from "../visits/subject-reads.ts";
import { findVisit, listVisitPostings, type VisitPostingItem } from "../visits/visit-reads.ts";
import { findNearTimes } from "./near-times.ts";
import { concernsAll, effectOf, listsLeft, type Outlook, outlookOf, type PersonOutlook, takeFrom } from "./person-outlook.ts";
import { findPlan, listReceipts, type PlanItem, planOf } from "./plan-reads.ts";
import { type Setting, settingOf } from "./plan-setting.ts";
import { receiptsOf } from "./receipt-views.ts";

/** In order of their first touched booking: whoever booked first has the first choice of the times near by. */
export const inTurn = (agendas: readonly AgendaItem[], { effect }: Pick<Outlook, "effect">): AgendaItem[] => {
  const first = (agenda: AgendaItem): string =>
    bookingsOf(agenda)
      .filter((booking) => isTouched(booking, effect))
      .map(({ bookedAt }) => bookedAt)
      .sort()[0] ?? "9999";
  const keyed = agendas.map((agenda) => ({ agenda, at: first(agenda) }));
  return keyed
    .sort((a, b) => a.at.localeCompare(b.at) || a.agenda.registrationId.localeCompare(b.agenda.registrationId))
    .map(({ agenda }) => agenda);
};

const optionOf = ({ visitId, slotId, startsAt, placeNameKo }: NearTime) => ({ visitId, slotId, startsAt, placeNameKo });

type Named = ReadonlyMap<PersonId, { name: string }>;

const affectedPerson = (
  { registrationId, personId }: AgendaItem,
  { settled, waits, applications }: PersonOutlook,
  { named, postings }: { named: Named; postings: readonly VisitPostingItem[] },
): AffectedPerson => ({
  registrationId,
  maskedName: maskName(named.get(personId)?.name ?? "○○"),
  bookings: settled.map(({ before, choice, isChosen, options }) => ({
    bookingId: before.bookingId,
    startsAt: before.startsAt,
    whatKo: subjectWords(before, postings, "ko").what,
    choice,
    isChosen,
    options: options.map(optionOf),
  })),
  waits: waits.length,
  applications: applications.length,
});

const isAffected = ({ settled, waits, applications }: PersonOutlook): boolean => settled.length + waits.length + applications.length > 0;

/** Times and bookings of each employer that a plan touches; nobody's name. */
const employersOf = (slots: readonly SlotItem[], outlook: Outlook, postings: readonly VisitPostingItem[]): PlanPreview["employers"] => {
  const rows = new Map<EmployerId, PlanPreview["employers"][number]>();
  for (const { facts, takers } of slots) {
    const { employerId, slotId } = facts;
    if (employerId === null || !outlook.effect.moves.has(slotId)) continue;
    const nameKo = postings.find((posting) => posting.employerId === employerId)?.employer.nameKo ?? "";
    const row = rows.get(employerId) ?? { employerId, nameKo, times: 0, booked: 0 };
    row.times += 1;
    row.booked += Object.keys(takers).filter((holder) => holder.startsWith("bkg_")).length;
    rows.set(employerId, row);
  }
  return [...rows.values()].sort((a, b) => a.nameKo.localeCompare(b.nameKo, "ko"));
};

/** Everybody whom a draft touches, with what would become of them if it ran now. */
export const foresee = async (
  deps: Deps,
  item: PlanItem,
  { planned, slots, moves }: Setting,
): Promise<{ preview: PlanPreview; outlook: Outlook }> => {
  const { db, clock } = deps;
  const now = clock.now();
  const { plan } = item;
  const effect = effectOf(plan, moves, planned.visit, now);
  const [near, people, postings] = await Promise.all([
    findNearTimes(deps, planned, slots),
    listPeopleOfVisit(db, plan.visitId),
    listVisitPostings(db, plan.visitId),
  ]);
  const outlook: Outlook = { effect, left: listsLeft(slots, effect, now), near };
  const preview = await previewOf(
    deps,
    item,
    outlook,
    inTurn(
      people.map(({ agenda }) => agenda),
      outlook,
    ),
    postings,
    slots,
  );
  return { preview, outlook };
};

const previewOf = async (
  { db, clock }: Deps,
  item: PlanItem,
  outlook: Outlook,
  agendas: readonly AgendaItem[],
  postings: readonly VisitPostingItem[],
  slots: readonly SlotItem[],
): Promise<PlanPreview> => {
  const now = clock.now();
  const named = await findPeople(
    db,
    agendas.map(({ personId }) => personId),
  );
  const people: AffectedPerson[] = [];
  for (const agenda of agendas) {
    const seen = await outlookOf(db, agenda, outlook, now);
    takeFrom(outlook.near, seen.settled);
    // Whoever is only registered is told, too.
    if (isAffected(seen) || (concernsAll(outlook.effect) && !agenda.withdrawnAt))
      people.push(affectedPerson(agenda, seen, { named, postings }));
  }
  return { plan: planOf(item), people, employers: employersOf(slots, outlook, postings) };
};

/** A plan as it stands: before it runs whom it would touch, then whom it still has to, with a receipt for everybody who is done. */
export const showPlan = async (
  deps: Deps,
  visitId: VisitId,
  planId: PlanId,
): Promise<Outcome<PlanPreview & { receipts: PlanReceipt[] }>> => {
  const { db, clock } = deps;
  const item = await findPlan(db, visitId, planId);
  if (!item) return refuse("not-found");
  if (item.plan.state === "draft") {
    const setting = await settingOf(deps, visitId, item.plan.change);
    // A draft whose time has passed stays readable, and touches nobody any more.
    if (!setting.ok) return done({ plan: planOf(item), people: [], employers: [], receipts: [] });
    return done({ ...(await foresee(deps, item, setting.value)).preview, receipts: [] });
  }
  const [planned, slots, receipts, postings] = await Promise.all([
    findVisit(db, visitId),
    listSlots(db, visitId),
    listReceipts(db, visitId, planId),
    listVisitPostings(db, visitId),
  ]);
  if (!planned || !item.plan.startedAt) return refuse("not-found");
  const shown = await receiptsOf(deps, receipts);
  const effect = effectOf(item.plan, item.moves ?? [], planned.visit, item.plan.startedAt);
  const outlook: Outlook = { effect, left: listsLeft(slots, effect, clock.now()), near: { times: [], visits: new Map() } };
  if (item.plan.state === "done")
    return done({ plan: planOf(item), people: [], employers: employersOf(slots, outlook, postings), receipts: shown });
  const settled = new Set(receipts.map(({ registrationId }) => registrationId));
  const people = (await listPeopleOfVisit(db, visitId))
    .map(({ agenda }) => agenda)
    .filter(({ registrationId }) => !settled.has(registrationId));
  const from = { visit: planned.visit, place: planned.place };
  const near = await findNearTimes(deps, from, slots);
  const left = { ...outlook, near };
  return done({ ...(await previewOf(deps, item, left, inTurn(people, left), postings, slots)), receipts: shown });
};
