import { boardWords } from "../../../../shared/copy/pages-seeker/board.ts";
import { staffQueueWords } from "../../../../shared/copy/pages-staff-queue.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import { useWords } from "../../platform/use-locale.ts";
import { CallBoardView } from "../../ui/board/call-board.tsx";
import { callBoardOf } from "./desk-queue.ts";
import { QueueFrame } from "./queue-frame.tsx";
import { useQueue } from "./use-queue.ts";

/** The screen that calls, on this device: with or without a network, from what it knows of the queue. */
export const CallBoardPage = ({ visitId }: { visitId: VisitId }) => {
  const { boardTitle } = useWords(boardWords);
  const { toBoard } = useWords(staffQueueWords);
  const [view, { renew }] = useQueue(visitId);
  return (
    <QueueFrame
      title={boardTitle}
      back={{ href: `/staff/visits/${visitId}/desk-board`, label: toBoard }}
      view={view}
      onRetry={() => void renew()}
    >
      {(queue) => <CallBoardView board={callBoardOf(queue)} />}
    </QueueFrame>
  );
};
