import { createHash } from "node:crypto";
import { type PersonId, RegistrationId, type VisitId } from "../../shared/domain/ids.ts";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * A person's registration for a visit has one id that both name: registering twice meets the same key, and a booking finds the agenda without
 * looking anything up. Same form as a ULID; 130 bits of SHA-256.
 */
export const registrationIdOf = (visitId: VisitId, personId: PersonId): RegistrationId => {
  const digest = createHash("sha256").update(`jobstop/registration/v1\0${visitId}\0${personId}`).digest();
  let bits = 0n;
  for (const byte of digest.subarray(0, 17)) bits = (bits << 8n) | BigInt(byte);
  const letters = Array.from({ length: 26 }, (_, i) => alphabet[Number((bits >> BigInt(131 - 5 * i)) & 31n)]);
  return RegistrationId.parse(`reg_${letters.join("")}`);
};
