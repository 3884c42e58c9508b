import { liveDeps } from "../../functions/platform/deps.ts";
import { ticketKey } from "../../functions/platform/keys.ts";
import { writeIfHolds } from "../../functions/platform/transact.ts";
import { CheckInEvent } from "../../shared/domain/check-in-event.ts";
import { foldTickets, type TicketFacts } from "../../shared/domain/check-in-fold.ts";
import { VisitId } from "../../shared/domain/ids.ts";
import { type Instant, instantAt } from "../../shared/domain/seoul-time.ts";
import { isTicketIndex, TicketIndex, ticketCodeOf } from "../../shared/domain/ticket-token.ts";
import { uuidV7 } from "../../shared/domain/uuid-v7.ts";
import type { OpenVisit } from "../support/builders.ts";
import type { Browser } from "../support/calls.ts";
import { type DeskWorld, opens as opensOfWorlds } from "../support/desk-worlds.ts";
import { loadPack, sendEvents } from "../support/phones.ts";
import { picksFrom } from "../support/picks.ts";
import type { World } from "../support/world.ts";
import { admissionsIn, generateWorlds, plainStates, uploadsOf } from "./generated-worlds.ts";
import type { Tally } from "./tally.ts";
import type { Visitor } from "./visitors.ts";

type Served = {
  world: World;
  visit: Pick<OpenVisit, "visitId">;
  staff: Browser;
  /** Three for each world. */
  visitors: readonly Visitor[];
  seed: number;
  /** When the phones loaded their packs; the worlds begin then. */
  opensAt: Instant;
  /** Moves the clock to when they are back in the network: what they did is past by then. */
  comeBack: () => void;
};

/**
 * Hands generated worlds in to the server, over HTTP, and compares what it then says (its own record of arrivals, its list of conflicts, the pack of a phone)
 * with the slow reference over what was sent.
 */
export const serveWorlds = async (tally: Tally, served: Served): Promise<void> => {
  const { world, visit, staff, visitors, seed } = served;
  const pick = picksFrom(seed);
  const count = Math.floor(visitors.length / 3);
  const played: DeskWorld[] = [];
  const { accountId } = await world.get("GET /api/me", {}, staff);
  for (const deviceId of devices) await loadPack(world, visit, staff, deviceId);
  served.comeBack();
  for (const [n, generated] of generateWorlds(count, seed).entries()) {
    const own = visitors.slice(3 * n, 3 * n + 3);
    const real = asReal(generated, own, { visitId: visit.visitId, staffId: accountId, opensAt: served.opensAt });
    for (const [idx, facts] of real.facts) await layFacts(visit, idx, facts);
    // As the scans were that the server answered too late: it had them first.
    for (const event of real.judged) await sendEvents(world, visit, staff, event.deviceId, [event]);
    for (const { deviceId, events } of uploadsOf(real.events, pick)) await sendEvents(world, visit, staff, deviceId, events);
    played.push(real);
  }
  await compare(tally, served, played);
};

const devices = ["phone-a1", "phone-b2", "phone-c3"] as const;

