import type { DynamoDBRecord } from "aws-lambda";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type EntryName, tableCalls } from "../../infra/constructs/function-calls.ts";
import { timedTasks } from "../../shared/wiring.ts";
import { bundledFunctions } from "../infra/bundled.ts";
import { bookSlot } from "../support/booking.ts";
import { anId, anOpenVisit, aSeeker, type OpenVisit } from "../support/builders.ts";
import { newsTo } from "../support/mails.ts";
import { aDesk } from "../support/tickets.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";
import { type Bundles, bundledBackend } from "./bundled-backend.ts";

let world: World;
let bundles: Bundles;
let visit: OpenVisit;
beforeAll(async () => {
  const bundled = bundledFunctions();
  world = await aWorld(undefined, (ground) => {
    bundles = bundledBackend(bundled, ground);
    return bundles;
  });
  // Everybody who signs in for it does so by a code that `sign-in-mail` mails, and, with rights, by a passkey that `second-step` verifies.
  visit = await anOpenVisit(world);
});
afterAll(() => world.close());

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
      dynamodb: { Keys: { pk: { S: "BROKEN" }, sk: { S: "A" } }, NewImage: { type: { S: "registration" } }, SequenceNumber: sequenceNumber },
    });
    expect(await bundles.batch("changes", [broken("1"), ...records])).toEqual(["1"]);
    expect(newsTo(world, seeker.mail)).toHaveLength(told + 1);
  });

  test("sign-in-mail mails a code", async () => {
    const mail = "code@example.com";
    await world.get("POST /api/sign-in/challenges", { body: { mail, locale: "ko" } });
    expect(await bundles.batch("sign-in-mail", (await world.table.newRecords()).filter(({ dynamodb }) => dynamodb?.NewImage?.type?.S === "challenge"))).toEqual([]);
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
});
