import { useState } from "preact/hooks";
import type { NotedOutcome } from "../../../shared/contract/table.ts";
import { interviewOutcomeLabels } from "../../../shared/copy/codes.ts";
import { tableWords } from "../../../shared/copy/pages-table.ts";
import type { InterviewOutcome } from "../../../shared/domain/states.ts";
import type { ClientProblem, Refused } from "../platform/api.ts";
import { useLocale, useWords } from "../platform/use-locale.ts";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";
import { useHeldBack } from "./use-held-back.ts";

/** In the order in which interviews go. */
const outcomes: readonly InterviewOutcome[] = ["met", "second_interview", "offered", "hired", "not_hired"];

type Props = {
  /** Whose interview, for who does not see the page. */
  who: string;
  noted: NotedOutcome | null;
  send: (outcome: InterviewOutcome, seen: number) => Promise<{ ok: true; value: NotedOutcome } | Refused>;
  /** Takes back what was noted by mistake; `seen` is its version. Where nothing can be taken back, none. */
  takeBack?: (seen: number) => Promise<{ ok: true; value: undefined } | Refused>;
  /** What the page shows around these buttons: when it changes they may have come to stand under a finger, and take no press for a moment. */
  around?: string;
  /** Whatever the answer was: what stands now is to be shown. */
  onSettled: (noted: NotedOutcome | undefined) => void | Promise<void>;
};

/** What came of an interview, in one tap; another tap corrects it. */
export const OutcomeButtons = ({ who, noted, send, takeBack, around = "", onSettled }: Props) => {
  const words = useWords(tableWords);
  const locale = useLocale();
  const [sending, setSending] = useState<InterviewOutcome | "take-back">();
  const held = useHeldBack(around);
  const [problem, setProblem] = useState<ClientProblem>();
  const choose = async (outcome: InterviewOutcome) => {
    if (sending || outcome === noted?.outcome) return;
    setSending(outcome);
    const answer = await send(outcome, noted?.version ?? 0);
    setProblem(answer.ok ? undefined : answer.problem);
    await onSettled(answer.ok ? answer.value : undefined);
    setSending(undefined);
  };
  const takeItBack = async () => {
    if (sending || !noted || !takeBack) return;
    setSending("take-back");
    const answer = await takeBack(noted.version);
    setProblem(answer.ok ? undefined : answer.problem);
    await onSettled(undefined);
    setSending(undefined);
  };
  return (
    <fieldset class="outcomes">
      <legend>
        {words.result}
        <span class="unseen"> {who}</span>
      </legend>
      {problem && (
        <Notice tone="bad" title={problem.title} live>
          <p>{problem.detail}</p>
        </Notice>
      )}
      <div class="outcome-buttons">
        {outcomes.map((outcome) => (
          <Button
            key={outcome}
            kind={outcome === noted?.outcome ? "main" : "plain"}
            aria-pressed={outcome === noted?.outcome}
            busy={outcome === sending}
            held={held}
            onClick={() => void choose(outcome)}
          >
            {interviewOutcomeLabels[outcome][locale]}
          </Button>
        ))}
      </div>
      <p class="soft small">{words.resultHint}</p>
      {noted && takeBack && (
        <div>
          <Button busy={sending === "take-back"} held={held} onClick={() => void takeItBack()}>
            {words.takeBack}
            <span class="unseen"> {who}</span>
          </Button>
        </div>
      )}
    </fieldset>
  );
};
