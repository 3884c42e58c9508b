import { addMinutes, type Instant } from "./seoul-time.ts";

/**
 * Signing in a second time over, for staff and employers (`PRIVACY-SECURITY.md`, 10): a mailed code alone opens no personal data of others. The step is
 * `none` for who has no rights over others, `enrol` for who has rights and no factor yet, `prove` for who has one and has not shown it in this session.
 */
export const secondSteps = ["none", "enrol", "prove", "done"] as const;
export type SecondStep = (typeof secondSteps)[number];

export const factorKinds = ["passkey", "totp"] as const;
export type FactorKind = (typeof factorKinds)[number];

/** A first factor is enrolled only within this time after an invitation, days: a mailbox that somebody takes over later opens nothing. */
const enrolmentDays = 14;
/** A proof this young lets its person change how they sign in, minutes. */
export const freshMinutes = 10;
/** One can be lost and another be near; more would be nobody's. */
export const mostFactors = 10;
export const recoveryCodeCount = 10;
/** What the server asks for has to be answered within this time, minutes. */
export const stepMinutes = 5;
/** Time to scan a code and to type what the app shows, minutes. */
export const totpDraftMinutes = 15;

export const enrolmentUntil = (invitedAt: Instant): Instant => addMinutes(invitedAt, enrolmentDays * 24 * 60);

export const secondStepOf = (account: { hasRights: boolean; factorCount: number }, isStrong: boolean): SecondStep => {
  if (!account.hasRights) return "none";
  if (account.factorCount === 0) return "enrol";
  return isStrong ? "done" : "prove";
};

export const isFresh = (provedAt: Instant | undefined, now: Instant): boolean =>
  provedAt !== undefined && now < addMinutes(provedAt, freshMinutes);

/** What a person is told of by mail. */
export const factorChanges = ["enrolled", "removed", "reset", "codes-made", "code-used"] as const;
export type FactorChange = (typeof factorChanges)[number];
