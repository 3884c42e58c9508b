import { DeleteSuppressedDestinationCommand } from "@aws-sdk/client-sesv2";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { onChange } from "../../functions/entry/on-change.ts";
import type { MailItem } from "../../functions/mail/mail-reads.ts";
import type { Post } from "../../functions/mail/send-mail.ts";
import { queryPartition } from "../../functions/platform/db.ts";
import { visitLogPartition } from "../../functions/platform/keys.ts";
import { changeOf } from "../../functions/platform/stream-record.ts";
import { noteMailNews } from "../../functions/undelivered/note-mail-news.ts";
import type { VisitLogEntry } from "../../functions/visits/visit-log-writes.ts";
import type { FaultKind } from "../../infra/local/ses-faults.ts";
import { api } from "../../shared/contract/api.ts";
import { VisitId } from "../../shared/domain/ids.ts";
import { bookSlot, cancelBooking, refusalOf } from "../support/booking.ts";
import { anId, anOpenVisit, aSeeker, type OpenVisit } from "../support/builders.ts";
import { anInquiry } from "../support/inquiries.ts";
import { aFinder } from "../support/leads.ts";
import { entriesOf } from "../support/ledger.ts";
import { newsTo } from "../support/mails.ts";
import { aSignedUpFirm } from "../support/talks.ts";
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

type Seeker = Browser & { mail: string };

const list = async (by = desk) => (await world.get("GET /api/staff/undelivered-mails", {}, by)).mails;
const repeat = (mailId: string, by = desk) =>
  world.call("POST /api/staff/undelivered-mails/{mailId}/repetition", { params: { mailId } }, by);
const noteCall = (mailId: string, by = desk) => world.call("POST /api/staff/undelivered-mails/{mailId}/call", { params: { mailId } }, by);
const subjectsTo = ({ mail }: Seeker) => newsTo(world, mail).map(({ subject }) => subject);
const logged = async (did: VisitLogEntry["did"]) =>
  (await queryPartition<VisitLogEntry & { pk: string }>(world.deps.db, visitLogPartition(VisitId.parse(visit.visitId)), "2026-")).filter(
    (entry) => entry.did === did,
  );
const mailItems = async (): Promise<MailItem[]> => (await world.table.allItems()).filter(({ type }) => type === "mail") as MailItem[];
const dayOf = async ({ visitId }: OpenVisit) =>
  (await world.get("GET /api/staff/visits/{visitId}/day", { params: { visitId } }, desk)).people;

/** A seeker whose next mail goes wrong in this way, with a booking of theirs that is told by it. */
const aMailThat = async (kind: FaultKind, form: Record<string, unknown> = {}) => {
  const seeker = await aSeeker(world, visit.visitId, form);
  await world.settle();
  world.office.ses.faults.add({ kind, to: seeker.mail });
  const bookingId = anId("bkg");
  await bookSlot(world, visit, visit.slots[0] ?? "", seeker, bookingId);
  return { seeker, bookingId };
};

/** The process that sends the mail about a booking dies, after its claim and before the mail service is called. */
const aDeadSender = async () => {
  const seeker = await aSeeker(world, visit.visitId, { name: "김하늘", phone: "010-0000-0707" });
  await world.settle();
  const bookingId = anId("bkg");
  await bookSlot(world, visit, visit.slots[0] ?? "", seeker, bookingId);
  const records = await world.table.newRecords();
  const { promise: died, resolve: die } = Promise.withResolvers<void>();
  const send = () => {
    die();
    return new Promise(() => {});
  };
  const ses = { send } as unknown as Post["ses"];
  for (const record of records.filter(({ dynamodb }) => dynamodb?.NewImage?.type?.S === "agenda"))
    await Promise.race([onChange(world.deps, { ...world.office.post, ses }, world.office.signer, changeOf(record)), died]);
  return { seeker, bookingId, records };
};

