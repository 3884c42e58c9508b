import type { PublicEmployer, PublicPosting, PublicVisitDetail } from "../../../../shared/contract/public.ts";
import { centreServiceLabels } from "../../../../shared/copy/codes.ts";
import type { CentreService } from "../../../../shared/domain/services.ts";
import type { TimetableSlot } from "../../../../shared/domain/timetable.ts";

/** A job with its employer. */
export type JobSubject = { kind: "job"; posting: PublicPosting; employer: PublicEmployer };
/** What a time is for: a job's interview, or a service of the centre. */
export type Subject = JobSubject | { kind: "service"; service: CentreService };

/** What the address asks for: a time, to wait for one, to apply, to come at all; or what is not there (any more). */
export type Wanted =
  | { does: "book"; slot: TimetableSlot; subject: Subject }
  | { does: "wait"; slot: TimetableSlot | undefined; subject: Subject }
  | { does: "apply"; subject: JobSubject }
  | { does: "come" }
  | { does: "miss" };
export type WantedTime = Extract<Wanted, { does: "book" }>;
export type WantedWait = Extract<Wanted, { does: "wait" }>;
export type WantedApplication = Extract<Wanted, { does: "apply" }>;

type Visit = Pick<PublicVisitDetail, "employers"> & { slots: readonly TimetableSlot[] };

/** `?slot=<time>`, `?wait=<time, job or service>`, `?apply=<job>`, `?register`; undefined for the visit itself. */
export function wantedIn(search: string, visit: Visit): Wanted | undefined {
  const params = new URLSearchParams(search);
  const [slotId, wait, apply] = [params.get("slot"), params.get("wait"), params.get("apply")];
  if (slotId !== null) {
    const time = timeOf(slotId, visit);
    return time ? { does: "book", ...time } : { does: "miss" };
  }
  if (wait !== null) {
    const time = timeOf(wait, visit);
    if (time) return { does: "wait", ...time };
    const subject = jobOf(wait, visit) ?? serviceOf(wait);
    return subject ? { does: "wait", slot: undefined, subject } : { does: "miss" };
  }
  if (apply !== null) {
    const subject = jobOf(apply, visit);
    return subject ? { does: "apply", subject } : { does: "miss" };
  }
  return params.has("register") ? { does: "come" } : undefined;
}

/** What a time of this visit is for; undefined where the visit's words do not have it (yet). */
export function subjectOf(slot: Pick<TimetableSlot, "postingId" | "service">, visit: Pick<Visit, "employers">): Subject | undefined {
  if (slot.service) return { kind: "service", service: slot.service };
  return slot.postingId ? jobOf(slot.postingId, visit) : undefined;
}

function timeOf(slotId: string, visit: Visit): { slot: TimetableSlot; subject: Subject } | undefined {
  const slot = visit.slots.find((candidate) => candidate.slotId === slotId);
  const subject = slot && subjectOf(slot, visit);
  return slot && subject && { slot, subject };
}

function jobOf(postingId: string, { employers }: Pick<Visit, "employers">): JobSubject | undefined {
  for (const employer of employers) {
    const posting = employer.postings.find((candidate) => candidate.postingId === postingId);
    if (posting) return { kind: "job", posting, employer };
  }
  return undefined;
}

const serviceOf = (text: string): Subject | undefined =>
  Object.hasOwn(centreServiceLabels, text) ? { kind: "service", service: text as CentreService } : undefined;

/** Whom the booking, the list entry or the application tells the person's details: an employer, or nobody beyond the centre. */
export const employerOf = (wanted: Wanted): PublicEmployer | undefined =>
  "subject" in wanted && wanted.subject.kind === "job" ? wanted.subject.employer : undefined;
