import type { ImportedRow } from "../../../../shared/contract/leads.ts";
import type { LeadRow, ReadList } from "../../../../shared/domain/lead-import.ts";
import { type ClientProblem, call } from "../../platform/api.ts";

export type FileTrouble = "unreadable" | Extract<ReadList, { ok: false }>["why"];

/** The rows of a file; the reader of files is fetched when the first one is chosen. */
export const readFile = async (file: File): Promise<Extract<ReadList, { ok: true }> | { ok: false; why: FileTrouble }> => {
  const [{ textOfFile }, { readLeadList }] = await Promise.all([
    import("../../../../shared/domain/csv-read.ts"),
    import("../../../../shared/domain/lead-import.ts"),
  ]);
  const text = textOfFile(new Uint8Array(await file.arrayBuffer()));
  return text === undefined ? { ok: false, why: "unreadable" } : readLeadList(text);
};

/** Bodies are 32 kB at most; so many bytes of rows leave room for the rest. */
const mostBytes = 24_000;
const mostRows = 40;

const bytesOf = (row: LeadRow): number => new TextEncoder().encode(JSON.stringify(row)).length;

/** The rows in pieces that one request takes. */
export const chunksOf = (rows: readonly LeadRow[]): LeadRow[][] => {
  const chunks: LeadRow[][] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = bytesOf(row);
    const last = chunks.at(-1);
    if (last && last.length < mostRows && bytes + size <= mostBytes) {
      last.push(row);
      bytes += size;
    } else {
      chunks.push([row]);
      bytes = size;
    }
  }
  return chunks;
};

/** Sends piece by piece and tells of each; stops at the first that is not answered, which can be sent again: no row is taken twice. */
export const sendRows = async (
  rows: readonly LeadRow[],
  sourceId: string | undefined,
  onChunk: (done: readonly ImportedRow[]) => void,
): Promise<ClientProblem | undefined> => {
  for (const chunk of chunksOf(rows)) {
    const answer = await call("POST /api/office/lead-imports", { body: { rows: chunk, ...(sourceId && { sourceId }) } });
    if (!answer.ok) return answer.problem;
    onChunk(answer.value.rows);
  }
  return undefined;
};
