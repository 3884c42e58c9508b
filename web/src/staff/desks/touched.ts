import type { DayPerson } from "../../../../shared/contract/staff.ts";
import { addMinutes, type Instant, instantOf } from "../../../../shared/domain/seoul-time.ts";
import type { Slot } from "../../../../shared/domain/slot.ts";
import type { Visit } from "../../../../shared/domain/visit.ts";

export type Touched = {
  people: number;
  times: number /** How many of the people have a time that has begun. */;
  begun: number;
  next: Instant | undefined;
};

/** What a change of a desk touches: bookings there that are not over, and how many people have them, who will be told. */
export function touchedBy(people: readonly DayPerson[], deskId: string, now: Instant): Touched {
  const own = people.map(({ bookings }) => bookings.filter((booking) => booking.deskId === deskId && now < booking.endsAt));
  const times = own.flat();
  const ahead = times.map(({ startsAt }) => startsAt).filter((startsAt) => now < startsAt);
  return {
    people: own.filter((bookings) => bookings.length > 0).length,
    times: times.length,
    begun: own.filter((bookings) => bookings.some(({ startsAt }) => startsAt <= now)).length,
    next: ahead.sort()[0],
  };
}

type DeskSlot = Pick<Slot, "deskId" | "startsAt" | "endsAt" | "state">;

/** Every time that the desk had was withdrawn. */
export function isReleased(slots: readonly DeskSlot[], deskId: string): boolean {
  const own = slots.filter((slot) => slot.deskId === deskId);
  return own.length > 0 && own.every(({ state }) => state === "withdrawn");
}

/** From so many minutes without a time on, it is a break that was agreed, and not a gap between two. */
const breakMinutes = 30;

export type Shifted = {
  /** Breaks that times are shifted into. */
  breaks: { startsAt: Instant; endsAt: Instant }[];
  /** End of the last time, as agreed and as it will be; absent where nothing is shifted. */
  end: { before: Instant; after: Instant } | undefined;
  /** Times that would end after the visit, and go. */
  lost: number;
};

/** Where a desk that starts later leads to: into a break, past its end, or past the visit. */
export function shiftedBy(
  slots: readonly DeskSlot[],
  deskId: string,
  minutes: number,
  visit: Pick<Visit, "date" | "endTime">,
  now: Instant,
): Shifted {
  const own = slots.filter((slot) => slot.deskId === deskId && slot.state === "open").sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  const moved = own.filter(({ endsAt }) => now < endsAt);
  const visitEnd = instantOf(visit.date, visit.endTime);
  const stays = moved
    .map(({ endsAt }) => endsAt)
    .filter((endsAt) => addMinutes(endsAt, minutes) <= visitEnd)
    .sort();
  const [before, kept] = [
    moved
      .map(({ endsAt }) => endsAt)
      .sort()
      .at(-1),
    stays.at(-1),
  ];
  const breaks = moved.flatMap(({ endsAt }, i) => {
    const next = moved[i + 1]?.startsAt;
    return next && addMinutes(endsAt, breakMinutes) <= next ? [{ startsAt: endsAt, endsAt: next }] : [];
  });
  const after = kept && addMinutes(kept, minutes);
  return { breaks, end: before && after && before < after ? { before, after } : undefined, lost: moved.length - stays.length };
}
