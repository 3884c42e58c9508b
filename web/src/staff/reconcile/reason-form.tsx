import { useState } from "preact/hooks";
import type { ReasonFor } from "../../../../shared/copy/pages-staff-reasons.ts";
import { staffReconcileWords } from "../../../../shared/copy/pages-staff-reconcile.ts";
import type { ClientProblem } from "../../platform/api.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ReasonField, reasonIn } from "../reason-field.tsx";

type Props = {
  why: ReasonFor;
  title: string;
  /** What the button says that does it. */
  name: string;
  /** Answers what went wrong. */
  onSend: (reason: string) => Promise<ClientProblem | undefined>;
  onBack: () => void;
};

/** Asks for the reason of what is about to be decided. */
export const ReasonForm = ({ why, title, name, onSend, onBack }: Props) => {
  const words = useWords(staffReconcileWords);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const [problem, setProblem] = useState<ClientProblem>();
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const reason = reasonIn(new FormData(event.currentTarget as HTMLFormElement));
    setError(reason === "" ? words.needsReason : undefined);
    if (reason === "" || busy) return;
    setBusy(true);
    setProblem(await onSend(reason));
    setBusy(false);
  };
  return (
    <form class="stack" onSubmit={send} noValidate aria-label={title}>
      <h3>{title}</h3>
      {problem && (
        <Notice tone="bad" title={problem.title} live>
          <p>{problem.detail}</p>
        </Notice>
      )}
      <ReasonField why={why} isTold={false} error={error} />
      <div class="row actions">
        <Button type="submit" kind="main" busy={busy}>
          {name}
        </Button>
        <Button onClick={onBack}>{words.back}</Button>
      </div>
    </form>
  );
};
