import { type LocalTime, minutesOfDay, timeOfMinutes } from "../../../shared/domain/seoul-time.ts";

export type Hours = { from: LocalTime; to: LocalTime };
export type DrawCell = Hours;

/** Wide enough for a finger; the fields take every five minutes. */
const stepMinutes = 30;

/** The half hours of a day between two times; the first and the last are shorter where the hours begin or end within one. */
export const cellsBetween = ({ from, to }: Hours): DrawCell[] => {
  const [start, end] = [minutesOfDay(from), minutesOfDay(to)];
  const cells: DrawCell[] = [];
  for (let at = start; at < end; ) {
    const next = Math.min(end, (Math.floor(at / stepMinutes) + 1) * stepMinutes);
    cells.push({ from: timeOfMinutes(at), to: timeOfMinutes(next) });
    at = next;
  }
  return cells;
};

/** From the beginning of the earlier cell to the end of the later one, whichever was pressed first. */
export const drawnBy = (cells: readonly DrawCell[], a: number, b: number): Hours | undefined => {
  const [first, last] = [cells[Math.min(a, b)], cells[Math.max(a, b)]];
  return first && last && { from: first.from, to: last.to };
};

/** The cells that some hours touch. */
export const drawnCells = (cells: readonly DrawCell[], hours: Hours): number[] =>
  cells.flatMap((cell, at) => (cell.from < hours.to && hours.from < cell.to ? [at] : []));

/** Where a key leads from a cell; undefined for keys that do not move. Up and down go by an hour. */
export const cellAfter = (key: string, at: number, count: number): number | undefined => {
  const steps: Record<string, number> = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at - 2,
    ArrowDown: at + 2,
    Home: 0,
    End: count - 1,
  };
  const next = steps[key];
  return next === undefined ? undefined : Math.max(0, Math.min(count - 1, next));
};
