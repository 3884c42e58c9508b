import * as z from "zod/mini";
import { bookSlot } from "../../../functions/bookings/book-slot.ts";
import { draftPlan } from "../../../functions/plans/draft-plan.ts";
import { executePlan } from "../../../functions/plans/start-plan.ts";
import { renewPosting } from "../../../functions/postings/write-posting.ts";
import { registerForVisit } from "../../../functions/registrations/register-for-visit.ts";
import { registrationIdOf } from "../../../functions/registrations/registration-id.ts";
import { askForSlots } from "../../../functions/slots/ask-for-slots.ts";
import { approveSlotRequest } from "../../../functions/slots/decide-slot-request.ts";
import { listSlots } from "../../../functions/slots/slot-reads.ts";
import { openVisit } from "../../../functions/visits/open-visit.ts";
import { planVisit } from "../../../functions/visits/plan-visit.ts";
import { currentConsentVersion } from "../../../shared/domain/consents.ts";
import { BookingId, DeskId, PlanId, SlotRequestId, VisitId } from "../../../shared/domain/ids.ts";
import type { PlanChange } from "../../../shared/domain/plan.ts";
import { LocalTime } from "../../../shared/domain/seoul-time.ts";
import { VisitPlan } from "../../../shared/domain/visit.ts";
import { DemoPeople, mustBe, read } from "../centre-seed.ts";
import type { Centre, HeldVisit } from "./centre.ts";
import { aGuest, type Guest } from "./guests.ts";
import type { FiledVisit } from "./season-file.ts";

const interviewDesks = [1, 2, 3, 4].map((n) => ({ deskId: DeskId.parse(`d${n}`), label: `면접 ${n}번 창구` }));
/** Where whoever has no interview is helped. */
export const helpDesk = { deskId: DeskId.parse("d5"), label: "상담 창구" };
const noon = { from: LocalTime.parse("12:00"), to: LocalTime.parse("13:00") };
const lastInterviewEnds = LocalTime.parse("16:30");
const interviewMinutes = 20;

/** One bus goes everywhere. */
const bus = 1;

/** A visit of the file is planned, where it was first meant to be. */
export const planFiled = async ({ deps, manager }: Centre, filed: FiledVisit): Promise<HeldVisit> => {
  const { staff } = read("people.json", z.pick(DemoPeople, { staff: true }));
  const { date, startTime, endTime, placeId, moved } = filed;
  const plan = VisitPlan.parse({
    ...{ date, startTime, endTime, placeId: moved?.fromPlaceId ?? placeId, bus },
    team: staff.slice(0, 3).map(({ name }) => name),
    services: ["job_initial", "job_follow", "resume", "interview_prep", "aptitude", "startup", "finance"],
    desks: [...interviewDesks, helpDesk],
  });
  const visitId = VisitId.parse(deps.ids.mint("vis"));
  mustBe(await planVisit(deps, { visitId, plan, plannedBy: manager }));
  return { filed, visitId, jobs: [], interviews: { done: [], missed: [] }, coming: [], walkIns: 0, referred: [] };
};

/** Booking opens, and as many employers as came ask for times, each at a desk of its own; another visit, others of them. */
export const publish = async ({ deps, employers }: Centre, visit: HeldVisit, index: number): Promise<void> => {
  const { filed, visitId } = visit;
  mustBe(await openVisit(deps, visitId));
  const coming = filed.result?.employersOnSite ?? filed.plan?.employersInvited ?? 0;
  for (let i = 0; i < coming; i++) {
    const employer = employers[(index * interviewDesks.length + i) % employers.length];
    const posting = employer?.postings[index % employer.postings.length];
    const desk = interviewDesks[i];
    if (!employer || !posting || !desk) throw new Error("The demo has too few employers.");
    const { employerId, interviewer } = employer;
    const { postingId } = posting;
    const slotRequestId = SlotRequestId.parse(deps.ids.mint("srq"));
    const pattern = { from: filed.startTime, to: lastInterviewEnds, minutes: interviewMinutes, breaks: [noon], seats: 1 };
    const draft = { visitId, postingId, pattern, mode: "open" as const, interviewers: [interviewer] };
    // The season is longer than a posting is valid.
    mustBe(await renewPosting(deps, { employerId, postingId }));
    mustBe(await askForSlots(deps, { employerId, slotRequestId, draft }));
    mustBe(await approveSlotRequest(deps, { employerId, slotRequestId, deskIds: [desk.deskId] }));
    visit.jobs.push({ employerId, postingId });
  }
};

