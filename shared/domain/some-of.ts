import * as z from "zod/mini";

/** At most so many, each once. */
export const someOf = <T extends z.ZodMiniType>(code: T, most: number) =>
  z.array(code).check(
    z.maxLength(most),
    z.refine((codes) => new Set(codes).size === codes.length, { error: "twice" }),
  );
