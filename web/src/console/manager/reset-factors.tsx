import type { StaffMember } from "../../../../shared/contract/staff.ts";
import { managerWords } from "../../../../shared/copy/pages-manager.ts";
import { call } from "../../platform/api.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { TextField } from "../../ui/field.tsx";
import { textIn, useForm } from "../../ui/use-form.ts";

type Props = { member: StaffMember | undefined; onDone: (member: StaffMember) => void; onClose: () => void };

/** Takes away how somebody proves that it is them, who has lost it: with a reason, since it lets whoever has their mailbox begin anew. */
export const ResetFactors = ({ member, onDone, onClose }: Props) => {
  const words = useWords(managerWords);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ reason: textIn(data, "/reason") }),
    send: async (body) => {
      if (!member) throw new Error("Nobody was chosen.");
      const answer = await call("POST /api/staff/members/{accountId}/factor-reset", { params: { accountId: member.accountId }, body });
      return answer.ok ? { ok: true, value: member } : answer;
    },
    onDone,
  });
  return (
    <Dialog
      open={member !== undefined}
      title={words.resetTitle(member?.name ?? "")}
      onClose={onClose}
      actions={<Button onClick={onClose}>{words.resetKeep}</Button>}
    >
      <form class="stack" {...form}>
        <ErrorSummary trouble={trouble} />
        <p>{words.resetDetail}</p>
        <TextField pointer="/reason" label={words.resetReason} hint={words.resetReasonHint} error={errorAt("/reason")} autoComplete="off" />
        <Button type="submit" kind="danger" wide busy={busy}>
          {words.resetSend}
        </Button>
      </form>
    </Dialog>
  );
};
