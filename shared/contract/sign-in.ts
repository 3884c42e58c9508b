import * as z from "zod/mini";
import { AccountId, EmployerId } from "../domain/ids.ts";
import { Locale } from "../domain/locale.ts";
import { EmployerState, StaffRole } from "../domain/states.ts";
import { MailAddress } from "../domain/text.ts";
import { operations } from "./operation.ts";

/** Who is signed in, and what they may do. */
export const Me = z.strictObject({
  accountId: AccountId,
  mail: z.string(),
  /** What the person gave last, to fill the next form. */
  person: z.nullable(z.strictObject({ name: z.string(), birthYear: z.int(), phone: z.nullable(z.string()), locale: Locale })),
  employers: z.array(z.strictObject({ employerId: EmployerId, nameKo: z.string(), state: EmployerState })),
  staffRoles: z.array(StaffRole),
});
export type Me = z.infer<typeof Me>;

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
    body: z.strictObject({ code: z.string().check(z.trim(), z.regex(/^[0-9]{6}$/, { error: "format" })) }),
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
});
