import * as z from "zod/mini";
import { JobRow, type SeoulRow, seoulColumnNames } from "../domain/job-row.ts";
import { mostRowsAtOnce } from "../domain/row-import.ts";
import { BusinessNumber } from "../domain/text.ts";
import { ImportedRow } from "./leads.ts";
import { operations } from "./operation.ts";

/** Who finds firms, and who answers for what is given out. */
const office = { staff: ["outreach", "manager"] } as const;

/** What became of a row: with whom its posting is now. */
export const ImportedJob = z.strictObject({ ...ImportedRow.shape, at: z.nullable(z.enum(["employer", "lead"])) });
export type ImportedJob = z.infer<typeof ImportedJob>;

const Row = z.strictObject(
  Object.fromEntries(seoulColumnNames.map((column) => [column, z.string()])) as Record<keyof SeoulRow, z.ZodMiniString>,
);

/** Postings as Seoul's open data has them (`GetJobInfo`), taken in and given out. */
export const jobListOperations = operations({
  "POST /api/office/posting-imports": {
    summary:
      "Take in some rows of a list of postings in the shape of Seoul's open data. A row is known by its number JO_REQST_NO, so that the same row, in whichever file, is one posting. It becomes a posting of the employer that has its business number, else of the firm as a lead. Rows that cannot be taken are explained and keep no other from being taken.",
    who: office,
    body: z.strictObject({
      /** Whose postings all of them are, where the list does not say. */
      businessNumber: z.optional(BusinessNumber),
      rows: z.array(JobRow).check(z.minLength(1, { error: "required" }), z.maxLength(mostRowsAtOnce)),
    }),
    answers: { 200: z.strictObject({ rows: z.array(ImportedJob) }) },
    problems: [],
  },
  "GET /api/office/postings": {
    summary:
      "Postings of verified employers that are valid today, as rows of Seoul's open data, by last day, in pages of 100: those that a visit has shown, or with `which=valid` all. Names nobody.",
    who: office,
    query: z.strictObject({
      which: z.optional(z.enum(["shown", "valid"])),
      after: z.optional(z.string().check(z.maxLength(60), z.regex(/^20[\d-]{8}#pst_[0-9A-Z]{26}$/, { error: "format" }))),
    }),
    answers: { 200: z.strictObject({ rows: z.array(Row), next: z.nullable(z.string()) }) },
    problems: [],
  },
});
