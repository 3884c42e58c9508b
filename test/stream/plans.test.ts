import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { runPlan } from "../../functions/plans/run-plan.ts";
import { applicationKey } from "../../functions/platform/keys.ts";
import { transact } from "../../functions/platform/transact.ts";
import { registrationIdOf } from "../../functions/registrations/registration-id.ts";
import type { AgendaItem } from "../../functions/registrations/registration-reads.ts";
import { findAgenda } from "../../functions/registrations/registration-reads.ts";
import type { SlotItem } from "../../functions/slots/slot-reads.ts";
import { takeSeat } from "../../functions/slots/slot-writes.ts";
import { addEntry, noteOffer, raiseList } from "../../functions/waitlist/waitlist-writes.ts";
import { bookSlot, cancelBooking, liveBookingsOf } from "../support/booking.ts";
import { Died, dyingAt } from "../support/broken-writes.ts";
import { anId, anOpenVisit, approvedSlots, aSeeker, type OpenVisit, seekersOf } from "../support/builders.ts";
import { lastNews, newsTo } from "../support/mails.ts";
import { aPlanOf, carriedOut, drafted, executePlan, showPlan, slotsOf } from "../support/plans.ts";
import { aWorld, type World } from "../support/world.ts";

const tenDaysBefore = "2026-11-23T01:00:00.000Z";

let world: World;
// a table for each story: what one leaves behind is near to the next, and makes its reads longer
const beginAnew = async (): Promise<void> => {
  await world?.close();
  world = await aWorld(tenDaysBefore);
};
beforeEach(beginAnew);
afterAll(() => world.close());

const pattern = { to: "11:00", seats: 2 };
type Seeker = Awaited<ReturnType<typeof aSeeker>>;

const aBooked = async (visit: OpenVisit, slotId = visit.slots[0] ?? "", seeker?: Seeker) => {
  const who = seeker ?? (await aSeeker(world, visit.visitId));
  const bookingId = anId("bkg");
  const answer = await bookSlot(world, visit, slotId, who, bookingId);
  if (!answer.ok) throw new Error(`Not booked: ${answer.problem.code}`);
  await world.settle();
  world.deps.clock.forward(1);
  return { seeker: who, bookingId, booking: answer.value };
};

const aNearVisit = async (visit: OpenVisit): Promise<OpenVisit> => {
  const other = await anOpenVisit(world, { plan: { date: "2026-12-10" }, pattern });
  const { employerId, postingId, employer } = visit;
  const slots = await approvedSlots(
    world,
    { visitId: other.visitId, employerId, postingId, employer, manager: other.manager },
    pattern,
    "d2",
  );
  return { ...other, employerId, postingId, employer, slots };
};

const personIdOf = async (seeker: Seeker) =>
  (await world.table.allItems()).find((item) => item.type === "person" && item.mail === seeker.mail)?.personId;

const itemsOf = async <T>(type: string, visitId: string): Promise<T[]> =>
  (await world.table.allItems()).filter(
    (item) => item.type === type && `${item.pk} ${JSON.stringify(item.facts ?? "")}`.includes(visitId),
  ) as T[];

