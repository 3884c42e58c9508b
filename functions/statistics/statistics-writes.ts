import type { PersonId } from "../../shared/domain/ids.ts";
import type { Instant } from "../../shared/domain/seoul-time.ts";
import type { StatisticsDraft } from "../../shared/domain/statistics.ts";
import type { ItemConsent } from "../consents/consent-writes.ts";
import { statisticsKey } from "../platform/keys.ts";
import type { Write } from "../platform/transact.ts";
import { upsert } from "../platform/upsert.ts";

/** In the place of what was said before. */
export const putStatistics = (personId: PersonId, { sex, education }: StatisticsDraft, consent: ItemConsent): Write =>
  upsert(statisticsKey(personId), "statistics", { personId, sex, education, ...consent });

/** Takes it away, as it was given up to a moment; refused where it was given anew since. Nothing where there is none. */
export const dropStatistics = (personId: PersonId, until: Instant): Write => ({
  Delete: {
    Key: statisticsKey(personId),
    ConditionExpression: "attribute_not_exists(pk) OR givenAt <= :until",
    ExpressionAttributeValues: { ":until": until },
  },
});
