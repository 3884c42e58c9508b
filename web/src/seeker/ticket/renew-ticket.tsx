import { useEffect, useState } from "preact/hooks";
import { mineWords } from "../../../../shared/copy/pages-seeker/mine.ts";
import { call } from "../../platform/api.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { AskDialog } from "../mine/ask-dialog.tsx";

/** The signer makes the new one within a second or two. */
const lookEveryMs = 1500;

type Props = { visitId: string; gen: number; onRenewed: () => void };

/** A new QR code in place of one that somebody else may have. */
export const RenewTicket = ({ visitId, gen, onRenewed }: Props) => {
  const words = useWords(mineWords);
  const [asking, setAsking] = useState(false);
  /** The generation that is being replaced. */
  const [replaced, setReplaced] = useState<number>();
  const isMaking = replaced !== undefined && gen <= replaced;
  useEffect(() => {
    if (!isMaking) return;
    const timer = setInterval(onRenewed, lookEveryMs);
    return () => clearInterval(timer);
  }, [isMaking, onRenewed]);
  return (
    <section class="card" aria-labelledby="renew-ticket">
      <h2 id="renew-ticket">{words.renewTitle}</h2>
      {isMaking && <p role="status">{words.renewing}</p>}
      {!isMaking && replaced !== undefined && <Notice tone="good" title={words.renewed} live focus />}
      {!isMaking && (
        <>
          <p>{words.renewHint}</p>
          <div>
            <Button onClick={() => setAsking(true)}>{words.renew}</Button>
          </div>
        </>
      )}
      <AskDialog
        open={asking}
        title={words.renewAsk}
        keep={words.renewKeep}
        act={words.renew}
        kind="main"
        onClose={() => setAsking(false)}
        send={() => call("POST /api/me/visits/{visitId}/ticket/renewal", { params: { visitId }, body: { seen: gen } })}
        onDone={async () => setReplaced(gen)}
      >
        <p>{words.renewWhat}</p>
      </AskDialog>
    </section>
  );
};
