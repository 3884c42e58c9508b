import { useState } from "preact/hooks";
import { consoleWords } from "../../../../shared/copy/pages-console.ts";
import { applicantWords } from "../../../../shared/copy/pages-employer-applicants.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useFinish } from "../outcome.tsx";
import type { OnApplicant } from "./applicant-card.tsx";
import { isOver } from "./decide.ts";

type Props = OnApplicant & { open: boolean; onClose: () => void };

/** Asks once more: an answer is given once. */
export const DeclineDialog = ({ employerId, visitId, name, application, reload, open, onClose }: Props) => {
  const words = useWords(applicantWords);
  const common = useWords(consoleWords);
  const finish = useFinish();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ClientProblem>();
  const decline = async () => {
    setBusy(true);
    const answer = await call("POST /api/employers/{employerId}/visits/{visitId}/applications/{applicationId}/decision", {
      params: { employerId, visitId, applicationId: application.applicationId },
      body: { decision: "decline" },
    });
    setBusy(false);
    if (!answer.ok && !isOver(answer.problem)) return setProblem(answer.problem);
    onClose();
    await reload();
    finish(answer.ok ? words.declined(name) : words.changed);
  };
  return (
    <Dialog
      open={open}
      title={words.declineTitle(name)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="danger" busy={busy} onClick={decline}>
            {words.declineSend}
          </Button>
        </>
      }
    >
      {problem && (
        <Notice tone="bad" title={problem.title} live>
          <p>{problem.detail}</p>
        </Notice>
      )}
      <p>{words.declineLead}</p>
    </Dialog>
  );
};
