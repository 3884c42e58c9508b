import { boardWords } from "../../../../shared/copy/pages-seeker/board.ts";
import { staffQueueWords } from "../../../../shared/copy/pages-staff-queue.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import { clockText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { CallBoardView } from "../../ui/board/call-board.tsx";
import { Notice } from "../../ui/notice.tsx";
import { callBoardOf, type DeskQueue } from "./desk-queue.ts";
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
      {(queue) => <CallBoardView board={callBoardOf(queue)} notice={view.state === "ready" && view.isStale && <Stale {...queue} />} />}
    </QueueFrame>
  );
};

/** Inside what fills the screen, where nothing else is seen. */
const Stale = ({ loadedAt }: Pick<DeskQueue, "loadedAt">) => {
  const locale = useLocale();
  return (
    <Notice tone="warn" live>
      <p>{staffQueueWords[locale].stale(clockText(loadedAt, locale))}</p>
    </Notice>
  );
};
