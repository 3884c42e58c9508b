import type { Instant } from "../../shared/domain/seoul-time.ts";
import { referralKey, referralsIndex } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import { upsert } from "../platform/upsert.ts";
import type { ReferralItem, StoredReferral } from "./referral-reads.ts";

/** A proposal, once. */
export const addReferral = (referral: StoredReferral): Write => ({
  Put: {
    Item: { ...referralKey(referral.personId, referral.referralId), type: "referral", version: 1, ...referral },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

/** Refused when it has changed since it was read. */
const change = (item: ReferralItem, attributes: Readonly<Record<string, unknown>>): Write =>
  upsert(referralKey(item.personId, item.referralId), "referral", attributes, {
    expression: "version = :seen",
    values: { ":seen": item.version },
  });

type Sent = Required<Pick<StoredReferral, "summary" | "enrolledAs" | "consent" | "answeredAt" | "answeredBy">>;

/** They agreed: from now on the employer sees what they agreed to. */
export const sendReferral = (item: ReferralItem, sent: Sent & { answeredAt: Instant }): Write =>
  change(item, {
    ...{ ...sent, state: "sent" },
    ...referralsIndex(item.job.visitId, item.job.employerId, sent.answeredAt, item.referralId),
  });

export const declineReferral = (item: ReferralItem, answered: Pick<Sent, "answeredAt" | "answeredBy">): Write =>
  change(item, { ...answered, state: "declined" });

/** Taken back: nothing by which the employer could see anybody is left. `how`: by which both sides are told, or not told again. */
export const withdrawReferral = (item: ReferralItem, endedAt: Instant, how: Pick<StoredReferral, "isTold" | "endedWith"> = {}): Write =>
  change(item, {
    ...{ state: "withdrawn", summary: undefined, consent: undefined, gsi1pk: undefined, gsi1sk: undefined, ...how },
    formerConsent: item.consent && { ...item.consent, endedAt },
  });

/** The employer hired them: the centre heard of it. */
export const noteHire = (item: ReferralItem, hired: NonNullable<StoredReferral["hired"]>): Write => change(item, { hired });

/** Holds while nobody confirmed that. */
export const whileNotHired = ({ personId, referralId }: ReferralItem): Write => ({
  ConditionCheck: { Key: referralKey(personId, referralId), ConditionExpression: "attribute_not_exists(hired)" },
});
