import { createHmac } from "node:crypto";
import type { ChallengeId } from "../../shared/domain/ids.ts";

/** How long a code may be used, minutes. */
export const codeMinutes = 10;
/** Wrong tries that a challenge takes. */
export const maxTries = 5;

/**
 * The six digits of a challenge. They are stored nowhere: whoever holds the pepper (API and sign-in mailer) derives them again from the challenge
 * and the address it was made for.
 */
export const signInCode = (pepper: string, challengeId: ChallengeId, mail: string): string => {
  const mac = createHmac("sha256", pepper).update(`jobstop/sign-in/v1\0${challengeId}\0${mail}`).digest();
  return String(mac.readUIntBE(0, 6) % 1_000_000).padStart(6, "0");
};
