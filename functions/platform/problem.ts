import type { Context } from "hono";
import { fieldProblemWords } from "../../shared/copy/field-problems.ts";
import { problemWords } from "../../shared/copy/problems.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import { type Problem, problemStatus, type Refusal } from "../../shared/problem/catalogue.ts";
import { plainResponse } from "./plain-http.ts";

/** The reader's language: the first of Korean and English that `Accept-Language` names, Korean without one. */
export const localeOf = (acceptLanguage: string | undefined): Locale => {
  const first = /\b(ko|en)\b/i.exec(acceptLanguage ?? "");
  return first?.[1]?.toLowerCase() === "en" ? "en" : "ko";
};

/** RFC 9457 problem details of a refusal, in words for people. */
const problemOf = (refusal: Refusal, locale: Locale): Problem => ({
  type: `urn:jobstop:problem:${refusal.reason}`,
  status: problemStatus[refusal.reason],
  code: refusal.reason,
  ...problemWords[refusal.reason][locale],
  ...(refusal.clash && { clash: refusal.clash }),
  ...(refusal.alternatives && { alternatives: [...refusal.alternatives] }),
  ...(refusal.fields && {
    errors: refusal.fields.map(({ pointer, code, limit }) => ({ pointer, code, detail: fieldProblemWords[code][locale](limit) })),
  }),
});

export const problem = (c: Context, refusal: Refusal): Response => {
  const locale = localeOf(c.req.header("accept-language"));
  return plainResponse(JSON.stringify(problemOf(refusal, locale)), {
    status: problemStatus[refusal.reason],
    headers: {
      "content-type": "application/problem+json; charset=utf-8",
      "content-language": locale,
      "cache-control": "no-store",
      // RFC 6750 §3.
      ...(refusal.reason === "key-needed" && { "www-authenticate": "Bearer" }),
      ...(refusal.retryAfterSeconds !== undefined && { "retry-after": String(refusal.retryAfterSeconds) }),
    },
  });
};
