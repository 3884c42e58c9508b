import type { CheckInEvent } from "../../shared/domain/check-in-event.ts";
import { foldTickets, type TicketState } from "../../shared/domain/check-in-fold.ts";
import { foldQueue } from "../../shared/domain/queue-fold.ts";
import { loadPack } from "../support/phones.ts";
import type { Bus, Say } from "./bus.ts";
import type { PlayedDay } from "./day.ts";
import { admissionsIn, plainStates, wordsOf } from "./generated-worlds.ts";
import type { Tally } from "./tally.ts";

/** Ids and flags: of a scan that the server judged, phone and server note times that differ by the way of the answer. */
const gistOf = (states: ReadonlyMap<string, TicketState>): string =>
  wordsOf(
    new Map(
      [...states].map(([idx, { arrival, reentries, duplicates, flags }]) => [
        idx,
        [arrival?.eventId, reentries.map(({ eventId }) => eventId), duplicates.map(({ eventId }) => eventId), flags],
      ]),
    ),
  );

const queueGistOf = (events: readonly CheckInEvent[]): string =>
  wordsOf(
    new Map([...foldQueue(events)].map(([subject, { state, deskId, number, calls }]) => [subject, { state, deskId, number, calls }])),
  );

/** After the last upload: whether phones, server and the slow reference say the same of the day, and whether all who went in are in it. The lead settles the list. */
export const compareEvening = async (tally: Tally, bus: Bus, { phones: { a, b }, witnessed }: PlayedDay, say: Say): Promise<void> => {
  const { world, visit, manager, booked } = bus;
  const params = { visitId: visit.visitId };
  tally.worlds += 1;
  const differ = (words: string) => tally.divergences.push(`the day: ${words}`);

  // what the server has, as a phone gets it that was not there
  const pack = await loadPack(world, visit, manager, "phone-of-lead");
  const events = pack.events.flatMap(({ rows }) => rows);
  const facts = new Map(pack.tickets.flatMap(({ rows }) => rows.map((row) => [row.idx, row] as const)));
  const states = foldTickets(events, (idx) => facts.get(idx));
  const plain = plainStates({ events, judged: [], facts });
  if (gistOf(states) !== gistOf(plain)) differ("the fold against the reference");
  for (const phone of [a, b]) {
    const { events: loaded, own, tickets } = await phone.atHand();
    const rows = new Map(tickets.map((row) => [row.idx, row]));
    const all = [...loaded, ...own];
    if (gistOf(foldTickets(all, (idx) => rows.get(idx))) !== gistOf(plain)) differ(`${phone.deviceId} against the reference`);
    if (queueGistOf(all) !== queueGistOf(events)) differ(`the queue on ${phone.deviceId} against the server's`);
    if ((await phone.waiting()) > 0) tally.lost.push(`${phone.deviceId} still has events that nobody answered for`);
  }

  const { people } = await world.get("GET /api/staff/visits/{visitId}/day", { params }, manager);
  const arrivedAt = new Map(people.map((person) => [person.registrationId as string, person.arrivedAt ?? undefined]));
  for (const { idx, name, registrationId } of booked)
    if (arrivedAt.get(registrationId) !== plain.get(idx)?.arrival?.at) differ(`${name}'s arrival on record against the reference`);

  const known = new Set<string>([...states.values()].flatMap(admissionsIn));
  for (const [eventId, name] of witnessed.admissions) if (!known.has(eventId)) tally.lost.push(`${name}, by ${eventId}`);
  const { walkIns } = await world.get("GET /api/staff/visits/{visitId}/walk-ins", { params }, manager);
  const names = new Map(walkIns.map(({ walkInId, note }) => [walkInId as string, note?.name]));
  for (const [eventId, { name, number }] of witnessed.walkIns) if (names.get(eventId) !== name) tally.lost.push(`${name} with ${number}`);
  if (new Set([...witnessed.walkIns.values()].map(({ number }) => number)).size < witnessed.walkIns.size)
    differ("a number was given twice");

  const { conflicts } = await world.get("GET /api/staff/visits/{visitId}/reconciliation", { params }, manager);
  const listed = new Map(conflicts.map(({ idx, flags }) => [idx, flags.join()]));
  if (wordsOf(listed) !== wordsOf(witnessed.conflicts)) differ(`the lead's list ${wordsOf(listed)}, not ${wordsOf(witnessed.conflicts)}`);
  for (const { idx, version } of conflicts)
    await world.get(
      "POST /api/staff/visits/{visitId}/conflicts/{idx}/settlement",
      { params: { ...params, idx }, body: { note: "확인함", seen: version } },
      manager,
    );
  say(
    "17:20",
    `the lead looked at ${conflicts.length} tickets that phones, or a phone and the centre, did not agree about, and settled them`,
  );
  say("", "phones, server and the reference say the same of everybody; whoever went in is on record");
};
