/** Numbers from 0 to below 1 that a seed decides, the same each time (mulberry32). */
export const chancesFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Whole numbers below a bound. */
export const picksFrom = (seed: number): ((below: number) => number) => {
  const chance = chancesFrom(seed);
  return (below) => Math.floor(chance() * below);
};
