import type { AgendaItem } from "../../functions/registrations/registration-reads.ts";
import type { SlotItem } from "../../functions/slots/slot-reads.ts";
import type { WaitlistEntryItem } from "../../functions/waitlist/waitlist-reads.ts";
import { isLive } from "../../shared/domain/booking.ts";
import { dayRefusal } from "../../shared/domain/day-rules.ts";
import type { Instant, LocalDate } from "../../shared/domain/seoul-time.ts";
import { anId, type OpenVisit } from "./builders.ts";
import { breakRequests, type Fault } from "./faults.ts";
import type { Browser, Called, Sent, World } from "./world.ts";

/** A trouble on the way of one request; most have none. "twice" is a second tap, or a client that heard no answer. */
export type Trouble = Fault | "twice" | "none";

/** What the walkers were told, to be compared with what stands in the end. */
export type Told = { person: number; bookingId: string; slotId: string; state: "confirmed" | "cancelled"; sequence: number };

export type Walk = {
  world: World;
  visit: OpenVisit;
  /** An employer whose times are given to whom it accepts. */
  screened: OpenVisit;
  date: LocalDate;
  rules: { gapMinutes: number; maxInterviews: number };
  began: Instant;
  slotIds: readonly string[];
  people: readonly Browser[];
  told: Map<string, Told>;
};

/** The table as it stands, in the few shapes that the rules look at. */
export const lookAt = async ({ world, visit }: Pick<Walk, "world" | "visit">) => {
  const items = (await world.table.allItems()).filter((item) => item.visitId === visit.visitId || item.pk.includes(visit.visitId));
  return {
    slots: items.filter((item) => item.type === "slot") as SlotItem[],
    agendas: items.filter((item) => item.type === "agenda") as AgendaItem[],
    entries: items.filter((item) => item.type === "waitlist-entry") as WaitlistEntryItem[],
  };
};

/** Who is who in the table: the registration of each person. */
export const registrationsOf = async ({ world, people, visit }: Pick<Walk, "world" | "people" | "visit">): Promise<string[]> =>
  Promise.all(
    people.map(async (person) => {
      const { registrations } = await world.get("GET /api/me/registrations", {}, person);
      return registrations.find((mine) => mine.visit.visitId === visit.visitId)?.registrationId ?? "";
    }),
  );

/** What a booking or a move must be answered, by the state before it and the pure rules alone; the caller knows that booking is open. */
export const expectedAnswer = (
  { slots, agendas }: { slots: readonly SlotItem[]; agendas: readonly AgendaItem[] },
  { registrationId, slotId, rules, except }: { registrationId: string; slotId: string; rules: Walk["rules"]; except?: string },
): "ok" | "slot-full" | "times-overlap" | "interview-limit" | "slot-withdrawn" => {
  const slot = slots.find(({ facts }) => facts.slotId === slotId);
  const agenda = agendas.find((item) => item.registrationId === registrationId);
  if (!slot || !agenda) throw new Error("The walk lost its way.");
  if (slot.state !== "open") return "slot-withdrawn";
  const bookings = Object.values(agenda.bookings);
  const refused = dayRefusal({ rules, bookings }, slot.facts, except as never);
  if (refused) return refused.reason;
  return Object.keys(slot.takers).length < slot.seats ? "ok" : "slot-full";
};

/**
 * Sends a request through some trouble, as a client does: what comes back broken or busy is sent again under the same ids until it is answered.
 * @throws when it is never answered.
 */
export const send = async <K extends Parameters<World["call"]>[0]>(
  { world }: Pick<Walk, "world">,
  trouble: Trouble,
  key: K,
  sent: Sent,
  person: Browser,
): Promise<Called<K>> => {
  const once = () => world.call(key, sent, person);
  const broken =
    trouble === "none" || trouble === "twice" ? undefined : breakRequests(world.table, trouble, trouble === "conflict" ? 2 : 1);
  try {
    let answer = trouble === "twice" ? ((await Promise.all([once(), once()]))[1] as Called<K>) : await once();
    for (let tries = 0; answer.status >= 500 && tries < 5; tries++) {
      broken?.stop();
      answer = await once();
    }
    if (answer.status >= 500) throw new Error(`${key} was never answered.`);
    return answer;
  } finally {
    broken?.stop();
  }
};

/** What the walkers were told, against what stands: nothing acknowledged is lost, nothing is there that nobody was told of. */
export const forgotten = async (walk: Walk): Promise<string[]> => {
  const { agendas } = await lookAt(walk);
  const live = new Map(
    agendas.flatMap(({ bookings }) => Object.values(bookings).map((booking) => [booking.bookingId as string, booking] as const)),
  );
  const faults = [...walk.told.values()].flatMap(({ bookingId, slotId, state, sequence }) => {
    const booking = live.get(bookingId);
    if (!booking) return [`${bookingId} is gone`];
    const stands = isLive(booking) ? "confirmed" : "cancelled";
    return stands === state && booking.slotId === slotId && booking.sequence === sequence
      ? []
      : [`${bookingId} was told ${state} ${slotId} ${sequence}, and stands ${stands} ${booking.slotId} ${booking.sequence}`];
  });
  const untold = [...live.keys()].filter((id) => !walk.told.has(id)).map((id) => `${id} was never acknowledged`);
  return [...faults, ...untold];
};

export const newBookingId = (): string => anId("bkg");
