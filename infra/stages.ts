/** A restored table as `aws dynamodb describe-table` tells of it. */
export type RestoredTable = { readonly name: string; readonly streamArn: string };

/** What differs between one deployment and another, as data. A further city is a further entry here, not a further stack. */
export type Stage = {
  readonly name: "dev" | "production";
  /** Personal data stay in Seoul (PRIVACY-SECURITY: region pinned, processors named in the privacy notice). */
  readonly region: "ap-northeast-2";
  /** Host of the public site, without scheme. */
  readonly siteHost: string;
  /** Domain that mails come from; its DKIM records are made by hand from the mail stack's outputs. */
  readonly mailDomain: string;
  /** `From` of every mail, RFC 5322 mailbox. */
  readonly mailFrom: string;
  /** Who is told of alarms. */
  readonly alarmMail: string;
  /** Refuses to delete the table and the user-visible resources around it. */
  readonly deletionProtection: boolean;
  /** Requests a second that the whole API takes, and the burst above it, before API Gateway answers 429. */
  readonly throttle: { readonly rate: number; readonly burst: number };
  /** Mails that SES takes from the account in 24 hours (its console, "Account dashboard"); somebody is told at four fifths of it. */
  readonly mailsADay: number;
  /** US dollars a month at whose four fifths, and forecast, `alarmMail` is told. */
  readonly budgetDollars: number;
  /**
   * Generation of the secret that CloudFront shows to the API. One more with each deployment that is to change it: the API takes this one and the one before, so that
   * requests under way are answered.
   */
  readonly edgeSecretGeneration: number;
  /** A table that was restored from a copy of the main one (docs/DEPLOY.md, "When the table is lost"), in whose place the functions work on it. */
  readonly restoredTable?: RestoredTable;
  /** Requests of one address within five minutes above which a firewall in front of the site turns it away; without it there is no firewall. */
  readonly firewall?: { readonly requestsPerAddress: number };
};

/** Certificates for CloudFront are read from this region only; no data is kept there. */
export const edgeRegion = "us-east-1";

export const stages: readonly Stage[] = [
  {
    name: "dev",
    region: "ap-northeast-2",
    siteHost: "dev.jobstop.example.com",
    mailDomain: "dev.jobstop.example.com",
    mailFrom: '"일자리 정류장" <noreply@dev.jobstop.example.com>',
    alarmMail: "operators@dev.jobstop.example.com",
    deletionProtection: false,
    throttle: { rate: 50, burst: 100 },
    mailsADay: 200,
    budgetDollars: 40,
    edgeSecretGeneration: 1,
  },
  {
    name: "production",
    region: "ap-northeast-2",
    siteHost: "jobstop.example.com",
    mailDomain: "jobstop.example.com",
    mailFrom: '"일자리 정류장" <noreply@jobstop.example.com>',
    alarmMail: "operators@jobstop.example.com",
    deletionProtection: true,
    throttle: { rate: 500, burst: 1000 },
    mailsADay: 50_000,
    budgetDollars: 150,
    edgeSecretGeneration: 1,
    // A hall, a library or a school is one address.
    firewall: { requestsPerAddress: 10_000 },
  },
];
