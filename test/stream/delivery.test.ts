import { Logger } from "@aws-lambda-powertools/logger";
import type { DynamoDBBatchResponse, DynamoDBRecord } from "aws-lambda";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { onChange } from "../../functions/entry/on-change.ts";
import { putDueNotices } from "../../functions/notices/due-notices.ts";
import { streamEntry } from "../../functions/platform/entry.ts";
import { deliverBatch } from "../../infra/local/deliver-batch.ts";
import { lambdaContext } from "../../infra/local/lambda-context.ts";
import type { FaultKind } from "../../infra/local/ses-faults.ts";
import { bookSlot, cancelBooking } from "../support/booking.ts";
import { anId, anOpenVisit, aSeeker, type OpenVisit, seekersOf } from "../support/builders.ts";
import { newsTo } from "../support/mails.ts";
import { aWorld, type World } from "../support/world.ts";

let world: World;
let visit: OpenVisit;
beforeEach(async () => {
  world = await aWorld();
  visit = await anOpenVisit(world, { pattern: { to: "17:00" } });
});
afterEach(() => world.close());

const booked = "현장면접 예약이 확정되었습니다";
const cancelled = "예약을 취소했습니다";

/** A day of a visit, written and not delivered: five people register, book and cancel, and are to be reminded. */
const aDay = async (): Promise<DynamoDBRecord[]> => {
  await world.settle();
  const seekers = await seekersOf(world, visit.visitId, 5);
  for (const [i, seeker] of seekers.entries()) {
    const bookingId = anId("bkg");
    await bookSlot(world, visit, visit.slots[i] ?? "", seeker, bookingId);
    if (i % 2 === 0) await cancelBooking(world, visit, bookingId, seeker);
  }
  world.deps.clock.set("2026-12-02T07:00:00.000Z");
  await putDueNotices(world.deps, "reminder");
  world.deps.clock.set("2026-12-02T23:00:00.000Z");
  await putDueNotices(world.deps, "day-of-ticket");
  return world.table.newRecords();
};

/** What has been sent, in no order. */
const sent = (): string[] =>
  world.office.ses.mailbox
    .list()
    .map(({ to, subject }) => `${to.join()}: ${subject}`)
    .sort();
const ticketsAndMails = async () => (await world.table.allItems()).filter(({ type }) => type === "ticket" || type === "mail");

const inPieces = (records: readonly DynamoDBRecord[], size: number): DynamoDBRecord[][] =>
  Array.from({ length: Math.ceil(records.length / size) }, (_, i) => records.slice(i * size, (i + 1) * size));

describe("when the stream repeats itself", () => {
  test("three times over, backwards and in pieces, nothing is sent and no ticket made a second time", async () => {
    const records = await aDay();
    await world.deliver(records);
    const [mails, items] = [sent(), await ticketsAndMails()];
    expect(new Set(mails).size).toBe(mails.length);
    expect(mails.filter((mail) => mail.endsWith(booked))).toHaveLength(5);
    expect(mails.filter((mail) => mail.endsWith(cancelled))).toHaveLength(3);
    await world.deliver(records);
    await world.deliver(records);
    await world.deliver(records.toReversed());
    for (const piece of inPieces(records, 3).toReversed()) await world.deliver(piece);
    expect(sent()).toEqual(mails);
    expect(await ticketsAndMails()).toEqual(items);
  });

  test("to two readers at once, each mail is sent once", async () => {
    const records = await aDay();
    await Promise.all([world.deliver(records), world.deliver(records), world.deliver(records.toReversed())]);
    const mails = sent();
    expect(new Set(mails).size).toBe(mails.length);
    expect(mails.filter((mail) => mail.endsWith(booked))).toHaveLength(5);
    expect((await ticketsAndMails()).filter(({ type }) => type === "ticket")).toHaveLength(5);
  });
});

