import * as z from "zod/mini";
import { AccountId, EmployerId, SignInId, VisitId } from "../domain/ids.ts";
import { Locale } from "../domain/locale.ts";
import { secondSteps } from "../domain/second-step.ts";
import { Instant } from "../domain/seoul-time.ts";
import { EmployerState, StaffRole } from "../domain/states.ts";
import { MailAddress } from "../domain/text.ts";
import { operations } from "./operation.ts";

/** What somebody of the staff may do at one visit, until then. */
export const VisitRoles = z.strictObject({ visitId: VisitId, roles: z.array(StaffRole), until: Instant });
export type VisitRoles = z.infer<typeof VisitRoles>;

/** Who is signed in, and what they may do. */
export const Me = z.strictObject({
  accountId: AccountId,
  mail: z.string(),
  /** What the person gave last, to fill the next form. */
  person: z.nullable(z.strictObject({ name: z.string(), birthYear: z.int(), phone: z.nullable(z.string()), locale: Locale })),
  employers: z.array(z.strictObject({ employerId: EmployerId, nameKo: z.string(), state: EmployerState })),
  /** At every visit. */
  staffRoles: z.array(StaffRole),
  visitRoles: z.array(VisitRoles),
  /** What is still to be done before the rights can be used: a passkey or an app is enrolled, or proved. */
  secondStep: z.enum(secondSteps),
});
export type Me = z.infer<typeof Me>;

/** A browser in which somebody is signed in. */
export const SignIn = z.strictObject({
  signInId: SignInId,
  startedAt: Instant,
  endsAt: Instant,
  /** Browser and system in few words, "Chrome, Android"; empty when unknown. */
  device: z.string(),
  /** The second step was proved in it. */
  isStrong: z.boolean(),
  isThis: z.boolean(),
});
export type SignIn = z.infer<typeof SignIn>;

const Code = z.string().check(z.trim(), z.regex(/^[0-9]{6}$/, { error: "format" }));

export const signInOperations = operations({
  "POST /api/sign-in/challenges": {
    summary: "Ask for a sign-in code by mail. The answer is the same whether the address is known or not; signing in is signing up.",
    who: "anyone",
    body: z.strictObject({ mail: MailAddress, locale: Locale }),
    answers: { 202: z.strictObject({ minutes: z.int() }) },
    problems: ["too-many-requests"],
  },
  "POST /api/sign-in/sessions": {
    summary: "Hand in the code, in the browser that asked for it. Sets the session cookie.",
    who: "anyone",
    body: z.strictObject({
      code: Code,
      /** The person's own device: stay signed in for 30 days. Of no effect for staff and employers. */
      remember: z.optional(z.boolean()),
    }),
    answers: { 201: Me },
    problems: ["wrong-code", "code-expired"],
  },
  "DELETE /api/sign-in/session": {
    summary: "Sign out: ends this session on the server and clears the cookie.",
    who: "anyone",
    answers: { 204: null },
    problems: [],
  },
  "GET /api/me": {
    summary: "Who is signed in.",
    who: "signed-in",
    answers: { 200: Me },
    problems: [],
  },
  "GET /api/me/sign-ins": {
    summary: "Where I am signed in, newest first.",
    who: "signed-in",
    answers: { 200: z.strictObject({ signIns: z.array(SignIn) }) },
    problems: [],
  },
  "DELETE /api/me/sign-ins/{signInId}": {
    summary: "End one of my sign-ins. Sent again it answers the same.",
    who: "signed-in",
    params: z.strictObject({ signInId: SignInId }),
    answers: { 204: null },
    problems: [],
  },
  "DELETE /api/me/sign-ins": {
    summary: "End all my sign-ins but this one.",
    who: "signed-in",
    answers: { 204: null },
    problems: [],
  },
  "POST /api/me/address-challenges": {
    summary:
      "Ask for a code at another mail address, to which mine shall change. The answer is the same whether the address is known or not. Needs a sign-in of the last 10 minutes.",
    who: "signed-in",
    body: z.strictObject({ mail: MailAddress, locale: Locale }),
    answers: { 202: z.strictObject({ minutes: z.int() }) },
    problems: ["fresh-sign-in-needed", "address-same", "address-fixed", "too-many-requests"],
  },
  "PUT /api/me/address": {
    summary:
      "Hand in the code from the other address, in the browser that asked for it: from now on it is mine. The earlier one is told by mail, and all other sign-ins end. An address with which somebody else has registered is refused here, to whoever has its code.",
    who: "signed-in",
    body: z.strictObject({ code: Code }),
    answers: { 204: null },
    problems: ["wrong-code", "code-expired", "address-taken", "address-fixed"],
  },
});
