import * as z from "zod/mini";
import { CentreService } from "./services.ts";
import { oneLine, PersonName, PhoneNumber } from "./text.ts";

/** What somebody who came without a registration needs: a service of the centre, an interview, or another thing, said in the note. */
const WalkInNeed = z.union([CentreService, z.literal("interview"), z.literal("other")]);
export type WalkInNeed = z.infer<typeof WalkInNeed>;

/**
 * What is written down of a walk-in: sealed on the phone (`sealed-note.ts`), opened by the server. An anonymous consultation has a nickname and no number
 * to call.
 */
export const WalkInNote = z
  .strictObject({
    name: PersonName,
    isNickname: z.boolean(),
    need: WalkInNeed,
    phone: z.optional(PhoneNumber),
    note: z.optional(oneLine(200)),
  })
  .check(z.refine(({ isNickname, phone }) => !isNickname || phone === undefined, { path: ["phone"], error: "anonymous-phone" }));
export type WalkInNote = z.infer<typeof WalkInNote>;
