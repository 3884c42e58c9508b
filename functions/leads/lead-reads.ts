import type { AccountId, EmployerId, LeadContactId, LeadId, LeadSourceId, TalkId, VisitId } from "../../shared/domain/ids.ts";
import type { LeadCloseReason, LeadContactDraft, LeadDraft, LeadStep } from "../../shared/domain/lead.ts";
import { monthOf, monthsBetween } from "../../shared/domain/months.ts";
import type { Posting } from "../../shared/domain/posting.ts";
import { addDays, type Instant, instantOf, type LocalDate, LocalTime } from "../../shared/domain/seoul-time.ts";
import type { LeadStage } from "../../shared/domain/states.ts";
import { type Db, findItem, findItems, type Item, queryItems, queryPartition } from "../platform/db.ts";
import {
  leadContactKey,
  leadContactPrefix,
  leadCountPartition,
  leadKey,
  leadNumberKey,
  leadPartition,
  leadPostingPrefix,
  leadStepsIndexPartition,
  leadsIndexPartition,
  leadsOfOwnerPartition,
  leadsOfSourcePartition,
  leadTalkPrefix,
} from "../platform/keys.ts";

/** A lead as it is kept. `next` is the step that stands in its owner's list, too: both are written in one transaction. */
export type StoredLead = {
  leadId: LeadId;
  stage: LeadStage;
  draft: LeadDraft;
  ownerId: AccountId;
  foundOn: LocalDate;
  /** When something was last written of it. */
  changedAt: Instant;
  next?: LeadStep;
  closed?: { reason: LeadCloseReason; words: string; on: LocalDate };
  employerId?: EmployerId;
} & LeadDays;

/** On which day it came how far, for the first time. */
export type LeadDays = { contactedOn?: LocalDate; visitedOn?: LocalDate; agreedOn?: LocalDate };
export type LeadItem = Item & StoredLead;

export type StoredLeadContact = LeadContactDraft & { leadId: LeadId; contactId: LeadContactId; byId: AccountId; writtenAt: Instant };
export type LeadContactItem = Item & StoredLeadContact;

export type LeadStepItem = Item & LeadStep & { leadId: LeadId; ownerId: AccountId };
/** What is left of a lead when it is no longer kept; it names nobody. */
export type LeadCountItem = Item & LeadDays & { foundOn: LocalDate; sourceId?: LeadSourceId; employerId?: EmployerId };

export const findLead = (db: Db, leadId: LeadId): Promise<LeadItem | undefined> => findItem<LeadItem>(db, leadKey(leadId));

export const findLeads = async (db: Db, ids: readonly LeadId[]): Promise<Map<LeadId, LeadItem>> => {
  const items = ids.length > 0 ? ((await findItems(db, ids.map(leadKey))) as (LeadItem | undefined)[]) : [];
  return new Map(items.flatMap((item) => (item ? [[item.leadId, item]] : [])));
};

export const findLeadContact = (db: Db, leadId: LeadId, contactId: LeadContactId): Promise<LeadContactItem | undefined> =>
  findItem<LeadContactItem>(db, leadContactKey(leadId, contactId));

/** At most so many contacts are shown. */
const mostContacts = 200;

/** Contacts with a firm, the newest first. */
export const listLeadContacts = (db: Db, leadId: LeadId): Promise<LeadContactItem[]> =>
  queryItems<LeadContactItem>(
    db,
    {
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
      ExpressionAttributeValues: { ":pk": leadPartition(leadId), ":prefix": leadContactPrefix },
      ScanIndexForward: false,
    },
    mostContacts,
  );

/** A posting of a firm that is no employer yet: it becomes the employer's when the firm agrees. */
export type LeadPosting = Pick<Posting, "postingId" | "draft" | "validFrom" | "source"> & { leadId: LeadId };
type LeadPostingItem = Item & LeadPosting;

/** At most so many postings of a firm are shown, and go with it. */
const mostPostings = 40;

/** Postings that came with a list, the firm's own. */
export const listLeadPostings = (db: Db, leadId: LeadId): Promise<LeadPostingItem[]> =>
  queryItems<LeadPostingItem>(
    db,
    {
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
      ExpressionAttributeValues: { ":pk": leadPartition(leadId), ":prefix": leadPostingPrefix },
    },
    mostPostings,
  );

