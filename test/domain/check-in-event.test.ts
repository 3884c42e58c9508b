import { describe, expect, test } from "vitest";
import type { Verdict } from "../../shared/domain/check-in.ts";
import { CheckInEvent } from "../../shared/domain/check-in-event.ts";

describe("an event of the desk", () => {
  const base = {
    v: 1,
    id: "019ac000-0000-7000-8000-000000000001",
    visitId: "vis_01JZZZZZZZZZZZZZZZZZZZZZZZ",
    staffId: "acc_01JZZZZZZZZZZZZZZZZZZZZZZZ",
    deviceId: "phone-a1",
    at: "2026-11-26T01:00:00.000Z",
    clockOffset: -250,
    packRevision: 0,
  };
  const ofTicket = { idx: "dAdYqeyJVF6oaDrg", gen: 1, verdict: "admitted" satisfies Verdict, reentry: false };

  test("reads in each kind", () => {
    const events = [
      { ...base, ...ofTicket, kind: "admit" },
      { ...base, ...ofTicket, kind: "override", verdict: "superseded", reason: "printed the old one" },
      { ...base, kind: "admit", verdict: "not-a-ticket", reentry: false },
      { ...base, kind: "undo", of: ofTicket.idx, ref: base.id },
      { ...base, kind: "walk-in", number: "A-012", deskId: "d1", payload: "c2VhbGVk" },
      { ...base, kind: "missed", of: ofTicket.idx, deskId: "d1" },
    ];
    for (const event of events) expect(CheckInEvent.safeParse(event).error, event.kind).toBeUndefined();
  });
  test.each([
    ["an override without a reason", { ...base, ...ofTicket, kind: "override" }],
    ["an undo of nothing", { ...base, kind: "undo", of: ofTicket.idx }],
    ["an admission without a ticket", { ...base, kind: "admit", verdict: "admitted", reentry: false }],
    ["an id that is no UUIDv7", { ...base, ...ofTicket, kind: "admit", id: "019ac000-0000-4000-8000-000000000001" }],
    ["an unknown verdict", { ...base, ...ofTicket, kind: "admit", verdict: "fine" }],
    ["an unknown field", { ...base, ...ofTicket, kind: "admit", name: "홍길동" }],
    ["of a time before there were devices", { ...base, ...ofTicket, kind: "admit", clockOffset: -60 * 365 * 86_400_000 }],
    ["of a time that no clock shows", { ...base, ...ofTicket, kind: "admit", at: "9999-12-31T23:59:59.999Z", clockOffset: 1000 }],
    ["off by more than any clock is", { ...base, ...ofTicket, kind: "admit", clockOffset: Number.MAX_SAFE_INTEGER }],
    ["a later version", { ...base, ...ofTicket, kind: "admit", v: 2 }],
  ])("is not %s", (_, event) => {
    expect(CheckInEvent.safeParse(event).success).toBe(false);
  });
});
