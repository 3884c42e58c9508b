import * as z from "zod/mini";
import type { FieldProblem } from "../problem/catalogue.ts";
import { fieldProblemsOf } from "../problem/field-problems.ts";
import type { JobCells, JobColumn } from "./job-row.ts";
import { columnOf, draftOfJob, firmOfJob, registeredOn } from "./job-row-in.ts";
import { LeadDraft } from "./lead.ts";
import { type Posting, PostingDraft } from "./posting.ts";
import { begunOn, isValidOn } from "./posting-days.ts";
import { writtenPosting } from "./posting-validity.ts";
import { formulasIn } from "./row-import.ts";
import { LocalDate } from "./seoul-time.ts";
import { type BusinessNumber, oneLine } from "./text.ts";

type RowProblem = Pick<FieldProblem, "code" | "limit"> & { column: JobColumn };

export type JudgedJob =
  | { ok: false; problems: readonly RowProblem[] }
  | {
      ok: true;
      firm: LeadDraft;
      posting: Pick<Posting, "draft" | "validFrom"> & { draft: { validUntil: LocalDate } };
      source: NonNullable<Posting["source"]>;
    };

/** Columns that name something: a formula is no name. Texts begin with a dash as they like; what is given out again is defused (`csv.ts`). */
const naming: readonly JobColumn[] = ["JO_REQST_NO", "JO_REGIST_NO", "CMPNY_NM", "JO_SJ", "JOBCODE_NM"];

/** What was wrong with a form's field, said of a cell. */
const closer = (column: JobColumn, code: RowProblem["code"]): RowProblem["code"] => {
  if (column === "HOPE_WAGE" && code === "wrong-type") return "pay-format";
  if ((column === "RCRIT_NMPR_CO" || column === "WEEK_WORK_HR") && code === "wrong-type") return "number-needed";
  return column.endsWith("_CODE_SE") && code === "not-a-choice" ? "unknown-code" : code;
};

const RowNumber = oneLine(60);

/** A row of a list of postings as a lawful posting and its firm, or everything that stands against it, column by column. */
export const judgedJob = (given: JobCells, businessNumber: BusinessNumber | undefined, today: LocalDate): JudgedJob => {
  // The service answers an empty text where it has nothing to say.
  const cells: JobCells = Object.fromEntries(Object.entries(given).filter(([, text]) => text?.trim()));
  const formulas = formulasIn(naming, cells);
  if (formulas.length > 0) return { ok: false, problems: formulas.map((column) => ({ column, code: "formula" })) };
  const requestNo = RowNumber.safeParse(cells.JO_REQST_NO, { reportInput: true });
  const firm = LeadDraft.safeParse({ ...firmOfJob(cells), ...(businessNumber && { businessNumber }) }, { reportInput: true });
  const draft = PostingDraft.safeParse(draftOfJob(cells), { reportInput: true });
  const registered = z.optional(LocalDate).safeParse(registeredOn(cells));
  const unread = [requestNo, firm, draft].flatMap(({ error }) => (error ? fieldProblemsOf(error) : []));
  const problems: RowProblem[] = unread.map(({ pointer, code, limit }) => {
    const column = columnOf(pointer);
    return { column, code: closer(column, code), ...(limit !== undefined && { limit }) };
  });
  if (!registered.success) problems.push({ column: "JO_REG_DT", code: "date-format" });
  if (!registered.success || !requestNo.success || !firm.success || !draft.success) return { ok: false, problems };
  if (!isValidOn(draft.data, today)) return { ok: false, problems: [{ column: "RCEPT_CLOS_NM", code: "day-over" }] };
  const { written, faults } = writtenPosting(draft.data, undefined, begunOn(draft.data.validUntil, registered.data, today), today);
  if (faults.length > 0) return { ok: false, problems: faults.map(({ pointer, ...fault }) => ({ column: columnOf(pointer), ...fault })) };
  const registNo = cells.JO_REGIST_NO;
  return {
    ...{ ok: true, firm: firm.data, posting: written },
    source: { requestNo: requestNo.data, ...(registNo !== undefined && { registNo }) },
  };
};
