import type { DynamoDBRecord } from "aws-lambda";
import type { Hono } from "hono";
import type * as z from "zod/mini";
import { grantRoles } from "../../functions/accounts/grant-roles.ts";
import { createApp } from "../../functions/entry/app.ts";
import { onChange } from "../../functions/entry/on-change.ts";
import { timedTaskRuns } from "../../functions/entry/timed-tasks.ts";
import { putDueNotices } from "../../functions/notices/due-notices.ts";
import type { NoticeKind } from "../../functions/notices/notice-writes.ts";
import type { Deps } from "../../functions/platform/deps.ts";
import { randomIds } from "../../functions/platform/ids.ts";
import { changeOf } from "../../functions/platform/stream-record.ts";
import { mailSignInCode } from "../../functions/sign-in/sign-in-mail.ts";
import { noteMailNews } from "../../functions/undelivered/note-mail-news.ts";
import type { KeptMail } from "../../infra/local/mailbox.ts";
import { type Api, api, type OperationKey } from "../../shared/contract/api.ts";
import { generalProblems, type Operation } from "../../shared/contract/operation.ts";
import type { StaffRole } from "../../shared/domain/states.ts";
import { MailAddress } from "../../shared/domain/text.ts";
import { Problem } from "../../shared/problem/catalogue.ts";
import { edgeSecretHeader, type TimedTask } from "../../shared/wiring.ts";
import { aClock, type TestClock } from "./clock.ts";
import { aLog, type TestLog } from "./log.ts";
import { aPostOffice, type PostOffice, testOrigin } from "./post-office.ts";
import { aTable, type TestTable } from "./table.ts";

/** A browser that keeps its cookies. */
export type Browser = { cookies: Map<string, string>; ip: string; locale: "ko" | "en" };

type BodyOf<Answer> = Answer extends z.ZodMiniType ? z.output<Answer> : string;
type Answers<K extends OperationKey> = Api[K]["answers"];
export type Called<K extends OperationKey> =
  | { ok: true; status: number; value: BodyOf<Answers<K>[keyof Answers<K>]>; headers: Headers }
  | { ok: false; status: number; problem: Problem; headers: Headers };

/** What is sent may be wrong on purpose, hence loose. */
export type Sent = { params?: Record<string, string>; query?: Record<string, string>; body?: unknown; headers?: Record<string, string> };

