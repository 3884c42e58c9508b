import type { Bus } from "./bus.ts";

/** What this device does without a network, in a chunk of its own: the scanner does not wait for it. Undefined where the browser keeps nothing. */
export const busOf = (): Promise<Bus | undefined> => import("./bus.ts").then(({ theBus }) => theBus()).catch(() => undefined);