/** What must hold whatever broke: seats and agendas agree, nobody has two things at once, hosts are held for exactly the times that stand. */
const looksRight = async (visitId: string): Promise<void> => {
  const [slots, agendas] = [await itemsOf<SlotItem>("slot", visitId), await itemsOf<AgendaItem>("agenda", visitId)];
  const live = agendas.flatMap((agenda) =>
    Object.values(agenda.bookings)
      .filter(({ state }) => state === "confirmed")
      .map((booking) => ({ ...booking, registrationId: agenda.registrationId, agenda })),
  );
  for (const { slotId, bookingId, startsAt, endsAt, deskId, registrationId } of live) {
    const slot = slots.find(({ facts }) => facts.slotId === slotId);
    expect(slot).toMatchObject({ state: "open", facts: { startsAt, endsAt, deskId }, takers: { [bookingId]: registrationId } });
  }
  for (const { takers, seats, facts } of slots) {
    const held = Object.keys(takers).filter((holder) => holder.startsWith("bkg_"));
    expect(held.sort()).toEqual(
      live
        .filter(({ slotId }) => slotId === facts.slotId)
        .map(({ bookingId }) => bookingId as string)
        .sort(),
    );
    expect(Object.keys(takers).length).toBeLessThanOrEqual(seats);
  }
  for (const { bookings, busy, interviews } of agendas) {
    const mine = Object.values(bookings).filter(({ state }) => state === "confirmed");
    expect(interviews).toBe(mine.filter(({ kind }) => kind === "interview").length);
    expect(Object.keys(busy)).toHaveLength(
      mine.reduce((sum, { startsAt, endsAt }) => sum + (Date.parse(endsAt) - Date.parse(startsAt)) / 300_000, 0),
    );
  }
  const open = slots.filter(({ state }) => state === "open");
  const desks = (await world.table.allItems()).filter((item) => item.type === "host-day" && item.sk.includes(visitId));
  for (const desk of desks) {
    const deskId = desk.sk.split("#").at(-1);
    const date = desk.pk.split("#").at(-1);
    const there = open.filter(
      ({ facts }) => facts.deskId === deskId && new Date(Date.parse(facts.startsAt) + 9 * 3_600_000).toISOString().startsWith(date ?? "-"),
    );
    const cells = there.reduce((sum, { facts }) => sum + (Date.parse(facts.endsAt) - Date.parse(facts.startsAt)) / 300_000, 0);
    expect((desk.busy as Set<number> | undefined)?.size ?? 0).toBe(cells);
  }
  const visit = (await world.table.allItems()).find((item) => item.type === "visit" && item.pk.endsWith(visitId));
  expect(visit?.changing).toBeUndefined();
};

const kinds: [name: string, change: Record<string, unknown>][] = [
  ["a visit is cancelled", { kind: "cancel-visit" }],
  ["a visit is moved", { kind: "move-visit", date: "2026-12-04", startTime: "10:20", endTime: "17:00", placeId: "dongbuk-cheongnyangni" }],
  ["a desk is shifted", { kind: "shift-desk", deskId: "d1", minutes: 20 }],
  ["a desk is released", { kind: "release-desk", deskId: "d1" }],
  ["a desk is reassigned", { kind: "reassign-desk", deskId: "d1", toDeskId: "d2" }],
];

/** Somebody who helps at this visit alone: until when. */
const aHelper = async ({ visitId, manager }: Awaited<ReturnType<typeof anOpenVisit>>) => {
  const mail = `${anId("helper").toLowerCase()}@center.example.com`;
  await world.get("PUT /api/staff/members/visit-roles", { body: { visitId, mail, name: "오세영", roles: ["desk"] } }, manager);
  return async () => {
    const { members } = await world.get("GET /api/staff/members", {}, manager);
    return members.find((member) => member.mail === mail)?.atVisits.map(({ until }) => until);
  };
};

/** A visit with three booked people and one who is only registered, and a near one with few seats; a plan that was started and has not run. */
const aStartedPlan = async (change: Record<string, unknown>) => {
  const visit = await anOpenVisit(world, { pattern: { to: "11:00", seats: 2 } });
  const helper = await aHelper(visit);
  const near = await aNearVisit(visit);
  const booked = [await aBooked(visit, visit.slots[0]), await aBooked(visit, visit.slots[0]), await aBooked(visit, visit.slots[2])];
  const registered = await aSeeker(world, visit.visitId);
  await world.settle();
  const preview = await drafted(world, visit, aPlanOf(change));
  const started = await executePlan(world, visit, preview);
  if (!started.ok) throw new Error(started.problem.code);
  return { visit, near, helper, booked, registered, planId: started.value.planId };
};

