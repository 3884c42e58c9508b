import { useState } from "preact/hooks";
import { consoleWords } from "../../../../../shared/copy/pages-console.ts";
import type { ClientProblem, Refused } from "../../../platform/api.ts";
import { useWords } from "../../../platform/use-locale.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Notice } from "../../../ui/notice.tsx";

type Props<T> = {
  label: string;
  /** Whose button it is, for who hears the page. */
  of?: string;
  ask: string;
  what: string;
  now: string;
  send: () => Promise<{ ok: true; value: T } | Refused>;
  onDone: (value: T) => void | Promise<void>;
};

/** A button that asks once more before it does what cannot be undone. */
export const AskedFirst = <T,>({ label, of, ask, what, now, send, onDone }: Props<T>) => {
  const common = useWords(consoleWords);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ClientProblem>();
  const go = async () => {
    setBusy(true);
    const answer = await send();
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    setAsking(false);
    await onDone(answer.value);
  };
  return (
    <>
      <Button kind="danger" onClick={() => setAsking(true)}>
        {label}
        {of && <span class="unseen"> {of}</span>}
      </Button>
      <Dialog
        open={asking}
        title={ask}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{common.cancel}</Button>
            <Button kind="danger" busy={busy} onClick={go}>
              {now}
            </Button>
          </>
        }
      >
        {problem && (
          <Notice tone="bad" title={problem.title} live>
            <p>{problem.detail}</p>
          </Notice>
        )}
        <p>{what}</p>
      </Dialog>
    </>
  );
};
