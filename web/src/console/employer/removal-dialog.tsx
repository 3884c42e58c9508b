import { useState } from "preact/hooks";
import type { EmployerMember } from "../../../../shared/contract/members.ts";
import { membersWords } from "../../../../shared/copy/pages-members.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";

type Props = {
  employerId: string;
  /** Who is about to be removed, or leaves; undefined while nobody is. */
  member: EmployerMember | undefined;
  onClose: () => void;
  onRemoved: (member: EmployerMember) => Promise<void>;
};

/** Nobody is put out, or goes, by one press: only an invitation brings them back. */
export const RemovalDialog = ({ employerId, member, onClose, onRemoved }: Props) => {
  const words = useWords(membersWords);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ClientProblem>();
  const close = () => {
    setProblem(undefined);
    onClose();
  };
  const remove = async ({ accountId }: EmployerMember) => {
    setBusy(true);
    const key = "POST /api/employers/{employerId}/members/{accountId}/removal";
    const answer = await call(key, { params: { employerId, accountId } });
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    close();
    if (member) await onRemoved(member);
  };
  return (
    <Dialog
      open={member !== undefined}
      title={member?.isYou ? words.leaveTitle : words.removeTitle(member?.mail ?? "")}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{words.stay}</Button>
          <Button kind="danger" busy={busy} onClick={() => member && remove(member)}>
            {member?.isYou ? words.leave : words.remove}
          </Button>
        </>
      }
    >
      <p>{member?.isYou ? words.leaveWhat : words.removeWhat}</p>
      {problem && (
        <Notice tone="bad" title={problem.title} live>
          <p>{problem.detail}</p>
        </Notice>
      )}
    </Dialog>
  );
};
