import { useState } from "preact/hooks";
import { consoleWords } from "../../../../shared/copy/pages-console.ts";
import { managerKeysWords } from "../../../../shared/copy/pages-manager-keys.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useFinish } from "../outcome.tsx";

/** A new key for the visit's tickets, after what it does has been read. */
export const RotateKey = ({ visitId }: { visitId: string }) => {
  const words = useWords(managerKeysWords);
  const common = useWords(consoleWords);
  const finish = useFinish();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ClientProblem>();
  const rotate = async () => {
    setBusy(true);
    const answer = await call("POST /api/staff/visits/{visitId}/ticket-keys", { params: { visitId } });
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    setAsking(false);
    finish(words.done);
  };
  return (
    <Card as="section">
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <div>
        <Button kind="danger" onClick={() => setAsking(true)}>
          {words.rotate}
        </Button>
      </div>
      <Dialog
        open={asking}
        title={words.ask}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{common.cancel}</Button>
            <Button kind="danger" busy={busy} onClick={rotate}>
              {words.now}
            </Button>
          </>
        }
      >
        {problem && (
          <Notice tone="bad" title={problem.title} live>
            <p>{problem.detail}</p>
          </Notice>
        )}
        {words.what.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Dialog>
    </Card>
  );
};
