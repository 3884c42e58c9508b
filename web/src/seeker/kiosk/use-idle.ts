import { useEffect, useState } from "preact/hooks";

/** Nothing touched for so long, seconds, and the page asks; this much later it is over. */
const asksAfter = 60;
export const endsAfter = 30;

const signs = ["pointerdown", "click", "keydown", "input", "scroll"] as const;

/**
 * For a device that one person leaves and the next one finds: after a minute of nothing `isAsking` turns true, and half a minute later `onOver` is called, unless
 * somebody touches it meanwhile. `onOver` is to stay the same from one drawing to the next.
 */
export function useIdle(onOver: () => void): { isAsking: boolean } {
  const [isAsking, setAsking] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      clearTimeout(timer);
      setAsking(false);
      timer = setTimeout(() => {
        setAsking(true);
        timer = setTimeout(onOver, endsAfter * 1000);
      }, asksAfter * 1000);
    };
    wait();
    for (const sign of signs) addEventListener(sign, wait, { passive: true, capture: true });
    return () => {
      clearTimeout(timer);
      setAsking(false);
      for (const sign of signs) removeEventListener(sign, wait, { capture: true });
    };
  }, [onOver]);
  return { isAsking };
}
