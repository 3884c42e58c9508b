import { useEffect, useState } from "preact/hooks";
import type { CallBoard } from "../../../../shared/contract/check-in.ts";
import type { Instant } from "../../../../shared/domain/seoul-time.ts";
import { type ClientProblem, call } from "../../platform/api.ts";

/** Between two looks, milliseconds; the edge keeps an answer as long. */
const everyMs = 5000;
/** An answer that takes longer counts as lost, milliseconds. */
const giveUpAfterMs = 8000;

export type BoardView = {
  board: CallBoard | undefined;
  /** When the last board was made; undefined while all is well. */
  lostSince: Instant | undefined;
  /** Why there is nothing to show at all. */
  problem: ClientProblem | undefined;
};

/** The call board of a visit, looked at again and again, also while the page is in the background: whoever is called should hear it there. */
export function useBoard(visitId: string | undefined): BoardView {
  const [view, setView] = useState<BoardView>({ board: undefined, lostSince: undefined, problem: undefined });
  useEffect(() => {
    if (!visitId) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const look = async () => {
      clearTimeout(timer);
      const signal = AbortSignal.timeout(giveUpAfterMs);
      const answer = await call("GET /api/public/visits/{visitId}/board", { params: { visitId } }, { signal });
      if (isOver) return;
      setView(({ board }) =>
        answer.ok
          ? { board: answer.value, lostSince: undefined, problem: undefined }
          : { board, lostSince: board?.at, problem: answer.problem },
      );
      timer = setTimeout(look, everyMs);
    };
    const wake = () => void look();
    addEventListener("online", wake);
    wake();
    return () => {
      isOver = true;
      clearTimeout(timer);
      removeEventListener("online", wake);
    };
  }, [visitId]);
  return view;
}
