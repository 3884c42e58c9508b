import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { deviceNow } from "../../platform/clock.ts";
import { deviceIdOf } from "./device.ts";
import { newEventId } from "./event-id.ts";
import { judgeOnline } from "./scan-answer.ts";
import { openScanDesk, type ScanDesk, type ScanState } from "./scan-desk.ts";
import { openVerdictSignal, type VerdictSignal } from "./verdict-signal.ts";

export type ScanView = { desk: ScanDesk; state: ScanState; deviceId: string; signal: VerdictSignal };

/** The desk of one visit on this device, with sound and vibration for each verdict. */
export function useScanDesk(visitId: string): ScanView {
  const [state, setState] = useState<ScanState>({ step: "ready" });
  const deviceId = useMemo(() => deviceIdOf(), []);
  const signal = useMemo(openVerdictSignal, []);
  const shown = useRef<ScanState>(state);
  const desk = useMemo(
    () =>
      openScanDesk({
        deviceId,
        send: (scan, abort) => judgeOnline(visitId, scan, abort),
        now: deviceNow,
        newEventId: () => newEventId(Date.now()),
        onChange: (next) => {
          if (next.step === "verdict") signal.give(next.verdict.tone);
          else if (next.step === "unanswered") signal.give("grey");
          shown.current = next;
          setState(next);
        },
      }),
    [visitId, deviceId, signal],
  );
  useEffect(() => desk.close, [desk]);
  useEffect(() => signal.close, [signal]);
  // Back on the network: the scan that was waiting is sent again by itself, under its own id.
  useEffect(() => {
    const sendWaiting = () => {
      const { current } = shown;
      if (current.step === "unanswered" && current.problem === undefined) desk.retry();
    };
    addEventListener("online", sendWaiting);
    return () => removeEventListener("online", sendWaiting);
  }, [desk]);
  return { desk, state, deviceId, signal };
}
