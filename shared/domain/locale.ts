import * as z from "zod/mini";

/** Languages that the product speaks. Korean comes first: it defines the words, English must have the same ones. */
export const locales = ["ko", "en"] as const;

export const Locale = z.enum(locales);
export type Locale = z.infer<typeof Locale>;
