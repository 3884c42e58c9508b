import { useEffect } from "preact/hooks";

/** Calls `reload` when the page is looked at again, and every so many seconds while it is. */
export function useFresh(reload: () => unknown, everySeconds: number): void {
  useEffect(() => {
    const refresh = () => {
      if (document.visibilityState === "visible") reload();
    };
    const timer = setInterval(refresh, everySeconds * 1000);
    document.addEventListener("visibilitychange", refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", refresh);
    };
  }, [reload, everySeconds]);
}
