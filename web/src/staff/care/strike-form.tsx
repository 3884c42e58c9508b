import { useState } from "preact/hooks";
import { staffCareWords } from "../../../../shared/copy/pages-staff-care.ts";
import type { Refused } from "../../platform/api.ts";
import { useSession } from "../../platform/session.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useForm } from "../../ui/use-form.ts";
import { ReasonField, reasonIn } from "../reason-field.tsx";

type Props = {
  isMine: boolean;
  send: (body: { reason: string }) => Promise<{ ok: true; value: undefined } | Refused>;
  onDone: () => void | Promise<void>;
};

/** A note that was written about the wrong person, below its text: asked once more, with a reason. For who wrote it, and managers. */
export const Strike = ({ isMine, ...form }: Props) => {
  const words = useWords(staffCareWords);
  const { staffRoles } = useSession().me;
  const [asks, setAsks] = useState(false);
  if (!isMine && !staffRoles.includes("manager")) return null;
  if (asks) return <StrikeForm {...form} onBack={() => setAsks(false)} />;
  return (
    <Button kind="quiet" onClick={() => setAsks(true)}>
      {words.strike}
    </Button>
  );
};

const StrikeForm = ({ send, onDone, onBack }: Omit<Props, "isMine"> & { onBack: () => void }) => {
  const words = useWords(staffCareWords);
  const { form, busy, trouble, errorAt } = useForm({ read: (data) => ({ reason: reasonIn(data) }), send, onDone });
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <h4>{words.strikeTitle}</h4>
      <p>{words.strikeLead}</p>
      <ReasonField why="note" isTold={false} error={errorAt("/reason")} />
      <div class="row actions">
        <Button type="submit" kind="danger" busy={busy}>
          {words.strike}
        </Button>
        <Button onClick={onBack}>{words.cancel}</Button>
      </div>
    </form>
  );
};
