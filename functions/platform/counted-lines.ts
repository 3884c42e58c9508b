import type { ServiceMetric } from "../../shared/wiring.ts";

/** One thing to count of a line: each line is one, unless a field of it says how many; `by` names the field that becomes the dimension. */
export type Counted = { readonly metric: ServiceMetric; readonly field?: string; readonly by?: string };

/** What is counted, by the message of the line that tells of it: whatever is logged as one of these is counted, and nothing else is. */
export const countedLines: Readonly<Record<string, readonly Counted[]>> = {
  "booking.made": [{ metric: "Bookings" }],
  "booking.moved": [{ metric: "BookingsMoved" }],
  "booking.cancelled": [{ metric: "BookingsCancelled" }],
  "booking.cancelled-by-centre": [{ metric: "BookingsCancelled" }],
  "booking.refused": [{ metric: "BookingsRefused" }, { metric: "BookingsRefused", by: "code" }],
  "promises.checked": [
    { metric: "PromisesChecked" },
    { metric: "Oversold", field: "oversold" },
    { metric: "SeatsAdrift", field: "adrift" },
  ],
  "mail.claimed": [{ metric: "MailsClaimed" }],
  "mail.sent": [{ metric: "MailsSent" }],
  "mail.unsettled": [{ metric: "MailsStuck" }],
  "mail.unsure": [{ metric: "MailsStuck" }],
  "mail.held": [{ metric: "MailsHeld" }],
  "mail.refused": [{ metric: "MailsRefused" }],
  "mail.lost": [{ metric: "MailsLost" }],
  "events.taken": [
    { metric: "ScansMerged", field: "merged" },
    { metric: "ScansQuarantined", field: "quarantined" },
  ],
  "request.failed": [{ metric: "RequestsFailed" }],
  "request.contended": [{ metric: "RequestsContended" }],
  "access.not-noted": [{ metric: "LooksNotNoted" }],
  "plan.stopped": [{ metric: "WorkStopped" }],
  "plan.person-stuck": [{ metric: "WorkStopped" }],
  "withdrawal.stopped": [{ metric: "WorkStopped" }],
  "erasure.stopped": [{ metric: "WorkStopped" }],
  "webhook.paused": [{ metric: "WebhooksPaused" }],
  "canary.passed": [{ metric: "CanaryPassed" }],
  "canary.failed": [{ metric: "CanaryFailed" }],
};
