import type * as z from "zod/mini";
import { type FieldProblem, type FieldProblemCode, fieldProblems } from "./catalogue.ts";

const known = new Set<string>(fieldProblems);
const isKnown = (message: string): message is FieldProblemCode => known.has(message);

/** The JSON pointer (RFC 6901) of a path. */
export const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

/** Whether the field that chooses between forms of a body was given, rightly or not. */
const isChosen = (input: unknown, field: string): boolean => typeof input === "object" && input !== null && Object.hasOwn(input, field);

const codeOf = (issue: z.core.$ZodIssue): FieldProblemCode => {
  if (isKnown(issue.message)) return issue.message;
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "required" : "wrong-type";
    case "unrecognized_keys":
      return "unknown-field";
    case "invalid_value":
      return "not-a-choice";
    case "invalid_union":
      return issue.discriminator === undefined || isChosen(issue.input, issue.discriminator) ? "not-a-choice" : "required";
    case "too_small":
      return issue.origin === "string" || issue.origin === "array" ? "too-short" : "too-small";
    case "too_big":
      return issue.origin === "string" || issue.origin === "array" ? "too-long" : "too-big";
    case "not_multiple_of":
      return "wrong-step";
    case "invalid_format":
      // A field that was left empty, as forms send it.
      if (issue.input === "") return "required";
      return issue.format === "date" || issue.format === "time" || issue.format === "datetime" ? "date-format" : "format";
    default:
      return "format";
  }
};

const limitOf = (issue: z.core.$ZodIssue): number | undefined => {
  if (issue.code === "too_small") return Number(issue.minimum);
  if (issue.code === "too_big") return Number(issue.maximum);
  return issue.code === "not_multiple_of" ? issue.divisor : undefined;
};

/**
 * Turns a failed parse into refused fields with pointers; used by the API and by forms alike. Parse with `{ reportInput: true }`, so that a
 * missing field is told from a wrong one.
 */
export const fieldProblemsOf = (error: z.core.$ZodError, root = ""): FieldProblem[] => {
  const problems = error.issues.flatMap((issue): FieldProblem[] => {
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => ({ pointer: root + pointerOf([...issue.path, key]), code: "unknown-field" }));
    const limit = limitOf(issue);
    return [{ pointer: root + pointerOf(issue.path), code: codeOf(issue), ...(limit !== undefined && { limit }) }];
  });
  // Two checks of one field may say the same.
  return [...new Map(problems.map((problem) => [`${problem.pointer} ${problem.code}`, problem])).values()];
};
