/**
 * The names that the code and its surroundings agree on: environment variables, item types that stream filters match on,
 * and the rate of timed tasks. `infra` sets them, `functions/platform/env.ts` reads them; nothing else spells them.
 */
export const envNames = {
  /** Main table. */
  table: "TABLE_NAME",
  /** Access log, put-if-absent only. */
  ledger: "LEDGER_TABLE_NAME",
  /** Public origin of the site, without a trailing slash, for links in mails and for the same-origin check. */
  origin: "ORIGIN",
  /** `From` of every mail, RFC 5322 mailbox. */
  mailFrom: "MAIL_FROM",
  /** SES configuration set, so that delivery events carry our tags. */
  mailConfigurationSet: "MAIL_CONFIGURATION_SET",
  /** KMS key that wraps each visit's ticket signing key. Only the ticket signer may use it. */
  ticketKey: "TICKET_KEY_ID",
  /** 32 bytes, base64: seals ticket tokens at rest (AES-256-GCM). */
  ticketSealKey: "TICKET_SEAL_KEY",
  /** 32 bytes, base64: seals the secrets of webhooks, and makes pseudonyms of ids that leave by them. */
  feedSealKey: "FEED_SEAL_KEY",
  /** `allowed` on a machine of one's own, where a receiver is on it too; absent everywhere else (`functions/feeds/feed-address.ts`). */
  feedLoopback: "FEED_LOOPBACK",
  /** 32 bytes, base64: seals what people need, and nothing else. The API alone has it. */
  supportSealKey: "SUPPORT_SEAL_KEY",
  /** At least 32 characters: sign-in codes are an HMAC under it. */
  signInPepper: "SIGN_IN_PEPPER",
  /** What CloudFront writes into `edgeSecretHeader`, this one and the one before, a comma between; the API refuses requests without, which did not come through CloudFront. */
  edgeSecrets: "EDGE_SECRETS",
  /** Folder of the fonts that papers are written in. */
  fontFolder: "FONT_FOLDER",
} as const;

/** Paths of the API, by what is asked there: by everybody, all day. */
export const peopleRoots = ["/api/health", "/api/public", "/api/me", "/api/staff", "/api/employers", "/api/table", "/api/kiosk"] as const;
/** Once in a visit. */
export const signInRoots = ["/api/sign-in"] as const;
/** What goes to a function of its own. */
export const secondStepRoots = ["/api/second-step"] as const;
/** The same of the office's function (`functions/entry/office-app.ts`). */
export const officeRoots = [
  ...[
    "/api/office",
    "/api/staff/access-log",
    "/api/me/access-log",
    "/api/staff/incidents",
    "/api/staff/reports",
    "/api/me/statistics",
    "/api/me/partner-links",
    "/api/staff/undelivered-mails",
    "/api/staff/mail-stops",
  ],
  ...["/api/public/calendars", "/api/inquiries", "/api/feed", "/api/openapi.json", "/api/docs", "/api/docs.css"],
] as const;

/** The same of what writes papers to print, whose fonts and library nothing else should load (`functions/entry/papers-app.ts`). */
export const paperRoots = ["/api/papers"] as const;

/** Request header that only CloudFront, or the local gateway in its place, can fill in right. */
export const edgeSecretHeader = "x-jobstop-edge";

/** Answer header with the API's time, an Instant: pages know by it what is open, whatever the clock of the device says. */
export const serverTimeHeader = "jobstop-now";

export type EnvName = (typeof envNames)[keyof typeof envNames];

/** `type` attribute of every item; stream consumers filter on it. */
export const itemTypes = [
  "account",
  "address",
  "challenge",
  "session",
  "factor",
  "recovery-codes",
  "totp-draft",
  "passkey-challenge",
  "factor-news",
  "address-news",
  "limit",
  "person",
  "consent",
  "consultation",
  "desk-note",
  "walk-in-consultation",
  "partner-link",
  "follow-up",
  "lead",
  "lead-contact",
  "lead-step",
  "lead-listed",
  "lead-talk",
  "lead-posting",
  "posting-row",
  "lead-number",
  "lead-count",
  "lead-source",
  "talk",
  "employer-talk",
  "talk-number",
  "concern",
  "concern-count",
  "inquiry",
  "enrolment",
  "statistics",
  "referral",
  "aptitude-test",
  "certificate",
  "past-certificate",
  "place",
  "partner",
  "visit",
  "visit-team",
  "visit-remark",
  "bus-day",
  "visit-key",
  "key-rotation",
  "visit-posting",
  "host-day",
  "employer",
  "employer-number",
  "employer-news",
  "employer-member",
  "invitation",
  "posting",
  "slot-request",
  "slot",
  "timetable",
  "waitlist",
  "waitlist-entry",
  "application",
  "plan",
  "plan-receipt",
  "visit-log",
  "look-up-key",
  "registration",
  "registration-pointer",
  "found-by",
  "erasure",
  "locked-form",
  "purge-cursor",
  "visit-totals",
  "agenda",
  "ticket",
  "ticket-code",
  "call-name",
  "check-in-event",
  "quarantined-event",
  "settled-conflict",
  "walk-in",
  "device",
  "table-code",
  "kiosk-code",
  "kiosk-codes",
  "kiosk",
  "table-pairing",
  "interview-outcome",
  "said-result",
  "placement",
  "counted-act",
  "notice",
  "mail",
  "mail-again",
  "mail-stop",
  "counter",
  "support-needs",
  "support-groups",
  "support-share",
  "different-people",
  "webhook",
  "webhook-delivery",
  "api-key",
] as const;
export type ItemType = (typeof itemTypes)[number];

