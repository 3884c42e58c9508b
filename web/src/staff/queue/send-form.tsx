import { useState } from "preact/hooks";
import { staffWords } from "../../../../shared/copy/pages-staff.ts";
import { staffQueueWords } from "../../../../shared/copy/pages-staff-queue.ts";
import type { DeskId } from "../../../../shared/domain/ids.ts";
import { callNameOf, type TicketIndex, ticketCodeOf } from "../../../../shared/domain/ticket-token.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { DeskChoice } from "./desk-choice.tsx";
import { type DeskQueue, firstFreeFor } from "./desk-queue.ts";
import type { Given } from "./slip.tsx";
import type { QueueActs } from "./use-queue.ts";

type Props = { queue: DeskQueue; idx: TicketIndex; act: QueueActs["act"]; onGiven: (given: Given) => void };

/** Somebody who is checked in and has no time: at which desk they wait, and what they are called by. */
export const SendForm = ({ queue, idx, act, onGiven }: Props) => {
  const words = useWords(staffQueueWords);
  const { calledBy } = useWords(staffWords);
  const [desk, setDesk] = useState<DeskId>();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<"missing" | "not-kept">();
  const label = callNameOf(ticketCodeOf(idx));
  const deskId = desk ?? firstFreeFor("help", queue.desks);
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    if (!deskId) return setTrouble("missing");
    setBusy(true);
    const isKept = await act("send-on", idx, deskId);
    setBusy(false);
    setTrouble(isKept ? undefined : "not-kept");
    if (isKept) onGiven({ subject: idx, label, deskId });
  };
  return (
    <form class="stack stack-loose walk-in" onSubmit={send} noValidate>
      <p>
        <strong>{calledBy(label)}</strong>
      </p>
      {trouble === "not-kept" && (
        <Notice tone="bad" title={words.notKept.title} live>
          <p>{words.notKept.detail}</p>
        </Notice>
      )}
      <DeskChoice
        queue={queue}
        hint={words.sendLead}
        wants="help"
        chosen={desk}
        error={trouble === "missing" && !deskId ? words.deskMissing : undefined}
        onChoose={setDesk}
      />
      <Button type="submit" kind="main" wide busy={busy}>
        {words.sendTo}
      </Button>
    </form>
  );
};
