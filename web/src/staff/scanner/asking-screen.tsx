import { staffWords } from "../../../../shared/copy/pages-staff.ts";
import { needsSignIn } from "../../platform/api.ts";
import { useWords } from "../../platform/use-locale.ts";
import type { ScanState } from "./scan-desk.ts";
import { WaitingScreen } from "./verdict-screen.tsx";

type Props = { state: Extract<ScanState, { step: "asking" | "unanswered" }>; onRetry: () => void; onSetAside: () => void };

/** No verdict yet, or none came: a short wait in place, and the whole screen once staff have something to decide. */
export const AskingScreen = ({ state, onRetry, onSetAside }: Props) => {
  const words = useWords(staffWords);
  if (state.step === "asking" && !state.slow)
    return (
      <p class="asking" role="status">
        {words.asking}
      </p>
    );
  // The sign-in form has come up by itself; this waits below it, so that the scan is not lost.
  if (state.step === "unanswered" && state.problem && needsSignIn(state.problem))
    return (
      <div class="asking">
        <p>{state.problem.title}</p>
        <button type="button" class="verdict-next" onClick={onRetry}>
          {words.sendAgain}
        </button>
        <button type="button" class="verdict-aside" onClick={onSetAside}>
          {words.setAside}
        </button>
      </div>
    );
  const isNotKept = state.step === "unanswered" && state.isNotKept;
  const { title, detail } =
    state.step === "asking"
      ? { title: words.askingSlow, detail: words.askingSlowDetail }
      : (state.problem ?? (isNotKept ? words.notKept : { title: words.unreachable, detail: words.unreachableDetail }));
  return (
    <WaitingScreen tone="grey" onClose={onSetAside}>
      <div class="verdict-body">
        <h2 id="verdict-word" class="verdict-word">
          {title}
        </h2>
        <div id="verdict-detail" class="verdict-detail">
          <p>{detail}</p>
        </div>
      </div>
      <div class="verdict-acts">
        <button type="button" class="verdict-next" onClick={onRetry}>
          {words.sendAgain}
        </button>
        <button type="button" class="verdict-aside" onClick={onSetAside}>
          {isNotKept ? words.notKept.written : words.setAside}
        </button>
      </div>
    </WaitingScreen>
  );
};
