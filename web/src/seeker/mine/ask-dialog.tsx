import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { ClientProblem, Refused } from "../../platform/api.ts";
import { Button, type ButtonKind } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";

type Props = {
  open: boolean;
  title: string;
  /** Leaves everything as it is; comes first. */
  keep: string;
  act: string;
  kind?: ButtonKind;
  onClose: () => void;
  send: () => Promise<{ ok: true } | Refused>;
  onDone: () => Promise<void>;
  /** Below a refusal: what can be done instead. */
  instead?: (problem: ClientProblem) => ComponentChildren;
  children: ComponentChildren;
};

/** Asks before something is done that cannot be taken back, and does it in one press. */
export const AskDialog = ({ open, title, keep, act, kind = "danger", onClose, send, onDone, instead, children }: Props) => {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ClientProblem>();
  const close = () => {
    setProblem(undefined);
    onClose();
  };
  const go = async () => {
    setBusy(true);
    const answer = await send();
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    close();
    await onDone();
  };
  return (
    <Dialog
      open={open}
      title={title}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{keep}</Button>
          <Button kind={kind} busy={busy} onClick={go}>
            {act}
          </Button>
        </>
      }
    >
      {children}
      {problem && (
        <Notice tone="bad" title={problem.title} live>
          <p>{problem.detail}</p>
          {instead?.(problem)}
        </Notice>
      )}
    </Dialog>
  );
};
