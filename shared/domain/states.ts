import * as z from "zod/mini";

/** The one list of states. Labels live in `shared/copy`; `data/codes.json` is where the words come from. */
export const VisitState = z.enum(["planned", "open", "cancelled"]);
export type VisitState = z.infer<typeof VisitState>;

export const EmployerState = z.enum(["registered", "verified", "refused"]);
export type EmployerState = z.infer<typeof EmployerState>;

export const PostingState = z.enum(["submitted", "open"]);
export type PostingState = z.infer<typeof PostingState>;

export const SlotRequestState = z.enum(["requested", "approved", "refused", "withdrawn"]);
export type SlotRequestState = z.infer<typeof SlotRequestState>;

export const SlotKind = z.enum(["interview", "counselling", "aptitude", "ceo_talk"]);
export type SlotKind = z.infer<typeof SlotKind>;

/** How a seat is given: to who comes first, to whom the employer accepts, or to who stands at the bus on the day. */
export const SlotMode = z.enum(["open", "screened", "walk_in"]);
export type SlotMode = z.infer<typeof SlotMode>;

export const SlotState = z.enum(["open", "withdrawn"]);
export type SlotState = z.infer<typeof SlotState>;

/** `rebooked`: the same booking lives on at another visit. */
export const BookingState = z.enum(["confirmed", "cancelled_by_person", "cancelled_by_centre", "rebooked", "no_show"]);
export type BookingState = z.infer<typeof BookingState>;

/** What an employer says of an interview. That somebody did not come is a state of the booking, which staff note. */
export const InterviewOutcome = z.enum(["met", "second_interview", "offered", "hired", "not_hired"]);
export type InterviewOutcome = z.infer<typeof InterviewOutcome>;

/** `undecided`: the deadline passed without an answer; `ended`: the times it was for are gone. */
export const ApplicationState = z.enum(["applied", "accepted", "declined", "withdrawn", "undecided", "ended"]);
export type ApplicationState = z.infer<typeof ApplicationState>;

export const PlanState = z.enum(["draft", "running", "done"]);
export type PlanState = z.infer<typeof PlanState>;

/**
 * `claimed`: about to be sent; `sent`: the mail service took it; `unsure`: nobody knows whether it did; `lost`: no claim was ever made for it;
 * `refused`: the service will not take it; `bounced`: it came back; `complained`: its reader called it spam; `stopped`: not sent, since its address takes no
 * mail; `held`: not sent, since a budget was used up.
 */
export const MailState = z.enum(["claimed", "sent", "unsure", "lost", "refused", "bounced", "complained", "no-address", "stopped", "held"]);
export type MailState = z.infer<typeof MailState>;

/** `given-up`: nothing came of it, and why is written with it. */
export const FollowUpState = z.enum(["open", "done", "given-up"]);
export type FollowUpState = z.infer<typeof FollowUpState>;

/** How far a firm that was found has come (`codes.json` → statuses.employer); `agreed`: it has become an employer; `closed`: nothing came of it, and why is written with it. */
export const LeadStage = z.enum(["found", "contacted", "visited", "agreed", "closed"]);
export type LeadStage = z.infer<typeof LeadStage>;
/** Of a concern (기업 애로); `withdrawn`: the firm took it back before there was an answer. That its day is over is read off that (`concern.ts`). */
export const ConcernState = z.enum(["new", "assigned", "answered", "withdrawn"]);
export type ConcernState = z.infer<typeof ConcernState>;
/** Of an enrolment (구직등록) as it is kept; that its three months are over is read off its days (`enrolment.ts`). */
export const EnrolmentState = z.enum(["submitted", "accepted", "ended"]);
export type EnrolmentState = z.infer<typeof EnrolmentState>;

/**
 * Of a referral (알선). Who agrees is referred in the same moment, so there is nothing between `proposed` and `sent`; `declined` by the seeker; `withdrawn`:
 * the seeker took it back, or the counsellor the proposal. What comes of it is the outcome of the interview, and no state of its own.
 */
export const ReferralState = z.enum(["proposed", "declined", "sent", "withdrawn"]);
export type ReferralState = z.infer<typeof ReferralState>;

export const StaffRole = z.enum(["desk", "counsellor", "outreach", "manager"]);
export type StaffRole = z.infer<typeof StaffRole>;
