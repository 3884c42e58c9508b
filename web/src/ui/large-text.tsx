import { useEffect, useState } from "preact/hooks";
import { uiWords } from "../../../shared/copy/ui.ts";
import { keeper } from "../platform/kept.ts";
import { useWords } from "../platform/use-locale.ts";

const kept = keeper("device", "jobstop:text", (value): value is "large" => value === "large");

/** Sets the text size that was chosen on this device; call it before anything is drawn. */
export function applyTextSize(large = kept.read() === "large"): void {
  if (large) document.documentElement.dataset.text = "large";
  else delete document.documentElement.dataset.text;
}

export const LargeTextSwitch = () => {
  const words = useWords(uiWords);
  const [large, setLarge] = useState(false);
  useEffect(() => setLarge(kept.read() === "large"), []);
  const turn = () => {
    const next = !large;
    setLarge(next);
    applyTextSize(next);
    if (next) kept.write("large");
    else kept.clear();
  };
  return (
    <button type="button" class="tool" aria-pressed={large} onClick={turn}>
      {words.largeText}
    </button>
  );
};
