import type { ComponentChildren } from "preact";
import { consoleWords } from "../../../../shared/copy/pages-console.ts";
import { approvalWords } from "../../../../shared/copy/pages-manager-approvals.ts";
import type { Refused } from "../../platform/api.ts";
import { checkAgainst } from "../../platform/check-against.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { TextArea } from "../../ui/field.tsx";
import { textIn, useForm } from "../../ui/use-form.ts";

const check = checkAgainst(() => import("../../../../shared/contract/staff.ts").then((module) => module.Decision));

export type RefusalBody = { decision: "refuse"; reason: string };
type Props<More extends object> = {
  open: boolean;
  /** Who is refused. */
  name: string;
  /** What is asked beside the reason. */
  more?: { read: (data: FormData) => More; fields: (errorAt: (pointer: string) => string | undefined) => ComponentChildren };
  send: (body: RefusalBody & More) => Promise<{ ok: true; value: unknown } | Refused>;
  onClose: () => void;
  onDone: () => void;
};

/** Asks for the reason that the employer will read. */
export const RefusalDialog = <More extends object = object>({ open, name, onClose, ...rest }: Props<More>) => {
  const words = useWords(approvalWords);
  return (
    <Dialog open={open} title={words.refuseTitle(name)} onClose={onClose} actions={null}>
      <RefusalForm onClose={onClose} {...rest} />
    </Dialog>
  );
};

const RefusalForm = <More extends object>({ more, send, onClose, onDone }: Pick<Props<More>, "more" | "send" | "onClose" | "onDone">) => {
  const words = useWords(approvalWords);
  const common = useWords(consoleWords);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ decision: "refuse", reason: textIn(data, "/reason"), ...more?.read(data) }) as RefusalBody & More,
    // The API judges what more there is.
    ...(!more && { check }),
    send,
    onDone,
  });
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      {more?.fields(errorAt)}
      <TextArea pointer="/reason" label={words.refuseReason} hint={words.refuseHint} error={errorAt("/reason")} rows={4} />
      <div class="dialog-actions">
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button type="submit" kind="danger" busy={busy}>
          {words.refuseSend}
        </Button>
      </div>
    </form>
  );
};
