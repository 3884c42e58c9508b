import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Hono } from "hono";
import { ensureAccount } from "../../functions/accounts/ensure-account.ts";
import { grantRoles } from "../../functions/accounts/grant-roles.ts";
import { createApp } from "../../functions/entry/app.ts";
import { createOfficeApp } from "../../functions/entry/office-app.ts";
import { onChange } from "../../functions/entry/on-change.ts";
import type { Item } from "../../functions/platform/db.ts";
import { openDb, wireOf } from "../../functions/platform/db.ts";
import type { Deps } from "../../functions/platform/deps.ts";
import { hashOf } from "../../functions/platform/hash-of.ts";
import { randomIds } from "../../functions/platform/ids.ts";
import { sessionKey } from "../../functions/platform/keys.ts";
import type { StaffRole } from "../../shared/domain/states.ts";
import { MailAddress } from "../../shared/domain/text.ts";
import { edgeSecretHeader, type envNames, officeRoots, streamFilters } from "../../shared/wiring.ts";
import { anId } from "../support/builders.ts";
import { aClock, type TestClock } from "../support/clock.ts";
import { aPostOffice, type PostOffice, testOrigin } from "../support/post-office.ts";
import type { Browser, Sent, World } from "../support/world.ts";
import type { BenchTable } from "./bench-table.ts";
import { type Meter, type Metered, meterOn } from "./meter.ts";

/** Ten days before the visit of the builders. */
const start = "2026-11-23T01:00:00.000Z";

export const benchSettings = {
  ORIGIN: testOrigin,
  MAIL_FROM: "no-reply@jobstop.example.com",
  SIGN_IN_PEPPER: "a pepper for the bench, longer than 32 characters",
  TICKET_SEAL_KEY: Buffer.alloc(32, 7).toString("base64"),
  SUPPORT_SEAL_KEY: Buffer.alloc(32, 9).toString("base64"),
  EDGE_SECRETS: "known to the edge and the API only",
} satisfies Partial<Record<(typeof envNames)[keyof typeof envNames], string>>;

/** A request as the edge hands it on, and as the HTTP API tells the function. */
export type WorldRequest = { method: string; path: string; headers: Record<string, string>; cookies: string[]; body: string | undefined };

const pathOf = (template: string, { params = {}, query }: Sent): string => {
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? `missing-${name}`));
  return query ? `${path}?${new URLSearchParams(query)}` : path;
};

/** What a browser would send. */
export const requestOf = (key: string, sent: Sent = {}, browser?: Browser): WorldRequest => {
  const [method = "", template = ""] = key.split(" ");
  return {
    method,
    path: pathOf(template, sent),
    headers: {
      "accept-language": browser?.locale ?? "ko",
      "cloudfront-viewer-address": `${browser?.ip ?? "198.51.100.1"}:50123`,
      [edgeSecretHeader]: benchSettings.EDGE_SECRETS,
      ...(method !== "GET" && { origin: testOrigin, "sec-fetch-site": "same-origin" }),
      ...(sent.body !== undefined && { "content-type": "application/json" }),
      ...sent.headers,
    },
    cookies: [...(browser?.cookies ?? [])].map((pair) => pair.join("=")),
    body: sent.body === undefined ? undefined : JSON.stringify(sent.body),
  };
};

export type BenchWorld = {
  readonly app: Hono;
  readonly deps: Deps & { clock: TestClock };
  readonly table: BenchTable;
  readonly meter: Meter;
  fetch(request: WorldRequest): Promise<Response>;
  /** A request that must succeed. */
  send(key: string, sent?: Sent, browser?: Browser): Promise<Response>;
  /** What follows from the writes that were metered, as the reader of the stream would do it; answers how many mails were sent. */
  follow(metered: Metered): Promise<number>;
  /** What the builders of the tests need of a world. */
  readonly forBuilders: World;
  close(): Promise<void>;
};

