import type { CheckInEvent } from "../../../../shared/domain/check-in-event.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import type { OfflineDatabase } from "./database.ts";
import { type LocalPack, localPackOf } from "./local-pack.ts";
import { addEvents, addWalkIn, listOwnEvents, noteSentEvent } from "./outbox.ts";
import { type PackAtHand, readPack } from "./pack-store.ts";

export type AtHand = PackAtHand & { own: CheckInEvent[]; local: LocalPack };

/** The visits of this device, read from the database once and kept up to date with what this page writes. */
export interface AtHandCache {
  /** Undefined without a pack. */
  find(visitId: VisitId): Promise<AtHand | undefined>;
  /** Something else has written: a new pack, another page. */
  forget(): void;
  /** Writes events down to be sent. */
  add(event: CheckInEvent): Promise<void>;
  /** Writes a walk-in down under the next number of this device; answers the event, or undefined without a pack. */
  addWalkIn(visitId: VisitId, make: (number: string) => CheckInEvent): Promise<CheckInEvent | undefined>;
  /** Notes an event that the server has already. */
  note(event: CheckInEvent): Promise<void>;
}

export function atHandCache(db: OfflineDatabase): AtHandCache {
  let visits = new Map<VisitId, Promise<AtHand | undefined>>();
  const read = async (visitId: VisitId): Promise<AtHand | undefined> => {
    const [pack, own] = await Promise.all([readPack(db, visitId), listOwnEvents(db, visitId)]);
    return pack && { ...pack, own, local: localPackOf(pack, own) };
  };
  const find = (visitId: VisitId) => {
    const known = visits.get(visitId);
    if (known) return known;
    const asked = read(visitId);
    visits.set(visitId, asked);
    // What could not be read is asked for again.
    asked.catch(() => visits.get(visitId) === asked && visits.delete(visitId));
    return asked;
  };
  const forget = () => {
    visits = new Map();
  };
  const show = async (event: CheckInEvent) => {
    const atHand = await find(event.visitId);
    if (!atHand || atHand.own.some(({ id }) => id === event.id)) return;
    atHand.own.push(event);
    atHand.local.add(event);
  };
  /** It is written down: if it cannot be shown now, it is read from there the next time. */
  const showWritten = (event: CheckInEvent) => show(event).catch(forget);
  return {
    find,
    forget,
    add: async (event) => {
      await addEvents(db, [event]);
      await showWritten(event);
    },
    addWalkIn: async (visitId, make) => {
      const atHand = await find(visitId);
      if (!atHand) return undefined;
      const { letter } = atHand.pack.lease;
      const event = await addWalkIn(db, { visitId, letter, known: [...atHand.events, ...atHand.own] }, make);
      await showWritten(event);
      return event;
    },
    note: async (event) => {
      await noteSentEvent(db, event);
      await showWritten(event);
    },
  };
}
