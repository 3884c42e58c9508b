import { useState } from "preact/hooks";
import type { ScanVerdict } from "../../../../shared/contract/staff.ts";
import { staffOfflineWords } from "../../../../shared/copy/pages-staff-offline.ts";
import type { ReasonFor } from "../../../../shared/copy/pages-staff-reasons.ts";
import { checkAgainst } from "../../platform/check-against.ts";
import { useWords } from "../../platform/use-locale.ts";
import type { DeskAct } from "../offline/bus.ts";
import { ReasonField, reasonIn } from "../reason-field.tsx";

type Props = {
  visitId: string;
  verdict: ScanVerdict;
  onAct: (act: DeskAct) => Promise<boolean>;
  /** Takes the earlier admission back and judges anew. */
  onStartOver: (ref: string, reason: string) => Promise<boolean>;
};

/** What staff can do about a verdict that admits nobody. Each is written down as what it is. */
export const Choices = ({ visitId, verdict, onAct, onStartOver }: Props) => {
  const words = useWords(staffOfflineWords);
  const [asks, setAsks] = useState<"who" | "override" | "undo">();
  const [failed, setFailed] = useState(false);
  const act = async (what: DeskAct) => setFailed(!(await onAct(what)));
  const { arrivedEventId } = verdict;
  const isHere = verdict.verdict === "already-arrived";
  const back = () => setAsks(isHere && asks !== "who" ? "who" : undefined);
  if (asks === "override")
    return (
      <Why why="override" title={words.overrideTitle} send={words.overrideSend} onBack={back} failed={failed}>
        {(reason) => act({ act: "override", reason })}
      </Why>
    );
  if (asks === "undo" && arrivedEventId)
    return (
      <Why why="undo" title={words.wrongTitle} send={words.wrongSend} onBack={back} failed={failed}>
        {async (reason) => setFailed(!(await onStartOver(arrivedEventId, reason)))}
      </Why>
    );
  if (asks === "who")
    return (
      <div class="verdict-choices">
        <h3>{words.anotherTitle}</h3>
        <a class="verdict-choice" href={`/staff/visits/${visitId}/walk-in`}>
          {words.anotherWalkIn}
        </a>
        {arrivedEventId && (
          <button type="button" class="verdict-choice" onClick={() => setAsks("undo")}>
            {words.anotherWrong}
          </button>
        )}
        <button type="button" class="verdict-choice" onClick={() => setAsks("override")}>
          {words.override}
        </button>
        <button type="button" class="verdict-aside" onClick={back}>
          {words.back}
        </button>
      </div>
    );
  return (
    <div class="verdict-choices">
      {failed && <p role="alert">{words.notKept}</p>}
      {isHere && (
        <button type="button" class="verdict-choice" onClick={() => act({ act: "re-entry" })}>
          {words.reentry}
        </button>
      )}
      <button type="button" class="verdict-choice" onClick={() => setAsks(isHere ? "who" : "override")}>
        {isHere ? words.another : words.override}
      </button>
    </div>
  );
};

/** By the rule of the events, which the server would keep aside otherwise. */
const checkReason = checkAgainst(() => import("../../../../shared/domain/check-in-event.ts").then((module) => module.DeskReason));

type WhyProps = {
  why: ReasonFor;
  title: string;
  send: string;
  onBack: () => void;
  failed: boolean;
  children: (reason: string) => Promise<void>;
};

const Why = ({ why, title, send, onBack, failed, children: onReason }: WhyProps) => {
  const words = useWords(staffOfflineWords);
  const [error, setError] = useState<string>();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const reason = reasonIn(new FormData(event.currentTarget as HTMLFormElement));
    const [refused] = reason === "" ? [{ detail: words.overrideNeedsReason }] : await checkReason(reason);
    setError(refused?.detail);
    if (!refused) await onReason(reason);
  };
  return (
    <form class="verdict-why stack" onSubmit={submit} noValidate>
      <h3>{title}</h3>
      {failed && <p role="alert">{words.notKept}</p>}
      <ReasonField why={why} isTold={false} error={error} />
      <div class="verdict-why-acts">
        <button type="submit" class="verdict-choice">
          {send}
        </button>
        <button type="button" class="verdict-aside" onClick={onBack}>
          {words.back}
        </button>
      </div>
    </form>
  );
};
