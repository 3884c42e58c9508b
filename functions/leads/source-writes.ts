import type { LeadSourceId } from "../../shared/domain/ids.ts";
import type { LeadSourceDraft } from "../../shared/domain/lead.ts";
import type { LocalDate } from "../../shared/domain/seoul-time.ts";
import { leadSourceKey } from "../platform/keys.ts";
import type { Update, Write } from "../platform/transact.ts";
import { upsert } from "../platform/upsert.ts";

/** A source as it is from now on; when it was last looked through stays. */
export const putLeadSource = (sourceId: LeadSourceId, { nameKo, kind, where, lookerId, everyDays, ended }: LeadSourceDraft): Write =>
  upsert(leadSourceKey(sourceId), "lead-source", { sourceId, nameKo, kind, where, lookerId, everyDays, ended });

/** Refused where there is no such source. */
export const noteLook = (sourceId: LeadSourceId, lookedOn: LocalDate): Update => ({
  Update: {
    Key: leadSourceKey(sourceId),
    UpdateExpression: "SET lookedOn = :today ADD version :one",
    ConditionExpression: "attribute_exists(pk)",
    ExpressionAttributeValues: { ":today": lookedOn, ":one": 1 },
  },
});
