import * as z from "zod/mini";
import { RegistrationId, VisitId } from "../domain/ids.ts";
import { LocalDate } from "../domain/seoul-time.ts";
import { oneLine } from "../domain/text.ts";
import { operations } from "./operation.ts";

/** Somebody as they are told from others, and the newest visits that they were registered for. */
export const PersonAnywhere = z.strictObject({
  name: z.string(),
  birthYear: z.int(),
  /** Last four digits of their number. */
  phoneEnd: z.nullable(z.string()),
  visits: z.array(z.strictObject({ visitId: VisitId, registrationId: RegistrationId, date: LocalDate, placeNameKo: z.string() })),
});
export type PersonAnywhere = z.infer<typeof PersonAnywhere>;

/** People over all visits. */
export const peopleSearchOperations = operations({
  "POST /api/office/people-search": {
    summary:
      "Who was ever registered under this whole name, or with a number that ends in these four digits; at most 20. A name is not in the address. The look is logged, also one that finds nobody; 60 an hour.",
    who: { staff: ["counsellor", "manager"] },
    body: z.strictObject({ text: oneLine(60) }),
    answers: { 200: z.strictObject({ people: z.array(PersonAnywhere), more: z.boolean() }) },
    problems: ["too-many-requests"],
  },
});
