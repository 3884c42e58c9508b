import { connectionWords } from "../../../../../shared/copy/pages-manager-connections.ts";
import { useWords } from "../../../platform/use-locale.ts";
import { Button } from "../../../ui/button.tsx";
import { CopyButton } from "../../../ui/copy-button.tsx";
import { Notice } from "../../../ui/notice.tsx";

type Props = { title: string; text: string; onHide: () => void };

/** A secret, this once: kept by no page, and gone when it was handed over. */
export const ShownOnce = ({ title, text, onHide }: Props) => {
  const words = useWords(connectionWords);
  return (
    <Notice tone="warn" title={title} live focus>
      <p>{words.secretOnce}</p>
      <p>
        <code class="secret">{text}</code>
      </p>
      <CopyButton text={text} label={words.copy} />
      <div>
        <Button onClick={onHide}>{words.handedOver}</Button>
      </div>
    </Notice>
  );
};
