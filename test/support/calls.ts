import type * as z from "zod/mini";
import { type Api, api, type OperationKey } from "../../shared/contract/api.ts";
import { generalProblems, isRawAnswer, type Operation, type RawAnswer } from "../../shared/contract/operation.ts";
import { Problem } from "../../shared/problem/catalogue.ts";

/** A browser that keeps its cookies. */
/** `key`: of another system, which shows it in the place of cookies. */
export type Browser = { cookies: Map<string, string>; ip: string; locale: "ko" | "en"; key?: string };

type BodyOf<Answer> = Answer extends z.ZodMiniType ? z.output<Answer> : Answer extends { isBinary: true } ? Uint8Array : string;
type Answers<K extends OperationKey> = Api[K]["answers"];
export type Called<K extends OperationKey> =
  | { ok: true; status: number; value: BodyOf<Answers<K>[keyof Answers<K>]>; headers: Headers }
  | { ok: false; status: number; problem: Problem; headers: Headers };

/** What is sent may be wrong on purpose, hence loose. */
export type Sent = { params?: Record<string, string>; query?: Record<string, string>; body?: unknown; headers?: Record<string, string> };

export type Calls = {
  call<K extends OperationKey>(key: K, sent?: Sent, browser?: Browser): Promise<Called<K>>;
  /** Like `call`, for what must succeed. */
  get<K extends OperationKey>(key: K, sent?: Sent, browser?: Browser): Promise<BodyOf<Answers<K>[keyof Answers<K>]>>;
};

let browsers = 0;
export const aBrowser = (locale: "ko" | "en" = "ko"): Browser => {
  browsers += 1;
  return { cookies: new Map(), ip: `198.51.${Math.floor(browsers / 250) % 250}.${(browsers % 250) + 1}`, locale };
};

const pathOf = (key: string, { params = {}, query }: Sent): [method: string, path: string] => {
  const [method = "", template = ""] = key.split(" ");
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? `missing-${name}`));
  return [method, query ? `${path}?${new URLSearchParams(query)}` : path];
};

const keepCookies = (browser: Browser, headers: Headers): void => {
  for (const cookie of headers.getSetCookie()) {
    const [pair = ""] = cookie.split(";");
    const at = pair.indexOf("=");
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    if (/max-age=0/i.test(cookie)) browser.cookies.delete(name);
    else browser.cookies.set(name, value);
  }
};

type Carry = (
  path: string,
  init: { method: string; headers: Record<string, string>; body?: string },
  browser: Browser,
) => Promise<Response>;

/** Calls as a page of the origin makes them, carried to the API somehow. Every answer is checked against the contract. */
export const callsThrough = (carry: Carry, origin: string): Calls => {
  const call = async <K extends OperationKey>(key: K, sent: Sent = {}, browser: Browser = aBrowser()): Promise<Called<K>> => {
    const [method, path] = pathOf(key, sent);
    const init = {
      method,
      headers: {
        "accept-language": browser.locale,
        ...(method !== "GET" && { origin, "sec-fetch-site": "same-origin" }),
        ...(sent.body !== undefined && { "content-type": "application/json" }),
        ...(browser.cookies.size > 0 && { cookie: [...browser.cookies].map((pair) => pair.join("=")).join("; ") }),
        ...(browser.key && { authorization: `Bearer ${browser.key}` }),
        ...sent.headers,
      },
      ...(sent.body !== undefined && { body: typeof sent.body === "string" ? sent.body : JSON.stringify(sent.body) }),
    };
    const response = await carry(path, init, browser);
    keepCookies(browser, response.headers);
    const { status, headers } = response;
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    const operation: Operation = api[key];
    if (status >= 400) {
      const problem = Problem.parse(JSON.parse(text));
      const known: string[] = [...operation.problems, ...generalProblems(method, operation)];
      if (!known.includes(problem.code)) throw new Error(`${key} refused with ${problem.code}, which its contract does not know.`);
      return { ok: false, status, problem, headers };
    }
    const answer = operation.answers[status];
    if (answer === undefined) throw new Error(`${key} answered ${status}, which its contract does not know.`);
    const raw = (answer: RawAnswer) => (answer.isBinary ? bytes : text);
    const value = answer === null ? "" : isRawAnswer(answer) ? raw(answer) : answer.parse(JSON.parse(text));
    return { ok: true, status, value: value as never, headers };
  };
  return {
    call,
    get: async (key, sent, browser) => {
      const called = await call(key, sent, browser);
      if (!called.ok) throw new Error(`${key}: ${called.status} ${JSON.stringify(called.problem)}`);
      return called.value;
    },
  };
};
