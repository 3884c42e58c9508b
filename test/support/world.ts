import type { DynamoDBRecord } from "aws-lambda";
import { grantRoles } from "../../functions/accounts/grant-roles.ts";
import { systemLookUp } from "../../functions/feeds/feed-address.ts";
import type { Courier } from "../../functions/feeds/post-delivery.ts";
import { putDueNotices } from "../../functions/notices/due-notices.ts";
import type { NoticeKind } from "../../functions/notices/notice-writes.ts";
import { randomIds } from "../../functions/platform/ids.ts";
import { type LaneName, streamLanes, streamPattern } from "../../infra/constructs/stream-lanes.ts";
import type { KeptMail } from "../../infra/local/mailbox.ts";
import { aKeyRing, type KeyRing } from "../../infra/local/second-step.ts";
import { matches } from "../../infra/local/stream-pattern.ts";
import type { StaffRole } from "../../shared/domain/states.ts";
import { MailAddress } from "../../shared/domain/text.ts";
import { edgeSecretHeader, type TimedTask } from "../../shared/wiring.ts";
import { aBrowser, type Browser, type Calls, callsThrough, type Sent } from "./calls.ts";
import { aClock } from "./clock.ts";
import { type Backend, type Ground, inProcess } from "./in-process.ts";
import { aLog, type TestLog } from "./log.ts";
import { aPostOffice, type PostOffice, testOrigin } from "./post-office.ts";
import { aTable, type TestTable } from "./table.ts";

export type { Browser, Sent };

export type World = Calls & {
  deps: Ground["deps"] & { log: TestLog };
  /** What the apps were given. */
  settings: Ground["settings"];
  /** How webhooks leave; to be changed by whoever tests that. */
  courier: Courier;
  table: TestTable;
  office: PostOffice;
  /** Any request, as the edge hands it on. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** Delivers everything that the stream holds, what follows from it, and what the mail service tells. */
  settle(): Promise<void>;
  deliver(records: readonly DynamoDBRecord[]): Promise<void>;
  /** Runs a timed task, and delivers what follows from it. */
  fire(task: TimedTask): Promise<void>;
  fireNotices(kind: NoticeKind): Promise<void>;
  mailsTo(address: string): readonly KeptMail[];
  /** The passkeys of everybody who took a second step here, by address. */
  keys: KeyRing;
  /** A browser signed in through a mailed code alone. */
  signInWeakly(mail: string, locale?: "ko" | "en"): Promise<Browser>;
  /** Enrols a passkey or proves one, if who is signed in there has rights and has not yet. */
  takeSecondStep(browser: Browser): Promise<void>;
  /** A browser signed in through a mailed code, and by the second step where one is due. */
  signIn(mail: string, locale?: "ko" | "en"): Promise<Browser>;
  /** Browsers signed in at the same time, one for each address. */
  signInAll(mails: readonly string[], locale?: "ko" | "en"): Promise<Browser[]>;
  /** The code in the last mail to an address. */
  codeFor(mail: string): string;
  staff(mail: string, roles: readonly StaffRole[]): Promise<Browser>;
  close(): Promise<void>;
};

const laneNames = Object.keys(streamLanes) as LaneName[];

/**
 * The whole backend on a table of its own: the stream delivered when asked, real SES and KMS clients against the local endpoints, a clock that stands. Every
 * answer is checked against the contract.
 *
 * @param start instant that the clock shows
 * @param aBackend how the functions run: in this process, unless something else is asked for
 */
export const aWorld = async (
  start = "2026-11-23T01:00:00.000Z",
  aBackend: (ground: Ground) => Backend | Promise<Backend> = inProcess,
): Promise<World> => {
  const [table, office] = await Promise.all([aTable(), aPostOffice()]);
  const clock = aClock(start);
  const log = aLog();
  const deps = { db: table.db, ledger: table.ledger, clock, log, ids: randomIds(clock) };
  const edgeSecret = "known to the edge and the API only";
  const settings = {
    origin: testOrigin,
    from: office.post.settings.from,
    signInPepper: "a pepper for tests, longer than 32 characters",
    ticketSealKey: office.signer.sealKey,
    supportSealKey: new Uint8Array(32).fill(9),
    feedSealKey: new Uint8Array(32).fill(11),
    reach: { mayLoopback: true },
    edgeSecrets: [edgeSecret],
  };
  const keys = aKeyRing(testOrigin);
  const courier: Courier = { ...settings.reach, lookUp: systemLookUp, timeoutMs: 2_000 };
  const backend = await aBackend({ table, office, deps, settings, courier });

  // Where the index lags, it shows to whoever asks what was written before the burst of requests that they are part of, and to what follows from a request
  // nothing of that.
  let underWay = 0;
  let caughtUp: Promise<void> | undefined;
  const fetch: World["fetch"] = async (path, { headers, ...init } = {}) => {
    if (underWay === 0) caughtUp = table.index?.catchUp();
    underWay += 1;
    try {
      await caughtUp;
      return await backend.request(path, { ...init, headers: { [edgeSecretHeader]: edgeSecret, ...headers } });
    } finally {
      underWay -= 1;
    }
  };

  const { call, get } = callsThrough(
    (path, { headers, ...init }, { ip }) => fetch(path, { ...init, headers: { "cloudfront-viewer-address": `${ip}:50123`, ...headers } }),
    testOrigin,
  );

  const deliver = async (records: readonly DynamoDBRecord[]): Promise<void> => {
    for (const record of records) {
      // As the lanes are filtered that AWS delivers: what none of them names reaches nobody.
      for (const lane of laneNames) if (matches(streamPattern(streamLanes[lane]), record)) await backend.change(lane, record);
    }
  };
  const deliverNew = async (): Promise<void> => {
    for (let records = await table.newRecords(); records.length > 0; records = await table.newRecords()) await deliver(records);
    for (const event of office.newEvents()) await backend.mailNews(event);
  };
  // One delivery at a time, so that whoever waits for one finds everything delivered that was written before.
  let settled = Promise.resolve();
  const settle = (): Promise<void> => {
    settled = settled.then(deliverNew, deliverNew);
    return settled;
  };

  const world: World = {
    deps,
    settings,
    courier,
    table,
    office,
    fetch,
    call,
    get,
    deliver,
    settle,
    fire: async (task) => {
      await table.index?.catchUp();
      await backend.run(task);
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
    keys,
    takeSecondStep: async (browser) => {
      await keys.takeStep(await world.get("GET /api/me", {}, browser), (key, sent) => world.get(key, sent, browser));
    },
    signInWeakly: async (mail, locale = "ko") => {
      const browser = aBrowser(locale);
      await world.get("POST /api/sign-in/challenges", { body: { mail, locale } }, browser);
      await settle();
      await world.get("POST /api/sign-in/sessions", { body: { code: world.codeFor(mail) } }, browser);
      return browser;
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
        asked.map(async ({ mail, browser }) => {
          const me = await world.get("POST /api/sign-in/sessions", { body: { code: world.codeFor(mail) } }, browser);
          await keys.takeStep(me, (key, sent) => world.get(key, sent, browser));
        }),
      );
      return asked.map(({ browser }) => browser);
    },
    staff: async (mail, roles) => {
      await grantRoles(deps, { mail: MailAddress.parse(mail), name: "권도경", roles });
      return world.signIn(mail);
    },
    close: async () => {
      await backend.close();
      await Promise.all([office.close(), table.close()]);
    },
  };
  return world;
};
