import { useEffect, useState } from "preact/hooks";

/** Nobody reads what has changed under their finger, and decides, in less. Milliseconds. */
const leastMs = 1000;

/**
 * True for a second after `what` changed, and until the pointer that was down then is lifted: a second press that was meant for what stood here before comes
 * to nothing.
 */
export function useHeldBack(what: string): boolean {
  const [settled, setSettled] = useState<string>();
  useEffect(() => {
    let isDown = false;
    let isDue = false;
    const settle = () => isDue && !isDown && setSettled(what);
    const down = () => {
      isDown = true;
    };
    const up = () => {
      isDown = false;
      // The click of this press comes after it.
      setTimeout(settle);
    };
    const timer = setTimeout(() => {
      isDue = true;
      settle();
    }, leastMs);
    addEventListener("pointerdown", down, true);
    addEventListener("pointerup", up, true);
    addEventListener("pointercancel", up, true);
    return () => {
      clearTimeout(timer);
      removeEventListener("pointerdown", down, true);
      removeEventListener("pointerup", up, true);
      removeEventListener("pointercancel", up, true);
    };
  }, [what]);
  return settled !== what;
}