describe("when a process dies between its claim and the mail", () => {
  test("a quarter of an hour later it is shown to staff, masked, with the number to call, and each look is logged", async () => {
    const { seeker, records } = await aDeadSender();
    // Whoever gets the change again finds the claim, and nobody sends by himself.
    await world.deliver(records);
    world.deps.clock.forward(14);
    await world.fire("settle-mails");
    expect(await list()).toEqual([]);
    world.deps.clock.forward(2);
    await world.fire("settle-mails");
    await world.fire("settle-mails");
    expect(await list()).toEqual([
      {
        mailId: expect.stringContaining(".booking.made.0"),
        message: "interview_booked",
        state: "unsure",
        at: start,
        visitId: visit.visitId,
        visitOn: "2026-12-03",
        callBy: "2026-11-24",
        reader: { who: "person", maskedName: "김○늘", registrationId: expect.stringMatching(/^reg_/) },
        maskedMail: `${seeker.mail.slice(0, 2)}***@example.com`,
        phone: "01000000707",
        canGoAgain: true,
      },
    ]);
    expect(world.deps.log.lines.filter(({ message }) => message === "mail.unsure")).toHaveLength(1);
    await list();
    expect(await entriesOf(world, "undelivered")).toMatchObject([{ people: 1, among: [expect.stringMatching(/^reg_/)] }]);
    expect(subjectsTo(seeker)).toEqual([]);
  });

  test("staff send it again, once, however often they press and the stream repeats", async () => {
    const { seeker } = await aDeadSender();
    world.deps.clock.forward(16);
    await world.fire("settle-mails");
    const [mail] = await list();
    const answers = await Promise.all([repeat(mail?.mailId ?? ""), repeat(mail?.mailId ?? "")]);
    expect(answers.map(({ status }) => status).sort()).toContainEqual(204);
    expect(await list()).toEqual([]);
    const orders = await world.table.newRecords();
    await world.deliver(orders);
    await world.deliver(orders);
    await world.settle();
    expect(subjectsTo(seeker)).toEqual(["현장면접 예약이 확정되었습니다"]);
    expect(await repeat(mail?.mailId ?? "")).toMatchObject({ status: 204 });
    await world.settle();
    expect(subjectsTo(seeker)).toHaveLength(1);
    expect(await logged("sent-mail-again")).toMatchObject([{ mailId: mail?.mailId, registrationId: expect.any(String) }]);
    expect(refusalOf(await noteCall(mail?.mailId ?? ""))).toBe("mail-settled");
  });

  test("what is sent again is what holds then: a booking that was cancelled meanwhile is not confirmed", async () => {
    const { seeker, bookingId } = await aDeadSender();
    world.deps.clock.forward(16);
    await world.fire("settle-mails");
    const [mail] = await list();
    await cancelBooking(world, visit, bookingId, seeker);
    expect(await list()).toMatchObject([{ canGoAgain: false }]);
    expect(refusalOf(await repeat(mail?.mailId ?? ""))).toBe("mail-outdated");
    expect(await noteCall(mail?.mailId ?? "")).toMatchObject({ status: 204 });
    expect(await noteCall(mail?.mailId ?? "")).toMatchObject({ status: 204 });
    expect(await list()).toEqual([]);
    expect(await logged("called-instead-of-mail")).toHaveLength(1);
  });

  test("ordered in the moment before the booking is cancelled, it is left out, too", async () => {
    const { seeker, bookingId } = await aDeadSender();
    world.deps.clock.forward(16);
    await world.fire("settle-mails");
    const [mail] = await list();
    await repeat(mail?.mailId ?? "");
    await cancelBooking(world, visit, bookingId, seeker);
    await world.settle();
    expect(subjectsTo(seeker)).toEqual(["예약을 취소했습니다"]);
  });

  test("one that was sent again and failed again stands in the list anew, and can go a third time", async () => {
    const { seeker } = await aDeadSender();
    world.deps.clock.forward(16);
    await world.fire("settle-mails");
    world.office.ses.faults.add({ kind: "ServiceUnavailable", to: seeker.mail });
    await repeat((await list())[0]?.mailId ?? "");
    await world.settle();
    world.deps.clock.forward(16);
    await world.fire("settle-mails");
    const [second, ...others] = await list();
    expect(others).toEqual([]);
    await repeat(second?.mailId ?? "");
    await world.settle();
    expect(subjectsTo(seeker)).toHaveLength(1);
    expect(await list()).toEqual([]);
  });
});

