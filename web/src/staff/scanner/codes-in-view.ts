/** A code that was gone from the picture for this long is a new scan when it comes back. Hands shake: shorter gaps are one look. */
export const goneAfterMs = 2000;

export interface CodesInView {
  /**
   * Takes what the camera sees now (undefined: no code) and answers a text the first time it is seen. While the same code stays in view it is
   * answered once. With `takes` false (a verdict is being read) nothing new is answered, and a new code counts as unseen.
   */
  see(text: string | undefined, nowMs: number, takes: boolean): string | undefined;
}

export function watchCodesInView(): CodesInView {
  let held: { text: string; seenAt: number } | undefined;
  return {
    see: (text, nowMs, takes) => {
      if (held && nowMs - held.seenAt > goneAfterMs) held = undefined;
      if (text === undefined) return undefined;
      if (held?.text === text) {
        held.seenAt = nowMs;
        return undefined;
      }
      if (!takes) return undefined;
      held = { text, seenAt: nowMs };
      return text;
    },
  };
}
