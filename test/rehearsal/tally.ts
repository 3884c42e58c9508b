/** What a rehearsal comes to. */
export type Tally = {
  /** Generated worlds, and the day itself, where all sides were compared. */
  worlds: number;
  /** What two sides did not agree about, each in a line. */
  divergences: string[];
  /** Admissions that happened and that no state knows, each in a line. */
  lost: string[];
  /** Milliseconds of each verdict that a phone reached by itself. */
  verdictMs: number[];
};

export const aTally = (): Tally => ({ worlds: 0, divergences: [], lost: [], verdictMs: [] });

/** A verdict may take so long at most, milliseconds, p99. */
const verdictBarMs = 100;

/** The value that 99 of 100 do not exceed; 0 of none. */
export const p99 = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1] ?? 0;

export const reportLine = ({ worlds, divergences, lost, verdictMs }: Tally): string =>
  `rehearsal: ${worlds} worlds, ${divergences.length} divergences, ${lost.length} admissions lost, verdict p99 ${p99(verdictMs).toFixed(1)} ms`;

/** Whether everything was as it has to be; a rehearsal that compared nothing was none. */
export const isGood = ({ worlds, divergences, lost, verdictMs }: Tally): boolean =>
  worlds > 0 && divergences.length === 0 && lost.length === 0 && verdictMs.length > 0 && p99(verdictMs) <= verdictBarMs;
