/**
 * The browser's client of the API. Its types come from the contract (`import type` only: no schema reaches the page), so a call that does not fit an
 * operation does not compile. Refusals are values; nothing here throws for what the network or the server does.
 */
import type * as z from "zod/mini";
import type { Api, OperationKey } from "../../../shared/contract/api.ts";
import type { RawAnswer } from "../../../shared/contract/operation.ts";
import { clientProblemWords } from "../../../shared/copy/client-problems.ts";
import type { Locale } from "../../../shared/domain/locale.ts";
import type { Problem, ProblemCode } from "../../../shared/problem/catalogue.ts";
import { addressOf } from "./address.ts";
import { noteServerTime } from "./clock.ts";
import { keeper } from "./kept.ts";
import { pageLocale } from "./locale.ts";
import { keptLost } from "./reported-lost.ts";

/** One refused field: JSON pointer into the body, and what to do about it in the reader's language. */
export type FieldError = { pointer: string; detail: string };

/** A refusal in the reader's language. `unreachable`: no answer, or one that is not ours; whether the request was carried out is unknown. */
export type ClientProblem = {
  status: number;
  code: ProblemCode | "unreachable";
  title: string;
  detail: string;
  errors: readonly FieldError[];
  /** The reader's own booking that stands in the way. */
  clash: Problem["clash"];
  /** The nearest times that could be had instead. */
  alternatives: NonNullable<Problem["alternatives"]>;
  /** Seconds until a retry makes sense, where the server named them. */
  retryAfterSeconds: number | undefined;
};
export type Refused = { ok: false; problem: ClientProblem };

/** Event on the window: an answer said that nobody is signed in (any more), or not far enough. Pages behind the sign-in listen and ask. */
export const signInNeeded = "jobstop:sign-in-needed";

/** Event on the window: whether the server answers has changed. */
export const reachChanged = "jobstop:reach";
let reaches = true;
/** Whether the last request was answered, as far as this page has asked. */
export const serverReached = (): boolean => reaches;
export const noteReach = (isReached: boolean): void => {
  if (isReached === reaches) return;
  reaches = isReached;
  dispatchEvent(new Event(reachChanged));
};

/** Whether all that is missing is a sign-in, or its second step. */
export const needsSignIn = (problem: { code: string } | undefined): boolean =>
  problem?.code === "sign-in-needed" || problem?.code === "second-step-needed";

type AskForProof = () => Promise<boolean>;
let askForProof: AskForProof | undefined;
/** Who has the reader prove once more that it is them, where an operation wants that; answers true when they did. */
export const setAskForProof = (ask: AskForProof | undefined): void => {
  askForProof = ask;
};

type Part<Key extends OperationKey, Name extends "params" | "query" | "body"> =
  Api[Key] extends Record<Name, infer Schema extends z.ZodMiniType> ? { [key in Name]: z.input<Schema> } : unknown;
/** Every field of a query is optional, so the query is. */
type QueryPart<Key extends OperationKey> = Part<Key, "query"> extends { query: infer Query } ? { query?: Query } : unknown;
export type Input<Key extends OperationKey> = Part<Key, "params"> & QueryPart<Key> & Part<Key, "body">;
export type Body<Key extends OperationKey> = Api[Key] extends { body: infer Schema extends z.ZodMiniType } ? z.input<Schema> : undefined;

type ValueOf<Answer> = Answer extends z.ZodMiniType ? z.output<Answer> : Answer extends RawAnswer ? string : undefined;
type Answers<Key extends OperationKey> = Api[Key]["answers"];
type Granted<Key extends OperationKey> = {
  [Status in keyof Answers<Key>]: { ok: true; status: Status; value: ValueOf<Answers<Key>[Status]> };
}[keyof Answers<Key>];

/** What an operation answers: one of its own statuses with its value, or a refusal. */
export type Answer<Key extends OperationKey> = Granted<Key> | Refused;
export type Value<Key extends OperationKey> = Granted<Key>["value"];

type Options = {
  signal?: AbortSignal;
  keepalive?: boolean;
  /** Asked by the page itself and not by a hand: nobody is called to sign in for it. */
  quiet?: boolean;
  /** Language of what is refused; the page's own unless said. */
  locale?: Locale;
};
type Arguments<Key extends OperationKey> =
  unknown extends Input<Key>
    ? [input?: Record<string, never>, options?: Options]
    : Record<never, never> extends Input<Key>
      ? [input?: Input<Key>, options?: Options]
      : [input: Input<Key>, options?: Options];

type LooseInput = { params?: Record<string, string>; query?: Record<string, string | undefined>; body?: unknown };

