/**
 * Keeps the screen on while the page is in front. The system drops the lock when the page is hidden, so it is taken again each time the page
 * comes back; where there is none, or the battery saver refuses it, the screen follows the phone's own setting.
 */
export function keepScreenOn(): () => void {
  let lock: WakeLockSentinel | undefined;
  let released = false;
  const take = async () => {
    if (document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
    const taken = await navigator.wakeLock.request("screen").catch(() => undefined);
    if (released) await taken?.release();
    else lock = taken;
  };
  const onVisible = () => void take();
  document.addEventListener("visibilitychange", onVisible);
  void take();
  return () => {
    released = true;
    document.removeEventListener("visibilitychange", onVisible);
    void lock?.release();
  };
}