describe("when the mail service tells later", () => {
  test("a mail of which nobody knew has been sent after all: it is off the list, and cannot be sent again", async () => {
    const { seeker } = await aMailThat("AcceptedThenTimeout");
    await world.deliver(await world.table.newRecords());
    const events = world.office.newEvents();
    world.deps.clock.forward(16);
    await world.fire("settle-mails");
    const [mail] = await list();
    expect(mail?.state).toBe("unsure");
    for (const event of events) await noteMailNews(world.deps, event);
    expect(await list()).toEqual([]);
    expect(refusalOf(await repeat(mail?.mailId ?? ""))).toBe("mail-settled");
    await world.settle();
    expect(subjectsTo(seeker)).toHaveLength(1);
  });

  test("before the sender has marked it, and before the quarter of an hour, nobody is bothered", async () => {
    await aMailThat("AcceptedThenTimeout");
    await world.settle();
    world.deps.clock.forward(16);
    await world.fire("settle-mails");
    expect(await list()).toEqual([]);
    expect((await mailItems()).filter(({ state }) => state !== "sent")).toEqual([]);
  });
});

describe("when a mail does not arrive", () => {
  test("bounced for good: it cannot go again, and day and call list say that mail does not reach the person", async () => {
    const { seeker } = await aMailThat("Bounce", { phone: "010-0000-0303" });
    await world.settle();
    const [mail] = await list();
    expect(mail).toMatchObject({ state: "bounced", message: "interview_booked", canGoAgain: false, phone: "01000000303" });
    expect(refusalOf(await repeat(mail?.mailId ?? ""))).toBe("address-unusable");
    expect(await dayOf(visit)).toMatchObject([{ mailTrouble: "bounced" }]);
    world.deps.clock.set("2026-12-02T07:00:00.000Z");
    await world.fire("remind-of-tomorrow");
    desk = await aDesk(world);
    const { people } = await world.get("GET /api/staff/visits/{visitId}/unconfirmed", { params: { visitId: visit.visitId } }, desk);
    expect(people).toMatchObject([{ mailTrouble: "bounced" }]);
    // The reminder was not even handed to the service, and is to be told before the day.
    expect((await list()).map(({ message, state, callBy }) => [message, state, callBy])).toEqual([
      ["interview_booked", "bounced", "2026-11-24"],
      ["reminder_d1", "stopped", "2026-12-02"],
    ]);
    expect(subjectsTo(seeker)).toEqual([]);
  });

  test("a full mailbox: it can go again, and the address stays good", async () => {
    const { seeker } = await aMailThat("MailboxFull");
    await world.settle();
    const [mail] = await list();
    expect(mail).toMatchObject({ state: "bounced", canGoAgain: true });
    expect(await dayOf(visit)).toEqual([expect.not.objectContaining({ mailTrouble: expect.anything() })]);
    await repeat(mail?.mailId ?? "");
    await world.settle();
    expect(subjectsTo(seeker)).toHaveLength(1);
  });

  test("called spam by its reader: shown, and the address is not used again", async () => {
    const { seeker } = await aMailThat("Complaint");
    await world.settle();
    expect(await list()).toMatchObject([{ state: "complained", canGoAgain: false }]);
    expect(await dayOf(visit)).toMatchObject([{ mailTrouble: "complained" }]);
    expect(subjectsTo(seeker)).toHaveLength(1);
  });

  test("refused by the service: shown, and can go again once the cause is gone", async () => {
    const { seeker } = await aMailThat("MessageRejected");
    await world.settle();
    const [mail] = await list();
    expect(mail).toMatchObject({ state: "refused", canGoAgain: true });
    await repeat(mail?.mailId ?? "");
    await world.settle();
    expect(subjectsTo(seeker)).toHaveLength(1);
  });

  test("told twice, late and in any order, it is one entry; seen to, it does not come back", async () => {
    await aMailThat("Complaint");
    await world.deliver(await world.table.newRecords());
    const events = world.office.newEvents();
    for (const event of [...events, ...events.toReversed(), ...events]) await noteMailNews(world.deps, event);
    const [mail, ...others] = await list();
    expect([mail?.state, others]).toEqual(["complained", []]);
    await noteCall(mail?.mailId ?? "");
    for (const event of events.toReversed()) await noteMailNews(world.deps, event);
    expect(await list()).toEqual([]);
    expect((await mailItems()).find(({ mailId }) => mailId === mail?.mailId)?.state).toBe("complained");
    expect(await dayOf(visit)).toMatchObject([{ mailTrouble: "complained" }]);
  });

  test("nothing more goes there, sign-in codes neither, until staff say with a reason that it may", async () => {
    const { seeker, bookingId } = await aMailThat("Complaint");
    await world.settle();
    const sent = world.mailsTo(seeker.mail).length;
    const askForCode = () => world.get("POST /api/sign-in/challenges", { body: { mail: seeker.mail, locale: "ko" } });
    await askForCode();
    await cancelBooking(world, visit, bookingId, seeker);
    await world.settle();
    expect(world.mailsTo(seeker.mail)).toHaveLength(sent);
    const stopped = (await list()).find(({ state }) => state === "stopped");
    expect((await list()).map(({ message, state }) => `${message} ${state}`).sort()).toEqual([
      "booking_cancelled stopped",
      "interview_booked complained",
    ]);
    expect(refusalOf(await repeat(stopped?.mailId ?? ""))).toBe("address-unusable");
    const letGo = (mail: string) => world.call("POST /api/staff/mail-stops/ending", { body: { mail, reason: "다시 받겠다고 함" } }, desk);
    expect(refusalOf(await letGo("another@example.com"))).toBe("not-found");
    expect(await letGo(seeker.mail)).toMatchObject({ status: 204 });
    expect(refusalOf(await letGo(seeker.mail))).toBe("not-found");
    expect(await entriesOf(world, "mail-stop-ended")).toMatchObject([{ reason: "다시 받겠다고 함", accountId: expect.any(String) }]);
    // The service has a list of its own, which is an operator's.
    const { ses } = world.office.post;
    await ses.send(new DeleteSuppressedDestinationCommand({ EmailAddress: seeker.mail }));
    world.deps.clock.forward(16);
    await askForCode();
    await world.settle();
    expect(world.mailsTo(seeker.mail)).toHaveLength(sent + 1);
    expect(await dayOf(visit)).toEqual([expect.not.objectContaining({ mailTrouble: expect.anything() })]);
  });

  test("told once more after staff let mail go, an old bounce stops nothing", async () => {
    const { seeker } = await aMailThat("Bounce");
    await world.deliver(await world.table.newRecords());
    const events = world.office.newEvents();
    for (const event of events) await noteMailNews(world.deps, event);
    expect(await dayOf(visit)).toMatchObject([{ mailTrouble: "bounced" }]);
    await world.get("POST /api/staff/mail-stops/ending", { body: { mail: seeker.mail, reason: "고쳤다고 함" } }, desk);
    for (const event of events) await noteMailNews(world.deps, event);
    expect(await dayOf(visit)).toEqual([expect.not.objectContaining({ mailTrouble: expect.anything() })]);
  });

  test("a code that bounces marks the person whose address it is", async () => {
    const seeker = await aSeeker(world, visit.visitId);
    world.office.ses.faults.add({ kind: "Bounce", to: seeker.mail });
    world.deps.clock.forward(16);
    await world.get("POST /api/sign-in/challenges", { body: { mail: seeker.mail, locale: "ko" } });
    await world.settle();
    expect(await dayOf(visit)).toMatchObject([{ mailTrouble: "bounced" }]);
  });

  test("a sign-in code that comes back is nobody's task", async () => {
    world.office.ses.faults.add({ kind: "Bounce", to: "nobody@example.com" });
    await world.get("POST /api/sign-in/challenges", { body: { mail: "nobody@example.com", locale: "ko" } });
    await world.settle();
    expect((await mailItems()).map(({ state }) => state)).toContain("bounced");
    expect(await list()).toEqual([]);
  });

  test("an employer's mail is shown with the firm and its contact", async () => {
    world.office.ses.faults.add({ kind: "MailboxFull", to: "hr@solbeodeul.example.com" });
    const other = await anOpenVisit(world);
    await world.settle();
    const [mail] = await list();
    expect(mail).toMatchObject({
      message: "employer_verified",
      reader: { who: "employer", nameKo: "㈜솔버들정밀", employerId: other.employerId },
      phone: "020000001",
      visitId: null,
    });
    expect(await repeat(mail?.mailId ?? "")).toMatchObject({ status: 204 });
    await world.settle();
    expect(newsTo(world, "hr@solbeodeul.example.com").length).toBeGreaterThan(0);
  });
});

