import type { Browser } from "playwright-core";
import { aPerson } from "../../infra/local/person.ts";
import { seedDemoSeason } from "../../infra/local/seed.ts";
import { openChromium } from "./chromium.ts";
import { aStack, type Stack } from "./stack.ts";

export type BusDay = {
  stack: Stack;
  browser: Browser /** The visit of that day. */;
  today: string /** An open visit that is still to come. */;
  next: string;
};

/** Five past ten in the morning of a visit of the demo season, on a stack and in a browser of their own. */
export const aBusDay = async (): Promise<BusDay> => {
  const [stack, browser] = await Promise.all([aStack("2026-11-26T01:05:00.000Z"), openChromium({})]);
  await seedDemoSeason(stack);
  await stack.drain();
  const asked = await aPerson(stack.origin, stack.inboxOrigin, "anybody@example.com").call("GET /api/public/visits", {});
  const visitWhere = (isIt: (visit: (typeof asked.visits)[number]) => boolean): string => asked.visits.find(isIt)?.visitId ?? "";
  return {
    ...{ stack, browser },
    today: visitWhere(({ date }) => date === asked.today),
    next: visitWhere(({ date, state }) => date > asked.today && state === "open"),
  };
};
