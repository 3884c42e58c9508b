import * as z from "zod/mini";

/** How many firms came how far, of those that were found in a time. A firm that agreed on the telephone was never visited: each number stands for itself. */
export const FunnelCounts = z.strictObject({
  found: z.int(),
  contacted: z.int(),
  visited: z.int(),
  agreed: z.int(),
  /** Agreed and have a posting. */
  posted: z.int(),
  /** Interviewed somebody at a visit. */
  interviewed: z.int(),
  /** Hired somebody whom they interviewed, or who was referred to them. */
  hired: z.int(),
  /** Hired somebody who was still there after three months. */
  stayed: z.int(),
});
export type FunnelCounts = z.infer<typeof FunnelCounts>;
export const funnelSteps = Object.keys(FunnelCounts.shape) as (keyof FunnelCounts)[];

/** How far one lead came. */
export type LeadWay = Readonly<Record<Exclude<keyof FunnelCounts, "found">, boolean>>;

export const countWays = (ways: readonly LeadWay[]): FunnelCounts =>
  Object.fromEntries(
    funnelSteps.map((step) => [step, step === "found" ? ways.length : ways.filter((way) => way[step]).length]),
  ) as FunnelCounts;