describe("when an event is forged, or is not ours", () => {
  const itemsNow = () => world.table.allItems();

  test.for([
    ["SES's own test message", "Successfully validated SNS topic for Amazon SES event publishing."],
    ["a mail sent by hand", JSON.stringify({ eventType: "Bounce", mail: { messageId: "m", tags: {} } })],
    ["a mail that nobody claimed", JSON.stringify({ eventType: "Bounce", mail: { messageId: "m", tags: { mail: ["reg_1--nothing"] } } })],
    ["an event without a mail", JSON.stringify({ eventType: "Bounce" })],
    ["no event at all", "[]"],
  ] as const)("%s changes nothing", async ([, message]) => {
    const items = await itemsNow();
    await noteMailNews(world.deps, message);
    expect(await itemsNow()).toEqual(items);
  });

  test("an address that is not the person's leaves the person's alone", async () => {
    await aMailThat("AcceptedThenTimeout");
    await world.settle();
    const [mail] = (await mailItems()).filter(({ message }) => message === "interview_booked");
    const tags = { mail: [(mail?.mailId ?? "").replaceAll(".", "--")] };
    const bounce = { bounceType: "Permanent", bounceSubType: "General", bouncedRecipients: [{ emailAddress: "other@example.com" }] };
    const messageId = mail?.sesMessageId ?? "";
    const before = await itemsNow();
    await noteMailNews(world.deps, JSON.stringify({ eventType: "Bounce", mail: { messageId, tags }, bounce }));
    expect(await itemsNow()).toEqual(before);
    expect(world.deps.log.lines.at(-1)).toMatchObject({ level: "warn", message: "mail-event.forged" });
  });

  test("a bounce of a message that the service never made for this mail changes nothing", async () => {
    const { seeker } = await aMailThat("AcceptedThenTimeout");
    await world.settle();
    const [mail] = (await mailItems()).filter(({ message }) => message === "interview_booked");
    const tags = { mail: [(mail?.mailId ?? "").replaceAll(".", "--")] };
    const bounce = { bounceType: "Permanent", bounceSubType: "General", bouncedRecipients: [{ emailAddress: seeker.mail }] };
    const before = await itemsNow();
    await noteMailNews(world.deps, JSON.stringify({ eventType: "Bounce", mail: { messageId: "m", tags }, bounce }));
    expect(await itemsNow()).toEqual(before);
  });

  test("no request from outside leads to what SES tells", async () => {
    expect(Object.keys(api).filter((key) => /mail-?event|sns|ses\b|bounce|complaint/i.test(key))).toEqual([]);
    for (const path of ["/api/mail-events", "/api/ses", "/api/sns"])
      expect((await world.fetch(path, { method: "POST", body: "{}" })).status).toBe(404);
  });
});