/** The visit is moved or cancelled as the centre does it: a plan, looked at and carried out. */
export const change = async (
  { deps, manager, drain }: Centre,
  { visitId }: HeldVisit,
  change: PlanChange,
  reason: string,
): Promise<void> => {
  const planId = PlanId.parse(deps.ids.mint("pln"));
  const { preview } = mustBe(await draftPlan(deps, { visitId, planId, draft: { change, reason, choices: [] }, madeBy: manager }));
  mustBe(await executePlan(deps, { visitId, planId, version: preview.plan.version }));
  await drain();
};

/** Of who was there before, so many come again. */
const comingAgain = 2;

/** So many that there is somebody for every new enrolment and every interview; a few of them were there before. */
const guestsOf = async (
  centre: Centre,
  { filed: { result } }: HeldVisit,
): Promise<{ coming: Guest[]; again: Guest[]; missing: Guest[] }> => {
  const { deps, guests } = centre;
  if (!result) return { coming: [], again: [], missing: [] };
  const { visitors, newRegistrations, interviewsDone, noShows, ages } = result;
  const anew = Math.max(newRegistrations, interviewsDone);
  const again = guests.slice(-comingAgain).slice(0, Math.max(0, visitors - anew));
  const bands = ages.flatMap((count, band) => Array.from({ length: count }, () => band));
  const made: Guest[] = [];
  for (let i = 0; i < anew + noShows; i++) made.push(await aGuest(deps, guests.length + i, bands[i % bands.length] ?? i % ages.length));
  guests.push(...made.slice(anew), ...made.slice(0, anew));
  return { coming: made.slice(0, anew), again, missing: made.slice(anew) };
};

/** Who comes registers, and whoever has an interview books it; so do those who will not come. */
export const fill = async (centre: Centre, visit: HeldVisit): Promise<void> => {
  const { deps } = centre;
  const { visitId, filed } = visit;
  if (!filed.result) return;
  const { coming, again, missing } = await guestsOf(centre, visit);
  const slots = await listSlots(deps.db, visitId);
  const { interviewsDone } = filed.result;
  let booked = 0;
  const join = async (guest: Guest, hasInterview: boolean) => {
    const { name, birthYear, phone, mail, personId } = guest;
    const notice = { locale: "ko" as const, noticeVersion: currentConsentVersion.service_core, beforeBooking: hasInterview };
    mustBe(await registerForVisit(deps, { visitId, form: { name, birthYear, phone, ...notice }, actor: { personId, mail } }));
    const registrationId = registrationIdOf(visitId, personId);
    if (!hasInterview) return { registrationId };
    const slot = slots[booked++];
    if (!slot?.facts.employerId) throw new Error(`${filed.date} has too few times.`);
    const bookingId = BookingId.parse(deps.ids.mint("bkg"));
    const wish = {
      visitId,
      bookingId,
      slotId: slot.facts.slotId,
      consentVersion: currentConsentVersion.to_employer,
      locale: "ko" as const,
    };
    mustBe(await bookSlot(deps, wish, { registrationId }));
    return { registrationId, interview: { guest, registrationId, bookingId, employerId: slot.facts.employerId } };
  };
  for (const [i, guest] of [...coming, ...again].entries()) {
    const { registrationId, interview } = await join(guest, i < interviewsDone);
    visit.coming.push({ guest, registrationId, isNew: i < coming.length });
    if (interview) visit.interviews.done.push(interview);
  }
  for (const guest of missing) {
    const { interview } = await join(guest, true);
    if (interview) visit.interviews.missed.push(interview);
  }
  visit.walkIns = filed.result.visitors - visit.coming.length;
  await centre.drain();
};
