import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KMSClient } from "@aws-sdk/client-kms";
import { openSes, type Post } from "../../functions/mail/send-mail.ts";
import { noTextMessages } from "../../functions/mail/text-messages.ts";
import type { TicketSigner } from "../../functions/tickets/issue-ticket.ts";
import { kmsKeyWrap } from "../../functions/tickets/key-wrap.ts";
import { type Kms, startKms } from "../../infra/local/kms.ts";
import { type Ses, startSes } from "../../infra/local/ses.ts";

export type PostOffice = {
  ses: Ses;
  kms: Kms;
  post: Post;
  signer: TicketSigner;
  /** What SES has told of our mails since the last call, in order. */
  newEvents(): string[];
  close(): Promise<void>;
};

export const testOrigin = "https://jobstop.example.com";

/** The real SES and KMS clients against the local endpoints, with mails kept in a folder of their own. */
export const aPostOffice = async (): Promise<PostOffice> => {
  const folder = mkdtempSync(join(tmpdir(), "jobstop-test-"));
  const events: string[] = [];
  const ses = await startSes({
    folder: join(folder, "mails"),
    domains: ["jobstop.example.com"],
    onEvent: (event) => events.push(event),
  });
  const kms = await startKms({ keyFile: join(folder, "kms.key") });
  return {
    ses,
    kms,
    post: {
      ses: openSes({ endpoint: ses.origin }),
      texts: noTextMessages,
      settings: {
        from: '"Jobstop" <no-reply@jobstop.example.com>',
        configurationSet: "jobstop",
        origin: testOrigin,
        centrePhone: "02-000-0000",
      },
    },
    signer: { wrap: kmsKeyWrap(kms.keyId, new KMSClient({ endpoint: kms.endpoint })), sealKey: new Uint8Array(32).fill(7) },
    newEvents: () => events.splice(0),
    close: async () => {
      await Promise.all([ses.stop(), kms.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
};
