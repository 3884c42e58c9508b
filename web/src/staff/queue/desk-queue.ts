import type { CallBoard, PackRow } from "../../../../shared/contract/check-in.ts";
import { onCallBoard, withoutDesk } from "../../../../shared/domain/call-board.ts";
import { type CheckInEvent, liveEvents, type Subject, subjectOf } from "../../../../shared/domain/check-in-event.ts";
import { foldTickets, type TicketState } from "../../../../shared/domain/check-in-fold.ts";
import { type DeskBoard, type Due, deskBoard, labelOf } from "../../../../shared/domain/desk-board.ts";
import type { DeskId } from "../../../../shared/domain/ids.ts";
import { foldQueue, type QueuePlace } from "../../../../shared/domain/queue-fold.ts";
import { addMinutes, type Instant, instantOf } from "../../../../shared/domain/seoul-time.ts";
import { callNameOf, type TicketIndex, ticketCodeOf } from "../../../../shared/domain/ticket-token.ts";
import type { Desk, Visit } from "../../../../shared/domain/visit.ts";
import type { AtHand } from "../offline/at-hand.ts";
import type { WhatNames } from "../what.tsx";

export type Standing = { subject: Subject; label: string };
export type DeskLine = DeskBoard & {
  deskLabel: string;
  /** Employers, or what the centre offers there. */
  hosts: readonly WhatNames[];
  /** Employers receive people there. */
  hasInterviews: boolean;
};
/** What this device did last about the queue, as long as it stands. */
export type LastAct = Standing & { event: QueueEvent };

export type DeskQueue = {
  visit: Visit;
  placeNameKo: string;
  placeNameEn: string | null;
  now: Instant;
  /** What this device may do alone has an end; from then on its events would be kept aside. */
  isLeaseOver: boolean;
  loadedAt: Instant;
  noteKey: string | null;
  places: ReadonlyMap<Subject, QueuePlace>;
  desks: DeskLine[];
  /** Here with a ticket, and at no desk: they have no time that is still to come, and nobody has sent them on. */
  unplaced: (Standing & { since: Instant })[];
  last: LastAct | undefined;
};

const queueKinds = ["walk-in", "call", "serve", "done", "missed", "send-on"] as const;
type QueueEvent = Extract<CheckInEvent, { kind: (typeof queueKinds)[number] }>;
const isQueueEvent = (event: CheckInEvent): event is QueueEvent => queueKinds.some((kind) => kind === event.kind);

/** The booked times of a pack, with who has arrived for them. */
const dueOf = (tickets: readonly PackRow[], states: ReadonlyMap<TicketIndex, TicketState>, { date }: Pick<Visit, "date">): Due[] =>
  tickets.flatMap(({ idx, times }) =>
    times.map(({ at, minutes, deskId }) => {
      const startsAt = instantOf(date, at);
      const endsAt = addMinutes(startsAt, minutes);
      return { subject: idx, label: callNameOf(ticketCodeOf(idx)), deskId, startsAt, endsAt, arrivedAt: states.get(idx)?.arrival?.at };
    }),
  );

/**
 * The desk where somebody without a booking can begin first: for an interview one of the employers', for anything else none of them. Undefined where the visit
 * has no such desk: then a hand has to choose.
 */
export const firstFreeFor = (wants: "interview" | "help", desks: readonly DeskLine[]): DeskId | undefined =>
  soonest(desks.filter(({ hasInterviews }) => hasInterviews === (wants === "interview")));

const soonest = (desks: readonly DeskLine[]): DeskId | undefined =>
  desks.reduce<DeskLine | undefined>((best, one) => (best && best.freeInMinutes <= one.freeInMinutes ? best : one), undefined)?.deskId;

/** Whose turn it is at each desk, as far as this device knows. */
export function deskQueueOf({ pack, tickets, events, own }: AtHand, now: Instant): DeskQueue {
  const all = [...events, ...own];
  const rows = new Map(tickets.map((row) => [row.idx, row]));
  const states = foldTickets(all, (idx) => rows.get(idx));
  const due = dueOf(tickets, states, pack.visit);
  const places = foldQueue(all);
  const desks = pack.visit.desks.map(({ deskId, label }: Desk) => {
    // A pack of before this version does not say.
    const { whatKo = [], whatEn = [], hasInterviews = false } = pack.hosts?.find((host) => host.deskId === deskId) ?? {};
    const hosts = whatKo.map((one, i) => ({ whatKo: one, whatEn: whatEn[i] ?? null }));
    return { ...deskBoard(deskId, { places, due, now }), deskLabel: label, hosts, hasInterviews };
  });
  const here = [...states].flatMap(([idx, { arrival }]) =>
    arrival ? [{ subject: idx, label: callNameOf(ticketCodeOf(idx)), since: arrival.at }] : [],
  );
  const ownIds = new Set(own.map(({ id }) => id));
  const [event] = liveEvents(all)
    .filter(isQueueEvent)
    .filter(({ id }) => ownIds.has(id))
    .sort((a, b) => b.id.localeCompare(a.id));
  const subject = event && subjectOf(event);
  const place = subject ? places.get(subject) : undefined;
  // Somebody else, or the employer's result, has ended it: to take a call back then would say nothing.
  const isOver = place?.state === "done" && event?.kind !== "done";
  return {
    visit: pack.visit,
    placeNameKo: pack.place.nameKo,
    placeNameEn: pack.place.nameEn ?? null,
    now,
    isLeaseOver: now > pack.lease.until,
    loadedAt: pack.loadedAt,
    noteKey: pack.noteKey,
    places,
    desks,
    unplaced: withoutDesk(here, { places, due }),
    last: event && subject && !isOver ? { event, subject, label: labelOf({ subject, number: place?.number }) } : undefined,
  };
}

/** The call board as far as this device knows it, by the rule of the public one: as of when it last heard of the other devices. */
export const callBoardOf = ({ visit: { visitId, date }, loadedAt, desks, unplaced }: DeskQueue): CallBoard => ({
  ...{ visitId, date, at: loadedAt },
  desks: desks.map((desk) => onCallBoard(desk.deskLabel, desk)),
  unplaced: unplaced.map(({ label }) => label),
});
