import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AcceptedMail } from "./mailbox.ts";
import type { Mishap } from "./ses-faults.ts";

/** What SES would publish for a mail, as the text that SNS carries. */
export type SesEvent = string;

/** Addresses to which SES sends nothing any more, since mail to them bounced for good or was complained of; kept in a file beside the mails. */
export type SuppressionList = {
  readonly has: (address: string) => boolean;
  readonly add: (address: string) => void;
  /** False when it was not on the list. */
  readonly remove: (address: string) => boolean;
};

export function suppressionList(folder: string): SuppressionList {
  const file = join(folder, "suppressed-addresses");
  const addresses = new Set(existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : []);
  const keep = () => writeFileSync(file, [...addresses].join("\n"));
  return {
    has: (address) => addresses.has(address),
    add: (address) => {
      addresses.add(address);
      keep();
    },
    remove: (address) => {
      const was = addresses.delete(address);
      if (was) keep();
      return was;
    },
  };
}

type Told = { readonly mishap: Mishap | "Suppressed" | undefined; readonly envelope: AcceptedMail["envelope"]; readonly messageId: string };

/** The events of one mail in the order in which SES tells them (SES developer guide, "Contents of event data"). */
export function eventsOf({ mishap, envelope, messageId }: Told): SesEvent[] {
  const timestamp = new Date().toISOString();
  const tags = Object.fromEntries(Object.entries(envelope.tags).map(([name, value]) => [name, [value]]));
  const mail = { timestamp, messageId, source: envelope.from, destination: envelope.to, tags };
  const event = (eventType: string, more: object) => JSON.stringify({ eventType, mail, ...more });
  const recipients = envelope.to.map((emailAddress) => ({ emailAddress }));
  const send = event("Send", { send: {} });
  const delivery = event("Delivery", { delivery: { timestamp, recipients: envelope.to, processingTimeMillis: 1, smtpResponse: "250 OK" } });
  const bounce = (bounceType: string, bounceSubType: string) =>
    event("Bounce", { bounce: { bounceType, bounceSubType, bouncedRecipients: recipients, timestamp, feedbackId: `${messageId}-bounce` } });
  switch (mishap) {
    case "Bounce":
      return [send, bounce("Permanent", "General")];
    case "Suppressed":
      return [send, bounce("Permanent", "OnAccountSuppressionList")];
    case "MailboxFull":
      return [send, bounce("Transient", "MailboxFull")];
    case "Complaint":
      return [
        send,
        delivery,
        event("Complaint", { complaint: { complainedRecipients: recipients, timestamp, feedbackId: `${messageId}-complaint` } }),
      ];
    case undefined:
      return [send, delivery];
  }
}
