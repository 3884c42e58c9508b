import { describe, expect, test } from "vitest";
import { bookingNoOf, bookingRefusal, cancellationRefusal } from "../../shared/domain/booking.ts";
import { BookingId } from "../../shared/domain/ids.ts";
import { Instant, LocalDate } from "../../shared/domain/seoul-time.ts";
import { defaultDeadlines } from "../../shared/domain/visit.ts";

const date = LocalDate.parse("2026-12-03");
const deadlines = defaultDeadlines(date);
const startsAt = Instant.parse("2026-12-03T01:00:00.000Z");
const at = (instant: string) => Instant.parse(instant);

test("deadlines are three days before at 18:00, two days before at 15:00, the day before at 16:00 and that day at 08:00, in Seoul", () => {
  expect(deadlines).toEqual({
    bookingClosesAt: "2026-11-30T09:00:00.000Z",
    listAt: "2026-12-01T06:00:00.000Z",
    reminderAt: "2026-12-02T07:00:00.000Z",
    ticketMailAt: "2026-12-02T23:00:00.000Z",
  });
});

describe("when a time is booked", () => {
  const open = { state: "open", deadlines } as const;
  const slot = { state: "open", mode: "open", kind: "interview", startsAt } as const;

  test.for([
    ["in time", open, slot, "2026-11-30T08:59:59.999Z", undefined],
    ["as booking closes", open, slot, "2026-11-30T09:00:00.000Z", "booking-closed"],
    ["of a planned visit", { ...open, state: "planned" as const }, slot, "2026-11-23T00:00:00.000Z", "visit-not-open"],
    ["that was withdrawn", open, { ...slot, state: "withdrawn" as const }, "2026-11-23T00:00:00.000Z", "slot-withdrawn"],
  ] as const)("%s", ([, visit, wanted, now, refused]) => {
    expect(bookingRefusal(visit, wanted, at(now))).toBe(refused);
  });

  test("after it began, it is refused, however long booking stays open", () => {
    const late = { ...open, deadlines: { ...deadlines, bookingClosesAt: at("2026-12-04T00:00:00.000Z") } };
    expect(bookingRefusal(late, slot, at("2026-12-03T00:59:59.999Z"))).toBeUndefined();
    expect(bookingRefusal(late, slot, startsAt)).toBe("booking-closed");
  });
});

test("a booking can be cancelled until it starts", () => {
  expect(cancellationRefusal({ startsAt }, at("2026-12-03T00:59:59.999Z"))).toBeUndefined();
  expect(cancellationRefusal({ startsAt }, startsAt)).toBe("already-started");
});

test("the number that people read out is the end of the id", () => {
  expect(bookingNoOf(BookingId.parse("bkg_01M82YNFM04DGR5D222QMMN6S0"))).toBe("2QMM-N6S0");
});
