import { useRef, useState } from "preact/hooks";

export type Row<Start> = { key: number; start: Start };

/**
 * Rows of a form that can be added and taken away. Each keeps its key, so that the browser keeps what was typed into the others; their places in the
 * request body follow from their order.
 */
export function useRows<Start>(first: readonly Start[]) {
  const made = useRef(first.length);
  const [rows, setRows] = useState<readonly Row<Start>[]>(() => first.map((start, key) => ({ key, start })));
  const add = (start: Start) => setRows([...rows, { key: made.current++, start }]);
  const remove = (key: number) => setRows(rows.filter((row) => row.key !== key));
  return { rows, add, remove };
}

/** How many rows a submitted form has: `/desks/0/label`, `/desks/1/label` … */
export function rowsIn(data: FormData, pointerOf: (index: number) => string): number[] {
  const indexes: number[] = [];
  while (data.has(pointerOf(indexes.length))) indexes.push(indexes.length);
  return indexes;
}
