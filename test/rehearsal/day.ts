import { liveDeps } from "../../functions/platform/deps.ts";
import { ticketKey } from "../../functions/platform/keys.ts";
import { writeIfHolds } from "../../functions/platform/transact.ts";
import type { MovedClock } from "../../infra/local/moved-clock.ts";
import type { Stack } from "../../infra/local/stack.ts";
import type { Verdict } from "../../shared/domain/check-in.ts";
import { DeskId, VisitId } from "../../shared/domain/ids.ts";
import { instantAt } from "../../shared/domain/seoul-time.ts";
import { countsOf, tallyOf } from "../../shared/domain/tally.ts";
import type { TicketIndex } from "../../shared/domain/ticket-token.ts";
import { verdicts } from "../../shared/domain/verdicts.ts";
import { WalkInNote } from "../../shared/domain/walk-in.ts";
import { deskQueueOf } from "../../web/src/staff/queue/desk-queue.ts";
import { picksFrom } from "../support/picks.ts";
import { withByte } from "../support/tickets.ts";
import { type Booked, type Bus, type Say, todayAt } from "./bus.ts";
import { Phone } from "./phone.ts";
import type { Tally } from "./tally.ts";
import { nameOf, register, ticketsOf, type Visitor } from "./visitors.ts";

/** What somebody at the door would swear to. */
export type Witnessed = {
  /** Events by which somebody went in and that nobody took back, with who it was. */
  admissions: Map<string, string>;
  walkIns: Map<string, { name: string; number: string }>;
  /** Who has to be on the lead's list in the end, and why. */
  conflicts: Map<TicketIndex, string>;
};

export type PlayedDay = { phones: { a: Phone; b: Phone; c: Phone }; witnessed: Witnessed };

