import type { Refused } from "../../platform/api.ts";

const pausesSeconds = [1, 2, 4];
/** A pause named by the server is honoured up to this. */
const longestPauseSeconds = 10;

type Means = {
  wait: (seconds: number) => Promise<void>;
  /** Called before each repetition. */
  onRetry?: () => void;
};

/**
 * Sends the same request again when nothing came back or the API was busy, three times at most. Only for requests that may be sent twice: those that
 * carry the id of what they make.
 */
export async function sendUntilAnswered<Done extends { ok: true }>(
  send: () => Promise<Done | Refused>,
  { wait, onRetry }: Means,
): Promise<Done | Refused> {
  let answer = await send();
  for (const pause of pausesSeconds) {
    if (answer.ok || (answer.problem.code !== "unreachable" && answer.problem.code !== "busy")) return answer;
    await wait(Math.min(longestPauseSeconds, answer.problem.retryAfterSeconds ?? pause));
    onRetry?.();
    answer = await send();
  }
  return answer;
}

export const waitSeconds = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
