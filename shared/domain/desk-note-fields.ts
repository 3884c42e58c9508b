import * as z from "zod/mini";
import { ConsultationSaid } from "./consultation.ts";
import { NextStepSaid } from "./follow-up.ts";

/** What is typed into a note of a talk, but for days and times, which fields of their own kind give: checked on a phone, where nobody can be asked. */
export const DeskNoteFields = z.strictObject({ ...ConsultationSaid.shape, next: z.nullable(NextStepSaid) });