describe("when the mail service stumbles", () => {
  /** A booking whose mail is about to be sent; the next send to its person goes wrong. */
  const aStumble = async (kind: FaultKind) => {
    const seeker = await aSeeker(world, visit.visitId);
    await world.settle();
    await bookSlot(world, visit, visit.slots[0] ?? "", seeker);
    const records = await world.table.newRecords();
    world.office.ses.faults.add({ kind, to: seeker.mail });
    return { seeker, records };
  };
  const claims = async () =>
    (await world.table.allItems()).filter(({ type, message }) => type === "mail" && message === "interview_booked");

  test("throttling: the claim is given back, the stream comes again, and the mail is sent once", async () => {
    const { seeker, records } = await aStumble("Throttling");
    await expect(world.deliver(records)).rejects.toMatchObject({ name: "TooManyRequestsException" });
    expect(newsTo(world, seeker.mail)).toEqual([]);
    expect(await claims()).toEqual([]);
    await world.deliver(records);
    await world.deliver(records);
    expect(newsTo(world, seeker.mail)).toHaveLength(1);
    expect(await claims()).toMatchObject([{ state: "sent", sesMessageId: expect.any(String) }]);
  });

  test.for([
    ["ServiceUnavailable", 0],
    ["AcceptedThenTimeout", 1],
  ] as const)("%s: nobody can know, so the claim stays and nothing is sent a second time", async ([kind, arrived]) => {
    const { seeker, records } = await aStumble(kind);
    for (const _ of [1, 2, 3]) await world.deliver(records);
    expect(newsTo(world, seeker.mail)).toHaveLength(arrived);
    expect(await claims()).toMatchObject([{ state: "claimed" }]);
    expect(world.deps.log.lines).toContainEqual(expect.objectContaining({ level: "error", message: "mail.unsettled" }));
  });

  test("a refused message: it is marked, never tried again, and holds up nobody", async () => {
    const { seeker, records } = await aStumble("MessageRejected");
    const neighbour = await aSeeker(world, visit.visitId);
    await bookSlot(world, visit, visit.slots[1] ?? "", neighbour);
    for (const _ of [1, 2]) await world.deliver(records);
    await world.settle();
    expect(newsTo(world, seeker.mail)).toEqual([]);
    expect(newsTo(world, neighbour.mail)).toHaveLength(1);
    expect(await claims()).toContainEqual(expect.objectContaining({ state: "refused", refusal: "MessageRejected" }));
  });
});

describe("when a record cannot be handled", () => {
  const sequenceOf = (record: DynamoDBRecord | undefined): string => record?.dynamodb?.SequenceNumber ?? "";
  const agendasOf = (records: readonly DynamoDBRecord[]) => records.filter(({ dynamodb }) => dynamodb?.NewImage?.type?.S === "agenda");
  const aHandler = () => {
    const handler = streamEntry(new Logger({ logLevel: "SILENT" }), (change) =>
      onChange(world.deps, world.office.post, world.office.signer, change),
    );
    return (records: readonly DynamoDBRecord[]) =>
      handler({ Records: [...records] }, lambdaContext("changes", 60_000)) as Promise<DynamoDBBatchResponse>;
  };

  /** A booking and its cancellation, then somebody else's booking; not delivered yet. */
  const someChanges = async () => {
    const [seeker, neighbour] = [await aSeeker(world, visit.visitId), await aSeeker(world, visit.visitId)];
    await world.settle();
    const bookingId = anId("bkg");
    await bookSlot(world, visit, visit.slots[0] ?? "", seeker, bookingId);
    await cancelBooking(world, visit, bookingId, seeker);
    await bookSlot(world, visit, visit.slots[1] ?? "", neighbour);
    return { seeker, neighbour, records: await world.table.newRecords() };
  };
  const subjectsTo = ({ mail }: { mail: string }) => newsTo(world, mail).map(({ subject }) => subject);

  test("none cannot: the batch is settled whole", async () => {
    const { seeker, records } = await someChanges();
    expect(await aHandler()(records)).toEqual({ batchItemFailures: [] });
    expect(subjectsTo(seeker)).toEqual([booked, cancelled]);
  });

  test("the answer names it; its item waits, so that no cancellation overtakes its booking, and nobody else does", async () => {
    const { seeker, neighbour, records } = await someChanges();
    const [made, undone] = agendasOf(records);
    world.office.ses.faults.add({ kind: "Throttling", to: seeker.mail });
    const handle = aHandler();
    const { batchItemFailures } = await handle(records);
    expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual([made, undone].map(sequenceOf));
    expect([subjectsTo(seeker), subjectsTo(neighbour)]).toEqual([[], [booked]]);
    const again = records.slice(records.findIndex((record) => sequenceOf(record) === batchItemFailures[0]?.itemIdentifier));
    expect(await handle(again)).toEqual({ batchItemFailures: [] });
    expect([subjectsTo(seeker), subjectsTo(neighbour)]).toEqual([[booked, cancelled], [booked]]);
  });

  test("however often it is tried, it is given up alone, and everybody else has their mail", async () => {
    const records = await aDay();
    const bookingsOf = (record: DynamoDBRecord) => Object.values(record.dynamodb?.NewImage?.bookings?.M ?? {});
    const poison = agendasOf(records).find((record) => bookingsOf(record).length > 0);
    for (const { M: booking } of poison ? bookingsOf(poison) : [])
      if (booking) booking.postingId = { S: "a posting that the visit does not show" };
    const handle = aHandler();
    const givenUp: string[] = [];
    await deliverBatch(records, {
      invoke: ({ Records }) => handle(Records),
      retryAttempts: 2,
      backoffMs: () => 0,
      onSettled: () => {},
      onGivenUp: (lost) => givenUp.push(...lost.map(sequenceOf)),
      signal: new AbortController().signal,
    });
    expect(givenUp).toEqual([sequenceOf(poison)]);
    expect(sent().filter((mail) => mail.endsWith(booked))).toHaveLength(4);
    expect(sent().filter((mail) => mail.endsWith(cancelled))).toHaveLength(3);
  });
});
