import { sameName } from "./slot.ts";

/** What people are told from one another by. `phoneEnd`: the last digits of their number, where they gave one. */
export type Likeness = { name: string; birthYear: number; phoneEnd: string | null };

/** Alike in name and year of birth are one text, however the name was typed. Nothing that names anybody: it is hashed before it becomes part of a key. */
export const likenessText = ({ name, birthYear }: Pick<Likeness, "name" | "birthYear">): string => `${sameName(name)}|${birthYear}`;

/**
 * Whether two records may be of one person: the name and the year of birth agree, and then what the number says. Two who are called the same and were born in
 * one year are common, so that a different number is said, and whoever merges decides.
 */
export const phoneLikeness = (one: Likeness, other: Likeness): "same" | "missing" | "different" | undefined => {
  if (likenessText(one) !== likenessText(other)) return undefined;
  if (one.phoneEnd === null || other.phoneEnd === null) return "missing";
  return one.phoneEnd === other.phoneEnd ? "same" : "different";
};
