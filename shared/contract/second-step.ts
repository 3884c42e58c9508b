import * as z from "zod/mini";
import { FactorId } from "../domain/ids.ts";
import { factorKinds, secondSteps } from "../domain/second-step.ts";
import { Instant } from "../domain/seoul-time.ts";
import { operations } from "./operation.ts";
import { Me } from "./sign-in.ts";

/** A passkey or an authenticator app of the person. */
export const Factor = z.strictObject({
  factorId: FactorId,
  kind: z.enum(factorKinds),
  /** Where it was enrolled, "Chrome, Android"; empty when unknown. */
  label: z.string(),
  addedAt: Instant,
  lastUsedAt: z.nullable(Instant),
});
export type Factor = z.infer<typeof Factor>;

const Factors = z.strictObject({
  secondStep: z.enum(secondSteps),
  factors: z.array(Factor),
  recoveryCodesLeft: z.int(),
  /** Until when a first factor can be enrolled; null when there is one, or nobody has invited this person. */
  enrolUntil: z.nullable(Instant),
});
export type Factors = z.infer<typeof Factors>;

/** A first factor brings the recovery codes with it; they are shown this once. */
const Enrolled = z.strictObject({ me: Me, factor: Factor, recoveryCodes: z.nullable(z.array(z.string())) });
export type Enrolled = z.infer<typeof Enrolled>;

const base64Url = (longest: number) => z.string().check(z.regex(/^[A-Za-z0-9_-]+$/, { error: "format" }), z.maxLength(longest));
const CredentialId = base64Url(1400);
const digits = z.strictObject({ code: z.string().check(z.trim(), z.regex(/^[0-9]{6}$/, { error: "format" })) });

/** Options of WebAuthn in the JSON form of its Level 3, handed to the browser as they are. */
const descriptor = z.object({ id: CredentialId, type: z.string(), transports: z.optional(z.array(z.string())) });
const CreationOptions = z.object({
  challenge: z.string(),
  rp: z.object({ id: z.optional(z.string()), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ alg: z.int(), type: z.string() })),
  timeout: z.optional(z.int()),
  attestation: z.optional(z.string()),
  excludeCredentials: z.optional(z.array(descriptor)),
  authenticatorSelection: z.optional(z.object({ userVerification: z.optional(z.string()), residentKey: z.optional(z.string()) })),
});
const RequestOptions = z.object({
  challenge: z.string(),
  rpId: z.optional(z.string()),
  timeout: z.optional(z.int()),
  allowCredentials: z.optional(z.array(descriptor)),
  userVerification: z.optional(z.string()),
});

/** The function of its own that serves these (`shared/wiring.ts`, `secondStepRoots`): verifying passkeys is heavy, and seekers never wait for it. */
export const secondStepOperations = operations({
  "GET /api/second-step/factors": {
    summary: "My passkeys and apps, how many recovery codes are left, and whether I may enrol a first one.",
    who: "signed-in",
    unproven: true,
    answers: { 200: Factors },
    problems: [],
  },
  "POST /api/second-step/totp-drafts": {
    summary: "Begin with an authenticator app: a new secret, good for this session and a quarter of an hour.",
    who: "signed-in",
    unproven: true,
    answers: { 201: z.strictObject({ secret: z.string(), uri: z.string(), minutes: z.int() }) },
    problems: ["enrolment-closed", "second-step-needed", "fresh-step-needed", "too-many-factors"],
  },
  "POST /api/second-step/totp": {
    summary: "Enrol the app by a code that it shows. The session is replaced by a strong one.",
    who: "signed-in",
    unproven: true,
    body: digits,
    answers: { 201: Enrolled },
    problems: ["enrolment-closed", "second-step-needed", "fresh-step-needed", "too-many-factors", "proof-refused", "step-expired"],
  },
  "POST /api/second-step/passkey-challenges": {
    summary: "Begin with a passkey: what the browser needs to make one.",
    who: "signed-in",
    unproven: true,
    answers: { 201: CreationOptions },
    problems: ["enrolment-closed", "second-step-needed", "fresh-step-needed", "too-many-factors"],
  },
  "POST /api/second-step/passkeys": {
    summary: "Enrol the passkey that the browser made. The session is replaced by a strong one.",
    who: "signed-in",
    unproven: true,
    body: z.strictObject({
      id: CredentialId,
      clientDataJSON: base64Url(4000),
      attestationObject: base64Url(12_000),
      transports: z.array(z.string().check(z.maxLength(20))).check(z.maxLength(10)),
    }),
    answers: { 201: Enrolled },
    problems: ["enrolment-closed", "second-step-needed", "fresh-step-needed", "too-many-factors", "proof-refused", "step-expired"],
  },
  "POST /api/second-step/proof-challenges": {
    summary: "Begin to prove with a passkey: what the browser needs.",
    who: "signed-in",
    unproven: true,
    answers: { 201: RequestOptions },
    problems: [],
  },
  "POST /api/second-step/proofs/passkey": {
    summary: "Prove with a passkey. The session is replaced by a strong one.",
    who: "signed-in",
    unproven: true,
    body: z.strictObject({
      id: CredentialId,
      clientDataJSON: base64Url(4000),
      authenticatorData: base64Url(4000),
      signature: base64Url(4000),
    }),
    answers: { 200: Me },
    problems: ["proof-refused", "step-expired"],
  },
  "POST /api/second-step/proofs/totp": {
    summary: "Prove with the code of an authenticator app; each code counts once. The session is replaced by a strong one.",
    who: "signed-in",
    unproven: true,
    body: digits,
    answers: { 200: Me },
    problems: ["proof-refused", "too-many-requests"],
  },
  "POST /api/second-step/proofs/recovery-code": {
    summary: "Prove with a recovery code; each counts once. The session is replaced by a strong one.",
    who: "signed-in",
    unproven: true,
    body: z.strictObject({ code: z.string().check(z.trim(), z.minLength(1, { error: "required" }), z.maxLength(40)) }),
    answers: { 200: Me },
    problems: ["proof-refused", "too-many-requests"],
  },
  "DELETE /api/second-step/factors/{factorId}": {
    summary: "Remove a passkey or an app; not the last one.",
    who: "signed-in",
    unproven: true,
    fresh: true,
    params: z.strictObject({ factorId: FactorId }),
    answers: { 204: null },
    problems: ["last-factor"],
  },
  "POST /api/second-step/recovery-codes": {
    summary: "Make new recovery codes, shown this once; the earlier ones are worth nothing.",
    who: "signed-in",
    unproven: true,
    fresh: true,
    answers: { 201: z.strictObject({ codes: z.array(z.string()) }) },
    problems: [],
  },
});
