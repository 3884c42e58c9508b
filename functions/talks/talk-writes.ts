import {
  concernCountKey,
  concernKey,
  concernsIndex,
  employerTalkKey,
  type Key,
  leadTalkKey,
  talkKey,
  talkNumberKey,
  talksIndex,
} from "../platform/keys.ts";
import type { Limit } from "../platform/limits.ts";
import type { Write } from "../platform/transact.ts";
import { upsert } from "../platform/upsert.ts";
import { type ConcernItem, orderOf, type StoredConcern, type StoredTalk, type TalkItem } from "./talk-reads.ts";

type TalkWrites = Readonly<Record<string, Write>>;

/** Of one firm: more are a mistake, or mischief. */
export const talkLimit: Limit = { minutes: 24 * 60, max: 20 };

const indexOf = (concern: StoredConcern) =>
  concernsIndex(concern.state === "answered" ? "answered" : "open", orderOf(concern), concern.concernId);

const putOnce = (item: Key & Record<string, unknown>): Write => ({
  Put: { Item: { ...item, version: 1 }, ConditionExpression: "attribute_not_exists(pk)" },
});

type Counted = Pick<StoredConcern, "concernId" | "category" | "broughtOn" | "dueOn"> & { state: StoredConcern["state"] | "withdrawn" };
const countOf = ({ concernId, category, broughtOn, state, dueOn }: Counted): Write =>
  upsert(concernCountKey(broughtOn, concernId), "concern-count", { concernId, category, broughtOn, state, dueOn });

const addConcern = (concern: StoredConcern, n: number): TalkWrites => ({
  [`concern ${n}`]: putOnce({ ...concernKey(concern.talkId, concern.concernId), ...indexOf(concern), type: "concern", ...concern }),
  [`count ${n}`]: countOf(concern),
});

/** A firm with all that it brings: refused as "talk" where there is one of this id. */
export const addTalk = (talk: StoredTalk, concerns: readonly StoredConcern[]): TalkWrites => ({
  talk: putOnce({ ...talkKey(talk.talkId), ...talksIndex(talk.changedAt, talk.talkId), type: "talk", ...talk }),
  ...(talk.employerId && {
    pointer: putOnce({ ...employerTalkKey(talk.employerId, talk.talkId), type: "employer-talk", talkId: talk.talkId }),
  }),
  ...(talk.leadId && {
    found: putOnce({ ...leadTalkKey(talk.leadId, talk.talkId), type: "lead-talk", talkId: talk.talkId, visitId: talk.visitId }),
  }),
  ...Object.assign({}, ...concerns.map(addConcern)),
});

/** Whose sign-up for a visit has a business number: by staff once, as "number"; a firm itself may sign up again with more. */
export const noteTalkNumber = ({ talkId, visitId, businessNumber }: StoredTalk, isOnce: boolean): TalkWrites => {
  if (!businessNumber) return {};
  const item = { ...talkNumberKey(businessNumber, visitId), type: "talk-number", talkId };
  return { number: isOnce ? putOnce(item) : { Put: { Item: { ...item, version: 1 } } } };
};

/** A concern as it is from now on: refused as "concern" when it has changed since it was read, or went with its firm. */
export const changeConcern = (before: ConcernItem, after: StoredConcern, changedAt: StoredTalk["changedAt"]): TalkWrites => {
  const { talkId, concernId, state, ownerId, dueOn, answer } = after;
  return {
    concern: upsert(
      concernKey(talkId, concernId),
      "concern",
      { state, ownerId, dueOn, answer, ...indexOf(after) },
      { expression: "version = :seen", values: { ":seen": before.version } },
    ),
    count: countOf(after),
    talk: upsert(talkKey(talkId), "talk", { changedAt, ...talksIndex(changedAt, talkId) }),
  };
};

type Corrected = { was: ConcernItem | undefined; now: StoredConcern };

const correctConcern = ({ was, now }: Corrected, n: number): TalkWrites => {
  if (!was) return addConcern(now, n);
  const { talkId, concernId, category, text } = now;
  const seen = { expression: "version = :seen", values: { ":seen": was.version } };
  return { [`concern ${n}`]: upsert(concernKey(talkId, concernId), "concern", { category, text }, seen), [`count ${n}`]: countOf(now) };
};

/** Whose the business number is at the visit to which a firm is moved, by staff as when they sign it up: refused as "number". */
const moveNumber = (before: TalkItem, after: StoredTalk, hasNumber: boolean): TalkWrites =>
  before.visitId === after.visitId || !before.businessNumber
    ? {}
    : {
        ...noteTalkNumber(after, true),
        ...(hasNumber && { numberBefore: { Delete: { Key: talkNumberKey(before.businessNumber, before.visitId) } } }),
      };

/** What was written down, corrected: refused as "talk" when anything was written of the firm or of a concern since it was read. */
export const rewriteTalk = (
  before: TalkItem,
  after: StoredTalk,
  concerns: readonly Corrected[],
  { hasNumber, hasLead }: { hasNumber: boolean; hasLead: boolean },
): TalkWrites => {
  const { talkId, visitId, nameKo, contact, changedAt, leadId } = after;
  return {
    talk: upsert(
      talkKey(talkId),
      "talk",
      { visitId, nameKo, contact, changedAt, ...talksIndex(changedAt, talkId) },
      { expression: "version = :seen", values: { ":seen": before.version } },
    ),
    ...moveNumber(before, after, hasNumber),
    // The half of a firm that was found goes when that is deleted, and is not brought back.
    ...(leadId &&
      hasLead &&
      visitId !== before.visitId && {
        found: upsert(leadTalkKey(leadId, talkId), "lead-talk", { visitId }, { expression: "attribute_exists(pk)", values: {} }),
      }),
    ...Object.assign({}, ...concerns.map(correctConcern)),
  };
};

/** Everything of a firm goes but the counts; refused as "talk" when something was written of it since it was read: an answer would be counted as none. */
export const dropTalk = (talk: TalkItem, concerns: readonly ConcernItem[], hasNumber: boolean): TalkWrites => ({
  talk: {
    Delete: {
      Key: talkKey(talk.talkId),
      ConditionExpression: "version = :seen",
      ExpressionAttributeValues: { ":seen": talk.version },
    },
  },
  ...(talk.employerId && { pointer: { Delete: { Key: employerTalkKey(talk.employerId, talk.talkId) } } }),
  ...(talk.leadId && { found: { Delete: { Key: leadTalkKey(talk.leadId, talk.talkId) } } }),
  ...(talk.businessNumber && hasNumber && { number: { Delete: { Key: talkNumberKey(talk.businessNumber, talk.visitId) } } }),
  ...Object.fromEntries(
    concerns.flatMap((concern, n) => [
      [`concern ${n}`, { Delete: { Key: concernKey(concern.talkId, concern.concernId) } }],
      ...(concern.state === "answered" ? [] : [[`count ${n}`, countOf({ ...concern, state: "withdrawn" })] as const]),
    ]),
  ),
});
