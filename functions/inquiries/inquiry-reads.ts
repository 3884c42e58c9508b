import type { AccountId, InquiryId } from "../../shared/domain/ids.ts";
import type { InquiryDraft } from "../../shared/domain/inquiry.ts";
import { addDays, type Instant, instantOf, type LocalDate, LocalTime } from "../../shared/domain/seoul-time.ts";
import { type Db, findItem, findItems, type Item, queryItems } from "../platform/db.ts";
import { inquiriesIndexPartition, inquiryKey } from "../platform/keys.ts";

export type InquiryList = "open" | "answered";

/** What somebody asked, as it is kept. */
export type StoredInquiry = Omit<InquiryDraft, "agreed"> & {
  inquiryId: InquiryId;
  askedAt: Instant;
  answer?: { text: string; at: Instant; byId: AccountId };
};
export type InquiryItem = Item & StoredInquiry;

export const findInquiry = (db: Db, inquiryId: InquiryId): Promise<InquiryItem | undefined> =>
  findItem<InquiryItem>(db, inquiryKey(inquiryId));

export const findInquiries = async (db: Db, ids: readonly InquiryId[]): Promise<Map<InquiryId, InquiryItem>> => {
  const items = ids.length > 0 ? ((await findItems(db, ids.map(inquiryKey))) as (InquiryItem | undefined)[]) : [];
  return new Map(items.flatMap((item) => (item ? [[item.inquiryId, item]] : [])));
};

/** A page of what was asked: without an answer the oldest first, answered the newest first; a moment old. */
export const listInquiries = (db: Db, list: InquiryList, after: string | undefined, limit: number): Promise<InquiryItem[]> => {
  const isOpen = list === "open";
  const beyond = isOpen ? "gsi1sk > :after" : "gsi1sk < :after";
  return queryItems<InquiryItem>(
    db,
    {
      IndexName: "gsi1",
      KeyConditionExpression: after === undefined ? "gsi1pk = :list" : `gsi1pk = :list AND ${beyond}`,
      ExpressionAttributeValues: { ":list": inquiriesIndexPartition(list), ...(after !== undefined && { ":after": after }) },
      ScanIndexForward: isOpen,
    },
    limit,
  );
};
export const placeOfInquiry = ({ askedAt, inquiryId }: Pick<InquiryItem, "askedAt" | "inquiryId">): string => `${askedAt}#${inquiryId}`;

/** What was asked up to a day, answered or not; a moment old. */
export const listInquiriesUntil = (db: Db, list: InquiryList, until: LocalDate, limit: number): Promise<InquiryItem[]> =>
  queryItems<InquiryItem>(
    db,
    {
      IndexName: "gsi1",
      KeyConditionExpression: "gsi1pk = :list AND gsi1sk < :end",
      ExpressionAttributeValues: {
        ":list": inquiriesIndexPartition(list),
        ":end": instantOf(addDays(until, 1), LocalTime.parse("00:00")),
      },
    },
    limit,
  );

export const inquiryMailId = (inquiryId: InquiryId): string => `${inquiryId}.answered`;
