import type { ImportedRow } from "../../shared/contract/leads.ts";
import { fieldProblemWords } from "../../shared/copy/field-problems.ts";
import type { AccountId, LeadSourceId } from "../../shared/domain/ids.ts";
import { LeadDraft } from "../../shared/domain/lead.ts";
import { columnAt, draftOfCells, type LeadRow, leadColumns } from "../../shared/domain/lead-import.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import { formulasIn } from "../../shared/domain/row-import.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import { done, type FieldProblem, type Outcome, refuse } from "../../shared/problem/catalogue.ts";
import { fieldProblemsOf } from "../../shared/problem/field-problems.ts";
import type { Deps } from "../platform/deps.ts";
import { transact } from "../platform/transact.ts";
import { leadIdOf } from "./lead-id.ts";
import { addLead } from "./lead-writes.ts";
import { findLeadSource } from "./source-reads.ts";

/** Rows that are written at the same time. */
const atOnce = 8;

type By = { byId: AccountId; sourceId?: LeadSourceId | undefined; locale: Locale };

const importRow = async ({ db, clock }: Deps, { line, cells }: LeadRow, { byId, sourceId, locale }: By): Promise<ImportedRow> => {
  const refused = (problems: readonly (Pick<FieldProblem, "code" | "limit"> & { column: string })[]): ImportedRow => ({
    ...{ line, how: "refused" },
    errors: problems.map(({ column, code, limit }) => ({ column, code, detail: fieldProblemWords[code][locale](limit) })),
  });
  const formulas = formulasIn(leadColumns, cells);
  if (formulas.length > 0) return refused(formulas.map((column) => ({ column, code: "formula" })));
  const parsed = LeadDraft.safeParse({ ...draftOfCells(cells), ...(sourceId && { sourceId }) }, { reportInput: true });
  if (!parsed.success)
    return refused(fieldProblemsOf(parsed.error).map((problem) => ({ ...problem, column: columnAt[problem.pointer] ?? problem.pointer })));
  const now = clock.now();
  const draft = parsed.data;
  const lead = { leadId: leadIdOf(draft), stage: "found", draft, ownerId: byId, foundOn: seoulDateOf(now), changedAt: now } as const;
  const added = await transact<string>(db, addLead(lead));
  return { line, how: added.ok ? "added" : "known", errors: [] };
};

/** Takes in some rows of a list. Each is a transaction of its own: one that cannot be taken keeps no other from it. */
export const importLeads = async (deps: Deps, rows: readonly LeadRow[], by: By): Promise<Outcome<{ rows: ImportedRow[] }>> => {
  if (by.sourceId && !(await findLeadSource(deps.db, by.sourceId)))
    return refuse("invalid-fields", { fields: [{ pointer: "/sourceId", code: "not-a-choice" }] });
  const imported: ImportedRow[] = [];
  for (let i = 0; i < rows.length; i += atOnce)
    imported.push(...(await Promise.all(rows.slice(i, i + atOnce).map((row) => importRow(deps, row, by)))));
  return done({ rows: imported });
};
