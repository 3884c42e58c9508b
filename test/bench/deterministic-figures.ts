import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { epochMsOf, instantAt } from "../../shared/domain/seoul-time.ts";
import { anId, anOpenVisit, approvedSlots, aRegistration, type OpenVisit, seekersOf } from "../support/builders.ts";
import { aFullPack } from "../support/full-pack.ts";
import type { Browser } from "../support/world.ts";
import type { BenchEngine } from "./bench-table.ts";
import { aBenchWorld, type BenchWorld } from "./bench-world.ts";
import { apiEntry, bundle } from "./bundles.ts";
import { dollarsOf, usageOfBooking } from "./dollars.ts";
import { type Figure, figure } from "./figure.ts";
import { type Metered, withoutSignIn } from "./meter.ts";
import { book, cancel, checkIn, isRefused, list, move } from "./operations.ts";

const seekersAtOneSeat = 64;
const desks = 5;
const slotsADesk = 40;

/** 200 slots at five desks, ten minutes each, one seat each. */
export const aDayOfSlots = async (world: BenchWorld): Promise<OpenVisit> => {
  const pattern = { from: "10:00", to: "16:40", minutes: 10 };
  const plan = { desks: Array.from({ length: desks }, (_, i) => ({ deskId: `d${i + 1}`, label: `면접 ${i + 1}번 창구` })) };
  const visit = await anOpenVisit(world.forBuilders, { plan, pattern });
  const slots = [...visit.slots];
  for (let desk = 2; desk <= desks; desk++) {
    slots.push(...(await approvedSlots(world.forBuilders, visit, pattern, `d${desk}`, `면접관 ${desk}`)));
  }
  if (slots.length !== desks * slotsADesk) throw new Error(`${slots.length} slots were made.`);
  return { ...visit, slots };
};

type Day = { world: BenchWorld; visit: OpenVisit; slots: Iterator<string> };

const nextSlot = ({ slots }: Day): string => {
  const { value, done } = slots.next();
  if (done) throw new Error("All slots are used.");
  return value;
};

const meter = async (world: BenchWorld, work: () => Promise<unknown>): Promise<Metered> => (await world.meter.during(work)).metered;

const trips = (name: string, metered: Metered, bar = 1): Figure =>
  figure(`round trips: ${name}`, withoutSignIn(metered).trips, "one after the other", bar);

/** Registers somebody who has a ticket. */
const aTicketHolder = async ({ world, visit }: Day): Promise<{ seeker: Browser; token: string }> => {
  const seeker = await world.forBuilders.signIn(`${anId("seeker").toLowerCase()}@example.com`);
  const params = { visitId: visit.visitId };
  const registered = await meter(world, () =>
    world.send("PUT /api/me/visits/{visitId}/registration", { params, body: aRegistration() }, seeker),
  );
  await world.follow(registered);
  const { token } = (await (await world.send("GET /api/me/visits/{visitId}/ticket", { params }, seeker)).json()) as { token: string };
  return { seeker, token };
};

const bookingFigures = async (day: Day, seekers: readonly Browser[]): Promise<Figure[]> => {
  const { world, visit } = day;
  const [first, second] = seekers as [Browser, Browser];
  // The process that answers is a warm one: it has booked at this visit, and looked at these times, before.
  const [slotId = "", later = "", , , third = ""] = Array.from({ length: 5 }, () => nextSlot(day));
  for (const seen of [slotId, later, third]) {
    const tried = await book(world, visit, seen, first);
    await cancel(world, visit, { bookingId: tried, slotId: seen, sequence: 0 }, first);
  }
  let bookingId = "";
  const booked = await meter(world, async () => {
    bookingId = await book(world, visit, slotId, second);
  });
  const following = await world.meter.during(() => world.follow(booked));
  const again = await meter(world, () => book(world, visit, third, second));
  const moved = await meter(world, () => move(world, visit, { bookingId, slotId, sequence: 0 }, later, second));
  const cancelled = await meter(world, () => cancel(world, visit, { bookingId, slotId: later, sequence: 1 }, second));
  const usage = usageOfBooking(booked, following.metered);
  return [
    trips("book", booked),
    trips("move", moved),
    trips("cancel", cancelled),
    figure("write units of a booking", booked.writeUnits, "units", 6),
    figure("write units of a person's second booking", again.writeUnits, "units", 6),
    figure("dollars per 1,000 bookings, without mail", 1000 * dollarsOf(usage), "USD", 0.015),
    figure("mails per booking", following.value, "mails", null),
  ];
};

