import type { MessageId } from "../../shared/copy/messages/messages.ts";
import { addMinutes, type Instant } from "../../shared/domain/seoul-time.ts";
import { type InquiryItem, inquiryMailId, listInquiries, placeOfInquiry } from "../inquiries/inquiry-reads.ts";
import type { MailAbout } from "../mail/mail-reads.ts";
import type { Db } from "../platform/db.ts";
import { concernKey, inquiryKey } from "../platform/keys.ts";
import { answerMailId, type ConcernItem, findTalks, listConcerns, placeOfConcern } from "../talks/talk-reads.ts";

/** A mail that a state must have led to. `repeats` where it is told again in other words than at first. */
export type DueMail = { mailId: string; message: MessageId; about: MailAbout; changedAt: Instant; repeats?: string };

/** Answers are compared for so long, minutes: what was lost is found on the first day, and for a week of runs that failed. */
const lookBack = 8 * 24 * 60;
const pageLength = 100;

/** Every page of a list from its newest on, as long as `isRecent` holds of its last one. */
const recent = async <T>(
  read: (after: string | undefined) => Promise<T[]>,
  placeOf: (item: T) => string,
  isRecent: (item: T) => boolean,
): Promise<T[]> => {
  const all: T[] = [];
  for (let after: string | undefined; ; ) {
    const page = await read(after);
    all.push(...page);
    const last = page.at(-1);
    if (!last || page.length < pageLength || !isRecent(last)) return all.filter(isRecent);
    after = placeOf(last);
  }
};

const dueOfConcern = ({ talkId, concernId, answer }: ConcernItem, employerId: MailAbout["employerId"]): DueMail[] => {
  if (!answer) return [];
  const { at: changedAt, edition } = answer;
  const about = { employerId, talkId, cause: { key: concernKey(talkId, concernId), event: { kind: "concern.answered", edition } } };
  return [{ mailId: answerMailId({ talkId, concernId }, edition), message: "employer_concern_answered", about, changedAt }];
};

const dueOfInquiry = ({ inquiryId, answer }: InquiryItem): DueMail[] => {
  if (!answer) return [];
  const about = { inquiryId, cause: { key: inquiryKey(inquiryId), event: { kind: "inquiry.answered" } } };
  return [{ mailId: inquiryMailId(inquiryId), message: "inquiry_answered", about, changedAt: answer.at }];
};

/** Mails that follow from answers to firms at CEO talks and to inquiries of the last days. */
export const dueAnswers = async (db: Db, now: Instant): Promise<DueMail[]> => {
  const since = addMinutes(now, -lookBack);
  const [concerns, inquiries] = await Promise.all([
    recent(
      (after) => listConcerns(db, "answered", after, pageLength),
      placeOfConcern,
      ({ answer }) => answer !== undefined && answer.at >= since,
    ),
    // In the order in which they were asked: an answer may be much younger than its question.
    recent(
      (after) => listInquiries(db, "answered", after, pageLength),
      placeOfInquiry,
      ({ askedAt }) => askedAt >= addMinutes(since, -askedBefore),
    ),
  ]);
  const talks = await findTalks(
    db,
    concerns.map(({ talkId }) => talkId),
  );
  return [
    ...concerns.flatMap((concern) => {
      const talk = talks.get(concern.talkId);
      return talk ? dueOfConcern(concern, talk.employerId) : [];
    }),
    ...inquiries.flatMap(dueOfInquiry).filter(({ changedAt }) => changedAt >= since),
  ];
};

/** How long before its answer something may have been asked, minutes: inquiries are kept for six months. */
const askedBefore = 190 * 24 * 60;
