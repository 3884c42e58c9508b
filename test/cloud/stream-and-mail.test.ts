import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bookSlot, cancelBooking } from "../support/booking.ts";
import { anId, anOpenVisit, aSeeker, type OpenVisit } from "../support/builders.ts";
import { newsTo } from "../support/mails.ts";
import { withdraw } from "../support/registrations.ts";
import { aDesk } from "../support/tickets.ts";
import { aWorld, type World } from "../support/world.ts";

/** What AWS's stream and mail service do besides what `test/stream/delivery.test.ts` has them do: repeat, mix up, poison, stumble. */

let world: World;
let visit: OpenVisit;
beforeEach(async () => {
  world = await aWorld();
  visit = await anOpenVisit(world);
  await world.settle();
});
afterEach(() => world.close());

/** A booking that is written, and of which the stream has told nobody. */
const aQuietBooking = async () => {
  const seeker = await aSeeker(world, visit.visitId);
  const bookingId = anId("bkg");
  await bookSlot(world, visit, visit.slots[0] ?? "", seeker, bookingId);
  return { seeker, bookingId, records: await world.table.newRecords() };
};
const tickets = async () => (await world.table.allItems()).filter(({ type }) => type === "ticket");
const almostADay = 21 * 60;

describe("records of the stream that come late", () => {
  test("by almost a day do what they would have done, once, however often they come again", async () => {
    const { seeker, records } = await aQuietBooking();
    world.deps.clock.forward(almostADay);
    await world.deliver(records);
    expect(newsTo(world, seeker.mail)).toHaveLength(1);
    const issued = await tickets();
    expect(issued).toHaveLength(1);
    world.deps.clock.forward(almostADay);
    for (const again of [records, records.toReversed()]) await world.deliver(again);
    expect(newsTo(world, seeker.mail)).toHaveLength(1);
    expect(await tickets()).toEqual(issued);
  });

  test("after the booking was cancelled, and that was told, take nothing back", async () => {
    const { seeker, bookingId, records } = await aQuietBooking();
    await world.deliver(records);
    await cancelBooking(world, visit, bookingId, seeker);
    await world.settle();
    const [told, items] = [newsTo(world, seeker.mail), await world.table.allItems()];
    world.deps.clock.forward(almostADay);
    await world.deliver(records);
    expect(newsTo(world, seeker.mail)).toEqual(told);
    expect(await world.table.allItems()).toEqual(items);
  });

  test("after the person has left the visit make no ticket for them", async () => {
    const { seeker, records } = await aQuietBooking();
    await withdraw(world, visit, seeker);
    await world.deliver(records);
    expect(await tickets()).toEqual([]);
  });
});

describe("when SES rejects", () => {
  test.for(["MessageRejected", "AccountSuspended"] as const)(
    "%s: it is not tried again by itself, and staff see whom no mail reached",
    async (kind) => {
      const { seeker, records } = await aQuietBooking();
      world.office.ses.faults.add({ kind, to: seeker.mail });
      for (const _ of [1, 2]) await world.deliver(records);
      expect(newsTo(world, seeker.mail)).toEqual([]);
      const { mails } = await world.get("GET /api/staff/undelivered-mails", {}, await aDesk(world));
      expect(mails).toHaveLength(1);
    },
  );

  test("a sign-in code by throttling: the stream comes again, and the person has it", async () => {
    const mail = "throttled@example.com";
    await world.get("POST /api/sign-in/challenges", { body: { mail, locale: "ko" } });
    const records = await world.table.newRecords();
    world.office.ses.faults.add({ kind: "Throttling", to: mail });
    await expect(world.deliver(records)).rejects.toMatchObject({ name: "TooManyRequestsException" });
    for (const _ of [1, 2]) await world.deliver(records);
    expect(world.mailsTo(mail)).toHaveLength(1);
  });
});
