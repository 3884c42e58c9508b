import { isDeepStrictEqual } from "node:util";
import type { InquiryId } from "../../shared/domain/ids.ts";
import type { InquiryDraft } from "../../shared/domain/inquiry.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { secondsLeftOf } from "../platform/limits.ts";
import { transact } from "../platform/transact.ts";
import { findInquiry, type InquiryItem } from "./inquiry-reads.ts";
import { addInquiry, countInquiry, type InquiryLimit, inquiryLimits } from "./inquiry-writes.ts";

/** Writes down what somebody asks, once, within the limits. */
export const askCentre = async (
  { db, clock }: Deps,
  { inquiryId, ip }: { inquiryId: InquiryId; ip: string },
  { agreed: _, ...asked }: InquiryDraft,
): Promise<Outcome<undefined>> => {
  const now = clock.now();
  const isSame = ({ topic, text, name, mail, phone, locale }: InquiryItem): boolean =>
    isDeepStrictEqual({ topic, text, name, mail, phone, locale }, { ...{ name: undefined, mail: undefined, phone: undefined }, ...asked });
  const known = await findInquiry(db, inquiryId);
  if (known) return isSame(known) ? done(undefined) : refuse("id-taken");
  const inquiry = { ...asked, inquiryId, askedAt: now };
  const added = await transact<string>(db, { inquiry: addInquiry(inquiry), ...countInquiry(inquiry, ip, now) });
  if (added.ok) return done(undefined);
  const other = added.before.inquiry as InquiryItem | undefined;
  if (other) return isSame(other) ? done(undefined) : refuse("id-taken");
  const reached = added.refused as InquiryLimit[];
  return refuse("too-many-requests", { retryAfterSeconds: Math.max(...reached.map((limit) => secondsLeftOf(inquiryLimits[limit], now))) });
};