export type World = {
  app: Hono;
  deps: Deps & { clock: TestClock; log: TestLog };
  table: TestTable;
  office: PostOffice;
  /** Any request, as the edge hands it on. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  call<K extends OperationKey>(key: K, sent?: Sent, browser?: Browser): Promise<Called<K>>;
  /** Like `call`, for what must succeed. */
  get<K extends OperationKey>(key: K, sent?: Sent, browser?: Browser): Promise<BodyOf<Answers<K>[keyof Answers<K>]>>;
  /** Delivers everything that the stream holds, what follows from it, and what the mail service tells. */
  settle(): Promise<void>;
  deliver(records: readonly DynamoDBRecord[]): Promise<void>;
  /** Runs a timed task, and delivers what follows from it. */
  fire(task: TimedTask): Promise<void>;
  fireNotices(kind: NoticeKind): Promise<void>;
  mailsTo(address: string): readonly KeptMail[];
  /** A browser signed in through a mailed code. */
  signIn(mail: string, locale?: "ko" | "en"): Promise<Browser>;
  /** Browsers signed in at the same time, one for each address. */
  signInAll(mails: readonly string[], locale?: "ko" | "en"): Promise<Browser[]>;
  /** The code in the last mail to an address. */
  codeFor(mail: string): string;
  staff(mail: string, roles: readonly StaffRole[]): Promise<Browser>;
  close(): Promise<void>;
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

/**
 * The whole backend on a table of its own: the app in process, the stream delivered when asked, real SES and KMS clients against the local
 * endpoints, a clock that stands. Every answer is checked against the contract.
 */
export const aWorld = async (start = "2026-11-23T01:00:00.000Z"): Promise<World> => {
  const [table, office] = await Promise.all([aTable(), aPostOffice()]);
  const clock = aClock(start);
  const log = aLog();
  const deps = { db: table.db, clock, log, ids: randomIds(clock) };
  const edgeSecret = "known to the edge and the API only";
  const pepper = "a pepper for tests, longer than 32 characters";
  const { settings } = office.post;
  const app = createApp(deps, {
    origin: testOrigin,
    from: settings.from,
    signInPepper: pepper,
    ticketSealKey: office.signer.sealKey,
    edgeSecret,
  });

  const fetch: World["fetch"] = async (path, { headers, ...init } = {}) =>
    app.request(`${testOrigin}${path}`, { ...init, headers: { [edgeSecretHeader]: edgeSecret, ...headers } });

  const call = async <K extends OperationKey>(key: K, sent: Sent = {}, browser: Browser = aBrowser()): Promise<Called<K>> => {
    const [method, path] = pathOf(key, sent);
    const response = await fetch(path, {
      method,
      headers: {
        "accept-language": browser.locale,
        "cloudfront-viewer-address": `${browser.ip}:50123`,
        ...(method !== "GET" && { origin: testOrigin, "sec-fetch-site": "same-origin" }),
        ...(sent.body !== undefined && { "content-type": "application/json" }),
        ...(browser.cookies.size > 0 && { cookie: [...browser.cookies].map((pair) => pair.join("=")).join("; ") }),
        ...sent.headers,
      },
      ...(sent.body !== undefined && { body: typeof sent.body === "string" ? sent.body : JSON.stringify(sent.body) }),
    });
    keepCookies(browser, response.headers);
    const { status, headers } = response;
    const text = await response.text();
    const operation: Operation = api[key];
    if (status >= 400) {
      const problem = Problem.parse(JSON.parse(text));
      const known: string[] = [...operation.problems, ...generalProblems(method, operation)];
      if (!known.includes(problem.code)) throw new Error(`${key} refused with ${problem.code}, which its contract does not know.`);
      return { ok: false, status, problem, headers };
    }
    const answer = operation.answers[status];
    if (answer === undefined) throw new Error(`${key} answered ${status}, which its contract does not know.`);
    const value = answer === null ? "" : "contentType" in answer ? text : (answer as z.ZodMiniType).parse(JSON.parse(text));
    return { ok: true, status, value: value as never, headers };
  };

  const deliver = async (records: readonly DynamoDBRecord[]): Promise<void> => {
    for (const record of records) {
      const change = changeOf(record);
      await onChange(deps, office.post, office.signer, change);
      await mailSignInCode(deps, office.post, pepper, change);
    }
  };
  const deliverNew = async (): Promise<void> => {
    for (let records = await table.newRecords(); records.length > 0; records = await table.newRecords()) await deliver(records);
    for (const event of office.newEvents()) await noteMailNews(deps, event);
  };
  // One delivery at a time, so that whoever waits for one finds everything delivered that was written before.
  let settled = Promise.resolve();
  const settle = (): Promise<void> => {
    settled = settled.then(deliverNew, deliverNew);
    return settled;
  };

  const world: World = {
    app,
    deps,
    table,
    office,
    fetch,
    call,
    get: async (key, sent, browser) => {
      const called = await call(key, sent, browser);
      if (!called.ok) throw new Error(`${key}: ${called.status} ${JSON.stringify(called.problem)}`);
      return called.value;
    },
    deliver,
    settle,
    fire: async (task) => {
      await timedTaskRuns[task](deps);
      await settle();
    },
    fireNotices: async (kind) => {
      await putDueNotices(deps, kind);
      await settle();
    },
    mailsTo: (address) => office.ses.mailbox.list({ to: address }),
    codeFor: (mail) => {
      const code = /\b\d{6}\b/.exec(office.ses.mailbox.list({ to: mail }).at(-1)?.text ?? "")?.[0];
      if (!code) throw new Error(`No code reached ${mail}.`);
      return code;
    },
    signIn: async (mail, locale) => {
      const [browser] = await world.signInAll([mail], locale);
      if (!browser) throw new Error(`Nobody signed in as ${mail}.`);
      return browser;
    },
    signInAll: async (mails, locale = "ko") => {
      const asked = mails.map((mail) => ({ mail, browser: aBrowser(locale) }));
      await Promise.all(asked.map(({ mail, browser }) => world.get("POST /api/sign-in/challenges", { body: { mail, locale } }, browser)));
      await settle();
      await Promise.all(
        asked.map(({ mail, browser }) => world.get("POST /api/sign-in/sessions", { body: { code: world.codeFor(mail) } }, browser)),
      );
      return asked.map(({ browser }) => browser);
    },
    staff: async (mail, roles) => {
      await grantRoles(deps, { mail: MailAddress.parse(mail), name: "권도경", roles });
      return world.signIn(mail);
    },
    close: async () => {
      await Promise.all([office.close(), table.close()]);
    },
  };
  return world;
};
