import type { Pack, PackRequest, PackRow } from "../../shared/contract/check-in.ts";
import { bucketsOf } from "../../shared/domain/buckets.ts";
import { CheckInEvent } from "../../shared/domain/check-in-event.ts";
import { AccountId, DeskId, VisitId } from "../../shared/domain/ids.ts";
import { Instant, instantAt } from "../../shared/domain/seoul-time.ts";
import { TicketIndex } from "../../shared/domain/ticket-token.ts";
import { type OfflineDatabase, openDatabase } from "../../web/src/staff/offline/database.ts";
import { tallyWaiting } from "../../web/src/staff/offline/outbox.ts";
import { countWipes, keepPack } from "../../web/src/staff/offline/pack-store.ts";
import { anEventId } from "./tickets.ts";

export const visitId = VisitId.parse(`vis_${"0".repeat(25)}1`);
export const otherVisitId = VisitId.parse(`vis_${"0".repeat(25)}2`);
export const staffId = AccountId.parse(`acc_${"0".repeat(26)}`);
export const opens = Instant.parse("2026-11-26T01:00:00.000Z");

let databases = 0;
/** A database of its own. */
export const aDatabase = (): Promise<OfflineDatabase> => {
  databases += 1;
  return openDatabase(`test-${databases}`);
};

let made = 0;
export const anIndex = (): TicketIndex => {
  made += 1;
  return TicketIndex.parse(made.toString().padStart(16, "A"));
};
export const aRow = (over: Partial<PackRow> = {}): PackRow => ({
  idx: anIndex(),
  gen: 1,
  status: "valid",
  times: [],
  sealed: "",
  ...over,
});

/** Somebody let in by this device, a second after the one before. */
export const anAdmission = (over: Record<string, unknown> = {}): CheckInEvent => {
  made += 1;
  const at = Date.parse(opens) + made * 1000;
  return CheckInEvent.parse({
    ...{ v: 1, kind: "admit", id: anEventId(at), visitId, staffId, deviceId: "phone-a-0001" },
    ...{ at: instantAt(at), clockOffset: 0, packRevision: 1, idx: anIndex(), gen: 1, verdict: "admitted", reentry: false },
    ...over,
  });
};

const visit = {
  visitId,
  visitNo: 7,
  state: "open",
  date: "2026-11-26",
  startTime: "10:00",
  endTime: "17:00",
  desks: [{ deskId: "d1", label: "면접 1번 창구" }],
} as unknown as Pack["visit"];

type Content = { tickets?: PackRow[]; events?: CheckInEvent[] };
/** A pack of these tickets and events, whole or, with the digests of what is known, what changed of it. */
export const aPack = async (
  { tickets = [], events = [] }: Content,
  over: Partial<Pack> = {},
  known?: PackRequest["has"],
): Promise<Pack> => ({
  visit,
  place: {} as Pack["place"],
  revision: 1_795_654_800,
  lease: { letter: "A", until: Instant.parse("2026-11-26T19:00:00.000Z") },
  hosts: [{ deskId: DeskId.parse("d1"), whatKo: ["㈜솔버들정밀"], whatEn: [null], hasInterviews: true }],
  devices: [{ deviceId: "phone-a-0001", letter: "A" }],
  keys: [],
  noteKey: null,
  lookUp: null,
  tickets: (await bucketsOf(tickets, ({ idx }) => idx)).filter(({ bucket, digest }) => digest !== (known?.tickets[bucket] ?? "")),
  events: (await bucketsOf(events, ({ id }) => id)).filter(({ bucket, digest }) => digest !== (known?.events[bucket] ?? "")),
  ...over,
});

export const keep = async (db: OfflineDatabase, pack: Pack, clockOffset = 0): Promise<boolean> =>
  keepPack(db, pack, {
    ...{ deviceId: "phone-a-0001", loadedAt: opens, clockOffset, by: { accountId: staffId, staffRoles: ["desk"] } },
    wipes: await countWipes(db, pack.visit.visitId),
  });

/** How much waits to be sent: people, walk-ins, acts, and scans that let nobody in. */
export const countWaiting = async (db: OfflineDatabase): Promise<number> =>
  Object.values(await tallyWaiting(db)).reduce((all, count) => all + count, 0);