type Moment = { at: number; what: () => Promise<void> };

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(Math.floor(minute % 60)).padStart(2, "0")}`;

/** The day at the bus, from the packs in the morning to the last upload. What a phone says and should not is a divergence. */
export const playDay = async (
  tally: Tally,
  {
    stack,
    clock,
    bus,
    say,
    walkIns,
    servedEvery,
    seed,
  }: {
    stack: Stack;
    clock: MovedClock;
    bus: Bus;
    say: Say;
    walkIns: number;
    /** Minutes between two people at a desk. */
    servedEvery: number;
    seed: number;
  },
): Promise<PlayedDay> => {
  const { world, visit, manager, staff, booked } = bus;
  const pick = picksFrom(seed);
  const open = (deviceId: string, n: 0 | 1 | 2, fastMs: number) =>
    Phone.open({ world, visitId: visit.visitId, deviceId, staff: staff[n], fastMs });
  const [a, b, c] = [
    await open("phone-at-door-a", 0, 0),
    await open("phone-at-door-b", 1, 150_000),
    await open("phone-at-door-c", 2, -86_400_000),
  ];
  const witnessed: Witnessed = { admissions: new Map(), walkIns: new Map(), conflicts: new Map() };
  const moments: Moment[] = [];
  const at = (time: string | number, what: Moment["what"]) => moments.push({ at: typeof time === "string" ? minuteOf(time) : time, what });
  let isLost = false;

  const shows = async (phone: Phone, who: Visitor, text: string, ...expected: Verdict[]) => {
    const shown = await phone.scan(text);
    const verdict = shown.verdict.verdict as Verdict;
    if (!expected.includes(verdict)) tally.divergences.push(`${who.name} on ${phone.deviceId}: ${verdict}, not ${expected.join(" or ")}`);
    if (verdicts[verdict].admits) witnessed.admissions.set(shown.input.eventId, who.name);
    return shown;
  };

  /** Who is at the door at this minute: the third phone goes dark before it is lost. */
  const somePhone = (): Phone => [a, b, ...(isLost ? [] : [c])][pick(isLost ? 2 : 3)] ?? a;
  const atHome = new Set<Booked>();
  const takeOut = (n: number): Booked => {
    const one = booked[Math.floor((n * booked.length) / 10)];
    if (!one) throw new Error("Too few people.");
    atHome.add(one);
    return one;
  };

  /* What goes wrong, or nearly, on most days. */
  const [mistaken, returning, twice, cancelledAfter, renewed, cancelledBefore, onLostPhone] = [0, 1, 2, 3, 4, 5, 6].map(takeOut) as [
    Booked,
    Booked,
    Booked,
    Booked,
    Booked,
    Booked,
    Booked,
  ];
  let late: Visitor | undefined;
  at("10:20", async () => {
    const shown = await shows(a, mistaken, mistaken.token, "admitted");
    await a.undo(shown);
    witnessed.admissions.delete(shown.input.eventId);
    await a.flush();
    await shows(a, mistaken, mistaken.token, "admitted");
    say("10:20", `${mistaken.name} was admitted by mistake, taken back, and admitted once more when they really came`);
  });
  at("10:25", async () => void (await shows(a, returning, returning.token, "admitted")));
  at("10:40", async () => {
    await shows(
      a,
      mistaken,
      withByte(returning.token, 60, (byte) => byte ^ 1),
      "forged",
    );
    await shows(a, mistaken, returning.token.toLowerCase(), "not-a-ticket");
    say("10:40", "a forged ticket and one in small letters were turned away, each with its own words");
  });
  at("10:58", () => b.flush());
  at("11:00", async () => {
    b.hasNetwork = false;
    say("11:00", "phone B has no network from now on; it goes on with what it has loaded");
  });
  at("11:10", async () => {
    const seekers = await register({ world, visit, names: ["한늦음"] }, async () => {});
    await stack.drain();
    [late] = await ticketsOf({ world, visit, names: ["한늦음"] }, seekers);
  });
  at("11:20", async () => void (await shows(a, twice, twice.token, "admitted")));
  at("11:30", async () => {
    await cancelTicket(visit.visitId, cancelledAfter);
    await cancelTicket(visit.visitId, cancelledBefore);
    const again = await world.signIn(renewed.mail);
    await world.get("POST /api/me/visits/{visitId}/ticket/renewal", { params: { visitId: visit.visitId }, body: { seen: 1 } }, again);
    await stack.drain();
    say("11:30", "two people cancel at home and one asks for a new QR code; phone B cannot know");
  });
  at("11:50", async () => {
    await shows(b, twice, twice.token, "admitted");
    witnessed.conflicts.set(twice.idx, "two-devices");
    say("11:50", `${twice.name}, admitted on phone A at 11:20, shows the ticket to phone B, which admits too`);
  });
  at("12:05", async () => {
    await shows(b, bus.nextWeek, bus.nextWeek.token, "other-visit");
    await b.reEnter(await shows(b, returning, returning.token, "already-arrived"));
    say("12:05", `${returning.name} is back from lunch: phone B knows them and notes a re-entry; a ticket for next week is told its date`);
  });
  at("12:30", async () => {
    await shows(b, cancelledAfter, cancelledAfter.token, "admitted");
    witnessed.conflicts.set(cancelledAfter.idx, "after-cancel");
    await shows(b, renewed, renewed.token, "admitted");
    witnessed.conflicts.set(renewed.idx, "superseded");
    if (late) await shows(b, late, late.token, "issued-since");
    say("12:30", `phone B admits ${cancelledAfter.name} (cancelled), ${renewed.name} (old QR code) and ${late?.name} (registered since)`);
  });
  at("12:40", async () => {
    await c.flush();
    c.hasNetwork = false;
  });
  at("12:50", async () => {
    await shows(c, onLostPhone, onLostPhone.token, "admitted");
    say("12:50", `phone C, out of the network since 12:40, admits ${onLostPhone.name}: nobody else knows`);
  });
  at("13:00", async () => {
    isLost = true;
    say("13:00", `phone C is lost, and nobody else knows of ${await c.waiting()} people on it`);
  });
  at("13:05", async () => {
    const params = { visitId: visit.visitId, deviceId: c.deviceId };
    await world.get("POST /api/staff/visits/{visitId}/devices/{deviceId}/revocation", { params, body: { reason: "분실" } }, manager);
    say("13:05", "the manager takes phone C out: what it sends from now on waits for the lead");
  });
  at("14:00", async () => {
    b.hasNetwork = true;
    b.answersToLose = 1;
    const waited = await b.waiting();
    await b.flush();
    const left = await b.waiting();
    await b.flush();
    say(
      "14:00",
      `phone B is back: ${waited} events waited, the first answer was lost (${left} kept), sent again, ${await b.waiting()} left`,
    );
  });
  at("15:00", async () => {
    const shown = await shows(a, cancelledBefore, cancelledBefore.token, "cancelled");
    witnessed.admissions.set(await a.override(shown, "현장에서 확인함"), cancelledBefore.name);
    witnessed.conflicts.set(cancelledBefore.idx, "after-cancel,override");
    say("15:00", `${cancelledBefore.name} had cancelled and came all the same: let in, with a reason`);
  });
  at("15:20", async () => {
    c.hasNetwork = true;
    const waited = await c.waiting();
    if (waited === 0) tally.divergences.push("phone C was lost with nothing on it: this proves nothing");
    await c.flush();
    if (c.flushState !== "sign-in") tally.divergences.push(`phone C was lost, and is ${c.flushState} without signing in again`);
    c.staff = await world.staff("desk-c@center.example.com", ["desk"]);
    await c.flush();
    const params = { visitId: visit.visitId };
    const { quarantined } = await world.get("GET /api/staff/visits/{visitId}/reconciliation", { params }, manager);
    const waiting = quarantined.filter(({ settled, deviceId }) => !settled && deviceId === c.deviceId);
    for (const { hash } of waiting) {
      const body = { decision: "accept", note: "분실 전 접수" };
      await world.get("POST /api/staff/visits/{visitId}/quarantine/{hash}/settlement", { params: { ...params, hash }, body }, manager);
    }
    const shown = Object.values(countsOf(tallyOf(waiting.flatMap(({ event }) => event ?? [])))).reduce((all, count) => all + count, 0);
    if (shown !== waited) tally.lost.push(`phone C knew of ${waited} things, the lead was shown ${shown}`);
    say(
      "15:20",
      `phone C is found, somebody signs in on it again, and it tells of its ${waited} check-ins and acts; the lead looks at ${waiting.length} events and counts them`,
    );
  });

  /* Everybody else. */
  let typed = 0;
  let absent = 0;
  for (const [n, one] of booked.entries()) {
    if (atHome.has(one)) continue;
    if (n % 13 === 12) {
      absent += 1;
      continue;
    }
    at(Math.max(one.dueAt - 2 - pick(13), minuteOf("09:45")), async () => {
      const isTyped = n % 9 === 4;
      if (isTyped) typed += 1;
      await shows(somePhone(), one, isTyped ? one.code : one.token, isTyped ? "admitted-by-code" : "admitted");
    });
  }
  for (let n = 0; n < walkIns; n++) {
    at(minuteOf("10:03") + Math.floor((n * 375) / walkIns) + pick(5), async () => {
      const note = WalkInNote.parse({ name: nameOf(n + 60), isNickname: n % 5 === 0, need: n % 2 === 0 ? "resume" : "other" });
      const event = await somePhone().admitWalkIn(DeskId.parse(`d${1 + pick(3)}`), note);
      witnessed.walkIns.set(event.id, { name: note.name, number: event.number });
    });
  }

  /* The desks take one after the other. */
  let served = 0;
  const serveNext = async (phone: Phone, deskIds: readonly string[]) => {
    for (const deskId of deskIds) {
      const board = deskQueueOf(await phone.atHand(), instantAt(Date.now())).desks.find((desk) => desk.deskId === deskId);
      if (board?.serving) await phone.act("done", board.serving.subject, board.deskId);
      const next = board?.line[0];
      if (!board || !next) continue;
      for (const kind of ["call", "serve"] as const) await phone.act(kind, next.subject, board.deskId);
      served += 1;
    }
  };
  for (let minute = minuteOf("10:00"); minute < minuteOf("17:00"); minute += servedEvery)
    at(minute, async () => {
      await serveNext(a, isLost ? ["d1", "d3"] : ["d1"]);
      await serveNext(b, ["d2"]);
      if (!isLost) await serveNext(c, ["d3"]);
      for (const phone of [a, b, ...(isLost ? [] : [c])]) if (phone.hasNetwork) await (minute % 3 === 0 ? phone.flush() : phone.send());
    });

  clock.set(todayAt("09:30"));
  for (const phone of [a, b, c]) if (!(await phone.renew())) tally.divergences.push(`${phone.deviceId} got no pack`);
  say(
    "09:30",
    `three phones load the visit: ${(await a.atHand()).tickets.length} tickets without a name; one clock is right, one 2 min fast, one a day slow`,
  );
  for (const { at: minute, what } of moments.sort((one, other) => one.at - other.at)) {
    clock.set(todayAt(timeOf(minute)));
    await what();
  }
  clock.set(todayAt("17:10"));
  for (const phone of [a, b]) await phone.flush();
  const inside = new Set(witnessed.admissions.values()).size;
  say(
    "17:10",
    `${inside} people came with a ticket (${typed} by a typed code, ${absent} did not come), ${witnessed.walkIns.size} without one; the desks took ${served}`,
  );
  tally.verdictMs.push(...[a, b, c].flatMap(({ verdictMs }) => verdictMs));
  return { phones: { a, b, c }, witnessed };
};

/** As a cancellation leaves a ticket in the table. */
const cancelTicket = (visitId: string, { code }: Visitor): Promise<unknown> =>
  writeIfHolds(liveDeps("rehearsal").db, {
    Update: {
      Key: ticketKey(VisitId.parse(visitId), code.replace(" ", "")),
      UpdateExpression: "SET #status = :cancelled, cancelledAt = :now",
      ConditionExpression: "attribute_exists(pk)",
      ExpressionAttributeNames: { "#status": "status" },
      ExpressionAttributeValues: { ":cancelled": "cancelled", ":now": instantAt(Date.now()) },
    },
  });
