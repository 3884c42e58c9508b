import { type CheckInEvent, correctedAt, wordsOf } from "../../shared/domain/check-in-event.ts";
import type { Flag, TicketFacts, TicketState } from "../../shared/domain/check-in-fold.ts";
import type { TicketIndex } from "../../shared/domain/ticket-token.ts";

/** The state of one ticket as `foldTicket` gives it, said plainly and slowly: what folds are held against. */
export function plainly(events: readonly CheckInEvent[], ticket: TicketIndex, facts: TicketFacts | undefined): TicketState {
  const letsIn = (event: CheckInEvent): boolean =>
    event.kind === "override" ||
    (event.kind === "admit" && (event.reentry || ["admitted", "issued-since", "admitted-by-code"].includes(event.verdict)));
  const orderOf = (event: CheckInEvent): string => `${correctedAt(event)} ${wordsOf(event)}`;
  const own = events.filter((event) => "idx" in event && event.idx === ticket).sort((a, b) => (orderOf(a) < orderOf(b) ? 1 : -1));
  // Of one scan judged twice the judgement that let somebody in, the server's where both did: what is set last stays.
  const [refused, letIn] = [own.filter((event) => !letsIn(event)), own.filter(letsIn)];
  const byPhone = letIn.filter(({ packRevision }) => packRevision > 0);
  const byServer = letIn.filter(({ packRevision }) => packRevision === 0);
  const about = new Map([...refused, ...byPhone, ...byServer].map((event) => [event.id, event]));
  for (const event of events) if (event.kind === "undo" && event.of === ticket) about.delete(event.ref);
  const admissions = [...about.values()]
    .filter(letsIn)
    .sort((a, b) => (correctedAt(a) === correctedAt(b) ? (a.id < b.id ? -1 : 1) : correctedAt(a) < correctedAt(b) ? -1 : 1)) as Extract<
    CheckInEvent,
    { kind: "admit" }
  >[];
  const told = ({ id: eventId, deviceId, staffId, ...event }: CheckInEvent) => ({
    eventId,
    at: correctedAt(event as CheckInEvent),
    deviceId,
    staffId,
  });
  const [first, ...later] = admissions;
  const duplicates = later.filter((event) => !event.reentry);
  const cancelled = facts?.cancelledAt;
  const flags: Flag[] = [
    ...(cancelled && admissions.some((event) => correctedAt(event) >= cancelled) ? ["after-cancel" as const] : []),
    ...(facts?.genSince && admissions.some((event) => (event.gen ?? 9) < facts.gen && correctedAt(event) >= (facts.genSince ?? ""))
      ? ["superseded" as const]
      : []),
    ...(duplicates.some((event) => event.deviceId !== first?.deviceId) ? ["two-devices" as const] : []),
    ...(!facts && first ? ["unknown-ticket" as const] : []),
    ...(admissions.some(({ packRevision }) => packRevision && Date.parse(facts?.timesChangedAt ?? "1970-01-01") / 1000 >= packRevision)
      ? ["times-changed" as const]
      : []),
    ...(admissions.some(
      (event) =>
        (event.kind as string) === "override" ||
        (event.reentry && !["already-arrived", "admitted", "admitted-by-code"].includes(event.verdict)),
    )
      ? ["override" as const]
      : []),
  ];
  return {
    arrival: first && told(first),
    reentries: later.filter((event) => event.reentry).map(told),
    duplicates: duplicates.map(told),
    flags,
  };
}
