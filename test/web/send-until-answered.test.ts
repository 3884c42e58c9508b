import { describe, expect, test } from "vitest";
import type { ClientProblem, Refused } from "../../web/src/platform/api.ts";
import { sendUntilAnswered } from "../../web/src/seeker/booking/send-until-answered.ts";

const refused = (code: ClientProblem["code"], retryAfterSeconds?: number): Refused => ({
  ok: false,
  problem: { status: 0, code, title: "", detail: "", errors: [], clash: undefined, alternatives: [], retryAfterSeconds },
});
const booked = { ok: true, value: "bkg_1" } as const;

/** Answers in order, and how long was waited between. */
function sending(...answers: (typeof booked | Refused)[]) {
  const waits: number[] = [];
  let sent = 0;
  return {
    waits,
    sent: () => sent,
    answer: () =>
      sendUntilAnswered(async () => answers[sent++] ?? refused("unexpected"), {
        wait: async (seconds) => {
          waits.push(seconds);
        },
      }),
  };
}

describe("a booking that gets no answer", () => {
  test("is sent again until it is answered", async () => {
    const attempt = sending(refused("unreachable"), refused("busy"), booked);
    expect(await attempt.answer()).toBe(booked);
    expect(attempt.waits).toEqual([1, 2]);
  });

  test("is given up after three repetitions, with the last refusal", async () => {
    const attempt = sending(...Array.from({ length: 9 }, () => refused("unreachable")));
    expect(await attempt.answer()).toEqual(refused("unreachable"));
    expect(attempt.sent()).toBe(4);
  });

  test("waits as long as the API says, within reason", async () => {
    const attempt = sending(refused("busy", 3), refused("busy", 600), booked);
    await attempt.answer();
    expect(attempt.waits).toEqual([3, 10]);
  });
});

test("a booking that is refused is not sent again", async () => {
  const attempt = sending(refused("slot-full"), booked);
  expect(await attempt.answer()).toEqual(refused("slot-full"));
  expect(attempt.sent()).toBe(1);
});
