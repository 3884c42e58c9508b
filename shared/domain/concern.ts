import * as z from "zod/mini";
import { ConcernId } from "./ids.ts";
import { LocalDate } from "./seoul-time.ts";
import { ConcernState } from "./states.ts";
import { MailAddress, oneLine, PersonName, PhoneNumber, someLines } from "./text.ts";

/**
 * Concerns (기업 애로): what a company head brings to the CEO talk (CEO 현장대화) of a visit. Each is given an owner and a day, and leaves the list by being answered,
 * or by the firm taking it back.
 */

/** The fields in which firms are supported (인력, 자금, 판로, 기술, 규제, 노무, 입지). */
export const ConcernCategory = z.enum(["hiring", "funding", "sales", "technology", "regulation", "labour", "site", "other"]);
export type ConcernCategory = z.infer<typeof ConcernCategory>;

export const ConcernDraft = z.strictObject({ concernId: ConcernId, category: ConcernCategory, text: someLines(1000) });
export type ConcernDraft = z.infer<typeof ConcernDraft>;

/** As much as one talk has time for. */
export const mostConcerns = 5;

/** What a firm brings at once. */
export const ConcernDrafts = z.array(ConcernDraft).check(
  z.minLength(1, { error: "required" }),
  z.maxLength(mostConcerns),
  z.refine((all) => new Set(all.map(({ concernId }) => concernId)).size === all.length, { error: "twice" }),
);

/** Who speaks for a firm, and how it is told the answer: by telephone where there is no mail address. */
export const TalkContact = z.strictObject({
  name: PersonName,
  title: z.optional(oneLine(40)),
  phone: PhoneNumber,
  mail: z.optional(MailAddress),
});
export type TalkContact = z.infer<typeof TalkContact>;

/** Where a concern stands, as it is kept to be counted. */
export const ConcernStanding = z.strictObject({ state: ConcernState, dueOn: z.optional(LocalDate) });
export type ConcernStanding = z.infer<typeof ConcernStanding>;

/** Whether its day is over and it has no answer. */
export const isOverdue = ({ state, dueOn }: ConcernStanding, today: LocalDate): boolean =>
  state === "assigned" && dueOn !== undefined && dueOn < today;

const count = z.int().check(z.minimum(0));
/** How many concerns of a kind stand where: each in one place, so that they add up to `brought`. */
export const ConcernCounts = z.strictObject({
  brought: count,
  /** Without an owner. */
  new: count,
  /** With an owner, in time. */
  assigned: count,
  overdue: count,
  answered: count,
  withdrawn: count,
});
export type ConcernCounts = z.infer<typeof ConcernCounts>;

export const countConcerns = (all: readonly ConcernStanding[], today: LocalDate): ConcernCounts => {
  const places = all.map((one) => (isOverdue(one, today) ? "overdue" : one.state));
  const at = (place: (typeof places)[number]): number => places.filter((one) => one === place).length;
  return {
    ...{ brought: all.length, new: at("new"), assigned: at("assigned"), overdue: at("overdue") },
    ...{ answered: at("answered"), withdrawn: at("withdrawn") },
  };
};
