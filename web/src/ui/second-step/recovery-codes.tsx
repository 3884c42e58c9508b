import { useState } from "preact/hooks";
import { secondStepWords } from "../../../../shared/copy/second-step.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button } from "../button.tsx";
import { Notice } from "../notice.tsx";

/** Shown this once, until their owner says that they are kept. */
export const RecoveryCodes = ({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) => {
  const words = useWords(secondStepWords);
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join("\n")).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <section class="stack">
      <Notice tone="warn" title={words.recoveryTitle} focus>
        <p>{words.recoveryLead}</p>
      </Notice>
      <ol class="recovery-codes" lang="en">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div class="row no-print">
        <Button onClick={() => print()}>{words.print}</Button>
        <Button onClick={copy}>{words.copy}</Button>
        {isCopied && <p role="status">{words.copied}</p>}
      </div>
      <Button kind="main" wide onClick={onKept}>
        {words.kept}
      </Button>
    </section>
  );
};
