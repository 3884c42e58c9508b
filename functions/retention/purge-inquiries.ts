import { dueUntil } from "../../shared/domain/retention.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { inquiryMailId, listInquiriesUntil } from "../inquiries/inquiry-reads.ts";
import { findItems, type Item } from "../platform/db.ts";
import { mailKey } from "../platform/keys.ts";
import { destroyItems, type Run } from "./destroy-items.ts";

/** Inquiries of a list that one run takes; the next run takes up the rest. */
const atOnce = 50;

/** What was asked long ago, whether there is an answer or not, with the mail about it. */
export const purgeInquiries = async (run: Run): Promise<number> => {
  const until = dueUntil("inquiry", seoulDateOf(run.clock.now()));
  let destroyed = 0;
  for (const list of ["open", "answered"] as const) {
    const inquiries = await listInquiriesUntil(run.db, list, until, atOnce);
    const mails = await findItems(
      run.db,
      inquiries.map(({ inquiryId }) => mailKey(inquiryMailId(inquiryId))),
    );
    const all: Item[] = [...mails.filter((item) => item !== undefined), ...inquiries];
    destroyed += await destroyItems(run, all, { category: "inquiry" });
  }
  return destroyed;
};
