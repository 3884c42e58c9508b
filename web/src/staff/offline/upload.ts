import type { EventAnswer } from "../../../../shared/contract/check-in.ts";
import { type CheckInEvent, correctedAt } from "../../../../shared/domain/check-in-event.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import { epochMsOf, type Instant } from "../../../../shared/domain/seoul-time.ts";
import { tallyOf } from "../../../../shared/domain/tally.ts";
import { call, needsSignIn } from "../../platform/api.ts";
import type { OfflineDatabase } from "./database.ts";
import type { BatchAnswer } from "./flusher.ts";
import { listOwnEvents } from "./outbox.ts";
import { readPack } from "./pack-store.ts";
import { conflictsOf, noReport } from "./upload-report.ts";

/** After this long an upload counts as lost; what the server took of it, it takes as known the next time. Milliseconds. */
const giveUpAfterMs = 20_000;

/** Hands a batch in. */
export async function sendBatch(visitId: VisitId, deviceId: string, events: readonly CheckInEvent[]): Promise<BatchAnswer> {
  if (!navigator.onLine) return { kind: "unreachable" };
  const answer = await call(
    "POST /api/staff/visits/{visitId}/check-in-events",
    { params: { visitId }, body: { deviceId, events: [...events] } },
    { signal: AbortSignal.timeout(giveUpAfterMs), quiet: true },
  );
  if (answer.ok) return { kind: "answered", answers: answersIn(answer.value) };
  const { status, code, retryAfterSeconds } = answer.problem;
  if (needsSignIn(answer.problem)) return { kind: "sign-in" };
  return status === 0 || status === 429 || status >= 500 || code === "unreachable"
    ? { kind: "unreachable", retryAfterSeconds }
    : { kind: "refused" };
}

/** A proxy may cut an answer short: what is not there is no answer. */
const answersIn = (value: { answers: EventAnswer[] } | undefined): EventAnswer[] => (Array.isArray(value?.answers) ? value.answers : []);

/** An event that is answered sooner was never late, and staff need not read about it. Milliseconds. */
const lateAfterMs = 15_000;

/** Counts what came of events that were late. */
export async function noteAnswers(
  db: OfflineDatabase,
  { visitId, answers, now }: { visitId: VisitId; answers: readonly EventAnswer[]; now: Instant },
): Promise<void> {
  const events = new Map((await listOwnEvents(db, visitId)).map((event) => [event.id as string, event]));
  const isLate = ({ id, result }: EventAnswer) => {
    const event = events.get(id ?? "");
    // Off this phone since, which had been reported lost: all that whoever has found it hears of it is that it waits for the lead.
    if (!event) return result === "quarantined";
    return epochMsOf(now) - epochMsOf(correctedAt(event)) > lateAfterMs;
  };
  const late = answers.filter(isLate);
  if (late.length === 0) return;
  const [aside, taken] = [true, false].map((isAside) => late.filter(({ result }) => (result === "quarantined") === isAside));
  // One of before this version has other counts.
  const before = { ...noReport(visitId), ...(await db.get("reports", visitId)) };
  await db.put("reports", {
    ...before,
    tally: tallyOf(
      (taken ?? []).flatMap(({ id }) => events.get(id ?? "") ?? []),
      before.tally,
    ),
    quarantined: before.quarantined + (aside?.length ?? 0),
    eventIds: [...before.eventIds, ...late.flatMap(({ id }) => id ?? [])],
  });
}

/** Once the events of the other devices are here: finds what staff should look at. */
export async function settleUpload(db: OfflineDatabase, visitId: VisitId): Promise<void> {
  const [pack, report] = await Promise.all([readPack(db, visitId), db.get("reports", visitId)]);
  if (!pack || !report) return;
  const events = [...pack.events, ...(await listOwnEvents(db, visitId))];
  await db.put("reports", {
    ...report,
    conflicts: conflictsOf(report.eventIds, events, { tickets: pack.tickets, desks: pack.pack.visit.desks, devices: pack.pack.devices }),
  });
}
