import { DeleteCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { ticketKey } from "../../functions/platform/keys.ts";
import type { Verdict } from "../../shared/domain/check-in.ts";
import type { CheckInEvent } from "../../shared/domain/check-in-event.ts";
import { VisitId } from "../../shared/domain/ids.ts";
import { addMinutes } from "../../shared/domain/seoul-time.ts";
import { verdicts } from "../../shared/domain/verdicts.ts";
import { bookSlot, refusalOf } from "../support/booking.ts";
import { anId, anOpenVisit, aSeeker, duringVisit, type OpenVisit, openAllDay } from "../support/builders.ts";
import { aPlanOf, carriedOut } from "../support/plans.ts";
import { aDesk, anEventId, aTicket, scan, type Ticket, withByte } from "../support/tickets.ts";
import { aWorld, type Browser, type World } from "../support/world.ts";

let world: World;
let visit: OpenVisit;
let otherVisit: OpenVisit;
let desk: Browser;
beforeAll(async () => {
  world = await aWorld(duringVisit);
  visit = await anOpenVisit(world, { plan: { deadlines: openAllDay }, pattern: { to: "16:00" } });
  otherVisit = await anOpenVisit(world, { plan: { date: "2026-12-10" } });
  desk = await aDesk(world);
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => world.close());

const day = () => world.get("GET /api/staff/visits/{visitId}/day", { params: { visitId: visit.visitId } }, desk);
const arrivalsOf = async (registrationId: string) =>
  (await day()).people.filter((person) => person.registrationId === registrationId && person.arrivedAt !== null).length;
const registrationOf = async ({ seeker }: Ticket): Promise<string> => {
  const { registrations } = await world.get("GET /api/me/registrations", {}, seeker);
  return registrations[0]?.registrationId ?? "";
};

/** No use case of this issue cancels or renews a ticket, so the table is told directly. */
const change = (code: string, attribute: "status" | "gen", value: unknown) =>
  world.table.doc.send(
    new UpdateCommand({
      TableName: world.deps.db.table,
      Key: ticketKey(VisitId.parse(visit.visitId), code),
      UpdateExpression: "SET #attribute = :value",
      ExpressionAttributeNames: { "#attribute": attribute },
      ExpressionAttributeValues: { ":value": value },
    }),
  );
const remove = (code: string) =>
  world.table.doc.send(new DeleteCommand({ TableName: world.deps.db.table, Key: ticketKey(VisitId.parse(visit.visitId), code) }));

/** The table knows every ticket: only a phone without a network takes one that it does not know for a new one. */
type OnlineVerdict = Exclude<Verdict, "issued-since">;

/** How each verdict comes about; one without a way does not compile. */
const ways: Record<OnlineVerdict, (ticket: Ticket) => Promise<({ token: string } | { code: string }) & { at?: OpenVisit }>> = {
  "not-a-ticket": async () => ({ token: "https://example.com/JS1" }),
  "unknown-version": async ({ token }) => ({ token: withByte(token, 0, () => 0x21) }),
  "other-visit": async () => aTicket(world, otherVisit),
  "refresh-pack": async ({ token }) => ({ token: withByte(token, 1, () => 7) }),
  forged: async ({ token }) => ({ token: withByte(token, 60, (byte) => byte ^ 1) }),
  cancelled: async ({ token, code }) => {
    await change(code, "status", "cancelled");
    return { token };
  },
  superseded: async ({ token, code }) => {
    await change(code, "gen", 2);
    return { token };
  },
  "already-arrived": async ({ token }) => {
    await scan(world, visit, { token }, desk, { deviceId: "phone-at-desk-2" });
    return { token };
  },
  "not-issued": async ({ token, code }) => {
    await remove(code);
    return { token };
  },
  "not-today": async () => ({ ...(await aTicket(world, otherVisit)), at: otherVisit }),
  "visit-cancelled": async () => {
    const at = await anOpenVisit(world, { plan: { deadlines: openAllDay } });
    const { token } = await aTicket(world, at);
    await carriedOut(world, at, aPlanOf({ kind: "cancel-visit" }));
    await world.settle();
    return { token, at };
  },
  admitted: async ({ token }) => ({ token }),
  "unknown-code": async () => ({ code: "00000000" }),
  "admitted-by-code": async ({ code }) => ({ code: `${code.slice(0, 4)} ${code.slice(4)}`.toLowerCase() }),
};

describe("when a ticket is scanned", () => {
  test.for(Object.keys(ways) as OnlineVerdict[])("the verdict can be %s, and only an admission is an arrival", async (verdict) => {
    const ticket = await aTicket(world, visit);
    const { at = visit, ...read } = await ways[verdict](ticket);
    const before = (await day()).arrived;
    const answer = await scan(world, at, read, desk);
    const { tone, admits } = verdicts[verdict];
    expect(answer).toMatchObject({ status: 200, value: { verdict, tone } });
    expect((await day()).arrived - before).toBe(admits ? 1 : 0);
  });

  test("every attempt is kept with its verdict, also of what names no ticket", async () => {
    const ids = [anEventId(), anEventId(), anEventId()];
    const { token } = await aTicket(world, visit);
    const noGeneration = withByte(token, 22, () => 0);
    const reads = [{ token: "https://example.com/JS1" }, { code: "00000000" }, { token: noGeneration }];
    for (const [n, read] of reads.entries()) await scan(world, visit, read, desk, { eventId: ids[n] ?? "" });
    const kept = (await world.table.allItems()).flatMap(({ event }) => (event ? [event as CheckInEvent] : []));
    const verdictOf = (id: string) => kept.filter((event) => event.id === id).map((event) => "verdict" in event && event.verdict);
    expect(ids.map(verdictOf)).toEqual([["not-a-ticket"], ["unknown-code"], ["forged"]]);
  });

  test("the desk sees who stands there, masked, and when and where they are expected", async () => {
    const ticket = await aTicket(world, visit, { name: "선우라온" });
    await bookSlot(world, visit, visit.slots[3] ?? "", ticket.seeker);
    const answer = await scan(world, visit, ticket, desk);
    expect(answer).toMatchObject({
      value: {
        maskedName: "선○○온",
        arrivedAt: null,
        bookings: [{ startsAt: "2026-12-03T02:00:00.000Z", deskLabel: "면접 1번 창구", whatKo: "㈜솔버들정밀" }],
      },
    });
    expect(JSON.stringify(answer.ok && answer.value)).not.toMatch(/선우라온|example\.com|0000/);
  });

  test("the arrival is seen on the day at once, first who is due first", async () => {
    const late = await aTicket(world, visit, { name: "나중에" });
    await bookSlot(world, visit, visit.slots[17] ?? "", late.seeker);
    await scan(world, visit, late, desk);
    const registrationId = await registrationOf(late);
    const { people, arrived } = await day();
    expect(people.find((person) => person.registrationId === registrationId)).toMatchObject({
      maskedName: "나○에",
      arrivedAt: duringVisit,
    });
    expect(arrived).toBe(people.filter((person) => person.arrivedAt !== null).length);
    const dueTimes = people.map((person) => person.bookings[0]?.startsAt ?? "9999");
    expect(dueTimes).toEqual(dueTimes.toSorted());
    const { registrations } = await world.get("GET /api/me/registrations", {}, late.seeker);
    expect(registrations[0]).toMatchObject({ arrivedAt: duringVisit });
  });

  test("a ticket of another visit says of which day it is", async () => {
    expect(await scan(world, visit, await aTicket(world, otherVisit), desk)).toMatchObject({
      value: { verdict: "other-visit", otherVisitOn: "2026-12-10", maskedName: null, bookings: [] },
    });
  });

  test("a code of another visit is not known here", async () => {
    const { code } = await aTicket(world, otherVisit);
    expect(await scan(world, visit, { code }, desk)).toMatchObject({ value: { verdict: "unknown-code", maskedName: null } });
  });
});

describe("when the same scan is sent again", () => {
  test.for([["token"], ["code"]] as const)("by %s, it is one arrival and the same answer", async ([by]) => {
    const ticket = await aTicket(world, visit);
    const read = by === "token" ? { token: ticket.token } : { code: ticket.code };
    const eventId = anEventId();
    const answers = [
      await scan(world, visit, read, desk, { eventId }),
      await scan(world, visit, read, desk, { eventId }),
      ...(await Promise.all(Array.from({ length: 5 }, () => scan(world, visit, read, desk, { eventId })))),
    ];
    expect(new Set(answers.map((answer) => JSON.stringify(answer.ok && answer.value)))).toHaveProperty("size", 1);
    expect(answers[0]).toMatchObject({ value: { verdict: by === "token" ? "admitted" : "admitted-by-code" } });
    expect(await arrivalsOf(await registrationOf(ticket))).toBe(1);
    const events = (await world.table.allItems()).filter(
      (item) => item.type === "check-in-event" && JSON.stringify(item).includes(eventId),
    );
    expect(events).toHaveLength(1);
  });

  test("five times at once for the first time, it is one arrival", async () => {
    const ticket = await aTicket(world, visit);
    const eventId = anEventId();
    const answers = await Promise.all(Array.from({ length: 5 }, () => scan(world, visit, ticket, desk, { eventId })));
    expect(new Set(answers.map((answer) => answer.ok && answer.value.verdict))).toEqual(new Set(["admitted"]));
  });

  test("after its ticket came to be known, it has to be scanned anew", async () => {
    const ticket = await aTicket(world, visit);
    const item = (await world.table.allItems()).find((candidate) => candidate.type === "ticket" && candidate.code === ticket.code);
    await remove(ticket.code);
    const eventId = anEventId();
    expect(await scan(world, visit, ticket, desk, { eventId })).toMatchObject({ value: { verdict: "not-issued" } });
    await world.table.doc.send(new PutCommand({ TableName: world.deps.db.table, Item: item }));
    expect(refusalOf(await scan(world, visit, ticket, desk, { eventId }))).toBe("scan-again");
    expect(await arrivalsOf(await registrationOf(ticket))).toBe(0);
    expect(await scan(world, visit, ticket, desk)).toMatchObject({ value: { verdict: "admitted" } });
    expect(await arrivalsOf(await registrationOf(ticket))).toBe(1);
  });

  test("with another person's ticket under the same id, it is an event of its own: nobody who was let in is lost", async () => {
    const [first, second] = [await aTicket(world, visit), await aTicket(world, visit)];
    const eventId = anEventId();
    for (const ticket of [first, second]) {
      expect(await scan(world, visit, ticket, desk, { eventId })).toMatchObject({ value: { verdict: "admitted" } });
      expect(await arrivalsOf(await registrationOf(ticket))).toBe(1);
    }
  });
});

describe("when two devices scan one ticket in the same moment", () => {
  test.for([
    ["with equal clocks", 0],
    ["and the later one's time is earlier", -1],
    ["and the later one's time is later", 1],
  ] as const)("%s, one admits and the other says who was first", async ([, step]) => {
    for (let round = 0; round < 5; round++) {
      const ticket = await aTicket(world, visit);
      let asked = 0;
      vi.spyOn(world.deps.clock, "now").mockImplementation(() => addMinutes(duringVisit, (asked++ * step) / 60_000));
      const devices = ["phone-at-desk-1", "phone-at-desk-2"];
      const answers = await Promise.all(devices.map((deviceId) => scan(world, visit, ticket, desk, { deviceId })));
      vi.restoreAllMocks();
      const verdictsSeen = answers.map((answer) => (answer.ok ? answer.value.verdict : answer.problem.code));
      expect(verdictsSeen.toSorted()).toEqual(["admitted", "already-arrived"]);
      const winner = devices[verdictsSeen.indexOf("admitted")];
      // what can be taken back, where it was wrong
      const arrivedEventId = expect.stringMatching(/^[0-9a-f-]{36}$/);
      expect(answers[verdictsSeen.indexOf("already-arrived")]).toMatchObject({ value: { arrivedOnDevice: winner, arrivedEventId } });
    }
  });
});

describe("when somebody else asks for a check-in", () => {
  test("a seeker and the outreach team are refused, the desk, counsellors and managers are not", async () => {
    const ticket = await aTicket(world, visit);
    const of = (role: "desk" | "counsellor" | "outreach" | "manager") =>
      world.staff(`${anId(role).toLowerCase()}@center.example.com`, [role]);
    expect(refusalOf(await scan(world, visit, ticket, await aSeeker(world, visit.visitId)))).toBe("not-allowed");
    expect(refusalOf(await scan(world, visit, ticket, await of("outreach")))).toBe("not-allowed");
    for (const role of ["desk", "counsellor", "manager"] as const)
      expect(await scan(world, visit, ticket, await of(role))).toMatchObject({ status: 200 });
  });

  test("a visit that does not exist is not found", async () => {
    expect(refusalOf(await scan(world, { visitId: anId("vis") }, { code: "00000000" }, desk))).toBe("not-found");
  });
});
