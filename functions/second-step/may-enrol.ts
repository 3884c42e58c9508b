import { mostFactors } from "../../shared/domain/second-step.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import { type Refusal, refuse } from "../../shared/problem/catalogue.ts";
import type { SignedIn } from "../platform/actor.ts";

/** Why somebody may not enrol a factor now: a first one takes an invitation, a further one a fresh proof with one that there is. */
export const mayNotEnrol = ({ factorCount, proof, enrolUntil }: SignedIn, now: Instant): Refusal | undefined => {
  if (factorCount === 0) return enrolUntil && now < enrolUntil ? undefined : refuse("enrolment-closed");
  if (proof === "none") return refuse("second-step-needed");
  if (proof === "strong") return refuse("fresh-step-needed");
  return factorCount < mostFactors ? undefined : refuse("too-many-factors");
};
