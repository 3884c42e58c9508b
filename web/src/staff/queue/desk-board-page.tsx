import { useState } from "preact/hooks";
import { staffNotesWords } from "../../../../shared/copy/pages-staff-notes.ts";
import { staffQueueWords } from "../../../../shared/copy/pages-staff-queue.ts";
import type { Subject } from "../../../../shared/domain/check-in-event.ts";
import type { DeskId, VisitId } from "../../../../shared/domain/ids.ts";
import { pathIn } from "../../platform/locale.ts";
import { useSession } from "../../platform/session.ts";
import { clockText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { DeskActionKind } from "../offline/desk-events.ts";
import { useOnline } from "../offline/use-online.ts";
import { rightsAt } from "../rights-at.ts";
import { DeskCard, type OnAct } from "./desk-card.tsx";
import type { DeskLine, DeskQueue, LastAct, Standing } from "./desk-queue.ts";
import { QueueFrame } from "./queue-frame.tsx";
import { SendOnDialog } from "./send-on-dialog.tsx";
import { useQueue } from "./use-queue.ts";
import { useWalkInNames, WalkInNames } from "./walk-in-names.tsx";
import "./queue.css";

/** Whose turn it is at each desk, with what can be done about it: interviews, counselling and walk-ins in one view. */
export const DeskBoardPage = ({ visitId }: { visitId: VisitId }) => {
  const words = useWords(staffQueueWords);
  const [view, { act, undo, renew }] = useQueue(visitId);
  return (
    <QueueFrame
      title={words.boardTitle}
      back={{ href: `/staff/visits/${visitId}`, label: words.toDay }}
      view={view}
      onRetry={() => void renew()}
    >
      {(queue) => <Board queue={queue} act={act} undo={undo} />}
    </QueueFrame>
  );
};

type BoardProps = {
  queue: DeskQueue;
  act: (kind: DeskActionKind, subject: Subject, deskId: DeskId) => Promise<boolean>;
  undo: (last: LastAct) => Promise<boolean>;
};

const Board = ({ queue, act, undo }: BoardProps) => {
  const words = useWords(staffQueueWords);
  const locale = useLocale();
  const { title: noteTitle } = useWords(staffNotesWords);
  const isOnline = useOnline();
  const names = useWalkInNames(queue.visit.visitId);
  const [sending, setSending] = useState<Standing>();
  const [isLost, setLost] = useState(false);
  const { visitId } = queue.visit;
  const { counsels } = rightsAt(useSession().me, visitId);

  const write = async (...writes: (() => Promise<boolean>)[]) => {
    let isKept = true;
    for (const one of writes) isKept &&= await one();
    setLost(!isKept);
  };
  const onAct =
    ({ deskId, serving }: DeskLine): OnAct =>
    (kind, subject) => {
      // Whoever sits down takes the place of the one before, who is through: one press for both.
      const before = kind === "serve" && serving && serving.subject !== subject ? [() => act("done", serving.subject, deskId)] : [];
      void write(...before, () => act(kind, subject, deskId));
    };

  return (
    <>
      <div class="queue-menu">
        <ButtonLink kind="main" href={`/staff/visits/${visitId}/walk-in`}>
          {words.walkInTitle}
        </ButtonLink>
        {counsels && <ButtonLink href={`/staff/visits/${visitId}/notes`}>{noteTitle}</ButtonLink>}
        <ButtonLink href={`/staff/visits/${visitId}/call-board`} target="_blank">
          {words.openCallBoard}
        </ButtonLink>
      </div>
      {isOnline && (
        <p class="soft small">
          {words.publicBoard}{" "}
          <a href={`${pathIn(locale, "/board")}?visit=${visitId}`} target="_blank" rel="noopener">
            {words.openPublicBoard}
          </a>
        </p>
      )}
      {isLost && (
        <Notice tone="bad" title={words.notKept.title} live>
          <p>{words.notKept.detail}</p>
        </Notice>
      )}
      {queue.last && !queue.isLeaseOver && <LastLine last={queue.last} onUndo={(last) => void write(() => undo(last))} />}
      {queue.unplaced.length > 0 && (
        <section class="stack">
          <h2>{words.unplaced}</h2>
          <ul class="turns" role="list">
            {queue.unplaced.map((one) => (
              <li class="turn" key={one.subject}>
                <span class="turn-label">{one.label}</span>
                <span class="turn-when">{words.since(clockText(one.since, locale))}</span>
                {!queue.isLeaseOver && (
                  <span class="turn-actions">
                    <Button kind="main" onClick={() => setSending(one)}>
                      {words.sendTo} <span class="unseen">{one.label}</span>
                    </Button>
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <div class="desk-cards">
        {queue.desks.map((desk) => (
          <DeskCard
            key={desk.deskId}
            desk={desk}
            now={queue.now}
            noteOf={names.noteOf}
            {...(counsels && { noteOn: (subject: Subject) => `/staff/visits/${visitId}/notes/${subject}` })}
            {...(!queue.isLeaseOver && { onAct: onAct(desk), onSend: setSending })}
          />
        ))}
      </div>
      <WalkInNames names={names} />
      <SendOnDialog
        who={sending}
        desks={queue.desks.filter(({ deskId }) => !sending || queue.places.get(sending.subject)?.deskId !== deskId)}
        onClose={() => setSending(undefined)}
        onChoose={(who, deskId) => {
          setSending(undefined);
          void write(() => act("send-on", who.subject, deskId));
        }}
      />
    </>
  );
};

/** What this device did last, as long as it can be taken back with one press. */
const LastLine = ({ last, onUndo }: { last: LastAct; onUndo: (last: LastAct) => void }) => {
  const words = useWords(staffQueueWords);
  const text = words.did[last.event.kind](last.label);
  return (
    <div class="queue-last">
      <span role="status">{text}</span>
      <Button onClick={() => onUndo(last)}>
        {words.undo}
        <span class="unseen"> {text}</span>
      </Button>
    </div>
  );
};
