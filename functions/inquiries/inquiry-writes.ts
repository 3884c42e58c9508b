import type { Instant } from "../../shared/domain/seoul-time.ts";
import { inquiriesIndex, inquiryKey } from "../platform/keys.ts";
import { countWithin, digestOf, type Limit, networkOf } from "../platform/limits.ts";
import type { Write } from "../platform/transact.ts";
import { upsert } from "../platform/upsert.ts";
import type { InquiryItem, StoredInquiry } from "./inquiry-reads.ts";

/** So many by anybody: against floods. Nothing is mailed before staff answer, so that nobody can be flooded by it but they. */
export const inquiryLimits = {
  /** From one network: a family, or a library. */
  network: { minutes: 60, max: 10 },
  /** To be answered at one address or number. */
  reply: { minutes: 24 * 60, max: 5 },
  all: { minutes: 60, max: 200 },
} as const satisfies Record<string, Limit>;
export type InquiryLimit = keyof typeof inquiryLimits;

export const countInquiry = ({ mail, phone }: StoredInquiry, ip: string, now: Instant): Record<InquiryLimit, Write> => ({
  network: countWithin("inquiry-network", inquiryLimits.network, digestOf(networkOf(ip)), now),
  reply: countWithin("inquiry-reply", inquiryLimits.reply, digestOf(mail ?? phone ?? ""), now),
  all: countWithin("inquiry-all", inquiryLimits.all, "all", now),
});

/** Put once: refused where there is one of this id. */
export const addInquiry = (inquiry: StoredInquiry): Write => ({
  Put: {
    Item: {
      ...{ ...inquiryKey(inquiry.inquiryId), ...inquiriesIndex("open", inquiry.askedAt, inquiry.inquiryId) },
      ...{ type: "inquiry", version: 1, ...inquiry },
    },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

/** Refused when it was answered, or purged, since it was read. */
export const putAnswer = ({ inquiryId, askedAt, version }: InquiryItem, answer: NonNullable<StoredInquiry["answer"]>): Write =>
  upsert(
    inquiryKey(inquiryId),
    "inquiry",
    { answer, ...inquiriesIndex("answered", askedAt, inquiryId) },
    { expression: "version = :seen", values: { ":seen": version } },
  );
