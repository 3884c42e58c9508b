import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { Item } from "../../../functions/platform/db.ts";
import { liveDeps, withLedger } from "../../../functions/platform/deps.ts";
import type { AgendaItem } from "../../../functions/registrations/registration-reads.ts";
import { isLive } from "../../../shared/domain/booking.ts";
import { addMinutes, Instant } from "../../../shared/domain/seoul-time.ts";
import { envNames, feedTask, type TimedTask, timedTasks } from "../../../shared/wiring.ts";
import { type Check, isTrace } from "../../operate/restore/check-restored.ts";
import { type DrillStep, runDrill, sayChecks } from "../../operate/restore/drill.ts";
import { pagesOf } from "../../operate/table-pages.ts";
import { startDynamoDb } from "../dynamodb.ts";
import { localAccount, region } from "../environment.ts";
import { type Stack, startStack } from "../stack.ts";
import { tableDefinitions } from "../tables.ts";
import { travelTo } from "../time-travel.ts";
import { copyName, type Told, toldFile } from "./told.ts";

/** 11:00 in Seoul on a day before the visit; an hour later the table is found to be lost. */
const begins = Instant.parse("2026-11-23T02:00:00.000Z");
const lostAt = addMinutes(begins, 60);

const liveThen = async (folder: string): Promise<Told> => {
  const child = fork(join(import.meta.dirname, "days-before.ts"), [folder, begins], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`The days before the drill ended with ${code}.`);
  return JSON.parse(readFileSync(join(folder, toldFile), "utf8"));
};

/** The drill on the engine alone: nobody is let in, no function runs. */
const drillOn = async (folder: string, told: Told, without: readonly DrillStep[], say: (words: string) => void): Promise<Check[]> => {
  const account = localAccount(join(folder, "secrets"));
  const engine = await startDynamoDb({ folder: join(folder, "dynamodb"), account: account.accessKeyId });
  const back = travelTo(new Date(lostAt));
  const client = new DynamoDBClient({ endpoint: engine.endpoint, region, credentials: account });
  Object.assign(process.env, {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: account.accessKeyId,
    AWS_SECRET_ACCESS_KEY: account.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
    [envNames.table]: copyName,
    [envNames.ledger]: tableDefinitions().ledger.create.TableName,
  });
  try {
    return await runDrill({
      ...{ client, deps: withLedger(liveDeps("restore-drill")), source: told.original, at: told.at, without, say },
      restore: async () => {},
      // The engine would sweep by the machine's clock, which is not that of the rehearsal: the local stack leaves it off, too.
      wanted: (settings) => ({ ...settings, timeToLive: undefined }),
    });
  } finally {
    back();
    client.destroy();
    await engine.stop();
  }
};

const everythingIn = async (client: DynamoDBClient, only?: readonly string[]): Promise<Item[]> => {
  const items: Item[] = [];
  for await (const page of pagesOf(client, copyName, only)) items.push(...page);
  return items;
};

/** The functions on the new table, with all that follows: what people would meet. */
const checkLife = async (stack: Stack, told: Told): Promise<Check[]> => {
  const client = new DynamoDBClient({});
  const before = stack.mailbox.list();
  await stack.drain();
  for (const task of Object.keys(timedTasks) as TimedTask[]) if (task !== feedTask) await stack.fire(task);
  await stack.drain();
  const mails = stack.mailbox.list();
  const twice = mails.filter(({ tags: { mail } }, i) => mail && mails.findIndex(({ tags }) => tags.mail === mail) < i);
  const me = await fetch(`${stack.origin}/api/me`, { headers: { cookie: told.cookie } });
  const items = await everythingIn(client);
  client.destroy();
  const agendas = new Map(items.filter(({ type }) => type === "agenda").map((item) => [item.registrationId, item as AgendaItem]));
  const holds = ({ registrationId, bookingId }: Told["withdrawn"]): boolean => {
    const booking = agendas.get(registrationId)?.bookings[bookingId];
    return booking !== undefined && isLive(booking);
  };
  const named = items.filter((item) => !isTrace(item) && JSON.stringify(item).includes(told.erased));
  const demoted = items.find(({ type, accountId }) => type === "account" && accountId === told.demoted);
  const phone = items.find(({ type, deviceId }) => type === "device" && deviceId === told.lostPhone);
  const failed = stack.failedEvents().length;
  return [
    {
      name: "bookings of before the copy stand",
      wrong: told.stand.filter((one) => !holds(one)).map(({ bookingId }) => bookingId),
      words: `${told.stand.length}`,
    },
    { name: "whose consent was taken back has no interview there", wrong: holds(told.withdrawn) ? [told.withdrawn.bookingId] : [] },
    { name: "whose registration was taken back has no interview", wrong: holds(told.away) ? [told.away.bookingId] : [] },
    { name: "a phone that was lost gets nothing", wrong: phone?.revokedAt ? [] : [told.lostPhone] },
    { name: "who was erased is in no item", wrong: named.map(({ type }) => type) },
    { name: "who lost their roles has none", wrong: ((demoted?.staffRoles as string[] | undefined) ?? []).map((role) => role) },
    { name: "who was signed in has to sign in again", wrong: me.status === 401 ? [] : [`answered with ${me.status}`] },
    {
      name: "no mail goes out twice",
      wrong: twice.map(({ subject, to }) => `${subject} → ${to}`),
      words: `${before.length} of before, ${mails.length - before.length} new`,
    },
    { name: "no change was given up", wrong: failed > 0 ? [`${failed}`] : [] },
  ];
};

/**
 * The drill on this machine: a season, a copy of its table that stands in for a point in time, a day on which people are erased and take back what they agreed to,
 * then the copy in the place of the table.
 *
 * @returns how many checks hold; undefined when one does not.
 */
export const rehearse = async (without: readonly DrillStep[], say: (words: string) => void): Promise<number | undefined> => {
  process.env.POWERTOOLS_LOG_LEVEL ??= "SILENT";
  const folder = mkdtempSync(join(tmpdir(), "jobstop-drill-"));
  const began = performance.now();
  const seconds = (): string => `${((performance.now() - began) / 1000).toFixed(1).padStart(7)} s`;
  try {
    const told = await liveThen(folder);
    say(`${seconds()}  a visit; ${told.copied} items copied in place of a point in time, which no engine on one machine can restore`);
    say(
      `${seconds()}  since then: somebody erased, a consent and a registration taken back, roles taken away, a phone lost, ${told.lost.length} booked (lost with the table)`,
    );
    const checks = await drillOn(folder, told, without, say);
    const stack = await startStack({ dataFolder: folder, siteFolder: folder, timers: false, now: new Date(lostAt), mainTable: copyName });
    try {
      checks.push(...(await checkLife(stack, told)));
    } finally {
      await stack.stop();
    }
    say(`${seconds()}  the functions on the new table, every timed task run`);
    return sayChecks(checks, say);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
