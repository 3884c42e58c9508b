import { afterEach, beforeEach, expect, test } from "vitest";
import { countMail } from "../../functions/mail/mail-limits.ts";
import { type OutgoingMail, type Post, sendMail } from "../../functions/mail/send-mail.ts";
import { PersonId } from "../../shared/domain/ids.ts";
import { bookSlot, cancelBooking } from "../support/booking.ts";
import { anId, anOpenVisit, aSeeker, type OpenVisit } from "../support/builders.ts";
import { newsTo } from "../support/mails.ts";
import { aDesk } from "../support/tickets.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

const start = "2026-11-23T01:00:00.000Z";
let world: World;
let visit: OpenVisit;
let desk: Browser;
beforeEach(async () => {
  world = await aWorld(start);
  visit = await anOpenVisit(world);
  desk = await aDesk(world);
  await world.settle();
});
afterEach(() => world.close());

const list = async () => (await world.get("GET /api/staff/undelivered-mails", {}, desk)).mails;
const heldBecause = () =>
  world.deps.log.lines
    .filter(({ level, message }) => level === "error" && message === "mail.held")
    .map(({ data }) => (data as [{ reason: string }])[0].reason);
const send = (mailId: string, to: string | undefined, more: Partial<Post> = {}) => {
  const mail: OutgoingMail["mail"] = { subject: "알림", text: "알림", html: "<p>알림</p>", attachments: [] };
  const outgoing = { mailId, message: "visit_registered", to, mail, about: { personId: PersonId.parse(anId("psn")) } } as const;
  return sendMail(world.deps, { ...world.office.post, ...more }, outgoing);
};

test("more mail to one address than anybody can want is held and told; the next day it goes when staff say so, and codes go all the time", async () => {
  const seeker = await aSeeker(world, visit.visitId);
  await world.settle();
  for (let i = 0; i < 59; i++) await countMail(world.deps.db, seeker.mail, world.deps.clock.now());
  const bookingId = anId("bkg");
  await bookSlot(world, visit, visit.slots[0] ?? "", seeker, bookingId);
  await cancelBooking(world, visit, bookingId, seeker);
  await world.settle();
  expect(newsTo(world, seeker.mail).map(({ subject }) => subject)).toEqual(["현장면접 예약이 확정되었습니다"]);
  expect(await list()).toMatchObject([{ message: "booking_cancelled", state: "held", canGoAgain: true }]);
  expect(heldBecause()).toEqual(["mail-address"]);
  world.deps.clock.forward(16);
  const before = world.mailsTo(seeker.mail).length;
  await world.get("POST /api/sign-in/challenges", { body: { mail: seeker.mail, locale: "ko" } });
  await world.settle();
  expect(world.mailsTo(seeker.mail)).toHaveLength(before + 1);
  world.deps.clock.forward(24 * 60);
  desk = await aDesk(world);
  const [mail] = await list();
  await world.get("POST /api/staff/undelivered-mails/{mailId}/repetition", { params: { mailId: mail?.mailId ?? "" } }, desk);
  await world.settle();
  expect(newsTo(world, seeker.mail).at(-1)?.subject).toBe("예약을 취소했습니다");
  expect(await list()).toEqual([]);
});

test("more mail to all than the hour's budget is held until the hour is over", async () => {
  // All 16 counters of this hour at their end.
  for (let counter = 0; counter < 16; counter++)
    await world.deps.db.ask("PutItem", {
      TableName: world.deps.db.table,
      Item: {
        ...{ pk: { S: `LIMIT#mail-budget#${counter}` }, sk: { S: `WINDOW#${Date.parse(start)}` } },
        ...{ type: { S: "limit" }, taken: { N: "1000" }, version: { N: "1" } },
      },
    });
  await send("reg_x.told.1", "somebody@example.com");
  expect(world.mailsTo("somebody@example.com")).toEqual([]);
  expect(heldBecause()).toEqual(["mail-budget"]);
  world.deps.clock.forward(61);
  await send("reg_x.told.2", "somebody@example.com");
  expect(world.mailsTo("somebody@example.com")).toHaveLength(1);
});

test("of somebody without an address, what a provider of text messages takes is nobody's call; not connected, it is", async () => {
  const taken: string[] = [];
  const texts: Post["texts"] = {
    send: async ({ mailId }) => {
      taken.push(mailId);
      return "taken";
    },
  };
  await send("reg_x.by-text", undefined, { texts });
  await send("reg_x.by-call", undefined);
  expect(taken).toEqual(["reg_x.by-text"]);
  const open = (await world.table.allItems()).filter(({ gsi1pk }) => gsi1pk === "MAILS#undelivered");
  expect(open.map(({ mailId }) => mailId)).toEqual(["reg_x.by-call"]);
});
