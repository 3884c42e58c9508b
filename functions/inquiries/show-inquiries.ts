import type { Inquiry } from "../../shared/contract/inquiries.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { findStaffNames } from "../accounts/account-reads.ts";
import type { Deps } from "../platform/deps.ts";
import { type InquiryList, listInquiries, placeOfInquiry } from "./inquiry-reads.ts";

const pageLength = 50;

/** A page of what was asked. */
export const showInquiries = async (
  { db }: Pick<Deps, "db">,
  list: InquiryList,
  after: string | undefined,
): Promise<{ inquiries: Inquiry[]; next: string | null }> => {
  const items = await listInquiries(db, list, after, pageLength);
  const names = await findStaffNames(db, [...new Set(items.flatMap(({ answer }) => (answer ? [answer.byId] : [])))]);
  const inquiries = items.map(
    ({ inquiryId, topic, text, name = null, mail = null, phone = null, askedAt, answer }): Inquiry => ({
      ...{ inquiryId, topic, text, name, mail, phone, askedAt, answer: answer?.text ?? null },
      ...{ answeredOn: answer ? seoulDateOf(answer.at) : null, answeredBy: (answer && names.get(answer.byId)) ?? null },
    }),
  );
  const last = items.at(-1);
  return { inquiries, next: last && items.length === pageLength ? placeOfInquiry(last) : null };
};
