import type { VerdictTone } from "../../../../shared/domain/verdicts.ts";

/** A shape a tone, told apart without colour: tick, exclamation in a triangle, cross in an octagon, question mark. */
const shapes: Record<VerdictTone, { outline: string; sign: string }> = {
  green: { outline: "M50 6a44 44 0 1 0 0 88a44 44 0 1 0 0-88z", sign: "M28 52l15 15 30-33" },
  amber: { outline: "M50 8L95 90H5z", sign: "M50 36v26M50 74v3" },
  red: { outline: "M32 6h36l26 26v36l-26 26H32L6 68V32z", sign: "M34 34l32 32M66 34L34 66" },
  grey: { outline: "M8 8h84v84H8z", sign: "M36 38c0-20 30-18 29 0c0 12-15 11-15 24M50 75v3" },
};

/** Decoration beside the word of the verdict, hence hidden from screen readers. */
export const VerdictIcon = ({ tone }: { tone: VerdictTone }) => (
  <svg class="verdict-icon" viewBox="0 0 100 100" aria-hidden="true" focusable="false">
    <path class="verdict-icon-outline" d={shapes[tone].outline} />
    <path class="verdict-icon-sign" d={shapes[tone].sign} />
  </svg>
);
