import type { EventAnswer, EventUpload } from "../../shared/contract/check-in.ts";
import { CheckInEvent, correctedAt, subjectOf } from "../../shared/domain/check-in-event.ts";
import type { AccountId, VisitId } from "../../shared/domain/ids.ts";
import { addMinutes, type Instant } from "../../shared/domain/seoul-time.ts";
import { TicketIndex } from "../../shared/domain/ticket-token.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Db } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { recentVisit } from "../visits/visit-reads.ts";
import { addCheckInEvent } from "./check-in-writes.ts";
import { type DeviceItem, findDevice } from "./device-writes.ts";
import { keepAside, type QuarantineReason } from "./quarantine.ts";
import { settleArrival } from "./settle-arrival.ts";

type Upload = EventUpload & { visitId: VisitId; staffId: AccountId };

/** A phone's clock may be corrected between two looks at the server's: this much before its lease is still within it. */
const slackMinutes = 10;

/**
 * Takes what a phone wrote down: each event is stored once, by a condition, or put in quarantine for the lead where it cannot be read, or where the phone
 * had no right to write it at that time. Nothing is refused and nothing dropped: whatever is answered, the server has. Any staff of the visit may hand in
 * what another of them scanned.
 */
export const takeEvents = async (deps: Deps, upload: Upload): Promise<Outcome<{ answers: EventAnswer[] }>> => {
  const { db } = deps;
  const { visitId, deviceId, staffId } = upload;
  if (!(await recentVisit(deps, visitId))) return refuse("not-found");
  const device = await findDevice(db, visitId, deviceId);
  const touched = new Set<TicketIndex>();
  const answers: EventAnswer[] = [];
  for (const raw of upload.events) {
    const read = CheckInEvent.safeParse(raw);
    const event = read.success && read.data.visitId === visitId && read.data.deviceId === deviceId ? read.data : undefined;
    const why = event ? doubtOf(event, device) : "unreadable";
    if (!event || why) {
      await keepAside(deps, { visitId, deviceId, uploadedBy: staffId, reason: why ?? "unreadable" }, raw);
      answers.push({ id: idOf(raw), result: "quarantined" });
      continue;
    }
    answers.push({ id: event.id, result: await store(db, event) });
    const idx = TicketIndex.safeParse(subjectOf(event)).data;
    if (idx) touched.add(idx);
  }
  for (const idx of touched) await settleArrival(db, visitId, idx);
  return done({ answers });
};

const idOf = (raw: unknown): string | null =>
  typeof raw === "object" && raw !== null && "id" in raw && typeof raw.id === "string" ? raw.id.slice(0, 64) : null;

const doubtOf = (event: CheckInEvent, device: DeviceItem | undefined): QuarantineReason | undefined => {
  if (!device) return "unknown-device";
  if (device.revokedAt) return "device-revoked";
  const at: Instant = correctedAt(event);
  return at < addMinutes(device.leasedAt, -slackMinutes) || at > addMinutes(device.until, slackMinutes) ? "outside-lease" : undefined;
};

const store = async (db: Db, event: CheckInEvent): Promise<EventAnswer["result"]> =>
  (await transact(db, { event: addCheckInEvent(event) })).ok ? "stored" : "duplicate";
