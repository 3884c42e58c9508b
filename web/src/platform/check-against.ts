import type * as z from "zod/mini";
import type { FieldError } from "./api.ts";
import { pageLocale } from "./locale.ts";

/**
 * Checks a body with the schema that the API uses and answers in the same words. Schema and words load when first needed, so that no form costs a
 * page its start: `check: checkAgainst(() => import("…/registration.ts").then((module) => module.RegistrationForm))`.
 */
export const checkAgainst =
  (load: () => Promise<z.ZodMiniType>) =>
  async (body: unknown): Promise<readonly FieldError[]> => {
    try {
      const [schema, { fieldProblemsOf }, { fieldProblemWords }] = await Promise.all([
        load(),
        import("../../../shared/problem/field-problems.ts"),
        import("../../../shared/copy/field-problems.ts"),
      ]);
      const parsed = schema.safeParse(body, { reportInput: true });
      if (parsed.success) return [];
      return fieldProblemsOf(parsed.error).map(({ pointer, code, limit }) => ({
        pointer,
        detail: fieldProblemWords[code][pageLocale()](limit),
      }));
    } catch {
      // The checks did not load: the API judges anyway.
      return [];
    }
  };