/** Somebody pressed "sign out", and the server has not heard of it yet. */
const owedSignOut = keeper("device", "jobstop.sign-out", (value): value is string => typeof value === "string");
/** Sign-ins and sign-outs of this browser, over all its pages: the answer to one that is late must not end the next. */
const inTurn = async <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks ? await navigator.locks.request("jobstop.session", work) : await work();
/** After this long it stays owed, milliseconds. */
const giveUpAfterMs = 8_000;
let ending: Promise<Answer<"DELETE /api/sign-in/session">> | undefined;
const endSession = (): NonNullable<typeof ending> => {
  const options = { quiet: true, signal: AbortSignal.timeout(giveUpAfterMs) };
  ending ??= inTurn(async () => {
    const owed = owedSignOut.read();
    const answer = await ask("DELETE /api/sign-in/session", {}, options);
    // What was owed since is not settled by it.
    if (answer.ok && owedSignOut.read() === owed) owedSignOut.clear();
    return answer;
  }).finally(() => {
    ending = undefined;
  });
  return ending;
};

/** Signs this browser out. Where the server cannot be told now, that is owed: it is told before anything else is asked under a sign-in, by whichever page. */
export const signOut = async (): Promise<void> => {
  owedSignOut.write(crypto.randomUUID());
  await endSession();
};

/** Event on the window: somebody has signed in here anew. */
export const signedIn = "jobstop:signed-in";
/** They did: whatever sign-in there was before, the server has ended. */
export const noteSignedIn = (): void => {
  owedSignOut.clear();
  keptLost.clear();
  dispatchEvent(new Event(signedIn));
};

/** Asks the API. `call("PUT /api/me/visits/{visitId}/bookings/{bookingId}", { params, body })`; add `{ signal }` to be able to give up. */
export async function call<Key extends OperationKey>(key: Key, ...given: Arguments<Key>): Promise<Answer<Key>> {
  if (owedSignOut.read() && !key.includes(" /api/public/")) {
    const ended = await endSession();
    // Who signs in may: it ends the sign-in before as well.
    if (!ended.ok && !key.includes(" /api/sign-in/")) return ended;
  }
  return key === "POST /api/sign-in/sessions" ? inTurn(() => ask(key, ...given)) : ask(key, ...given);
}

async function ask<Key extends OperationKey>(key: Key, ...given: Arguments<Key>): Promise<Answer<Key>> {
  const [input, options] = given;
  const { body, ...parts } = (input ?? {}) as LooseInput;
  const { quiet = false, locale = pageLocale(), ...fetchOptions } = options ?? {};
  const { method, url } = addressOf(key, parts);
  let response: Response;
  let value: unknown;
  try {
    response = await fetch(url, {
      method,
      headers: headersFor(url, body, locale),
      body: body === undefined ? null : JSON.stringify(body),
      ...fetchOptions,
    });
    noteServerTime(response);
    value = await contentOf(response);
    noteReach(true);
  } catch {
    const { signal } = fetchOptions;
    // Given up by the page itself: nothing is known of the server.
    if (!signal?.aborted || (signal.reason as Error | undefined)?.name === "TimeoutError") noteReach(false);
    return unreachable();
  }
  if (response.ok) return { ok: true, status: response.status, value } as unknown as Answer<Key>;
  if (!isProblem(value)) return unreachable(response.status);
  if (needsSignIn(value) && !quiet) dispatchEvent(new Event(signInNeeded));
  // Once proved, what was wanted is done without another press.
  if (value.code === "fresh-step-needed" && (await askForProof?.())) return call(key, ...given);
  return { ok: false, problem: problemOf(response, value) };
}

/** Public pages ask without headers of their own, so that the answer preloaded by the HTML, and the one copy at the edge, fit. */
function headersFor(url: string, body: unknown, chosen: Locale): Record<string, string> {
  if (url.startsWith("/api/public/")) return {};
  const language = { "accept-language": chosen };
  return body === undefined ? language : { ...language, "content-type": "application/json" };
}

async function contentOf(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  return /[/+]json\b/.test(response.headers.get("content-type") ?? "") ? response.json() : response.text();
}

type ProblemBody = Pick<Problem, "title" | "detail" | "errors" | "clash" | "alternatives"> & { code: ProblemCode };

const isProblem = (value: unknown): value is ProblemBody =>
  typeof value === "object" && value !== null && "code" in value && "title" in value && "detail" in value;

function problemOf(response: Response, { code, title, detail, errors = [], clash, alternatives = [] }: ProblemBody): ClientProblem {
  const retryAfter = Number(response.headers.get("retry-after") ?? "");
  const retryAfterSeconds = retryAfter > 0 ? retryAfter : undefined;
  return { status: response.status, code, title, detail, errors, clash, alternatives, retryAfterSeconds };
}

/** The gateway turns requests away when too many come at once, in words of its own. */
const turnedAway = new Set([429, 503]);

function unreachable(status = 0): Refused {
  const code = turnedAway.has(status) ? "busy" : "unreachable";
  const words = clientProblemWords[pageLocale()][code];
  return { ok: false, problem: { status, code, ...words, errors: [], clash: undefined, alternatives: [], retryAfterSeconds: undefined } };
}
