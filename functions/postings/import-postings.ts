import type { ImportedJob } from "../../shared/contract/job-lists.ts";
import { fieldProblemWords } from "../../shared/copy/field-problems.ts";
import { type AccountId, EmployerId, PostingId } from "../../shared/domain/ids.ts";
import type { JobCells, JobRow } from "../../shared/domain/job-row.ts";
import { type JudgedJob, judgedJob } from "../../shared/domain/job-row-judged.ts";
import type { Locale } from "../../shared/domain/locale.ts";
import { seoulDateOf } from "../../shared/domain/seoul-time.ts";
import type { BusinessNumber } from "../../shared/domain/text.ts";
import { addLead, addLeadPosting, touchLead } from "../leads/lead-writes.ts";
import { findItem } from "../platform/db.ts";
import type { Deps } from "../platform/deps.ts";
import { hashedId } from "../platform/hashed-id.ts";
import { postingRowKey } from "../platform/keys.ts";
import { ContentionError, transact, type Write } from "../platform/transact.ts";
import { findPosting } from "./posting-reads.ts";
import { takeRow } from "./posting-row-writes.ts";
import { putPosting } from "./posting-writes.ts";
import { firmOfRow, type RowFirm } from "./row-firm.ts";

type By = { byId: AccountId; businessNumber?: BusinessNumber | undefined; locale: Locale };
type Taken = Extract<JudgedJob, { ok: true }>;

/** What we gave out ourselves is here already: its number is that of our posting. */
const isOurs = async ({ db }: Deps, { JO_REQST_NO, JO_REGIST_NO }: JobCells): Promise<boolean> => {
  const [postingId, employerId] = [PostingId.safeParse(JO_REQST_NO), EmployerId.safeParse(JO_REGIST_NO)];
  if (!postingId.success || !employerId.success) return false;
  return (await findPosting(db, employerId.data, postingId.data)) !== undefined;
};

const isIn = async (deps: Deps, cells: JobCells): Promise<boolean> =>
  cells.JO_REQST_NO !== undefined &&
  ((await findItem(deps.db, postingRowKey(cells.JO_REQST_NO))) !== undefined || (await isOurs(deps, cells)));

const writesOf = ({ clock }: Deps, { posting, source }: Taken, firm: RowFirm): Record<string, Write> => {
  const now = clock.now();
  const postingId = hashedId("pst", ["jobstop/posting-row/v1", source.requestNo]) as PostingId;
  if (firm.at === "employer") {
    const { employerId } = firm;
    return {
      row: takeRow(source.requestNo, { postingId, employerId }, now),
      posting: putPosting({ postingId, employerId, state: "submitted", ...posting, source }, 0),
    };
  }
  const { lead } = firm;
  const { leadId } = lead;
  return {
    row: takeRow(source.requestNo, { postingId, leadId }, now),
    posting: addLeadPosting({ leadId, postingId, ...posting, source }),
    ...(firm.at === "lead" ? touchLead(lead, now) : addLead(firm.lead)),
  };
};

/** Several rows of one firm may be written at once, of which one makes it. */
const attempts = 6;

const writeJob = async (deps: Deps, job: Taken, byId: AccountId): Promise<Pick<ImportedJob, "how" | "at">> => {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const firm = await firmOfRow(deps.db, job.firm, { job: job.posting.draft, byId, now: deps.clock.now() });
    const written = await transact<string>(deps.db, writesOf(deps, job, firm));
    if (written.ok) return { how: "added", at: firm.at === "employer" ? "employer" : "lead" };
    if (written.refused.includes("row") || written.refused.includes("posting")) return { how: "known", at: null };
  }
  throw new ContentionError("The firm of a row kept changing.");
};

const importJob = async (deps: Deps, { line, cells }: JobRow, { byId, businessNumber, locale }: By): Promise<ImportedJob> => {
  if (await isIn(deps, cells)) return { line, how: "known", at: null, errors: [] };
  const job = judgedJob(cells, businessNumber, seoulDateOf(deps.clock.now()));
  if (job.ok) return { line, ...(await writeJob(deps, job, byId)), errors: [] };
  const errors = job.problems.map(({ column, code, limit }) => ({ column, code, detail: fieldProblemWords[code][locale](limit) }));
  return { ...{ line, how: "refused", at: null }, errors };
};

/** Rows that are written at the same time. */
const atOnce = 8;

/** Takes in some rows of a list of postings. Each is a transaction of its own: one that cannot be taken keeps no other from it. */
export const importPostings = async (deps: Deps, rows: readonly JobRow[], by: By): Promise<ImportedJob[]> => {
  const imported: ImportedJob[] = [];
  for (let i = 0; i < rows.length; i += atOnce)
    imported.push(...(await Promise.all(rows.slice(i, i + atOnce).map((row) => importJob(deps, row, by)))));
  return imported;
};
