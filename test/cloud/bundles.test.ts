import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { DynamoDBRecord } from "aws-lambda";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { paperFonts } from "../../functions/papers/paper-fonts.ts";
import type { EntryName } from "../../infra/constructs/function-calls.ts";
import { timedTasks } from "../../shared/wiring.ts";
import { bookSlot } from "../support/booking.ts";
import { anId, anOpenVisit, aSeeker, type OpenVisit } from "../support/builders.ts";
import { newsTo } from "../support/mails.ts";
import { aDesk } from "../support/tickets.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";
import { type BundledFunction, bundledFunctions } from "./bundled.ts";
import { type Bundles, bundledBackend } from "./bundled-backend.ts";

const bundled = bundledFunctions();

let world: World;
let bundles: Bundles;
let visit: OpenVisit;
beforeAll(async () => {
  world = await aWorld(undefined, (ground) => {
    bundles = bundledBackend(bundled, ground);
    return bundles;
  });
  // Everybody who signs in for it does so by a code that `sign-in-mail` mails, and, with rights, by a passkey that `second-step` verifies.
  visit = await anOpenVisit(world);
});
afterAll(async () => {
  const told = [...bundles.starts()].map(([entry, { init, first }]) => `${entry} ${Math.round(init)} + ${Math.round(first - init)}`);
  console.log(`Cold starts here, milliseconds until ready + until the first answer: ${told.join(", ")}`);
  await world.close();
});

type Line = Record<string, unknown>;
const linesOf = (printed: string): Line[] =>
  printed.split("\n").flatMap((line) => (line.startsWith("{") && line.endsWith("}") ? [JSON.parse(line) as Line] : []));
/** What CloudWatch takes for metrics, by the names that the line declares. */
const metricsIn = (printed: string): Line =>
  Object.assign(
    {},
    ...linesOf(printed).flatMap((line) =>
      ((line._aws as { CloudWatchMetrics?: { Metrics: { Name: string }[] }[] })?.CloudWatchMetrics ?? []).flatMap(({ Metrics }) =>
        Metrics.map(({ Name }) => ({ [Name]: line[Name] })),
      ),
    ),
  );

/** A seeker who has just booked, nothing of it delivered yet. */
const aBookedSeeker = async (slot: number): Promise<{ seeker: Browser & { mail: string }; bookingId: string; status: number }> => {
  const seeker = await aSeeker(world, visit.visitId);
  await world.settle();
  const bookingId = anId("bkg");
  const { status } = await bookSlot(world, visit, visit.slots[slot] ?? "", seeker, bookingId);
  return { seeker, bookingId, status };
};

