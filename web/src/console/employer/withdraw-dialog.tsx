import { useState } from "preact/hooks";
import { timesWords } from "../../../../shared/copy/pages-employer-times.ts";
import type { SlotRequest } from "../../../../shared/domain/slot.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TelLink } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useFinish } from "../outcome.tsx";

type Props = { request: SlotRequest; open: boolean; onClose: () => void; onWithdrawn: () => Promise<void> };

/** Withdrawing takes all times of a request or none; where somebody booked meanwhile it is the centre's to change, and the telephone is at hand. */
export const WithdrawDialog = ({ request, open, onClose, onWithdrawn }: Props) => {
  const words = useWords(timesWords);
  const finish = useFinish();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ClientProblem>();
  const { employerId, slotRequestId, state } = request;
  const withdraw = async () => {
    setBusy(true);
    const answer = await call("DELETE /api/employers/{employerId}/slot-requests/{slotRequestId}", {
      params: { employerId, slotRequestId },
    });
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    onClose();
    await onWithdrawn();
    finish(words.withdrawnDone);
  };
  return (
    <Dialog
      open={open}
      title={words.withdrawTitle[state === "approved" ? state : "requested"]}
      onClose={() => {
        setProblem(undefined);
        onClose();
      }}
      actions={
        <>
          <Button onClick={onClose}>{words.withdrawKeep}</Button>
          {problem?.code !== "people-booked" && (
            <Button kind="danger" busy={busy} onClick={withdraw}>
              {words.withdrawConfirm}
            </Button>
          )}
        </>
      }
    >
      {problem ? (
        <Notice tone="bad" title={problem.title} live>
          <p>{problem.detail}</p>
          {problem.code === "people-booked" && <TelLink />}
        </Notice>
      ) : (
        <p>{state === "requested" ? words.withdrawRequested : words.withdrawApproved}</p>
      )}
    </Dialog>
  );
};
