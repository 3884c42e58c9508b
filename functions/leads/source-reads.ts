import type { LeadSourceId } from "../../shared/domain/ids.ts";
import type { LeadSourceDraft } from "../../shared/domain/lead.ts";
import type { LocalDate } from "../../shared/domain/seoul-time.ts";
import { type Db, findItem, type Item, queryItems } from "../platform/db.ts";
import { leadSourceKey, leadSourcePartition, leadSourcePrefix } from "../platform/keys.ts";

export type LeadSourceItem = Item & LeadSourceDraft & { sourceId: LeadSourceId; lookedOn?: LocalDate };

export const findLeadSource = (db: Db, sourceId: LeadSourceId): Promise<LeadSourceItem | undefined> =>
  findItem<LeadSourceItem>(db, leadSourceKey(sourceId));

/** At most so many sources. */
export const mostSources = 200;

export const listLeadSources = (db: Db): Promise<LeadSourceItem[]> =>
  queryItems<LeadSourceItem>(
    db,
    {
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
      ExpressionAttributeValues: { ":pk": leadSourcePartition, ":prefix": leadSourcePrefix },
    },
    mostSources,
  );
