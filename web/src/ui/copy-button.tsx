import { useState } from "preact/hooks";
import { copyTextWords } from "../../../shared/copy/copy-text.ts";
import { useWords } from "../platform/use-locale.ts";
import { Button } from "./button.tsx";

/** Copies a text, and says so until the text is another. A browser that lets nobody copy says that, too: the text is on the page. */
export const CopyButton = ({ text, label }: { text: string; label: string }) => {
  const words = useWords(copyTextWords);
  const [tried, setTried] = useState<{ text: string; isCopied: boolean }>();
  const copy = async () => {
    const isCopied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setTried({ text, isCopied });
  };
  const said = tried?.text === text ? (tried.isCopied ? words.copied : words.copyYourself) : undefined;
  return (
    <div class="row">
      <Button onClick={() => void copy()}>{label}</Button>
      {said && <p role="status">{said}</p>}
    </div>
  );
};
