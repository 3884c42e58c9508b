import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Booking } from "../../shared/domain/booking.ts";
import { cellsOf } from "../../shared/domain/day-grid.ts";
import type { PlanDraft } from "../../shared/domain/plan.ts";
import type { SlotMove } from "../../shared/domain/plan-moves.ts";
import { heldBy, type NearTime, type PlanEffect, settleBookings } from "../../shared/domain/plan-person.ts";
import { addMinutes, Instant, instantOf, LocalDate, LocalTime, seoulDateOf } from "../../shared/domain/seoul-time.ts";

const date = LocalDate.parse("2026-12-03");
const now = Instant.parse("2026-11-25T00:00:00.000Z");
const ten = instantOf(date, LocalTime.parse("10:00"));
const [here, there] = ["vis_here", "vis_there"] as unknown as [NearTime["visitId"], NearTime["visitId"]];
const rules = { gapMinutes: 10, maxInterviews: 4 };

/** A person's day: bookings of 20 minutes, half an hour and more apart, at two desks. */
const aDay = fc.uniqueArray(fc.record({ at: fc.integer({ min: 0, max: 11 }), deskId: fc.constantFrom("d1", "d2") }), {
  selector: ({ at }) => at,
  maxLength: 4,
});
const bookingsOf = (day: readonly { at: number; deskId: string }[]): Booking[] =>
  day.map(
    ({ at, deskId }) =>
      ({
        bookingId: `bkg_${at}`,
        slotId: `slt_${at}`,
        kind: "interview",
        employerId: `emp_${deskId}`,
        postingId: `pst_${deskId}`,
        service: null,
        deskId,
        startsAt: addMinutes(ten, at * 30),
        endsAt: addMinutes(ten, at * 30 + 20),
        state: "confirmed",
        sequence: at,
        bookedAt: now,
        changedAt: null,
      }) as unknown as Booking,
  );

const aTime = fc.record({
  at: fc.integer({ min: 0, max: 14 }),
  desk: fc.constantFrom("d1", "d2"),
  isHere: fc.boolean(),
  free: fc.integer({ min: 0, max: 2 }),
});
const aShift = fc.constantFrom<(booking: Booking) => SlotMove["to"] | undefined>(
  () => null,
  ({ deskId, startsAt, endsAt }) =>
    (deskId === "d1" ? { deskId, startsAt: addMinutes(startsAt, 30), endsAt: addMinutes(endsAt, 30) } : undefined) as
      | SlotMove["to"]
      | undefined,
  ({ deskId }) => (deskId === "d1" ? null : undefined),
  ({ startsAt, endsAt }) => ({ deskId: "d2", startsAt: addMinutes(startsAt, 1440), endsAt: addMinutes(endsAt, 1440) }) as SlotMove["to"],
);
const aWish = fc.constantFrom("keep", "cancel", "rebook", "none");

describe("whatever a plan does to a person's day", () => {
  test("every touched booking is settled once, keeps its id and is one version on; no two meet, no seat is taken that is not there", () => {
    fc.assert(
      fc.property(
        aDay,
        fc.array(aTime, { maxLength: 12 }),
        aShift,
        fc.array(aWish, { minLength: 4, maxLength: 4 }),
        (day, near, shift, wishes) => {
          const bookings = bookingsOf(day);
          const moves = new Map(
            bookings.flatMap((booking): [string, SlotMove][] => {
              const to = shift(booking);
              const { slotId, startsAt, endsAt, deskId } = booking;
              return to === undefined ? [] : [[slotId, { slotId, from: { startsAt, endsAt, deskId }, to }]];
            }),
          );
          // a visit that is moved to another day takes all its times along
          const isMovedDay = [...moves.values()].some(({ from, to }) => to && seoulDateOf(from.startsAt) !== seoulDateOf(to.startsAt));
          const times = near
            .filter(({ isHere }) => !isHere || !isMovedDay)
            .map(
              ({ at, desk, isHere, free }, n) =>
                ({
                  visitId: isHere ? here : there,
                  slotId: `slt_near_${n}`,
                  kind: "interview",
                  mode: "open",
                  postingId: `pst_${desk}`,
                  service: null,
                  startsAt: addMinutes(ten, at * 15 + (isHere ? 0 : 7 * 1440)),
                  endsAt: addMinutes(ten, at * 15 + 20 + (isHere ? 0 : 7 * 1440)),
                  seats: 2,
                  free,
                  placeNameKo: "가",
                }) as unknown as NearTime,
            );
          const choices = bookings.flatMap(({ bookingId }, i): PlanDraft["choices"] => {
            const wish = wishes[i];
            const time = times[i];
            if (wish === "rebook")
              return time ? [{ bookingId, choice: { do: "rebook" as const, visitId: time.visitId, slotId: time.slotId } }] : [];
            return wish === "keep" || wish === "cancel" ? [{ bookingId, choice: { do: wish } } as const] : [];
          });
          const effect = {
            planId: "pln_1",
            visitId: here,
            change: { kind: "shift-desk" },
            reason: "늦음",
            choices,
            moves,
            rules,
            startedAt: now,
          } as unknown as PlanEffect;
          const settled = settleBookings(bookings, effect, { times, others: new Map([[there, { bookings: [], rules }]]), now });

          expect(settled.map(({ before }) => before.bookingId).sort()).toEqual(
            bookings
              .filter(({ slotId }) => moves.has(slotId))
              .map(({ bookingId }) => bookingId)
              .sort(),
          );
          for (const { before, here: after, there: moved, result } of settled) {
            expect(after).toMatchObject({ bookingId: before.bookingId, sequence: before.sequence + 1, planId: "pln_1", reason: "늦음" });
            if (moved) expect(moved).toMatchObject({ bookingId: before.bookingId, sequence: before.sequence + 1, state: "confirmed" });
            expect(after.state).toBe(result === "cancelled" ? "cancelled_by_centre" : moved ? "rebooked" : "confirmed");
          }
          const stay = bookings.filter(({ slotId }) => !moves.has(slotId));
          for (const live of [[...stay, ...settled.map((one) => one.here)], settled.flatMap((one) => one.there ?? [])]) {
            const confirmed = live.filter(({ state }) => state === "confirmed");
            for (const one of confirmed)
              for (const other of confirmed.filter(
                (candidate) => candidate !== one && seoulDateOf(candidate.startsAt) === seoulDateOf(one.startsAt),
              )) {
                const day = seoulDateOf(one.startsAt);
                const near = new Set(cellsOf(day, one, rules.gapMinutes));
                expect(cellsOf(day, other).some((cell) => near.has(cell))).toBe(false);
              }
            const held = heldBy(live, [...new Set(confirmed.map(({ startsAt }) => seoulDateOf(startsAt)))]);
            expect(held.interviews).toBe(confirmed.length);
            expect(Object.keys(held.busy)).toHaveLength(confirmed.length * 4);
          }
          for (const { slotId, free } of times)
            expect(
              settled.filter((one) => one.result === "rebooked" && (one.there ?? one.here).slotId === slotId).length,
            ).toBeLessThanOrEqual(free);
          // the same again, once all has followed, touches nothing
          const after = [...stay, ...settled.map((one) => one.here)];
          expect(settleBookings(after, effect, { times, others: new Map(), now })).toEqual([]);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
