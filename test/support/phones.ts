import type { Pack } from "../../shared/contract/check-in.ts";
import { readToken, type TicketIndex, ticketIndexOf } from "../../shared/domain/ticket-token.ts";
import type { OpenVisit } from "./builders.ts";
import { anEventId, type Ticket } from "./tickets.ts";
import type { Browser, World } from "./world.ts";

type At = Pick<OpenVisit, "visitId">;

/** What a phone loads before it goes to the bus, or, with digests, what changed since. */
export const loadPack = (
  world: World,
  { visitId }: At,
  staff: Browser,
  deviceId: string,
  has?: { tickets: string[]; events: string[] },
): Promise<Pack> =>
  world.get("POST /api/staff/visits/{visitId}/packs", { params: { visitId }, body: { deviceId, ...(has && { has }) } }, staff);

export const sendEvents = async (world: World, { visitId }: At, staff: Browser, deviceId: string, events: unknown[]) =>
  (await world.get("POST /api/staff/visits/{visitId}/check-in-events", { params: { visitId }, body: { deviceId, events } }, staff)).answers;

/** The ticket's secret, as whoever holds the ticket has it. */
export const secretOf = ({ token }: Pick<Ticket, "token">): Uint8Array<ArrayBuffer> => {
  const reading = readToken(token);
  if (reading.kind !== "ticket") throw new Error("The ticket does not read.");
  return Uint8Array.from(reading.ticket.tid);
};
export const idxOf = (ticket: Pick<Ticket, "token">): Promise<TicketIndex> => ticketIndexOf(secretOf(ticket));

export const reconciliationOf = (world: World, { visitId }: At, staff: Browser) =>
  world.get("GET /api/staff/visits/{visitId}/reconciliation", { params: { visitId } }, staff);

/** The lead decides about an event that was kept aside. */
export const decideAbout = (world: World, { visitId }: At, staff: Browser, hash: string, decision: "accept" | "leave") =>
  world.call(
    "POST /api/staff/visits/{visitId}/quarantine/{hash}/settlement",
    { params: { visitId, hash }, body: { decision, note: "현장에서 확인함" } },
    staff,
  );

/** Something done at a desk as a phone writes it down; `fields` say what. */
export const deskEventOf = async (world: World, { visitId }: At, staff: Browser, deviceId: string, fields: Record<string, unknown>) => ({
  ...{ v: 1, id: anEventId(), visitId, deviceId },
  staffId: (await world.get("GET /api/me", {}, staff)).accountId as string,
  ...{ at: world.deps.clock.now() as string, clockOffset: 0, packRevision: 1 },
  ...fields,
});

/** An admission as a phone without a network writes it down. */
export const admissionOf = async (
  world: World,
  { visitId }: At,
  staff: Browser,
  deviceId: string,
  ticket: Ticket,
  over: Record<string, unknown> = {},
) => ({
  ...{ v: 1, kind: "admit", id: anEventId(), visitId, deviceId },
  staffId: (await world.get("GET /api/me", {}, staff)).accountId as string,
  ...{ at: world.deps.clock.now() as string, clockOffset: 0, packRevision: 1 },
  ...{ idx: await idxOf(ticket), gen: 1, verdict: "admitted", reentry: false },
  ...over,
});
