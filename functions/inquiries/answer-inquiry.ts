import type { AccountId, InquiryId } from "../../shared/domain/ids.ts";
import { done, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { findInquiry } from "./inquiry-reads.ts";
import { putAnswer } from "./inquiry-writes.ts";

/** Writes the answer, once; the mail or the call follows from the table's stream. */
export const answerInquiry = async (
  { db, clock }: Deps,
  { inquiryId, byId }: { inquiryId: InquiryId; byId: AccountId },
  text: string,
): Promise<Outcome<undefined>> => {
  const known = await findInquiry(db, inquiryId);
  if (!known) return refuse("not-found");
  if (known.answer) return known.answer.text === text ? done(undefined) : refuse("inquiry-answered");
  const answered = await transact(db, { inquiry: putAnswer(known, { text, at: clock.now(), byId }) });
  return answered.ok ? done(undefined) : refuse("inquiry-answered");
};
