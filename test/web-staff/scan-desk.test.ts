import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ScanInput, type ScanVerdict } from "../../shared/contract/staff.ts";
import { instantAt } from "../../shared/domain/seoul-time.ts";
import { uuidV7 } from "../../shared/domain/uuid-v7.ts";
import {
  giveUpAfterMs,
  greenForMs,
  openScanDesk,
  type ScanAnswer,
  type ScanState,
  slowAfterMs,
} from "../../web/src/staff/scanner/scan-desk.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-26T01:00:00.000Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

const aVerdict = (tone: ScanVerdict["tone"]): ScanAnswer => ({
  kind: "verdict",
  verdict: {
    verdict: "admitted",
    tone,
    idx: null,
    gen: null,
    maskedName: "김○늘",
    arrivedAt: null,
    arrivedOnDevice: null,
    arrivedOnLetter: null,
    arrivedEventId: null,
    registrationId: null,
    calledBy: null,
    otherVisitOn: null,
    bookings: [],
    missed: [],
  },
});

/** A desk whose requests are answered by hand. */
const aDesk = (localJudge?: (input: ScanInput) => Promise<ScanVerdict>) => {
  const states: ScanState[] = [];
  const sent: { input: ScanInput; signal: AbortSignal; answer: (answer: ScanAnswer) => void; lose: () => void }[] = [];
  const desk = openScanDesk({
    deviceId: "device-0001",
    now: () => instantAt(Date.now()),
    newEventId: () => uuidV7(Date.now()),
    send: (input, signal) =>
      new Promise((answer, lose) => sent.push({ input, signal, answer, lose: () => lose(new TypeError("Failed to fetch")) })),
    findLocalJudge: async () => localJudge,
    onChange: (state) => states.push(state),
  });
  return { desk, sent, last: () => states.at(-1) };
};
const settled = () => vi.advanceTimersByTimeAsync(0);
const token = `JS1:${"A".repeat(144)}`;

describe("what is sent for a scan", () => {
  it("is what the contract takes, for a token and for a typed code", () => {
    for (const [text, by] of [
      [token, "camera"],
      [" 7k3m-9qxa ", "code"],
    ] as const) {
      const { desk, sent } = aDesk();
      desk.scan(text);
      expect(ScanInput.parse(sent[0]?.input).read.by).toBe(by);
    }
  });

  it("never exceeds what the contract takes, whatever the camera reads", () => {
    const { desk, sent } = aDesk();
    desk.scan("https://example.com/".repeat(500));
    expect(ScanInput.safeParse(sent[0]?.input).success).toBe(true);
  });

  it("is nothing for an empty field", () => {
    const { desk, sent } = aDesk();
    expect(desk.scan("  ")).toBe(false);
    expect(sent).toEqual([]);
  });
});

describe("when the verdict is there", () => {
  it("green makes room for the next person by itself, and gives way to the next scan at once", async () => {
    const { desk, sent, last } = aDesk();
    desk.scan(token);
    sent[0]?.answer(aVerdict("green"));
    await settled();
    expect(last()).toMatchObject({ step: "verdict" });
    expect(desk.takesScans()).toBe(true);
    await vi.advanceTimersByTimeAsync(greenForMs);
    expect(last()).toEqual({ step: "ready" });
  });

  it.each([
    ["a name to ask", { verdict: "admitted-by-code" }],
    ["a calling name to tell, and a desk to send them to", { calledBy: "ACVQ", bookings: [] }],
  ])("green stays until it is pressed where there is %s, and gives way to the next scan all the same", async (_, said) => {
    const { desk, sent, last } = aDesk();
    desk.scan(token);
    const answer = aVerdict("green");
    sent[0]?.answer(answer.kind === "verdict" ? { kind: "verdict", verdict: { ...answer.verdict, ...said } } : answer);
    await vi.advanceTimersByTimeAsync(greenForMs * 10);
    expect(last()).toMatchObject({ step: "verdict" });
    expect(desk.scan(token)).toBe(true);
  });

  it.each(["amber", "red", "grey"] as const)("%s waits for a hand and takes no other scan", async (tone) => {
    const { desk, sent, last } = aDesk();
    desk.scan(token);
    sent[0]?.answer(aVerdict(tone));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(last()).toMatchObject({ step: "verdict" });
    expect(desk.scan("7K3M9QXA")).toBe(false);
    desk.next();
    expect(last()).toEqual({ step: "ready" });
  });
});

