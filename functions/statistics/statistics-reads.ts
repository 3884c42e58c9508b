import type { PersonId } from "../../shared/domain/ids.ts";
import type { PersonEducation, Sex } from "../../shared/domain/statistics.ts";
import type { ItemConsent } from "../consents/consent-writes.ts";
import { type Db, findItems, type Item } from "../platform/db.ts";
import { statisticsKey } from "../platform/keys.ts";
import { idsOfSame } from "../registrations/person-reads.ts";

/** What somebody gave for reports, with what they agreed to for it, beside its person, so that it goes where they go: neither is there without the other. */
export type StatisticsItem = Item & ItemConsent & { personId: PersonId; sex?: Sex; education?: PersonEducation };

/** Of what stands under several records of one person, what they said last. */
export const newestStatistics = (items: readonly (StatisticsItem | undefined)[]): StatisticsItem | undefined =>
  items.filter((item) => item !== undefined).sort((a, b) => b.givenAt.localeCompare(a.givenAt))[0];

export const findStatisticsOf = async (db: Db, personId: PersonId): Promise<StatisticsItem | undefined> =>
  newestStatistics((await findItems(db, (await idsOfSame(db, personId)).map(statisticsKey))) as (StatisticsItem | undefined)[]);