/** The outcome in a form that two runs of the same story share. */
const outcomeOf = async ({ visit, helper, booked, registered, planId }: Awaited<ReturnType<typeof aStartedPlan>>) => {
  const { plan, receipts } = await showPlan(world, visit, planId);
  const live = await Promise.all(booked.map(({ seeker }) => liveBookingsOf(world, seeker)));
  return {
    state: plan.state,
    rightsUntil: await helper(),
    receipts: receipts.map(({ bookings, mail }) => [bookings.map(({ result }) => result).join(), mail]).sort(),
    live: live.map((bookings) => bookings.map(({ startsAt, deskId, sequence, slotId }) => [startsAt, deskId, sequence, slotId.slice(-2)])),
    mails: [...booked.map(({ seeker }) => seeker), registered].map(({ mail }) => newsTo(world, mail).map(({ subject }) => subject)),
    slots: (await slotsOf(world, visit)).map(({ startsAt, deskId, taken, state }) => [startsAt, deskId, taken, state]).sort(),
  };
};

/** Every third write in turns, before and after it; all of them: EVERY_WRITE=1. */
const stride = process.env.EVERY_WRITE ? 1 : 3;

describe.for(kinds)("when %s", ([, change]) => {
  test("and the process dies at any of its writes, the timer takes it to the same end, and everybody is told once", async () => {
    const whole = await aStartedPlan(change);
    await world.settle();
    const expected = await outcomeOf(whole);
    expect(expected.state).toBe("done");
    // Two weeks after the day that the visit has by now.
    expect(expected.rightsUntil).toEqual([change.kind === "move-visit" ? "2026-12-17T15:00:00.000Z" : "2026-12-16T15:00:00.000Z"]);
    // a mail whose fate nobody knows would say nothing about plans
    expect(world.deps.log.lines.filter(({ level }) => level === "error")).toEqual([]);
    await looksRight(whole.visit.visitId);
    for (let n = 1, ended = false; !ended; n += stride) {
      const when = n % 2 === 0 ? "after" : "before";
      await beginAnew();
      const story = await aStartedPlan(change);
      const dying = dyingAt(world.table, n, when);
      // the stream's own run dies
      const died = await runPlan({ ...world.deps, db: dying.db }, story.visit.visitId as never, story.planId).then(
        () => false,
        (error) => error instanceof Died,
      );
      ended = !died;
      await world.fire("run-plans");
      await world.fire("run-plans");
      expect(await outcomeOf(story), `died ${when} write ${n}`).toEqual(expected);
      await looksRight(story.visit.visitId);
      await looksRight(story.near.visitId);
    }
  }, 600_000);

  test("and two processes run it at once, it is done once", async () => {
    const story = await aStartedPlan(change);
    await Promise.all(
      Array.from({ length: 3 }, () =>
        runPlan(world.deps, story.visit.visitId as never, story.planId).catch((error) => expect(error.name).toBe("ContentionError")),
      ),
    );
    await world.fire("run-plans");
    const { state, mails } = await outcomeOf(story);
    expect(state).toBe("done");
    expect(new Set(mails.slice(0, 3).map(({ length }) => length))).toEqual(new Set([2]));
    await looksRight(story.visit.visitId);
  }, 300_000);

  test("while people book and cancel, nobody is left behind", async () => {
    const visit = await anOpenVisit(world, { pattern: { to: "11:00", seats: 5 } });
    const seekers = await seekersOf(world, visit.visitId, 8);
    await world.settle();
    const preview = await drafted(world, visit, aPlanOf(change));
    const ids = seekers.map(() => anId("bkg"));
    const book = (n: number) => bookSlot(world, visit, visit.slots[n % 3] ?? "", seekers[n] as never, ids[n]);
    await Promise.all([book(0), book(1), book(2)]);
    await Promise.all([
      executePlan(world, visit, preview).then(() => world.settle()),
      ...[3, 4, 5, 6, 7].map(book),
      cancelBooking(world, visit, ids[0] ?? "", seekers[0] as never),
    ]);
    await world.settle();
    await world.fire("run-plans");
    expect((await showPlan(world, visit, preview.plan.planId)).plan.state).toBe("done");
    await looksRight(visit.visitId);
    if (change.kind === "cancel-visit") {
      const live = (await itemsOf<AgendaItem>("agenda", visit.visitId)).flatMap(({ bookings }) =>
        Object.values(bookings).filter(({ state }) => state === "confirmed"),
      );
      expect(live).toEqual([]);
    }
  }, 300_000);
});

