import type { PersonId } from "../../shared/domain/ids.ts";
import { ageBandOf } from "../../shared/domain/report.ts";
import { majorOf, type PersonTraits } from "../../shared/domain/report-traits.ts";
import { type EnrolmentItem, enrolmentThatCounts } from "../enrolments/enrolment-reads.ts";
import { type Db, findItems } from "../platform/db.ts";
import { enrolmentKey, statisticsKey } from "../platform/keys.ts";
import { findPeople, oneOf, type PersonItem } from "../registrations/person-reads.ts";
import { newestStatistics, type StatisticsItem } from "../statistics/statistics-reads.ts";

/**
 * What is known of people by what they gave themselves: their year of birth in a year, sex and education where they gave them for reports, and the work that they
 * named first of what they look for. By the one id of each person, whatever records they have; of whoever is known no more nothing is in it.
 */
export const findTraits = async (db: Db, known: ReadonlyMap<PersonId, PersonItem>, year: number): Promise<Map<PersonId, PersonTraits>> => {
  const firsts = await findPeople(
    db,
    [...new Set([...known.values()].map(oneOf))].filter((id) => !known.has(id)),
  );
  const records = Map.groupBy([...known.values(), ...firsts.values()], oneOf);
  const people = [...records].map(([one, items]) => ({
    ...{ one, birthYear: items.find(({ personId }) => personId === one)?.birthYear ?? items[0]?.birthYear ?? year },
    ids: [...new Set(items.flatMap(({ personId, also }) => [personId, ...(also ?? [])]))],
  }));
  const ids = people.flatMap((person) => person.ids);
  const [enrolments, statistics] = await Promise.all([findItems(db, ids.map(enrolmentKey)), findItems(db, ids.map(statisticsKey))]);
  const enrolmentOf = new Map(ids.map((id, i) => [id, enrolments[i] as EnrolmentItem | undefined]));
  const statisticsOf = new Map(ids.map((id, i) => [id, statistics[i] as StatisticsItem | undefined]));
  return new Map(
    people.map(({ one, birthYear, ids: own }): [PersonId, PersonTraits] => {
      const [wished] = enrolmentThatCounts(own.map((id) => enrolmentOf.get(id)))?.draft?.occupations ?? [];
      const { sex, education } = newestStatistics(own.map((id) => statisticsOf.get(id))) ?? {};
      const occupation = wished ? majorOf(wished) : "unknown";
      return [one, { age: ageBandOf(birthYear, year), sex: sex ?? "unknown", education: education ?? "unknown", occupation }];
    }),
  );
};
