import { useRef, useState } from "preact/hooks";
import { staffQueueWords } from "../../../../shared/copy/pages-staff-queue.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import { isTicketIndex } from "../../../../shared/domain/ticket-token.ts";
import { goTo, hasMoved, useSearch } from "../../platform/router.ts";
import { useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import type { DeskQueue } from "./desk-queue.ts";
import { QueueFrame } from "./queue-frame.tsx";
import { SendForm } from "./send-form.tsx";
import { type Given, Slip } from "./slip.tsx";
import { TicketForm } from "./ticket-form.tsx";
import { useQueue } from "./use-queue.ts";
import { WalkInForm } from "./walk-in-form.tsx";
import "./queue.css";

/** Somebody comes without a registration, or with a ticket and no time: a place in the queue in one press, with or without a network. */
export const WalkInPage = ({ visitId }: { visitId: VisitId }) => {
  const words = useWords(staffQueueWords);
  const [view, { act, renew }] = useQueue(visitId);
  const [given, setGiven] = useState<Given>();
  // The slip takes the focus, and after it the next person's form.
  const hasGiven = useRef(false);
  if (given) hasGiven.current = true;
  const asked = new URLSearchParams(useSearch()).get("send") ?? "";
  const idx = isTicketIndex(asked) ? asked : undefined;
  return (
    <QueueFrame
      title={given ? words.slipTitle : idx ? words.sendTo : words.walkInTitle}
      back={{ href: `/staff/visits/${visitId}/desk-board`, label: words.toBoard }}
      view={view}
      onRetry={() => void renew()}
      narrow
      focus={!given && (hasMoved() || hasGiven.current)}
    >
      {(queue) =>
        given ? (
          <Slip given={given} queue={queue} onNext={() => (idx ? goTo(`/staff/visits/${visitId}/scan`) : setGiven(undefined))} />
        ) : (
          !queue.isLeaseOver &&
          (idx ? <SendForm {...{ queue, idx, act }} onGiven={setGiven} /> : <Forms queue={queue} onGiven={setGiven} />)
        )
      }
    </QueueFrame>
  );
};

const Forms = ({ queue, onGiven }: { queue: DeskQueue; onGiven: (given: Given) => void }) => {
  const words = useWords(staffQueueWords);
  const [hasTicket, setHasTicket] = useState(false);
  const kinds = [
    [false, words.withoutTicket],
    [true, words.withTicket],
  ] as const;
  return (
    <>
      <fieldset class="walk-in-kinds">
        <legend class="unseen">{words.who}</legend>
        {kinds.map(([kind, name]) => (
          <label class="choice" key={name}>
            <input type="radio" name="kind" checked={hasTicket === kind} onChange={() => setHasTicket(kind)} />
            <span class="choice-name">{name}</span>
          </label>
        ))}
      </fieldset>
      {hasTicket ? <TicketForm queue={queue} onGiven={onGiven} /> : <WalkInForm queue={queue} onGiven={onGiven} />}
      <div>
        <ButtonLink href={`/staff/visits/${queue.visit.visitId}/scan`}>{words.toScan}</ButtonLink>
      </div>
    </>
  );
};