/** One seat is sold, a second goes by, and everybody who did not get it tries once more at the same moment. */
const losingFigure = async (day: Day, seekers: readonly Browser[]): Promise<Figure> => {
  const { world, visit } = day;
  const slotId = nextSlot(day);
  const tries = await Promise.all(seekers.map(async (seeker) => ({ seeker, refused: await isRefused(world, visit, slotId, seeker) })));
  const losers = tries.filter(({ refused }) => refused).map(({ seeker }) => seeker);
  if (losers.length !== seekers.length - 1) throw new Error(`${losers.length} of ${seekers.length} were refused.`);
  world.deps.clock.set(instantAt(epochMsOf(world.deps.clock.now()) + 1000));
  const metered = await meter(world, () => Promise.all(losers.map((seeker) => isRefused(world, visit, slotId, seeker))));
  return figure(`write units of a losing attempt, ${seekers.length}:1, a second later`, metered.writeUnits / losers.length, "units", 0.1);
};

/** Whether the edge may keep the answer, and so spare the table the next reader. */
const isKeptAtEdge = (response: Response): boolean => /\bpublic\b.*\bs-maxage=[1-9]/.test(response.headers.get("cache-control") ?? "");

const listFigures = async ({ world, visit }: Day): Promise<Figure[]> => {
  const names = ["read units to list a day of 200 slots", "gzip bytes of that list", "read units of that list, kept at the edge"] as const;
  // Nobody has asked for a while: neither the process nor the edge remembers it.
  world.deps.clock.set(instantAt(epochMsOf(world.deps.clock.now()) + 10_000));
  const { value: response, metered } = await world.meter.during(() => list(world, visit));
  const bytes = gzipSync(await response.text()).byteLength;
  return [
    trips("list", metered),
    figure(names[0], metered.readUnits, "units", 4),
    figure(names[1], bytes, "bytes", 4000),
    figure(names[2], isKeptAtEdge(response) ? 0 : metered.readUnits, "units", 0),
  ];
};

/** 10:05 in Seoul on the day of the visit. */
const duringVisit = "2026-12-03T01:05:00.000Z";

const checkInFigure = async (day: Day): Promise<Figure> => {
  const { world, visit } = day;
  const desk = await world.forBuilders.staff(`${anId("desk").toLowerCase()}@center.example.com`, ["desk"]);
  const [first, second] = [await aTicketHolder(day), await aTicketHolder(day)];
  await book(world, visit, nextSlot(day), second.seeker);
  world.deps.clock.set(duringVisit);
  // The process has read a ticket of this visit before.
  await checkIn(world, visit, first.token, desk);
  // Two, not one: docs/DECISIONS.md says why.
  return trips("check-in", await meter(world, () => checkIn(world, visit, second.token, desk)), 2);
};

const bundleFigure = async (): Promise<Figure> => {
  const folder = mkdtempSync(join(tmpdir(), "jobstop-bench-"));
  try {
    return figure("size of the API's bundle", (await bundle(apiEntry, folder)).bytes / 1000, "kB", 700);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** What a phone loads before it goes to the bus. */
const packFigure = async (): Promise<Figure> => {
  const { pack } = await aFullPack(300);
  return figure("gzip bytes of a pack of 300 tickets", gzipSync(JSON.stringify(pack)).byteLength, "bytes", 90_000);
};

/** Everything that comes out the same on every machine. */
export const deterministicFigures = async (engine: BenchEngine): Promise<Figure[]> => {
  const world = await aBenchWorld(await engine.table());
  try {
    const visit = await aDayOfSlots(world);
    const day: Day = { world, visit, slots: visit.slots[Symbol.iterator]() };
    const seekers = await seekersOf(world.forBuilders, visit.visitId, seekersAtOneSeat + 2);
    return [
      ...(await bookingFigures(day, seekers.slice(0, 2))),
      await losingFigure(day, seekers.slice(2)),
      ...(await listFigures(day)),
      await checkInFigure(day),
      await packFigure(),
      await bundleFigure(),
    ];
  } finally {
    await world.close();
  }
};
