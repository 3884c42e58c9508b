import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fromBase64Url } from "../../shared/domain/base64url.ts";
import { VisitId } from "../../shared/domain/ids.ts";
import { importNotePublicKey, sealNote } from "../../shared/domain/sealed-note.ts";
import { anOpenVisit, duringVisit, type OpenVisit, openAllDay } from "../support/builders.ts";
import { admissionOf, decideAbout, deskEventOf, idxOf, loadPack, reconciliationOf, sendEvents } from "../support/phones.ts";
import { aDesk, aTicket, type Ticket } from "../support/tickets.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

const phone = "phone-a-0001";
const words = "신분증을 봤습니다";
let world: World;
let visit: OpenVisit;
let desk: Browser;
beforeAll(async () => {
  world = await aWorld(duringVisit);
  visit = await anOpenVisit(world, { plan: { deadlines: openAllDay }, pattern: { to: "16:00" } });
  await world.settle();
  desk = await aDesk(world);
  await loadPack(world, visit, desk, phone);
});
afterAll(() => world.close());

const sealed = async (text: string) => {
  const { noteKey } = await loadPack(world, visit, desk, phone);
  const publicKey = await importNotePublicKey(fromBase64Url(noteKey ?? ""));
  return { reason: "-", payload: await sealNote(text, { visitId: VisitId.parse(visit.visitId), publicKey }) };
};
/** Let in although their code had been replaced. */
const letIn = async (ticket: Ticket, text: string, deviceId = phone) =>
  admissionOf(world, visit, desk, deviceId, ticket, { kind: "override", verdict: "superseded", ...(await sealed(text)) });
const reasonsAbout = async (ticket: Ticket) => {
  const idx = await idxOf(ticket);
  const { conflicts } = await reconciliationOf(world, visit, desk);
  return conflicts.filter((conflict) => conflict.idx === idx).flatMap(({ admissions }) => admissions.map(({ reason }) => reason));
};
const itemsSaying = async (text: string) =>
  (await world.table.allItems()).filter((item) => JSON.stringify(item).includes(text)).map(({ type }) => type);

describe("why somebody was let in, sealed on the phone", () => {
  test("is read by the lead, and by no phone", async () => {
    const ticket = await aTicket(world, visit);
    const event = await letIn(ticket, words);
    expect(JSON.stringify(event)).not.toContain(words);
    expect(await sendEvents(world, visit, desk, phone, [event])).toMatchObject([{ result: "stored" }]);
    await world.settle();
    expect(await reasonsAbout(ticket)).toEqual([words]);
    expect(JSON.stringify(await loadPack(world, visit, desk, phone))).not.toContain(words);
    expect(await sendEvents(world, visit, desk, phone, [event])).toMatchObject([{ result: "duplicate" }]);
  });

  test("is read, too, where it is why a check-in was taken back; nothing of it is said to be unread", async () => {
    const ticket = await aTicket(world, visit);
    const event = await letIn(ticket, words);
    const taken = { kind: "undo", of: await idxOf(ticket), ref: event.id };
    const undo = await deskEventOf(world, visit, desk, phone, { ...taken, ...(await sealed("표를 빌려 온 분")) });
    const closed = await deskEventOf(world, visit, desk, phone, { ...taken, reason: "-", payload: "A".repeat(200) });
    await sendEvents(world, visit, desk, phone, [event, undo, closed]);
    await world.settle();
    const { takenBack, unread } = await reconciliationOf(world, visit, desk);
    expect(takenBack.filter(({ code }) => code === ticket.code).map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(["표를 빌려 온 분", "-"]),
    );
    const unreadOf = (id: string) => unread.filter(({ eventId }) => eventId === id);
    expect([event, undo].flatMap(({ id }) => unreadOf(id))).toEqual([]);
    expect(unreadOf(closed.id)).toEqual([{ what: "reason", eventId: closed.id, number: null, letter: "A" }]);
  });

  test("is read once the lead has counted what was kept aside", async () => {
    const ticket = await aTicket(world, visit);
    await sendEvents(world, visit, desk, "phone-unknown1", [await letIn(ticket, words, "phone-unknown1")]);
    const { quarantined } = await reconciliationOf(world, visit, desk);
    await decideAbout(world, visit, desk, quarantined.find(({ deviceId }) => deviceId === "phone-unknown1")?.hash ?? "", "accept");
    await world.settle();
    expect(await reasonsAbout(ticket)).toEqual([words]);
  });

  test("counts all the same when it does not open, or is no reason", async () => {
    const [closed, empty] = [await aTicket(world, visit), await aTicket(world, visit)];
    await sendEvents(world, visit, desk, phone, [{ ...(await letIn(closed, words)), payload: "A".repeat(200) }, await letIn(empty, "")]);
    await world.settle();
    expect([await reasonsAbout(closed), await reasonsAbout(empty)]).toEqual([["-"], ["-"]]);
  });

  test("goes with its person", async () => {
    const ticket = await aTicket(world, visit);
    const name = "심은별의 어머니";
    await sendEvents(world, visit, desk, phone, [await letIn(ticket, name)]);
    await world.settle();
    expect(await itemsSaying(name)).toEqual(["check-in-event"]);
    await world.get("POST /api/me/erasure", {}, ticket.seeker);
    await world.settle();
    expect(await itemsSaying(name)).toEqual([]);
  });
});
