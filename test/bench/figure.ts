/** One thing measured, and the bar it is held against. */
export type Figure = {
  readonly name: string;
  /** null: the API cannot do it yet, so there is nothing to measure. */
  readonly value: number | null;
  readonly unit: string;
  /** At most so much; null: reported only. */
  readonly bar: number | null;
  readonly ok: boolean;
};

export const figure = (name: string, value: number | null, unit: string, bar: number | null): Figure => ({
  name,
  value,
  unit,
  bar,
  ok: value === null ? false : bar === null || value <= bar,
});

const shown = (value: number | null): string => {
  if (value === null) return "missing";
  if (value === 0 || Number.isInteger(value)) return String(value);
  return value < 0.1 ? value.toPrecision(2) : value.toFixed(2);
};

/** A table for a terminal. */
export const tableOf = (figures: readonly Figure[]): string => {
  const rows = [
    ["figure", "value", "bar", "unit", ""],
    ...figures.map(({ name, value, unit, bar, ok }) => [
      name,
      shown(value),
      bar === null ? "-" : `≤ ${shown(bar)}`,
      unit,
      ok ? "ok" : "PAST ITS BAR",
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 1 || column === 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
};
