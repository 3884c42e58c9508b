import type { Labels } from "../../../shared/copy/codes.ts";
import type { Locale } from "../../../shared/domain/locale.ts";
import type { Choice } from "./field.tsx";

/** Choices of a select or a group of boxes, in the order of the schema. */
export const choicesOf = <Code extends string>(codes: readonly Code[], labels: Labels<Code>, locale: Locale): Choice[] =>
  codes.map((value) => ({ value, label: labels[value][locale] }));
