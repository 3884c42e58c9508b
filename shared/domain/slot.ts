import * as z from "zod/mini";
import { DeskId, EmployerId, PostingId, SlotId, SlotRequestId, VisitId } from "./ids.ts";
import { Instant } from "./seoul-time.ts";
import { CentreService } from "./services.ts";
import { SlotPattern } from "./slot-times.ts";
import { SlotKind, SlotMode, SlotRequestState, SlotState } from "./states.ts";
import { oneLine } from "./text.ts";

/** Most desks of one request. */
const maxDesks = 4;

/** What an employer asks for: a posting, times, who interviews, and desks if they matter. */
export const SlotRequestDraft = z
  .strictObject({
    visitId: VisitId,
    postingId: PostingId,
    pattern: SlotPattern,
    mode: SlotMode,
    /** Who interviews, one name a desk: two tables at the same time need two people. */
    interviewers: z.array(oneLine(40)).check(z.minLength(1, { error: "required" }), z.maxLength(maxDesks)),
    /** Desks wished for, one an interviewer. */
    deskIds: z.optional(z.array(DeskId).check(z.maxLength(maxDesks))),
  })
  .check(
    z.refine((draft) => new Set(draft.interviewers.map(sameName)).size === draft.interviewers.length, {
      path: ["interviewers"],
      error: "twice",
    }),
    z.refine((draft) => draft.deskIds === undefined || new Set(draft.deskIds).size === draft.deskIds.length, {
      path: ["deskIds"],
      error: "twice",
    }),
  );
export type SlotRequestDraft = z.infer<typeof SlotRequestDraft>;

/** Names are compared as people mean them: "윤다래" and "윤 다래" are one interviewer. */
export function sameName(name: string): string {
  return name.normalize("NFKC").replace(/\s/g, "").toLowerCase();
}

/**
 * Why a request is sent back. The first four are those for which alone a posting may be refused (직업안정법 제8조): its content is unlawful; pay or conditions are
 * markedly below what is usual; the conditions of work are not told; the employer is publicly listed for unpaid wages. `no-room` refuses no posting: there is no
 * desk or time for it at this visit.
 */
export const RefusalGround = z.enum(["unlawful", "below-usual", "conditions-untold", "unpaid-wages", "no-room"]);
export type RefusalGround = z.infer<typeof RefusalGround>;

export const SlotRequest = z.strictObject({
  slotRequestId: SlotRequestId,
  employerId: EmployerId,
  visitId: VisitId,
  postingId: PostingId,
  pattern: SlotPattern,
  mode: SlotMode,
  interviewers: z.array(z.string()),
  /** Wished for until approval, then the desks that were given, one an interviewer. */
  deskIds: z.array(DeskId),
  state: SlotRequestState,
  refusalReason: z.nullable(z.string()),
  /** Of requests that were refused before grounds were asked for there is none. */
  refusalGround: z.optional(RefusalGround),
  requestedAt: Instant,
  version: z.int(),
});
export type SlotRequest = z.infer<typeof SlotRequest>;

/** Times of the centre itself: counselling, the aptitude test, the CEO talk. Always open mode. */
export const CentreTimes = z.strictObject({
  service: CentreService,
  pattern: SlotPattern,
  deskId: DeskId,
  /** The counsellor, or who leads the talk: one thing at a time. */
  host: oneLine(40),
});
export type CentreTimes = z.infer<typeof CentreTimes>;

const kinds: Partial<Record<CentreService, SlotKind>> = { aptitude: "aptitude", employer_issue: "ceo_talk" };
export const kindOfService = (service: CentreService): SlotKind => kinds[service] ?? "counselling";

/** What a seat is in: an interview for a posting, or a service of the centre. */
export const SlotSubject = {
  kind: SlotKind,
  employerId: z.nullable(EmployerId),
  postingId: z.nullable(PostingId),
  service: z.nullable(CentreService),
};

/** A bookable time at a desk. Seats taken are the entries of the slot's `takers`, which never leave the server. */
export const Slot = z.strictObject({
  slotId: SlotId,
  visitId: VisitId,
  slotRequestId: SlotRequestId,
  ...SlotSubject,
  mode: SlotMode,
  deskId: DeskId,
  startsAt: Instant,
  endsAt: Instant,
  seats: z.int(),
  taken: z.int(),
  /** Of these, how many are held for the list and not offered to anybody yet. */
  held: z.int(),
  state: SlotState,
});
export type Slot = z.infer<typeof Slot>;

/**
 * People wait for times of one posting, or of one service of the centre; the name of that list. Slot and posting lists are one list, merged by time
 * of application (`DESIGN.md` promise 4).
 */
export type ListName = PostingId | CentreService;
export const listNameOf = (slot: Pick<Slot, "postingId" | "service">): ListName => {
  const name = slot.postingId ?? slot.service;
  if (!name) throw new Error("A slot is for a posting or for a service.");
  return name;
};
