import "fake-indexeddb/auto";
import { judgeScan } from "../../shared/domain/check-in.ts";
import { uuidV7 } from "../../shared/domain/uuid-v7.ts";
import { atHandCache } from "../../web/src/staff/offline/at-hand.ts";
import { scanEvent } from "../../web/src/staff/offline/desk-events.ts";
import { localVerdict } from "../../web/src/staff/offline/local-verdict.ts";
import { aFullPack } from "../support/full-pack.ts";
import { aDatabase, keep, opens, staffId, visitId } from "../support/offline-worlds.ts";
import { withByte } from "../support/tickets.ts";
import { type Figure, figure } from "./figure.ts";

/**
 * Milliseconds of each verdict without a network: from a decoded text over the checks (signature, look-up, fold) and the event in outbox and state at hand, in
 * one transaction of IndexedDB (in memory here), to the name that the ticket opened. One in ten is forged, one in ten comes a second time.
 */
export const verdictTimes = async ({ tickets, scans }: { tickets: number; scans: number }): Promise<number[]> => {
  const [db, { pack, tokenOf }] = await Promise.all([aDatabase(), aFullPack(tickets, scans)]);
  await keep(db, pack);
  const cache = atHandCache(db);
  const tokens: string[] = [];
  for (let n = 0; n < scans; n++) {
    const token = await tokenOf(n % 10 === 1 ? n - 1 : n);
    tokens.push(n % 10 === 2 ? withByte(token, 60, (byte) => byte ^ 1) : token);
  }
  const times: number[] = [];
  for (const text of tokens) {
    const began = performance.now();
    const atHand = await cache.find(visitId);
    if (!atHand) throw new Error("The pack is not there.");
    const scan = { by: "qr", text } as const;
    const judgement = await judgeScan(scan, atHand.local);
    const moment = { id: uuidV7(Date.now()), visitId, staffId, deviceId: "phone-a-0001", at: opens, clockOffset: 0, packRevision: 1 };
    await cache.add(scanEvent(moment, judgement));
    await localVerdict(judgement, scan, pack);
    times.push(performance.now() - began);
  }
  db.close();
  return times;
};

/** How long staff wait for a verdict that the phone reaches by itself; on this machine, which is not a phone. */
export const verdictFigures = async (): Promise<Figure[]> => {
  // The first one opens the pack, as the page does when it is drawn.
  const [opening = 0, ...times] = await verdictTimes({ tickets: 10_000, scans: 1001 });
  const sorted = times.toSorted((a, b) => a - b);
  const share = (part: number): number => sorted[Math.ceil(sorted.length * part) - 1] ?? 0;
  return [
    figure("verdict without a network, 10,000 tickets, p99", share(0.99), "ms", 100),
    figure("verdict without a network, 10,000 tickets, median", share(0.5), "ms", null),
    figure("the same, with the pack read from the disk first", opening, "ms", null),
  ];
};
