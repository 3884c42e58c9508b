import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { VisitId } from "../../shared/domain/ids.ts";
import { openRow } from "../../shared/domain/sealed-row.ts";
import { refusalOf } from "../support/booking.ts";
import { anOpenVisit, duringVisit, type OpenVisit, openAllDay } from "../support/builders.ts";
import { entriesOf } from "../support/ledger.ts";
import { lastNews } from "../support/mails.ts";
import { idxOf, loadPack, secretOf } from "../support/phones.ts";
import { registrationOf, withdraw } from "../support/registrations.ts";
import { aDesk, aTicket, scan, type Ticket } from "../support/tickets.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

let world: World;
let visit: OpenVisit;
let desk: Browser;
beforeAll(async () => {
  world = await aWorld(duringVisit);
  desk = await aDesk(world);
});
beforeEach(async () => {
  world.deps.clock.set(duringVisit);
  visit = await anOpenVisit(world, { plan: { deadlines: openAllDay } });
  await world.settle();
});
afterAll(() => world.close());

const params = () => ({ visitId: visit.visitId });
const corrected = { name: "남궁가람", birthYear: 1961, phone: "010-0000-0404" };
const correct = ({ seeker }: Pick<Ticket, "seeker">, body: Record<string, unknown> = {}) =>
  world.call(
    "PUT /api/me/visits/{visitId}/registration/details",
    { params: params(), body: { ...corrected, locale: "ko", ...body } },
    seeker,
  );
const asStaff = async (ticket: Ticket) => ({
  ...params(),
  registrationId: (await registrationOf(world, visit, ticket.seeker)).registrationId,
});
const detailsKey = "/api/staff/visits/{visitId}/people/{registrationId}/details";
const logged = async () =>
  (await world.table.allItems())
    .filter((item) => item.type === "visit-log" && item.visitId === visit.visitId)
    .map(({ did, reason }) => [did, reason]);

describe("when a person corrects their name", () => {
  test("scan, day, pack, search and the next mail say the new one, and no other registration or mail comes of it", async () => {
    const ticket = await aTicket(world, visit, { name: "선우라온" });
    const before = world.mailsTo(ticket.seeker.mail).length;
    const { registeredAt } = await registrationOf(world, visit, ticket.seeker);
    expect(await correct(ticket)).toMatchObject({ status: 200, value: { registeredAt } });
    await world.settle();
    expect(world.mailsTo(ticket.seeker.mail)).toHaveLength(before);
    expect((await world.get("GET /api/me", {}, ticket.seeker)).person).toEqual({ ...corrected, phone: "01000000404", locale: "ko" });
    const day = await world.get("GET /api/staff/visits/{visitId}/day", { params: params() }, desk);
    expect(day.people.map(({ maskedName }) => maskedName)).toEqual(["남○○람"]);
    const search = (text: string) =>
      world.get("POST /api/staff/visits/{visitId}/people-search", { params: params(), body: { text } }, desk);
    expect((await search("선우라온")).people).toEqual([]);
    expect((await search("남궁가람")).people).toMatchObject([{ phoneEnd: "0404", code: ticket.code }]);
    const pack = await loadPack(world, visit, desk, "phone-a-0001");
    const idx = await idxOf(ticket);
    const row = pack.tickets.flatMap(({ rows }) => rows).find((one) => one.idx === idx);
    const name = await openRow(row?.sealed ?? "", { secret: secretOf(ticket), visitId: visit.visitId as VisitId });
    expect(JSON.parse(name)).toMatchObject({ maskedName: "남○○람" });
    const key = "POST /api/me/visits/{visitId}/ticket/renewal";
    await world.get(key, { params: params(), body: { seen: 1 } }, ticket.seeker);
    await world.settle();
    expect((await lastNews(world, ticket.seeker.mail)).text).toContain("남궁가람");
    const scanned = await scan(world, visit, { code: ticket.code }, desk);
    expect(scanned).toMatchObject({ value: { maskedName: "남○○람" } });
  });

  test("who is too young is refused, and so is everybody after the visit, who is not registered, or who has withdrawn", async () => {
    const ticket = await aTicket(world, visit);
    expect(await correct(ticket, { birthYear: 2015 })).toMatchObject({
      problem: { code: "too-young", errors: [{ pointer: "/birthYear" }] },
    });
    const stranger = await world.signIn("stranger@example.com");
    expect(refusalOf(await correct({ seeker: { ...stranger, mail: "" } }))).toBe("not-found");
    world.deps.clock.set("2026-12-03T08:00:00.000Z");
    expect(refusalOf(await correct(ticket))).toBe("visit-over");
    world.deps.clock.set(duringVisit);
    await withdraw(world, visit, ticket.seeker);
    expect(refusalOf(await correct(ticket))).toBe("registration-withdrawn");
    expect((await world.get("GET /api/me", {}, ticket.seeker)).person).toMatchObject({ name: "김하늘", birthYear: 1968 });
  });
});

describe("when staff correct a name for somebody", () => {
  test("the look and the reason are logged, and what is left out is taken away", async () => {
    const ticket = await aTicket(world, visit, { name: "선우라온" });
    const at = { params: await asStaff(ticket) };
    expect(await world.get(`GET ${detailsKey}`, at, desk)).toEqual({ name: "선우라온", birthYear: 1968, phone: "01000000101" });
    const body = { name: "남궁가람", birthYear: 1968, reason: "이름을 잘못 적었다고 하셨습니다" };
    expect(await world.call(`PUT ${detailsKey}`, { ...at, body }, desk)).toMatchObject({ status: 204 });
    expect(await world.get(`GET ${detailsKey}`, at, desk)).toEqual({ name: "남궁가람", birthYear: 1968, phone: null });
    expect(await logged()).toEqual([["corrected", "이름을 잘못 적었다고 하셨습니다"]]);
    expect((await entriesOf(world, "help")).filter(({ visitId }) => visitId === visit.visitId)).not.toEqual([]);
  });
});
