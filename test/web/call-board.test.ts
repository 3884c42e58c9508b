import { describe, expect, test } from "vitest";
import { CallBoard } from "../../shared/contract/check-in.ts";
import { labelIn, myTurn, readLabel } from "../../web/src/seeker/board/my-turn.ts";
import { newCalls } from "../../web/src/ui/board/calls.ts";

const unplaced = ["9QXA"];
type Desk = Partial<Omit<CallBoard["desks"][number], "waiting">> & { waiting?: string[] };
const board = (...desks: Desk[]) =>
  CallBoard.parse({
    ...{ visitId: "vis_01JZZZZZZZZZZZZZZZZZZZZZZZ", date: "2026-11-26", at: "2026-11-26T01:00:00.000Z", unplaced },
    desks: desks.map(({ waiting = [], ...desk }, i) => ({
      ...{ deskId: `d${i + 1}`, label: `면접 ${i + 1}번 창구`, serving: null, called: [], missed: [] },
      ...desk,
      waiting: waiting.map((label) => ({ label, about: "10:20" })),
    })),
  });
const called = (label: string, calls = 1) => ({ label, calls });

describe("what a screen calls aloud", () => {
  test("is who was called since the last look, and who was called again or to another desk", () => {
    const before = board({ called: [called("A-001")] }, {});
    expect(newCalls(before, board({ called: [called("A-001"), called("A-002")] }, {}))).toMatchObject([{ label: "A-002" }]);
    expect(newCalls(before, board({ called: [called("A-001", 2)] }, {}))).toMatchObject([{ label: "A-001", calls: 2 }]);
    expect(newCalls(before, board({}, { called: [called("A-001")] }))).toMatchObject([{ label: "A-001", deskLabel: "면접 2번 창구" }]);
  });

  test("is nobody when it is opened or nothing has changed", () => {
    const now = board({ called: [called("A-001")] });
    expect(newCalls(undefined, now)).toEqual([]);
    expect(newCalls(now, now)).toEqual([]);
  });
});

describe("my turn", () => {
  test("counts who is before me at my desk, called ones too", () => {
    const shown = board({ called: [called("A-001")], waiting: ["7K3M", "A-002"] }, { waiting: ["A-003"] });
    expect(myTurn(shown, "A-002")).toEqual({ state: "waiting", deskLabel: "면접 1번 창구", before: 2, about: "10:20" });
    expect(myTurn(shown, "A-003")).toMatchObject({ before: 0 });
  });

  test("is now when I am called, whatever else I wait for", () => {
    const shown = board({ waiting: ["A-001"] }, { called: [called("A-001", 3)] });
    expect(myTurn(shown, "A-001")).toEqual({ state: "called", deskLabel: "면접 2번 창구", calls: 3 });
  });

  test("is at no desk yet for whoever is checked in and was sent to none", () => {
    expect(myTurn(board({ serving: "A-001" }), "9QXA")).toEqual({ state: "here" });
  });

  test("is over, or was missed, or is not known", () => {
    const shown = board({ serving: "A-001", missed: ["A-002"] });
    expect(myTurn(shown, "A-001")).toMatchObject({ state: "serving" });
    expect(myTurn(shown, "A-002")).toMatchObject({ state: "missed" });
    expect(myTurn(shown, "A-003")).toEqual({ state: "unknown" });
  });
});

describe("a number that somebody types", () => {
  test.each([
    ["A-012", "A-012"],
    ["a12", "A-012"],
    [" a 12 ", "A-012"],
    ["AB007", "AB-007"],
    ["7k3m", "7K3M"],
    ["7K3M 9QXA", "7K3M"],
    ["a012 9qxa", "A012"],
    ["oil1", "0111"],
  ])("%s is %s", (typed, label) => expect(readLabel(typed)).toBe(label));

  test.each(["", "12", "A-1234", "번호"])("%s is none", (typed) => expect(readLabel(typed)).toBeUndefined());

  test("in an address stands as it is", () => {
    expect(labelIn("?visit=x&n=A-012")).toBe("A-012");
    expect(labelIn("?n=A012")).toBe("A012");
    expect(labelIn("?n=%3Cscript%3E")).toBeUndefined();
    expect(labelIn("")).toBeUndefined();
  });
});
