import { boardWords } from "../../../../shared/copy/pages-seeker/board.ts";
import { clockText } from "../../platform/times.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Both, CallBoardView } from "../../ui/board/call-board.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Failed, Loading } from "../../ui/states.tsx";
import { useBoard } from "../board/use-board.ts";
import { WhichVisit } from "../board/which-visit.tsx";

/** For the screen at the bus: whose turn it is at each desk. In both languages at once. */
export const BoardPage = () => {
  const words = useWords(boardWords);
  return (
    <Page title={words.boardTitle}>
      <WhichVisit>{(visitId) => <Board visitId={visitId} />}</WhichVisit>
    </Page>
  );
};

const Board = ({ visitId }: { visitId: string }) => {
  const { board, lostSince, problem } = useBoard(visitId);
  if (!board) return problem ? <Failed problem={problem} /> : <Loading blocks={3} />;
  return (
    <CallBoardView
      board={board}
      notice={
        lostSince && (
          <Notice tone="bad" live>
            <p class="board-lost">
              <Both say={(one) => one.lost(clockText(lostSince, one === boardWords.ko ? "ko" : "en"))} />
            </p>
          </Notice>
        )
      }
    />
  );
};
