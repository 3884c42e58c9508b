import type { PostingDraft } from "./posting.ts";

/** Employment that ends by itself: how long it is has to be said (기간제법 제17조). */
const fixedTerm: readonly PostingDraft["employmentType"][] = ["20", "21", "Y"];

/** Hours a week from which severance pay is due (근로자퇴직급여 보장법 제4조). */
const severanceFrom = 15;

export type PostingGap = "contractKo" | "workDays" | "workplaceKo" | "insurance" | "severancePay";

/**
 * Conditions of work that a posting does not tell and should (직업안정법 제8조 제3호; 근로기준법 제17조). They do not bar it: the employer is asked to add them, and
 * whoever approves it sees what is missing.
 */
export const postingGaps = (draft: PostingDraft): PostingGap[] => [
  ...(fixedTerm.includes(draft.employmentType) && draft.contractKo === undefined ? (["contractKo"] as const) : []),
  ...(draft.workDays === undefined ? (["workDays"] as const) : []),
  ...(draft.workplaceKo === undefined ? (["workplaceKo"] as const) : []),
  // Accidents at work are insured everywhere (산재보험법 제6조).
  ...(draft.insurance?.includes("accident") ? [] : (["insurance"] as const)),
  ...(draft.severancePay === undefined && draft.weeklyHours >= severanceFrom ? (["severancePay"] as const) : []),
];
