import { dueUntil } from "../../shared/domain/retention.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { findItem, findItems, type Item } from "../platform/db.ts";
import { employerTalkKey, leadTalkKey, mailKey } from "../platform/keys.ts";
import { answerMailId, type ConcernItem, findTalkNumber, listConcernsOf, listTalksUntil } from "../talks/talk-reads.ts";
import { destroyItems, type Run } from "./destroy-items.ts";

/** Talks that one run takes; the next run takes up the rest. */
const atOnce = 50;

const mailIdsOf = (concern: ConcernItem): string[] =>
  Array.from({ length: concern.answer?.edition ?? 0 }, (_, n) => answerMailId(concern, n + 1));

/** Firms at CEO talks of which nothing was written for long, with what they brought and the mails about it; the counts stay. */
export const purgeTalks = async (run: Run): Promise<number> => {
  const until = dueUntil("talk", seoulDateOf(run.clock.now()));
  let destroyed = 0;
  for (const talk of await listTalksUntil(run.db, until, atOnce)) {
    const { talkId, employerId, leadId } = talk;
    const concerns = await listConcernsOf(run.db, talkId);
    const [pointer, found, number, mails] = await Promise.all([
      employerId && findItem<Item>(run.db, employerTalkKey(employerId, talkId)),
      leadId && findItem<Item>(run.db, leadTalkKey(leadId, talkId)),
      findTalkNumber(run.db, talk),
      findItems(run.db, concerns.flatMap(mailIdsOf).map(mailKey)),
    ]);
    const rest = [pointer, found, number?.talkId === talkId ? number : undefined, ...mails].filter((item) => item !== undefined);
    destroyed += await destroyItems(run, [...rest, ...concerns, talk], { category: "talk" });
  }
  return destroyed;
};
