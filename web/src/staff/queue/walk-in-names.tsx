import { useCallback, useState } from "preact/hooks";
import type { WalkIn } from "../../../../shared/contract/check-in.ts";
import { staffQueueWords } from "../../../../shared/copy/pages-staff-queue.ts";
import type { Subject } from "../../../../shared/domain/check-in-event.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Failed } from "../../ui/states.tsx";

export type NamesView = {
  walkIns: readonly WalkIn[] | undefined;
  problem: ClientProblem | undefined;
  ask: () => Promise<void>;
  hide: () => void;
  noteOf: (subject: Subject) => WalkIn["note"] | undefined;
};

/** Names and numbers of walk-ins, asked of the server by a hand only: each look is logged, and this device cannot read what it sealed. */
export function useWalkInNames(visitId: VisitId): NamesView {
  const [walkIns, setWalkIns] = useState<readonly WalkIn[]>();
  const [problem, setProblem] = useState<ClientProblem>();
  const ask = useCallback(async () => {
    const answer = await call("GET /api/staff/visits/{visitId}/walk-ins", { params: { visitId } });
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) setWalkIns(answer.value.walkIns);
  }, [visitId]);
  return {
    walkIns,
    problem,
    ask,
    hide: () => setWalkIns(undefined),
    noteOf: (subject) => walkIns?.find(({ walkInId }) => walkInId === subject)?.note,
  };
}

export const WalkInNames = ({ names: { walkIns, problem, ask, hide } }: { names: NamesView }) => {
  const words = useWords(staffQueueWords);
  return (
    <section class="stack stack-tight">
      {problem && <Failed problem={problem} />}
      <div>{walkIns ? <Button onClick={hide}>{words.namesHide}</Button> : <Button onClick={() => void ask()}>{words.names}</Button>}</div>
      <p class="soft small" role="status">
        {walkIns?.length === 0 ? words.namesNone : words.namesLogged}
      </p>
    </section>
  );
};