/** The app in process on one table, with a clock that stands. People are signed in by a session that is put, without mail. */
export const aBenchWorld = async (table: BenchTable): Promise<BenchWorld> => {
  const clock = aClock(start);
  const post: PostOffice = await aPostOffice();
  const log = {
    debug: () => {},
    info: () => {},
    warn: () => {},
    error: (...said: unknown[]) => console.error("The app complains:", ...said),
  };
  const deps = {
    db: openDb(table.name, table.wire.ask),
    ledger: openDb(table.ledgerName, table.wire.ask),
    clock,
    ids: randomIds(clock),
    log,
  };
  const settings = {
    origin: benchSettings.ORIGIN,
    from: benchSettings.MAIL_FROM,
    signInPepper: benchSettings.SIGN_IN_PEPPER,
    ticketSealKey: post.signer.sealKey,
    supportSealKey: Buffer.from(benchSettings.SUPPORT_SEAL_KEY, "base64"),
    edgeSecrets: [benchSettings.EDGE_SECRETS],
  };
  const app = createApp(deps, settings);
  const office = createOfficeApp(deps, { ...settings, feedSealKey: new Uint8Array(32).fill(11), reach: { mayLoopback: false } });
  const isOffices = (path: string): boolean =>
    officeRoots.some((root) => path === root || path.startsWith(`${root}/`) || path.startsWith(`${root}?`));

  const fetch: BenchWorld["fetch"] = async ({ method, path, headers, cookies, body }) =>
    (isOffices(path) ? office : app).request(`${testOrigin}${path}`, {
      method,
      headers: { ...headers, ...(cookies.length > 0 && { cookie: cookies.join("; ") }) },
      ...(body !== undefined && { body }),
    });

  const send: BenchWorld["send"] = async (key, sent, browser) => {
    const response = await fetch(requestOf(key, sent, browser));
    if (response.status >= 400) throw new Error(`${key}: ${response.status} ${await response.text()}`);
    return response;
  };

  const signIn = async (mail: string, locale: "ko" | "en" = "ko"): Promise<Browser> => {
    const { accountId } = await ensureAccount(deps, MailAddress.parse(mail));
    const token = anId("token");
    const session = {
      ...sessionKey(accountId, hashOf(token)),
      type: "session",
      version: 1,
      accountId,
      signInId: anId("sgn"),
      startedAt: start,
      endsAt: "2027-12-31T00:00:00.000Z",
      epoch: 0,
      device: "",
      // The bench is not about the second step.
      provedAt: start,
    };
    await table.client.send(new PutItemCommand({ TableName: table.name, Item: wireOf(session) }));
    return { cookies: new Map([["__Host-session", `${accountId}.${token}`]]), ip: "198.51.100.1", locale };
  };

  const forBuilders = {
    deps,
    get: async (key: string, sent: Sent = {}, browser?: Browser) => {
      const text = await (await send(key, sent, browser)).text();
      return text ? JSON.parse(text) : undefined;
    },
    signIn,
    takeSecondStep: async () => {},
    signInAll: (mails: readonly string[], locale: "ko" | "en" = "ko") => Promise.all(mails.map((mail) => signIn(mail, locale))),
    staff: async (mail: string, roles: readonly StaffRole[]) => {
      await grantRoles(deps, { mail: MailAddress.parse(mail), name: "권도경", roles });
      return signIn(mail);
    },
  };

  const follow: BenchWorld["follow"] = async ({ calls }) => {
    const before = post.ses.mailbox.list().length;
    const kinds: readonly string[] = streamFilters.changes;
    for (const { before: earlier, after: later } of calls.flatMap(({ written }) => written)) {
      const change = { before: earlier && (unmarshall(earlier) as Item), after: later && (unmarshall(later) as Item) };
      if (change.after && kinds.includes(change.after.type)) await onChange(deps, post.post, post.signer, change);
    }
    return post.ses.mailbox.list().length - before;
  };

  return {
    app,
    deps,
    table,
    meter: meterOn(table),
    fetch,
    send,
    follow,
    // The builders look at these parts alone; the rest of a test's world needs vitest.
    forBuilders: forBuilders as unknown as World,
    close: post.close,
  };
};