describe("each function's bundle, alone in a folder, on AWS's runtime interface client", () => {
  test("api books a slot with 201", async () => {
    expect((await aBookedSeeker(0)).status).toBe(201);
  });

  test("changes issues the ticket and mails the confirmation, from a batch of the stream", async () => {
    const { seeker } = await aBookedSeeker(1);
    const told = newsTo(world, seeker.mail).length;
    expect(await bundles.batch("changes", await world.table.newRecords())).toEqual([]);
    expect(newsTo(world, seeker.mail)).toHaveLength(told + 1);
    const { token } = await world.get("GET /api/me/visits/{visitId}/ticket", { params: { visitId: visit.visitId } }, seeker);
    expect(token).toBeTruthy();
  });

  test("changes gives back the record that fails, and has done the others", async () => {
    const { seeker } = await aBookedSeeker(2);
    const told = newsTo(world, seeker.mail).length;
    const records = await world.table.newRecords();
    const broken = (sequenceNumber: string): DynamoDBRecord => ({
      eventID: sequenceNumber,
      eventName: "INSERT",
      dynamodb: {
        Keys: { pk: { S: "BROKEN" }, sk: { S: "A" } },
        NewImage: { type: { S: "registration" } },
        SequenceNumber: sequenceNumber,
      },
    });
    expect(await bundles.batch("changes", [broken("1"), ...records])).toEqual(["1"]);
    expect(newsTo(world, seeker.mail)).toHaveLength(told + 1);
  });

  test("sign-in-mail mails a code", async () => {
    const mail = "code@example.com";
    await world.get("POST /api/sign-in/challenges", { body: { mail, locale: "ko" } });
    expect(
      await bundles.batch(
        "sign-in-mail",
        (await world.table.newRecords()).filter(({ dynamodb }) => dynamodb?.NewImage?.type?.S === "challenge"),
      ),
    ).toEqual([]);
    expect(world.codeFor(mail)).toMatch(/^\d{6}$/);
  });

  test("second-step tells a manager of the passkey that they took it with", async () => {
    const { factors } = await world.get("GET /api/second-step/factors", {}, visit.manager);
    expect(factors).toHaveLength(1);
  });

  test("office answers a calendar to subscribe to, and the description of the API", async () => {
    const calendar = await world.fetch("/api/public/calendars/ko/seoul.ics");
    expect([calendar.status, await calendar.text()]).toEqual([200, expect.stringContaining("BEGIN:VEVENT")]);
    expect(await (await world.fetch("/api/openapi.json")).json()).toMatchObject({ openapi: expect.any(String) });
  });

  test("papers writes a file, whose bytes travel in base64", async () => {
    const file = await world.call("GET /api/papers/reports/visits/{visitId}/file", { params: { visitId: visit.visitId } }, visit.manager);
    expect(file).toMatchObject({ ok: true });
  });

  test("mail-events notes a mail that came back", async () => {
    const [desk, seeker] = [await aDesk(world), await aSeeker(world, visit.visitId)];
    await world.settle();
    world.office.ses.faults.add({ kind: "Bounce", to: seeker.mail });
    await bookSlot(world, visit, visit.slots[3] ?? "", seeker);
    await world.settle();
    const { mails } = await world.get("GET /api/staff/undelivered-mails", {}, desk);
    expect(mails).toHaveLength(1);
  });

  test.for(Object.keys(timedTasks) as (keyof typeof timedTasks)[])("the timed task %s runs", async (task) => {
    await expect(world.fire(task)).resolves.toBeUndefined();
  });

  test("canary walks the main job on the site, by its own name, and puts the line that its metric is read from", async () => {
    const printed = await bundles.walk();
    expect(linesOf(printed)).toContainEqual(expect.objectContaining({ message: "canary.passed", far: "booked-for-nobody" }));
    expect(metricsIn(printed)).toMatchObject({ CanaryPassed: 1 });
    expect(metricsIn(printed)).not.toHaveProperty("CanaryFailed");
    // Its code was mailed like anybody's.
    await world.settle();
    expect(world.office.ses.mailbox.list().some(({ to }) => String(to).startsWith("success+canary-"))).toBe(true);
  });

  test("canary says where it stopped when the site does not answer as it must, and puts that in its metric", async () => {
    const shut = bundledBackend(bundled, world, () => []);
    try {
      const printed = await shut.walk();
      expect(linesOf(printed)).toContainEqual(expect.objectContaining({ message: "canary.failed", step: "visits", status: 500 }));
      expect(metricsIn(printed)).toMatchObject({ CanaryFailed: 1 });
    } finally {
      await shut.close();
    }
  });

  test("a call that its role does not allow is refused, and told as AWS tells it", async () => {
    const poor = bundledBackend(bundled, world, () => []);
    await expect(poor.run("deliver-feeds")).rejects.toThrow(/AccessDeniedException: The role does not allow: \w+ main/);
    await poor.close();
  });
});

const secretNames = ["SIGN_IN_PEPPER", "TICKET_SEAL_KEY", "SUPPORT_SEAL_KEY", "FEED_SEAL_KEY", "EDGE_SECRETS"];
const functionOf = (entry: EntryName): BundledFunction => {
  const found = bundled.functions.find((one) => one.entry === entry);
  if (!found) throw new Error(`there is no function ${entry}`);
  return found;
};

test.for(bundled.functions.map((one) => [one.entry, one] as const))("%s is given no secret that it could do without", async ([, one]) => {
  const folder = one.copy();
  const settings = Object.fromEntries(Object.keys(one.settings).map((name) => [name, "k".repeat(43)]));
  const start = (without?: string) => {
    const env = Object.fromEntries(Object.entries(settings).filter(([name]) => name !== without && name !== "NODE_OPTIONS"));
    const load =
      "const { handler } = require('./index.js'); if (typeof handler !== 'function') throw new Error('no handler'); process.exit(0)";
    const account = { AWS_REGION: "ap-northeast-2", AWS_ACCESS_KEY_ID: "x", AWS_SECRET_ACCESS_KEY: "x" };
    return spawnSync(process.execPath, ["-e", load], { cwd: folder, encoding: "utf8", env: { ...account, ...env } });
  };
  expect(start()).toMatchObject({ status: 0, stderr: "" });
  for (const name of secretNames.filter((secret) => secret in settings)) expect(start(name).status, name).not.toBe(0);
});

test("the function that writes papers has its fonts beside its code, where its setting says", () => {
  const papers = functionOf("papers");
  expect(papers.settings.FONT_FOLDER).toBe("/var/task");
  const fonts = paperFonts(papers.copy());
  expect(fonts.canPrint("가힣뷁 Nguyễn Цой ㈜")).toBe(true);
  expect(fonts.read("bold").length).toBeGreaterThan(1_000_000);
});

test("the API, which seekers wait for, stays small", () => {
  const bundle = join(functionOf("api").copy(), "index.js");
  expect(statSync(bundle).size).toBeLessThanOrEqual(700_000);
  // What verifies passkeys has a function of its own.
  expect(readFileSync(bundle, "utf8")).not.toContain("webauthn.get");
});
