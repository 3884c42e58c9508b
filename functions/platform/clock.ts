import { type Instant, instantAt } from "../../shared/domain/seoul-time.ts";

/** Where "now" comes from; injected everywhere, so that tests stop it and the local stack can travel. */
export type Clock = { now(): Instant };

export const systemClock: Clock = { now: () => instantAt(Date.now()) };
