import { useState } from "preact/hooks";
import type { ScanVerdict } from "../../../../shared/contract/staff.ts";
import { staffOfflineWords } from "../../../../shared/copy/pages-staff-offline.ts";
import { useWords } from "../../platform/use-locale.ts";
import type { DeskAct } from "../offline/bus.ts";
import { ReasonField, reasonIn } from "../reason-field.tsx";

type Props = { verdict: ScanVerdict; onAct: (act: DeskAct) => Promise<boolean> };

/** What staff can do about a verdict that admits nobody. Each is written down as what it is. */
export const Choices = ({ verdict, onAct }: Props) => {
  const words = useWords(staffOfflineWords);
  const [asks, setAsks] = useState(false);
  const [failed, setFailed] = useState(false);
  const act = async (what: DeskAct) => setFailed(!(await onAct(what)));
  if (asks) return <WhyOverride onAct={act} onBack={() => setAsks(false)} failed={failed} />;
  const isHere = verdict.verdict === "already-arrived";
  return (
    <div class="verdict-choices">
      {failed && <p role="alert">{words.notKept}</p>}
      {isHere && (
        <button type="button" class="verdict-choice" onClick={() => act({ act: "re-entry" })}>
          {words.reentry}
        </button>
      )}
      <button type="button" class="verdict-choice" onClick={() => setAsks(true)}>
        {isHere ? words.another : words.override}
      </button>
    </div>
  );
};

type WhyProps = { onAct: (act: DeskAct) => Promise<void>; onBack: () => void; failed: boolean };

const WhyOverride = ({ onAct, onBack, failed }: WhyProps) => {
  const words = useWords(staffOfflineWords);
  const [error, setError] = useState<string>();
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const reason = reasonIn(new FormData(event.currentTarget as HTMLFormElement));
    setError(reason === "" ? words.overrideNeedsReason : undefined);
    if (reason !== "") await onAct({ act: "override", reason });
  };
  return (
    <form class="verdict-why stack" onSubmit={send} noValidate>
      <h3>{words.overrideTitle}</h3>
      {failed && <p role="alert">{words.notKept}</p>}
      <ReasonField why="override" isTold={false} error={error} />
      <button type="submit" class="verdict-choice">
        {words.overrideSend}
      </button>
      <button type="button" class="verdict-aside" onClick={onBack}>
        {words.back}
      </button>
    </form>
  );
};