describe("when the stream repeats the records of a plan", () => {
  test("nothing happens twice", async () => {
    const { visit, booked, planId } = await aStartedPlan({ kind: "cancel-visit" });
    const delivered: Awaited<ReturnType<typeof world.table.newRecords>> = [];
    for (let records = await world.table.newRecords(); records.length > 0; records = await world.table.newRecords()) {
      delivered.push(...records);
      await world.deliver(records);
    }
    const before = await world.table.allItems();
    await world.deliver(delivered);
    await world.deliver([...delivered].reverse());
    await world.settle();
    const stable = (items: typeof before) => items.filter(({ type }) => type !== "timetable");
    expect(stable(await world.table.allItems())).toEqual(stable(before));
    for (const { seeker } of booked) expect(newsTo(world, seeker.mail)).toHaveLength(2);
    expect((await showPlan(world, visit, planId)).receipts).toHaveLength(4);
  });
});

describe("when a mail tells what a plan did", () => {
  test("a booking at a near visit keeps its calendar entry, with a higher sequence, the new day and a request", async () => {
    const visit = await anOpenVisit(world, { pattern });
    const near = await aNearVisit(visit);
    const { seeker, bookingId } = await aBooked(visit, visit.slots[1]);
    await carriedOut(world, visit, aPlanOf({ kind: "cancel-visit" }));
    const mail = await lastNews(world, seeker.mail);
    expect(mail.calendarMethod).toBe("REQUEST");
    expect(mail.calendar).toMatchObject({
      METHOD: "REQUEST",
      UID: `${bookingId}@jobstop.example.com`,
      SEQUENCE: "1",
      STATUS: "CONFIRMED",
      DTSTART: "20261210T012000Z",
    });
    for (const words of ["태풍 예보", "12월 3일(목)", "12월 10일(목)", "다른 방문으로 옮겼습니다"]) expect(mail.text).toContain(words);
    // and the next change is higher still
    await carriedOut(world, near, aPlanOf({ kind: "release-desk", deskId: "d2" }));
    expect((await lastNews(world, seeker.mail)).calendar).toMatchObject({
      METHOD: "CANCEL",
      UID: `${bookingId}@jobstop.example.com`,
      SEQUENCE: "2",
      STATUS: "CANCELLED",
    });
  });

  test("of several bookings there is one mail with a calendar entry for each, with its own method", async () => {
    const visit = await anOpenVisit(world, { plan: { endTime: "11:30" }, pattern: { to: "11:30", seats: 1 } });
    const { seeker, bookingId } = await aBooked(visit, visit.slots[0]);
    const last = await aBooked(visit, visit.slots[3], seeker);
    await carriedOut(world, visit, aPlanOf({ kind: "shift-desk", deskId: "d1", minutes: 30 }));
    const mails = newsTo(world, seeker.mail).slice(2);
    expect(mails).toHaveLength(1);
    const raw = world.office.ses.mailbox.readRaw(mails[0] as never).toString("latin1");
    expect(
      [...raw.matchAll(/^Content-Type: text\/calendar;[^\r\n]*(?:\r\n[ \t][^\r\n]*)*/gim)].map(
        ([header]) => /method=(\w+)/i.exec(header)?.[1],
      ),
    ).toEqual(["REQUEST", "CANCEL"]);
    expect(raw).toContain("invite-2.ics");
    expect(mails[0]?.text).toContain("아래 예약은 취소되었습니다");
    expect(await liveBookingsOf(world, seeker)).toMatchObject([{ bookingId, sequence: 1 }]);
    expect(last.bookingId).not.toBe(bookingId);
  });
});

