import type { MovedClock } from "../../infra/local/moved-clock.ts";
import type { Stack } from "../../infra/local/stack.ts";
import { type Instant, instantOf, LocalDate, LocalTime } from "../../shared/domain/seoul-time.ts";
import { anOpenVisit, anotherEmployer, type OpenVisit, openAllDay } from "../support/builders.ts";
import type { Browser } from "../support/calls.ts";
import type { World } from "../support/world.ts";
import { aWorldOverHttp } from "./http-world.ts";
import { nameOf, register, ticketsOf, type Visitor } from "./visitors.ts";

/** Day of the visit. */
const today = LocalDate.parse("2026-12-03");
/** Where the rehearsal begins: a week before. */
export const weekBefore = instantOf(LocalDate.parse("2026-11-26"), LocalTime.parse("10:00"));

/** "11:30" of the day → instant. */
export const todayAt = (time: string): Instant => instantOf(today, LocalTime.parse(time));

/** What the rehearsal says as it goes: a time of day, or none, and what a manager would tell of it. */
export type Say = (time: string, words: string) => void;

export type Booked = Visitor & { /** Minutes of the day, Seoul. */ dueAt: number };

/** Everything that is ready when the bus parks. */
export type Bus = {
  world: World;
  visit: OpenVisit;
  manager: Browser;
  /** Three of the desk. */
  staff: readonly [Browser, Browser, Browser];
  booked: readonly Booked[];
  /** Somebody with a ticket for another day. */
  nextWeek: Visitor;
  /** Another visit of the day, to which generated worlds are handed in, and who is registered there. */
  another: { visit: OpenVisit; visitors: readonly Visitor[] };
};

const desks = [1, 2, 3].map((n) => ({ deskId: `d${n}`, label: `면접 ${n}번 창구` }));
const lunch = { from: "12:00", to: "13:00" };

/** When the n-th time of a desk begins, minutes of the day: from 10:00, none over lunch. */
const beginsAt = (n: number, minutes: number): number => {
  const at = 600 + n * minutes;
  return at < 720 ? at : at + 60;
};

/** A visit is planned, three employers publish times, people register and book, and on the day before they are reminded; all over HTTP. */
export const prepare = async (
  stack: Stack,
  clock: MovedClock,
  say: Say,
  { people, minutes, servedWorlds }: { people: number; minutes: number; servedWorlds: number },
): Promise<Bus> => {
  const world = aWorldOverHttp(stack);
  const pattern = { from: "10:00", to: "17:00", minutes, breaks: [lunch] };
  const visit = await anOpenVisit(world, { plan: { desks, deadlines: openAllDay }, pattern });
  const slots = [visit.slots];
  for (const { deskId } of desks.slice(1)) slots.push((await anotherEmployer(world, visit, pattern, "open", deskId)).slots);
  const times = visit.slots.flatMap((_, n) => slots.flatMap((own) => [{ slotId: own[n] ?? "", dueAt: beginsAt(n, minutes) }]));
  say("", `a visit on ${today} with ${desks.length} desks, three employers and ${times.length} interview times`);

  const pause = async () => clock.pass(16);
  const chosen = Array.from({ length: people }, (_, i) => times[Math.floor((i * times.length) / people)]);
  const names = chosen.map((_, n) => nameOf(n));
  const seekers = await register({ world, visit, names, slots: chosen.map((one) => one?.slotId ?? "") }, pause);
  const next = await anOpenVisit(world, { plan: { date: "2026-12-10" } });
  const [oneName] = names as [string];
  const nextSeekers = await register({ world, visit: next, names: [oneName] }, pause);
  const another = await anOpenVisit(world, { plan: { deadlines: openAllDay } });
  const otherNames = Array.from({ length: 3 * servedWorlds }, (_, n) => nameOf(n));
  const otherSeekers = await register({ world, visit: another, names: otherNames }, pause);
  await stack.drain();
  const visitors = await ticketsOf({ world, visit, names }, seekers);
  const [nextWeek] = await ticketsOf({ world, visit: next, names: [oneName] }, nextSeekers);
  const others = await ticketsOf({ world, visit: another, names: otherNames }, otherSeekers);
  if (!nextWeek) throw new Error("Nobody has a ticket for next week.");
  say("", `${people} people registered and booked a time each; the visit's key has signed ${people} tickets`);

  clock.set(todayAt("08:00"));
  const before = stack.mailbox.list().length;
  await stack.fire("send-day-of-tickets");
  await stack.drain();
  say("08:00", `${stack.mailbox.list().length - before} mails with a QR code went out`);
  clock.set(todayAt("09:20"));
  const staff = await Promise.all(["a", "b", "c"].map((who) => world.staff(`desk-${who}@center.example.com`, ["desk"])));
  return {
    ...{ world, visit, nextWeek, manager: await world.staff("manager@center.example.com", ["manager"]) },
    staff: staff as unknown as Bus["staff"],
    booked: visitors.map((visitor, n) => ({ ...visitor, dueAt: chosen[n]?.dueAt ?? 600 })),
    another: { visit: another, visitors: others },
  };
};
