import type { ImportedRow } from "../../../../shared/contract/leads.ts";
import { type ImportRow, mostRowsAtOnce } from "../../../../shared/domain/row-import.ts";
import type { ClientProblem, Refused } from "../../platform/api.ts";

/** Bodies are 32 kB at most; so many bytes of rows leave room for the rest. */
const mostBytes = 24_000;

const bytesOf = (row: ImportRow<string>): number => new TextEncoder().encode(JSON.stringify(row)).length;

/** The rows in pieces that one request takes. */
export const chunksOf = <Row extends ImportRow<string>>(rows: readonly Row[]): Row[][] => {
  const chunks: Row[][] = [];
  let bytes = 0;
  for (const row of rows) {
    const size = bytesOf(row);
    const last = chunks.at(-1);
    if (last && last.length < mostRowsAtOnce && bytes + size <= mostBytes) {
      last.push(row);
      bytes += size;
    } else {
      chunks.push([row]);
      bytes = size;
    }
  }
  return chunks;
};

export type SendRows<Row, Done extends ImportedRow> = (
  rows: readonly Row[],
) => Promise<{ ok: true; value: { rows: readonly Done[] } } | Refused>;

/** Sends piece by piece and tells of each; stops at the first that is not answered, which can be sent again: no row is taken twice. */
export const sendAll = async <Row extends ImportRow<string>, Done extends ImportedRow>(
  rows: readonly Row[],
  send: SendRows<Row, Done>,
  onChunk: (done: readonly Done[]) => void,
): Promise<ClientProblem | undefined> => {
  for (const chunk of chunksOf(rows)) {
    const answer = await send(chunk);
    if (!answer.ok) return answer.problem;
    onChunk(answer.value.rows);
  }
  return undefined;
};