describe("once a day, states are compared with mails", () => {
  test("a booking that nobody was told of is shown to staff, and told when they say so", async () => {
    const seeker = await aSeeker(world, visit.visitId, { beforeBooking: false });
    await bookSlot(world, visit, visit.slots[0] ?? "", seeker);
    // The stream has lost both changes.
    await world.table.newRecords();
    await world.fire("find-lost-mails");
    expect(await list()).toEqual([]);
    world.deps.clock.forward(24 * 60 + 1);
    desk = await aDesk(world);
    await world.fire("find-lost-mails");
    await world.fire("find-lost-mails");
    const mails = await list();
    expect(mails.map(({ message, state }) => `${message} ${state}`).sort()).toEqual(["interview_booked lost", "visit_registered lost"]);
    expect(world.deps.log.lines.filter(({ message }) => message === "mail.lost")).toHaveLength(2);
    for (const { mailId } of mails) expect(await repeat(mailId)).toMatchObject({ status: 204 });
    await world.settle();
    expect(subjectsTo(seeker).sort()).toEqual(["사전 등록을 마쳤습니다", "현장면접 예약이 확정되었습니다"].sort());
  });

  test("a move that was not told is told as the booking is now", async () => {
    const seeker = await aSeeker(world, visit.visitId);
    const bookingId = anId("bkg");
    await bookSlot(world, visit, visit.slots[0] ?? "", seeker, bookingId);
    await world.settle();
    await world.get(
      "PUT /api/me/visits/{visitId}/bookings/{bookingId}/slot",
      { params: { visitId: visit.visitId, bookingId }, body: { slotId: visit.slots[3], seen: { slotId: visit.slots[0], sequence: 0 } } },
      seeker,
    );
    await world.table.newRecords();
    world.deps.clock.forward(24 * 60 + 1);
    desk = await aDesk(world);
    await world.fire("find-lost-mails");
    const [mail] = await list();
    expect(mail).toMatchObject({ message: "booking_changed", state: "lost", canGoAgain: true });
    await repeat(mail?.mailId ?? "");
    await world.settle();
    expect(newsTo(world, seeker.mail).at(-1)?.text).toContain("오전 11시");
    expect(subjectsTo(seeker)).toHaveLength(2);
  });

  test("an answer to a firm at a CEO talk and one to an inquiry that nobody was told of are found, and told when staff say so", async () => {
    const finder = await aFinder(world);
    const { talkId, concerns } = await aSignedUpFirm(world, visit.visitId, finder);
    const answered = { answer: "채용 장려금을 안내해 드립니다." };
    const params = { talkId, concernId: concerns[0]?.concernId ?? "" };
    const concernKey = "PUT /api/office/talks/{talkId}/concerns/{concernId}/answer";
    await world.get(concernKey, { params, body: { ...answered, seen: 1 } }, finder);
    const [inquiryId, asker] = [anId("inq"), `${anId("asker").toLowerCase()}@example.com`];
    await world.get("PUT /api/inquiries/{inquiryId}", { params: { inquiryId }, body: anInquiry({ mail: asker }) });
    await world.get("PUT /api/office/inquiries/{inquiryId}/answer", { params: { inquiryId }, body: answered }, finder);
    // One that was told is none of them.
    const told = anId("inq");
    await world.get("PUT /api/inquiries/{inquiryId}", { params: { inquiryId: told }, body: anInquiry() });
    await world.table.newRecords();
    await world.get("PUT /api/office/inquiries/{inquiryId}/answer", { params: { inquiryId: told }, body: answered }, finder);
    await world.settle();
    world.deps.clock.forward(24 * 60 + 1);
    desk = await aDesk(world);
    await world.fire("find-lost-mails");
    await world.fire("find-lost-mails");
    const lost = (await list()).filter(({ message }) => message === "employer_concern_answered" || message === "inquiry_answered");
    expect(lost.map(({ message, state }) => `${message} ${state}`).sort()).toEqual([
      "employer_concern_answered lost",
      "inquiry_answered lost",
    ]);
    for (const { mailId } of lost) expect(await repeat(mailId)).toMatchObject({ status: 204 });
    await world.settle();
    expect(newsTo(world, "ceo@talks.example.com")).toHaveLength(1);
    expect(newsTo(world, asker)).toHaveLength(1);
  });

  test("where everybody was told there is nothing to find", async () => {
    const seeker = await aSeeker(world, visit.visitId, { beforeBooking: false });
    const bookingId = anId("bkg");
    await bookSlot(world, visit, visit.slots[0] ?? "", seeker, bookingId);
    await cancelBooking(world, visit, bookingId, seeker);
    await bookSlot(world, visit, visit.slots[1] ?? "", seeker);
    await world.settle();
    world.deps.clock.forward(24 * 60 + 1);
    desk = await aDesk(world);
    await world.fire("find-lost-mails");
    expect(await list()).toEqual([]);
  });
});

test("a mail of before, of which only its way is known, stays readable", async () => {
  await world.table.doc.send(
    new PutCommand({
      TableName: world.deps.db.table,
      Item: {
        ...{ pk: "MAIL#reg_1", sk: "MAIL#reg_1.old", type: "mail", version: 1, mailId: "reg_1.old", message: "visit_registered" },
        ...{ state: "claimed", claimedAt: start },
      },
    }),
  );
  const tags = { mail: ["reg_1--old"] };
  await noteMailNews(world.deps, JSON.stringify({ eventType: "Send", mail: { messageId: "m", tags } }));
  expect((await mailItems()).find(({ mailId }) => mailId === "reg_1.old")).toMatchObject({ state: "sent" });
});
