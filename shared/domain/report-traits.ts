import type * as z from "zod/mini";
import type { Occupation } from "./posting.ts";
import { ageBands, noPeople, peopleNames, type ReportPeople } from "./report.ts";
import { PersonEducation, Sex } from "./statistics.ts";

/** Major groups of the Korean Employment Classification of Occupations: the first digit of a middle group. */
export const occupationMajors = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;
export type OccupationMajor = (typeof occupationMajors)[number];
export const majorOf = (occupation: z.infer<typeof Occupation>): OccupationMajor => occupation.slice(0, 1) as OccupationMajor;

/**
 * By what people are told apart in a report (`codes.json` → reportMetrics, dimensions), and into which groups: by age in the year of the visit, sex and education as
 * they gave them for reports, the work that they wish for most. `unknown`: whoever did not say it, has taken it back, or came without a registration.
 */
export const traitGroups = {
  age: [...ageBands, "unknown"],
  sex: [...Sex.options, "unknown"],
  education: [...PersonEducation.options, "unknown"],
  occupation: [...occupationMajors, "unknown"],
} as const;
export type Trait = keyof typeof traitGroups;
export type TraitGroup<T extends Trait = Trait> = (typeof traitGroups)[T][number];
export const traits = Object.keys(traitGroups) as Trait[];

/** The group of one person in each. */
export type PersonTraits = { [T in Trait]: TraitGroup<T> };
export const nothingKnown: PersonTraits = { age: "unknown", sex: "unknown", education: "unknown", occupation: "unknown" };

/** People by group, kind by kind: each column adds up to all people of its kind. */
export type TraitTable<N = number> = { [T in Trait]: Record<TraitGroup<T>, Record<keyof ReportPeople, N>> };

const tableOf = <N>(row: (trait: Trait, group: TraitGroup) => Record<keyof ReportPeople, N>): TraitTable<N> =>
  Object.fromEntries(
    traits.map((trait) => [trait, Object.fromEntries(traitGroups[trait].map((group) => [group, row(trait, group)]))]),
  ) as unknown as TraitTable<N>;

/** The row of a group, by names that go through all of them. */
export const rowOf = <N>(table: TraitTable<N>, trait: Trait, group: TraitGroup): Record<keyof ReportPeople, N> =>
  (table[trait] as Record<TraitGroup, Record<keyof ReportPeople, N>>)[group] as Record<keyof ReportPeople, N>;

export const noTraits = (): TraitTable => tableOf(() => ({ ...noPeople }));

/** Adds so many people of whom this is known. */
export const addPeople = (table: TraitTable, kind: keyof ReportPeople, whose: PersonTraits, count = 1): void => {
  for (const trait of traits) rowOf(table, trait, whose[trait])[kind] += count;
};

export const addTraits = (a: TraitTable, b: TraitTable): TraitTable =>
  tableOf((trait, group) => {
    const [one, other] = [rowOf(a, trait, group), rowOf(b, trait, group)];
    return Object.fromEntries(peopleNames.map((kind) => [kind, one[kind] + other[kind]])) as ReportPeople;
  });

/** Below this a number about a group may tell who somebody is (`PRIVACY-SECURITY.md` 3). */
const smallest = 5;

/**
 * How many of the numbers, the smallest first, are hidden so that the sum tells none from one to four: all below five, those of nobody included, and then as many
 * more as it takes until a small one could still be one of several numbers for a reader who knows this rule. Such a reader knows that the small ones are at most
 * four, that the others are at least five, and no greater than the smallest that is shown.
 */
const howManyHidden = (sorted: readonly number[]): number => {
  const small = sorted.filter((n) => n < smallest).length;
  if (!sorted.some((n) => n > 0 && n < smallest)) return 0;
  let hidden = small;
  while (hidden < sorted.length) {
    const sum = sorted.slice(0, hidden).reduce((all, n) => all + n, 0);
    const others = hidden - small;
    const mostOfOthers = (small - 1) * (smallest - 1) + others * (sorted[hidden] ?? Number.POSITIVE_INFINITY);
    // One that is small alone is not of nobody, or nothing would be hidden.
    const least = Math.max(small === 1 ? 1 : 0, sum - mostOfOthers);
    const most = Math.min(smallest - 1, sum - others * smallest);
    if (least < most) break;
    hidden += 1;
  }
  return hidden;
};

/** Numbers of groups as they may be shown beside their sum: null for what is hidden. */
export const masked = <Group extends string>(counts: Readonly<Record<Group, number>>): Record<Group, number | null> => {
  const groups = (Object.entries(counts) as [Group, number][]).sort(([, a], [, b]) => a - b);
  const hidden = new Set(groups.slice(0, howManyHidden(groups.map(([, n]) => n))).map(([group]) => group));
  return Object.fromEntries(
    (Object.entries(counts) as [Group, number][]).map(([group, n]) => [group, hidden.has(group) ? null : n]),
  ) as Record<Group, number | null>;
};

/** To the nearest five: of two reports of times that overlap the difference tells no number from one to four. */
const rounded = (n: number): number => Math.round(n / smallest) * smallest;

/** Groups of people as they may be shown where times can be chosen freely: hidden as beside their sum, and what is shown is rounded. */
export const shownGroups = <Group extends string>(counts: Readonly<Record<Group, number>>): Record<Group, number | null> => {
  const hidden = masked(counts);
  return Object.fromEntries(
    (Object.entries(hidden) as [Group, number | null][]).map(([group, n]) => [group, n === null ? null : rounded(n)]),
  ) as Record<Group, number | null>;
};

/** A table as it may be shown: each column by itself, since each has a sum of its own. */
export const maskedTraits = (table: TraitTable): TraitTable<number | null> => {
  const columns = Object.fromEntries(
    traits.map((trait) => [
      trait,
      Object.fromEntries(
        peopleNames.map((kind) => [
          kind,
          shownGroups(Object.fromEntries(traitGroups[trait].map((group) => [group, rowOf(table, trait, group)[kind]]))),
        ]),
      ),
    ]),
  );
  return tableOf(
    (trait, group) =>
      Object.fromEntries(peopleNames.map((kind) => [kind, columns[trait]?.[kind]?.[group] ?? null])) as Record<
        keyof ReportPeople,
        number | null
      >,
  );
};