/** The same world with tickets that were issued, or never, and events that no other world has. */
const asReal = (
  { events, judged, facts }: DeskWorld,
  visitors: readonly Visitor[],
  about: { visitId: string; staffId: string; opensAt: Instant },
): DeskWorld => {
  const shiftMs = Date.parse(about.opensAt) - opensOfWorlds;
  const later = <At extends Instant | undefined>(at: At): At => (at === undefined ? at : instantAt(Date.parse(at) + shiftMs)) as At;
  const names = new Map<string, string>();
  const tickets = [...new Set(events.map((event) => ("idx" in event && event.idx) || ("of" in event && event.of) || ""))].filter(
    isTicketIndex,
  );
  for (const [n, idx] of tickets.entries()) names.set(idx, facts.has(idx) ? (visitors[n]?.idx ?? "") : neverIssued());
  const renamed = (name: string): string => {
    const known = names.get(name) ?? uuidV7(Date.now());
    names.set(name, known);
    return known;
  };
  const real = (event: CheckInEvent): CheckInEvent =>
    CheckInEvent.parse({
      ...event,
      ...{ id: renamed(event.id), visitId: about.visitId, staffId: about.staffId, at: later(event.at) },
      ...("idx" in event && event.idx && { idx: renamed(event.idx) }),
      ...("of" in event && { of: renamed(event.of) }),
      ...("ref" in event && { ref: renamed(event.ref) }),
    });
  return {
    events: events.map(real),
    judged: judged.map(real),
    facts: new Map(
      // A change of times is one of bookings, which these people do not have: worlds in memory have it.
      [...facts].flatMap(([idx, { genSince, cancelledAt, timesChangedAt: _, ...rest }]) => {
        const real = names.get(idx);
        if (!real) return [];
        const told: TicketFacts = { ...rest, genSince: later(genSince), cancelledAt: later(cancelledAt) };
        return [[TicketIndex.parse(real), told] as const];
      }),
    ),
  };
};

const neverIssued = (): TicketIndex => TicketIndex.parse(uuidV7(Date.now()).replaceAll("-", "").slice(-16));

/** As cancelling and issuing anew leave a ticket in the table. */
const layFacts = async ({ visitId }: Pick<OpenVisit, "visitId">, idx: TicketIndex, { gen, genSince, status, cancelledAt }: TicketFacts) => {
  const values = { ":gen": gen, ":status": status, ...(genSince && { ":since": genSince }), ...(cancelledAt && { ":at": cancelledAt }) };
  await writeIfHolds(liveDeps("rehearsal").db, {
    Update: {
      Key: ticketKey(VisitId.parse(visitId), ticketCodeOf(idx)),
      UpdateExpression: `SET gen = :gen, #status = :status${genSince ? ", genSince = :since" : ""}${cancelledAt ? ", cancelledAt = :at" : ""}`,
      ConditionExpression: "attribute_exists(pk)",
      ExpressionAttributeNames: { "#status": "status" },
      ExpressionAttributeValues: values,
    },
  });
};

const compare = async (tally: Tally, { world, visit, staff, visitors }: Served, played: readonly DeskWorld[]): Promise<void> => {
  const params = { visitId: visit.visitId };
  const pack = await loadPack(world, visit, staff, devices[0]);
  const { conflicts } = await world.get("GET /api/staff/visits/{visitId}/reconciliation", { params }, staff);
  const { people } = await world.get("GET /api/staff/visits/{visitId}/day", { params }, staff);
  const rows = new Map(pack.tickets.flatMap(({ rows }) => rows).map((row) => [row.idx, row]));
  const onPhone = foldTickets(
    pack.events.flatMap(({ rows }) => rows),
    (idx) => rows.get(idx),
  );
  const arrivedAt = new Map(people.map((person) => [person.registrationId as string, person.arrivedAt]));
  for (const [n, own] of played.entries()) {
    tally.worlds += 1;
    for (const [idx, plain] of plainStates(own)) {
      const name = `world ${n + 1} on the server, ${idx}`;
      if (JSON.stringify(onPhone.get(idx)) !== JSON.stringify(plain)) tally.divergences.push(`${name}: the phone against the reference`);
      const visitor = visitors.find((one) => one.idx === idx);
      if (visitor && (arrivedAt.get(visitor.registrationId) ?? undefined) !== plain.arrival?.at)
        tally.divergences.push(`${name}: the record of arrivals against the reference`);
      const conflict = conflicts.find((one) => one.idx === idx);
      const needsLook = plain.duplicates.length > 0 || plain.flags.length > 0;
      if (needsLook !== (conflict !== undefined) || (conflict && conflict.flags.join() !== plain.flags.join()))
        tally.divergences.push(`${name}: the list of conflicts against the reference`);
      const known = new Set(admissionsIn(onPhone.get(idx) ?? plain));
      tally.lost.push(...admissionsIn(plain).flatMap((id) => (known.has(id as never) ? [] : [`${name}: ${id}`])));
    }
  }
};