/** Everything of a lead but its business number, which stands by itself. */
export const listLeadItems = (db: Db, leadId: LeadId): Promise<Item[]> =>
  queryItems(db, { KeyConditionExpression: "pk = :pk", ExpressionAttributeValues: { ":pk": leadPartition(leadId) } });

/** The lead that has a business number. */
export const findLeadWith = async (db: Db, businessNumber: string): Promise<LeadItem | undefined> => {
  const pointer = await findItem<Item & { leadId: LeadId }>(db, leadNumberKey(businessNumber));
  return pointer && findLead(db, pointer.leadId);
};

/** Which firms: those at a stage, of somebody, or of a source. One of these: each is an index of its own, in one order. */
export type LeadFilter = { stage: LeadStage } | { ownerId: AccountId } | { sourceId: LeadSourceId };

const partitionOf = (filter: LeadFilter): string => {
  if ("stage" in filter) return leadsIndexPartition(filter.stage);
  return "ownerId" in filter ? leadsOfOwnerPartition(filter.ownerId) : leadsOfSourcePartition(filter.sourceId);
};

/** The place in a list: the same in each of them. */
type LeadPlace = Item & { leadId: LeadId; gsi1sk: string };

/** Firms, those with the newest entry first; a moment old. `before`: the place in the list after which to begin. */
export const listLeadPlaces = (db: Db, filter: LeadFilter, before: string | undefined, limit: number): Promise<LeadPlace[]> =>
  queryItems<LeadPlace>(
    db,
    {
      IndexName: "gsi1",
      KeyConditionExpression: before === undefined ? "gsi1pk = :list" : "gsi1pk = :list AND gsi1sk < :before",
      ExpressionAttributeValues: { ":list": partitionOf(filter), ...(before !== undefined && { ":before": before }) },
      ScanIndexForward: false,
    },
    limit,
  );

/** CEO talks for which a firm was signed up. */
export const listLeadTalks = (db: Db, leadId: LeadId): Promise<(Item & { talkId: TalkId; visitId: VisitId })[]> =>
  queryPartition<Item & { talkId: TalkId; visitId: VisitId }>(db, leadPartition(leadId), leadTalkPrefix);

/** Leads at a stage of which nothing was written since a day; a moment old. */
export const listLeadsUntil = (db: Db, stage: LeadStage, until: LocalDate, limit: number): Promise<LeadItem[]> =>
  queryItems<LeadItem>(
    db,
    {
      IndexName: "gsi1",
      KeyConditionExpression: "gsi1pk = :stage AND gsi1sk < :end",
      ExpressionAttributeValues: { ":stage": leadsIndexPartition(stage), ":end": instantOf(addDays(until, 1), LocalTime.parse("00:00")) },
    },
    limit,
  );

/** What somebody has to do next with firms, by day; a moment old. */
export const listLeadSteps = (db: Db, ownerId: AccountId, after: string | undefined, limit: number): Promise<LeadStepItem[]> =>
  queryItems<LeadStepItem>(
    db,
    {
      IndexName: "gsi1",
      KeyConditionExpression: after === undefined ? "gsi1pk = :owner" : "gsi1pk = :owner AND gsi1sk > :after",
      ExpressionAttributeValues: { ":owner": leadStepsIndexPartition(ownerId), ...(after !== undefined && { ":after": after }) },
    },
    limit,
  );
export const placeOfStep = ({ dueOn, leadId }: Pick<LeadStepItem, "dueOn" | "leadId">): string => `${dueOn}#${leadId}`;

/** How far the leads came that were found from one day to another, month by month. */
export const listLeadCounts = async (db: Db, from: LocalDate, to: LocalDate): Promise<LeadCountItem[]> => {
  const months = await Promise.all(
    monthsBetween(monthOf(from), monthOf(to)).map((month) => queryPartition<LeadCountItem>(db, leadCountPartition(month), "2")),
  );
  return months.flat().filter(({ foundOn }) => foundOn >= from && foundOn <= to);
};
