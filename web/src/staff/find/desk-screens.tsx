import { AskingScreen } from "../scanner/asking-screen.tsx";
import type { ScanView } from "../scanner/use-scan-desk.ts";
import { VerdictScreen } from "../scanner/verdict-screen.tsx";

type Props = {
  view: ScanView;
  visitId: string;
  /** Masked name of whoever was chosen from a list: it says who it is where this device could not. */
  whose: string | undefined;
  onNext: () => void;
};

/** What comes of somebody who was checked in by their name, over the page that they were found on. */
export const DeskScreens = ({ view: { desk, state, deviceId, act, startOver }, visitId, whose, onNext }: Props) => {
  if (state.step === "asking" || state.step === "unanswered")
    return <AskingScreen state={state} onRetry={() => desk.retry()} onSetAside={() => desk.next()} />;
  if (state.step !== "verdict") return null;
  return (
    <VerdictScreen
      key={state.input.eventId}
      visitId={visitId}
      verdict={{ ...state.verdict, maskedName: state.verdict.maskedName ?? whose ?? null }}
      isLocal={state.isLocal}
      isByName
      deviceId={deviceId}
      onAct={async (what) => {
        const isKept = await act(state.verdict, what);
        if (isKept) onNext();
        return isKept;
      }}
      onStartOver={(ref, reason) => startOver(state, ref, reason)}
      onNext={onNext}
    />
  );
};