describe("when the network is slow or gone", () => {
  it("staff are told after two seconds, and the verdict still counts when it comes", async () => {
    const { desk, sent, last } = aDesk();
    desk.scan(token);
    await vi.advanceTimersByTimeAsync(slowAfterMs);
    expect(last()).toEqual({ step: "asking", slow: true });
    sent[0]?.answer(aVerdict("green"));
    await settled();
    expect(last()).toMatchObject({ step: "verdict" });
  });

  it("sending again keeps the event id, so that one person arrives once", async () => {
    const { desk, sent, last } = aDesk();
    desk.scan(token);
    sent[0]?.lose();
    await settled();
    expect(last()).toEqual({ step: "unanswered", problem: undefined });
    desk.retry();
    expect(sent[1]?.input).toEqual(sent[0]?.input);
  });

  it("the answer to a request that was given up or sent again is not shown twice", async () => {
    const { desk, sent, last } = aDesk();
    desk.scan(token);
    await vi.advanceTimersByTimeAsync(giveUpAfterMs);
    expect(last()).toMatchObject({ step: "unanswered" });
    expect(sent[0]?.signal.aborted).toBe(true);
    desk.retry();
    sent[0]?.answer(aVerdict("red"));
    await settled();
    expect(last()).toEqual({ step: "asking", slow: false });
  });

  it("what the server says against it is shown", async () => {
    const { desk, sent, last } = aDesk();
    const problem = { code: "sign-in-needed", title: "로그인이 필요합니다", detail: "…" };
    desk.scan(token);
    sent[0]?.answer({ kind: "refused", problem });
    await settled();
    expect(last()).toEqual({ step: "unanswered", problem });
  });
});

describe("when this device may judge by itself", () => {
  const here = async () => {
    const judged: ScanInput[] = [];
    const { verdict } = aVerdict("green") as { verdict: ScanVerdict };
    const judge = async (input: ScanInput) => {
      judged.push(input);
      return verdict;
    };
    return { ...aDesk(judge), judged };
  };

  it("it does so without a network, under the id of the scan", async () => {
    const { desk, sent, judged, last } = await here();
    desk.scan(token);
    sent[0]?.lose();
    await settled();
    expect(judged).toEqual([sent[0]?.input]);
    expect(last()).toMatchObject({ step: "verdict", isLocal: true });
  });

  it("it waits two seconds for the server, and from then on its own verdict counts", async () => {
    const { desk, sent, judged, last } = await here();
    desk.scan(token);
    await vi.advanceTimersByTimeAsync(slowAfterMs - 1);
    expect(judged).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(last()).toMatchObject({ step: "verdict", isLocal: true });
    sent[0]?.answer(aVerdict("red"));
    await settled();
    expect(last()).toMatchObject({ verdict: { tone: "green" }, isLocal: true });
  });

  it("the server's verdict counts when it is there in time", async () => {
    const { desk, sent, judged, last } = await here();
    desk.scan(token);
    sent[0]?.answer(aVerdict("red"));
    await vi.advanceTimersByTimeAsync(slowAfterMs);
    expect(judged).toEqual([]);
    expect(last()).toMatchObject({ step: "verdict", verdict: { tone: "red" }, isLocal: false });
  });

  it("it does so too when nobody is signed in, and not when the server says no", async () => {
    const problem = { code: "sign-in-needed", title: "로그인이 필요합니다", detail: "…" };
    const lapsed = await here();
    lapsed.desk.scan(token);
    lapsed.sent[0]?.answer({ kind: "unreachable", problem });
    await settled();
    expect(lapsed.last()).toMatchObject({ step: "verdict", isLocal: true });
    const refused = await here();
    refused.desk.scan(token);
    refused.sent[0]?.answer({ kind: "refused", problem });
    await settled();
    expect(refused.judged).toEqual([]);
  });
});

describe("an event id", () => {
  it("sorts by time and differs within a millisecond", () => {
    const ids = [1_795_000_000_000, 1_795_000_000_001].map((ms) => uuidV7(ms));
    expect([...ids].sort()).toEqual(ids);
    expect(uuidV7(5)).not.toBe(uuidV7(5));
  });
});