/** The same of the ledger. */
export const ledgerTypes = ["ledger-entry", "forgotten", "destroyed"] as const;
export type LedgerType = (typeof ledgerTypes)[number];

/** What each stream consumer wants to see. A table stream has room for two readers. */
export const streamFilters = {
  signInMail: ["challenge"],
  changes: [
    "visit",
    "key-rotation",
    "ticket",
    "check-in-event",
    "desk-note",
    "walk-in-consultation",
    "registration",
    "erasure",
    "agenda",
    "notice",
    "slot",
    "waitlist-entry",
    "application",
    "plan",
    "plan-receipt",
    "employer",
    "employer-news",
    "invitation",
    "slot-request",
    "referral",
    "enrolment",
    "posting",
    "concern",
    "inquiry",
    "mail-again",
    "factor-news",
    "address-news",
    "interview-outcome",
    "placement",
    "visit-log",
    "webhook",
  ],
} as const satisfies Record<string, readonly ItemType[]>;

/** Timed tasks, each with the minutes between two runs; every task is idempotent. */
export const timedTasks = {
  "remind-of-tomorrow": 5,
  "send-day-of-tickets": 5,
  "settle-offers": 1,
  "settle-applications": 5,
  "run-plans": 1,
  "finish-withdrawals": 1,
  "finish-erasures": 5,
  "purge-data": 60,
  "tell-employers": 5,
  "ask-for-results": 15,
  "remind-of-enrolments": 60,
  "remind-of-postings": 60,
  "care-for-missed": 5,
  "settle-mails": 5,
  "find-lost-mails": 24 * 60,
  "destroy-keys": 60,
  "check-promises": 60,
  "deliver-feeds": 1,
} as const;
export type TimedTask = keyof typeof timedTasks;
/** The one that goes to a function of its own, since it waits for servers of strangers (`functions/entry/feeds.lambda.ts`). */
export const feedTask = "deliver-feeds" satisfies TimedTask;

/** What is counted of the service, as metrics. `functions/platform/counted-lines.ts` says by which lines of the log; alarms and the dashboard name nothing else. */
export const serviceMetrics = [
  "Bookings",
  "BookingsMoved",
  "BookingsCancelled",
  "BookingsRefused",
  "Oversold",
  "SeatsAdrift",
  "PromisesChecked",
  "MailsClaimed",
  "MailsSent",
  "MailsStuck",
  "MailsHeld",
  "MailsRefused",
  "MailsLost",
  "ScansMerged",
  "ScansQuarantined",
  "RequestsFailed",
  "RequestsContended",
  "LooksNotNoted",
  "WorkStopped",
  "WebhooksPaused",
  "CanaryPassed",
  "CanaryFailed",
] as const;
export type ServiceMetric = (typeof serviceMetrics)[number];
/** The one dimension that a metric may have beside the service: why a booking was refused. */
export const refusalDimension = "code";
export const serviceName = "jobstop";

/** One table's key attributes and its one index. */
export const tableShape = {
  partitionKey: "pk",
  sortKey: "sk",
  timeToLive: "expiresAt",
  index: { name: "gsi1", partitionKey: "gsi1pk", sortKey: "gsi1sk" },
} as const;

/**
 * The ledger's key attributes and indexes. Each index has the name of the attribute that it is partitioned by; all of them are sorted by `order`, an instant and
 * the id of the entry.
 */
export const ledgerShape = {
  partitionKey: "pk",
  sortKey: "sk",
  timeToLive: "expiresAt",
  order: "atAndId",
  indexes: ["onDay", "byWhom", "aboutWhom", "ofKind"],
} as const;

/** What public reads are asked for by query; the edge leaves out everything else. `test/infra/site.test.ts` compares it with the contract. */
export const publicQueries = ["from", "zone", "district"] as const;
/** The same of what systems with a key ask for. */
export const feedQueries = ["from"] as const;
