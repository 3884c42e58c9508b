import { describe, expect, it } from "vitest";
import type { AffectedPerson, PlanReceipt } from "../../shared/contract/plans.ts";
import type { BookingId } from "../../shared/domain/ids.ts";
import { type BookingChoice, PlanDraft } from "../../shared/domain/plan.ts";
import { CentreTimes } from "../../shared/domain/slot.ts";
import { fieldProblemsOf } from "../../shared/problem/field-problems.ts";
import { readCentreTimes } from "../../web/src/console/manager/centre-times-page.tsx";
import {
  canKeep,
  choiceKey,
  choiceOf,
  countsOf,
  isUnderWay,
  mailsOf,
  refusedFirst,
  withChoice,
} from "../../web/src/console/manager/plan/choices.ts";
import { readPlan } from "../../web/src/console/manager/plan/read-plan.ts";

const typed = (fields: Record<string, string>): FormData => {
  const data = new FormData();
  for (const [pointer, value] of Object.entries(fields)) data.append(pointer, value);
  return data;
};
const ulid = "01JD0000000000000000000000";
const rebook = { do: "rebook", visitId: `vis_${ulid}`, slotId: `slt_${ulid}-03` } as BookingChoice;
const booked = (choice: BookingChoice) => ({ bookingId: `bkg_${choice.do}`, choice });
const person = (choices: BookingChoice[], more: object = {}) =>
  ({ bookings: choices.map(booked), waits: 0, applications: 0, ...more }) as unknown as AffectedPerson;
const receipt = (mail: PlanReceipt["mail"]) => ({ mail }) as PlanReceipt;

describe("a plan as its form says it", () => {
  it("moving a visit carries day, hours and place; cancelling carries nothing of them", () => {
    const fields = {
      "/change/kind": "move-visit",
      "/change/date": "2026-12-04",
      "/change/startTime": "11:00",
      "/change/endTime": "18:00",
      "/change/placeId": "dosim-seoul-station",
      "/reason": "폭설",
    };
    expect(PlanDraft.parse(readPlan(typed(fields))).change).toMatchObject({ kind: "move-visit", date: "2026-12-04" });
    expect(PlanDraft.parse(readPlan(typed({ ...fields, "/change/kind": "cancel-visit" }))).change).toEqual({ kind: "cancel-visit" });
  });

  it("desks: later by some minutes, given up, or held at another", () => {
    const at = { "/change/deskId": "d1", "/reason": "늦음" };
    const changeOf = (more: Record<string, string>) => PlanDraft.parse(readPlan(typed({ ...at, ...more }))).change;
    expect(changeOf({ "/change/kind": "shift-desk", "/change/minutes": "20" })).toEqual({ kind: "shift-desk", deskId: "d1", minutes: 20 });
    expect(changeOf({ "/change/kind": "release-desk" })).toEqual({ kind: "release-desk", deskId: "d1" });
    expect(changeOf({ "/change/kind": "reassign-desk", "/change/toDeskId": "d2" })).toMatchObject({ toDeskId: "d2" });
  });

  it("without a reason it is refused where the reason is written", () => {
    const parsed = PlanDraft.safeParse(readPlan(typed({ "/change/kind": "cancel-visit", "/reason": " " })), { reportInput: true });
    expect(parsed.success ? [] : fieldProblemsOf(parsed.error).map(({ pointer }) => pointer)).toEqual(["/reason"]);
  });
});

describe("what becomes of a booking", () => {
  it("is the same after having been a value of a select", () => {
    for (const choice of [{ do: "keep" }, { do: "cancel" }, rebook] as const) expect(choiceOf(choiceKey(choice))).toEqual(choice);
  });

  it("is chosen once: a later choice takes the place of the earlier one", () => {
    const [a, b] = ["bkg_a" as BookingId, "bkg_b" as BookingId];
    const both = withChoice(withChoice([], a, { do: "keep" }), b, { do: "keep" });
    expect(withChoice(both, a, { do: "cancel" })).toEqual([
      { bookingId: b, choice: { do: "keep" } },
      { bookingId: a, choice: { do: "cancel" } },
    ]);
  });

  it("cannot be to keep a time that is gone", () => {
    expect(
      (["move-visit", "cancel-visit", "shift-desk", "release-desk", "reassign-desk"] as const).filter((kind) => canKeep({ kind })),
    ).toEqual(["move-visit", "shift-desk", "reassign-desk"]);
  });

  it("is counted over everybody, also those who only wait or applied", () => {
    const people = [person([{ do: "keep" }, rebook]), person([{ do: "cancel" }], { waits: 2 }), person([], { applications: 1 })];
    expect(countsOf(people)).toEqual({ people: 3, keep: 1, rebook: 1, cancel: 1, waits: 2, applications: 1 });
  });
});

describe("receipts", () => {
  it("whom no mail reached stand first, to be called", () => {
    const receipts = [receipt("sent"), receipt(null), receipt("refused")];
    expect(refusedFirst(receipts).map(({ mail }) => mail)).toEqual(["refused", "sent", null]);
    expect(mailsOf(receipts)).toEqual({ open: 1, refused: 1 });
  });

  it("are asked for again while it runs and while mails are on their way", () => {
    expect([
      isUnderWay({ state: "running" }, []),
      isUnderWay({ state: "done" }, [receipt(null)]),
      isUnderWay({ state: "done" }, [receipt("sent"), receipt("refused")]),
      isUnderWay({ state: "draft" }, []),
    ]).toEqual([true, true, false, false]);
  });
});

it("times of the centre: service, desk, host and hours", () => {
  const fields = {
    "/service": "aptitude",
    "/deskId": "d3",
    "/host": "오서린",
    "/pattern/from": "10:00",
    "/pattern/to": "12:00",
    "/pattern/minutes": "30",
    "/pattern/seats": "6",
  };
  expect(CentreTimes.parse(readCentreTimes(typed(fields)))).toMatchObject({
    service: "aptitude",
    host: "오서린",
    pattern: { seats: 6, breaks: [] },
  });
});
