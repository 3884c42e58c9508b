import { SESv2Client, type SESv2ClientConfig, SESv2ServiceException, SendEmailCommand } from "@aws-sdk/client-sesv2";
import { centre } from "../../shared/centre.ts";
import type { MessageId } from "../../shared/copy/messages/messages.ts";
import { mailTag, tagOfMail } from "../../shared/domain/mail.ts";
import { envNames } from "../../shared/wiring.ts";
import { findItems, type Item } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { readEnv } from "../platform/env.ts";
import { mailKey, mailStopKey } from "../platform/keys.ts";
import { digestOf } from "../platform/limits.ts";
import { transact, type Write, writeIfHolds } from "../platform/transact.ts";
import { type CalendarPart, composeMime } from "./compose-mime.ts";
import { claimMail, markRefused, markSent, noteUnaddressed, noteUnsent, releaseClaim } from "./mail-claims.ts";
import { countMail } from "./mail-limits.ts";
import type { MailAbout, MailAgainItem } from "./mail-reads.ts";
import { isStopped, type MailStopItem } from "./mail-stop-writes.ts";
import type { RenderedMail } from "./render-mail.ts";
import { noTextMessages, type TextMessages } from "./text-messages.ts";

/** What a mail looks like from outside: sender, links, telephone line. */
export type MailSettings = { from: string; configurationSet: string; origin: string; centrePhone: string };

const readMailSettings = (): MailSettings => ({
  from: readEnv(envNames.mailFrom),
  configurationSet: readEnv(envNames.mailConfigurationSet),
  origin: readEnv(envNames.origin),
  centrePhone: centre.phone,
});

export type Post = {
  ses: SESv2Client;
  settings: MailSettings;
  texts: TextMessages;
  /** By order of staff: of all that is told only the mail that is to be repeated goes out, under the order's own id. */
  again?: Pick<MailAgainItem, "mailId" | "repeats">;
};
/**
 * One attempt only: a retry inside the SDK after a lost answer could send twice; retries are the stream's. And a connection of its own each time: one that
 * was kept may have been closed by the other side meanwhile, as it is whenever Lambda rests, and what is written into it is lost without anybody knowing
 * whether it arrived.
 */
export const openSes = (more: SESv2ClientConfig = {}): SESv2Client =>
  new SESv2Client({ maxAttempts: 1, requestHandler: { httpAgent: { keepAlive: false }, httpsAgent: { keepAlive: false } }, ...more });

export const openPost = (): Post => ({ ses: openSes(), settings: readMailSettings(), texts: noTextMessages });

export type OutgoingMail = {
  /** Names the change that the mail is about: the same id is sent at most once. */
  mailId: string;
  message: MessageId;
  /** Undefined for somebody without an address: then it is to be told by telephone. */
  to: string | undefined;
  /** Whoever has no address knows of it, or is called about it anyway. */
  isKnown?: boolean;
  about: MailAbout;
  mail: RenderedMail;
  calendar?: CalendarPart | undefined;
  /** Further calendar entries, where the mail is about several bookings. */
  moreCalendars?: readonly CalendarPart[];
  /** Sign-in codes were counted when they were asked for: nothing else that is mailed can use up their budget. */
  isCounted?: boolean;
};

/** Answers of SES after which the mail surely did not go out and a later try can succeed. */
const passing = new Set([
  "TooManyRequestsException",
  "LimitExceededException",
  "ThrottlingException",
  "Throttling",
  "SendingPausedException",
]);

type NotSent = { mailId: string; message: MessageId; state: "stopped" | "held"; reason: string };

/** Written down and told: a mail that is held means that something runs wild, or that a budget is too small (`infra/RUNBOOK.md`). */
const noteNotSent = async ({ db, log }: Deps, noting: Write, { state, ...told }: NotSent): Promise<void> => {
  const { ok } = await transact(db, { noted: noting });
  if (!ok) return;
  if (state === "held") log.error("mail.held", told);
  else log.info("mail.stopped", told);
};

/**
 * Sends one mail at most once: claim, SES, mark. What may not be sent, since its address takes no mail or a budget is used up, is shown to staff instead. A repeated stream record finds the claim and does nothing. When SES surely took nothing the
 * claim is given back and the error thrown, so that the stream's retry sends; when nobody can know, the claim stays as it is (promise 5).
 */
export const sendMail = async (deps: Deps, { ses, settings, texts, again }: Post, outgoing: OutgoingMail): Promise<void> => {
  const { db, clock, log } = deps;
  const { message, to, isKnown = false, about, mail, calendar, moreCalendars, isCounted = false } = outgoing;
  if (again && again.repeats.mailId !== outgoing.mailId) return;
  const { mailId, repeats } = again ?? { mailId: outgoing.mailId };
  const claimedAt = clock.now();
  if (to === undefined) {
    const isTold = isKnown || (await texts.send({ mailId, message, about })) === "taken";
    await transact(db, { told: noteUnaddressed({ mailId, message, about }, claimedAt, isTold) });
    return;
  }
  const raw = await composeMime({ from: settings.from, to, id: mailId, sentAt: claimedAt, ...mail, calendar, moreCalendars });
  const tag = tagOfMail(mailId);
  const toDigest = digestOf(to);
  const named = { mailId, message, about, toDigest, ...(repeats && { repeats }) };
  const [known, stop] = (await findItems(db, [mailKey(mailId), mailStopKey(toDigest)])) as [Item | undefined, MailStopItem | undefined];
  // Claimed before: neither counted again nor sent.
  if (known) return;
  const unsent = (state: NotSent["state"], reason: string) =>
    noteNotSent(deps, noteUnsent(named, claimedAt, state, reason), { mailId, message, state, reason });
  if (isStopped(stop, claimedAt)) return unsent("stopped", stop.what);
  const limit = isCounted ? undefined : await countMail(db, to, claimedAt);
  if (limit) return unsent("held", limit);
  if (!(await transact(db, { claim: claimMail(named, claimedAt) })).ok) return;
  log.debug("mail.claimed", { mailId, message });
  try {
    const { MessageId: sesMessageId = "" } = await ses.send(
      new SendEmailCommand({
        FromEmailAddress: settings.from,
        Destination: { ToAddresses: [to] },
        ConfigurationSetName: settings.configurationSet,
        EmailTags: [{ Name: mailTag, Value: tag }],
        Content: { Raw: { Data: raw } },
      }),
    );
    await writeIfHolds(db, markSent(mailId, sesMessageId, clock.now()));
    log.info("mail.sent", { mailId, message, sesMessageId });
  } catch (error) {
    if (!(error instanceof SESv2ServiceException) || error.$fault !== "client") {
      log.error("mail.unsettled", { mailId, message, error: error instanceof Error ? error.name : "unknown" });
      return;
    }
    if (passing.has(error.name)) {
      await transact(db, { claim: releaseClaim(mailId) });
      throw error;
    }
    await transact(db, { claim: markRefused(mailId, error.name, clock.now()) });
    log.error("mail.refused", { mailId, message, reason: error.name });
  }
};
