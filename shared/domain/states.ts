import * as z from "zod/mini";

/** The one list of states. Labels live in `shared/copy`; `data/codes.json` is where the words come from. */
export const VisitState = z.enum(["planned", "open"]);
export type VisitState = z.infer<typeof VisitState>;

export const EmployerState = z.enum(["registered", "verified", "refused"]);
export type EmployerState = z.infer<typeof EmployerState>;

export const PostingState = z.enum(["submitted", "open"]);
export type PostingState = z.infer<typeof PostingState>;

export const SlotRequestState = z.enum(["requested", "approved", "refused"]);
export type SlotRequestState = z.infer<typeof SlotRequestState>;

export const SlotState = z.enum(["open", "withdrawn"]);
export type SlotState = z.infer<typeof SlotState>;

export const BookingState = z.enum(["confirmed", "cancelled_by_person"]);
export type BookingState = z.infer<typeof BookingState>;

export const StaffRole = z.enum(["desk", "counsellor", "outreach", "manager"]);
export type StaffRole = z.infer<typeof StaffRole>;
