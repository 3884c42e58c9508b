import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ScanVerdict } from "../../../../shared/contract/staff.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import { uuidV7 } from "../../../../shared/domain/uuid-v7.ts";
import { needsSignIn, signInNeeded } from "../../platform/api.ts";
import { deviceNow } from "../../platform/clock.ts";
import { useSession } from "../../platform/session.ts";
import type { DeskAct } from "../offline/bus.ts";
import { busOf } from "../offline/bus-of.ts";
import { deviceIdOf } from "./device.ts";
import { judgeOnline } from "./scan-answer.ts";
import { openScanDesk, type ScanDesk, type ScanState } from "./scan-desk.ts";
import { openVerdictSignal, type VerdictSignal } from "./verdict-signal.ts";

export type ScanView = { desk: ScanDesk; state: ScanState; deviceId: string; signal: VerdictSignal } & DeskActs;

/** The last admission on this page; `isUndone` once it was taken back. */
export type LastAdmission = { eventId: string; verdict: ScanVerdict; isUndone: boolean };
type DeskActs = {
  last: LastAdmission | undefined;
  /** Answers false when it could not be written down. */
  act: (verdict: ScanVerdict, act: DeskAct) => Promise<boolean>;
  /** Takes an earlier admission back that was wrong, and judges the same scan anew. Answers false when it could not be written down. */
  startOver: (from: Verdict, ref: string, reason: string) => Promise<boolean>;
};
type Verdict = Extract<ScanState, { step: "verdict" }>;

/** The desk of one visit on this device, with sound and vibration for each verdict. */
export function useScanDesk(visitId: VisitId): ScanView {
  const [state, setState] = useState<ScanState>({ step: "ready" });
  const { accountId } = useSession().me;
  const deviceId = useMemo(() => deviceIdOf(), []);
  const signal = useMemo(openVerdictSignal, []);
  const shown = useRef<ScanState>(state);
  const desk = useMemo(
    () =>
      openScanDesk({
        deviceId,
        send: async (scan, abort) => {
          const answer = await judgeOnline(visitId, scan, abort);
          if (answer.kind === "verdict") void busOf().then((bus) => bus?.noteVerdict(visitId, accountId, scan, answer.verdict));
          else if (answer.problem) {
            const problem = await (await busOf())?.findLoss(visitId, answer.problem);
            if (problem) return { kind: "refused", problem };
          }
          return answer;
        },
        findLocalJudge: async () => (await busOf())?.findJudge(visitId, accountId),
        now: deviceNow,
        newEventId: () => uuidV7(Date.now()),
        onChange: (next) => {
          if (next.step === "verdict") signal.give(next.verdict.tone);
          else if (next.step === "unanswered") signal.give("grey");
          // Nobody is signed in, and this device may not judge by itself: only now somebody has to.
          if (next.step === "unanswered" && needsSignIn(next.problem)) dispatchEvent(new Event(signInNeeded));
          shown.current = next;
          setState(next);
        },
      }),
    [visitId, accountId, deviceId, signal],
  );
  const acts = useDeskActs(visitId, state, desk);
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
  return { desk, state, deviceId, signal, ...acts };
}

function useDeskActs(visitId: VisitId, state: ScanState, desk: ScanDesk): DeskActs {
  const { accountId } = useSession().me;
  const [last, setLast] = useState<LastAdmission>();
  useEffect(() => {
    if (state.step === "verdict" && state.verdict.tone === "green")
      setLast({ eventId: state.input.eventId, verdict: state.verdict, isUndone: false });
  }, [state]);
  const act = async (verdict: ScanVerdict, what: DeskAct): Promise<boolean> => {
    const bus = await busOf();
    const eventId = await bus?.act(visitId, accountId, verdict, what).catch(() => undefined);
    if (eventId === undefined) return false;
    setLast((before) =>
      what.act === "undo"
        ? before && { ...before, isUndone: before.isUndone || before.eventId === what.ref }
        : { eventId, verdict, isUndone: false },
    );
    return true;
  };
  const startOver = async ({ verdict, input: { read } }: Verdict, ref: string, reason: string): Promise<boolean> => {
    if (!(await act(verdict, { act: "undo", ref, reason }))) return false;
    // The server hears of the undo before it is asked again.
    await (await busOf())?.flush().catch(() => undefined);
    desk.next();
    desk.scan(read.by === "camera" ? read.token : read.code);
    return true;
  };
  return { last, act, startOver };
}
