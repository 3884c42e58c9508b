import { slotNoOf } from "../../shared/domain/ids.ts";
import { minutesBetween, minutesOfDay, seoulTimeOf } from "../../shared/domain/seoul-time.ts";
import type { Slot } from "../../shared/domain/slot.ts";
import type { Item } from "../platform/db.ts";
import { timetableKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import type { SlotItem } from "./slot-reads.ts";
import type { TimetableItem } from "./timetable-reads.ts";

/** The timetable of slots that are published together at one desk; with them or not at all. */
export const addTimetable = (slots: readonly Slot[], part: number): Write => {
  const [first] = slots;
  if (!first) throw new RangeError("A timetable has times.");
  const { visitId, slotRequestId, kind, mode, postingId, service, seats, startsAt, endsAt } = first;
  const item: TimetableItem = {
    ...timetableKey(visitId, slotRequestId, part),
    type: "timetable",
    version: 1,
    visitId,
    slotRequestId,
    kind,
    mode,
    postingId,
    service,
    minutes: minutesBetween(startsAt, endsAt),
    seats,
    times: Object.fromEntries(
      slots.map((slot) => [
        slotNoOf(slot.slotId),
        { at: minutesOfDay(seoulTimeOf(slot.startsAt)), free: slot.seats, v: 1, state: slot.state },
      ]),
    ),
  };
  return { Put: { Item: item, ConditionExpression: "attribute_not_exists(pk)" } };
};

/** Notes what a version of a slot leaves free; refused when a later version was noted already, so that repeated or late news change nothing. */
export const noteTime = (slot: SlotItem & Item): Extract<Write, { Update: unknown }> => {
  const { visitId, slotRequestId, slotId, startsAt } = slot.facts;
  return {
    Update: {
      Key: timetableKey(visitId, slotRequestId, slot.part),
      UpdateExpression: "SET times.#no = :time ADD version :one",
      ConditionExpression: "times.#no.v < :v",
      ExpressionAttributeNames: { "#no": slotNoOf(slotId) },
      ExpressionAttributeValues: {
        ":time": {
          at: minutesOfDay(seoulTimeOf(startsAt)),
          free: Math.max(0, slot.seats - Object.keys(slot.takers).length),
          v: slot.version,
          state: slot.state,
        },
        ":v": slot.version,
        ":one": 1,
      },
    },
  };
};