describe("when people wait or have applied", () => {
  const waiting = async (visit: OpenVisit, seeker: Seeker, slotId: string | undefined, offered?: string) => {
    const registrationId = registrationIdOf(visit.visitId as never, (await personIdOf(seeker)) as never);
    const entry = {
      waitId: anId("wai"),
      list: visit.postingId,
      ...(slotId && { slotId }),
      appliedAt: world.deps.clock.now(),
      passed: [],
    } as never;
    const { db } = world.deps;
    await transact(db, { list: raiseList(visit.visitId as never, "2026-12-03" as never, visit.postingId as never) });
    const agenda = await findAgenda(db, visit.visitId as never, registrationId);
    await transact(db, addEntry({ visitId: visit.visitId as never, registrationId, entry }, agenda?.version ?? 0));
    if (offered) {
      const slot = (await itemsOf<SlotItem>("slot", visit.visitId)).find(({ facts }) => facts.slotId === offered) as SlotItem;
      const offer = {
        offerId: anId("off"),
        slotId: offered,
        startsAt: slot.facts.startsAt,
        endsAt: slot.facts.endsAt,
        offeredAt: world.deps.clock.now(),
        holdUntil: slot.facts.startsAt,
      } as never;
      await transact(db, {
        seat: takeSeat(slot.facts, (offer as { offerId: string }).offerId, registrationId),
        entry: noteOffer({ visitId: visit.visitId as never, ...(entry as object) } as never, offer),
      });
    }
    return registrationId;
  };

  test("at a visit that is cancelled, every wait, offer and application ends, and the person is told once", async () => {
    const visit = await anOpenVisit(world, { pattern });
    const seeker = await aSeeker(world, visit.visitId);
    await world.settle();
    const registrationId = await waiting(visit, seeker, undefined, visit.slots[0]);
    const applicationId = anId("apl");
    const application = {
      applicationId,
      employerId: visit.employerId,
      postingId: visit.postingId,
      state: "applied",
      summary: { wishedJob: "조립", years: 1, experience: "일" },
      consent: { version: "2026-11", textHash: "x", locale: "ko", channel: "web" },
      appliedAt: world.deps.clock.now(),
      decidedAt: null,
    };
    const agendas = await itemsOf<AgendaItem>("agenda", visit.visitId);
    const agenda = agendas.find((item) => item.registrationId === registrationId) as AgendaItem;
    await transact(world.deps.db, {
      application: {
        Put: {
          Item: {
            ...applicationKey(visit.visitId as never, visit.employerId as never, applicationId as never),
            type: "application",
            version: 1,
            visitId: visit.visitId,
            registrationId,
            application,
            unbookable: {},
          },
        },
      },
      agenda: { Put: { Item: { ...agenda, version: agenda.version + 1, applications: { [applicationId]: application } } } },
    });
    const { people, plan } = await carriedOut(world, visit, aPlanOf({ kind: "cancel-visit" }));
    expect(people).toMatchObject([{ waits: 1, applications: 1 }]);
    const { registrations } = await world.get("GET /api/me/registrations", {}, seeker);
    expect(registrations).toMatchObject([{ waits: [], applications: [{ application: { state: "ended" } }] }]);
    expect((await slotsOf(world, visit)).map(({ taken }) => taken)).toEqual(visit.slots.map(() => 0));
    const subjects = newsTo(world, seeker.mail).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject === "방문이 취소되었습니다")).toHaveLength(1);
    expect(subjects.at(-1)).toBe("방문이 취소되었습니다");
    expect((await showPlan(world, visit, plan.planId)).receipts).toHaveLength(1);
  });

  test("at a desk that is shifted, they go on waiting; an offer of the old time is taken back, and they are offered the new one", async () => {
    const visit = await anOpenVisit(world, { pattern });
    const seeker = await aSeeker(world, visit.visitId);
    await world.settle();
    await waiting(visit, seeker, visit.slots[0], visit.slots[0]);
    await carriedOut(world, visit, aPlanOf({ kind: "shift-desk", deskId: "d1", minutes: 20 }));
    const { registrations } = await world.get("GET /api/me/registrations", {}, seeker);
    expect(registrations[0]?.waits).toMatchObject([{ entry: { slotId: visit.slots[0], passed: [] } }]);
    expect(registrations[0]?.waits[0]?.entry.offer).toMatchObject({ startsAt: "2026-12-03T01:20:00.000Z" });
    const slot = (await itemsOf<SlotItem>("slot", visit.visitId)).find(({ facts }) => facts.slotId === visit.slots[0]);
    expect(Object.keys(slot?.takers ?? {})).toEqual([expect.stringMatching(/^off_/)]);
  });
});
