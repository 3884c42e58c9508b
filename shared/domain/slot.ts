import * as z from "zod/mini";
import { DeskId, EmployerId, PostingId, SlotId, SlotRequestId, VisitId } from "./ids.ts";
import { Instant } from "./seoul-time.ts";
import { SlotPattern } from "./slot-times.ts";
import { SlotRequestState, SlotState } from "./states.ts";
import { line } from "./text.ts";

/** What an employer asks for: a posting, times, the interviewer, and a desk if it matters. */
export const SlotRequestDraft = z.strictObject({
  visitId: VisitId,
  postingId: PostingId,
  pattern: SlotPattern,
  /** Who interviews; two tables at the same time need two names. */
  interviewer: line(40),
  deskId: z.optional(DeskId),
});
export type SlotRequestDraft = z.infer<typeof SlotRequestDraft>;

export const SlotRequest = z.strictObject({
  slotRequestId: SlotRequestId,
  employerId: EmployerId,
  visitId: VisitId,
  postingId: PostingId,
  pattern: SlotPattern,
  interviewer: z.string(),
  /** Wished for until approval, then the desk that was given. */
  deskId: z.nullable(DeskId),
  state: SlotRequestState,
  refusalReason: z.nullable(z.string()),
  requestedAt: Instant,
  version: z.int(),
});
export type SlotRequest = z.infer<typeof SlotRequest>;

/** A bookable time at a desk. Seats taken are the entries of the slot's `takers`, which never leave the server. */
export const Slot = z.strictObject({
  slotId: SlotId,
  visitId: VisitId,
  employerId: EmployerId,
  postingId: PostingId,
  slotRequestId: SlotRequestId,
  deskId: DeskId,
  startsAt: Instant,
  endsAt: Instant,
  seats: z.int(),
  taken: z.int(),
  state: SlotState,
});
export type Slot = z.infer<typeof Slot>;
