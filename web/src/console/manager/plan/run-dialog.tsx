import { useState } from "preact/hooks";
import { consoleWords } from "../../../../../shared/copy/pages-console.ts";
import { planWords } from "../../../../../shared/copy/pages-manager-plan.ts";
import type { Plan } from "../../../../../shared/domain/plan.ts";
import { type ClientProblem, call } from "../../../platform/api.ts";
import { useWords } from "../../../platform/use-locale.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Notice } from "../../../ui/notice.tsx";

type Props = { plan: Plan; people: number; employers: number; open: boolean; onClose: () => void; reload: () => Promise<void> };

/** The last step before people are told. It runs the version that was looked at: what changed meanwhile is looked at again. */
export const RunDialog = ({ plan, people, employers, open, onClose, reload }: Props) => {
  const words = useWords(planWords);
  const common = useWords(consoleWords);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ClientProblem>();
  const close = () => {
    setProblem(undefined);
    onClose();
  };
  const run = async () => {
    setBusy(true);
    const { visitId, planId, version } = plan;
    const answer = await call("POST /api/staff/visits/{visitId}/plans/{planId}/execution", {
      params: { visitId, planId },
      body: { version },
    });
    if (answer.ok || answer.problem.code === "plan-changed") await reload();
    setBusy(false);
    if (answer.ok) close();
    else setProblem(answer.problem);
  };
  return (
    <Dialog
      open={open}
      title={words.runTitle}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{common.cancel}</Button>
          <Button kind="danger" busy={busy} onClick={run}>
            {people === 0 ? words.run : words.runConfirm(people)}
          </Button>
        </>
      }
    >
      {problem && (
        <Notice tone="bad" title={problem.title} live>
          <p>{problem.code === "plan-changed" ? words.runChanged : problem.detail}</p>
        </Notice>
      )}
      <p>
        <strong>
          {words.kinds[plan.change.kind]}: {people + employers === 0 ? words.nobody : words.runMails(people, employers)}
        </strong>
      </p>
      <p>{words.runFinal}</p>
    </Dialog>
  );
};
