import { slotModeLabels } from "../../../../shared/copy/codes.ts";
import { timesWords } from "../../../../shared/copy/pages-employer-times.ts";
import { SlotMode } from "../../../../shared/domain/states.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { fieldId } from "../../ui/field.tsx";

/** How people are chosen, each way with one sentence about what it means. Open is what most firms want: it is chosen beforehand. */
export const ModeChoice = ({ chosen, error }: { chosen: SlotMode | undefined; error: string | undefined }) => {
  const words = useWords(timesWords);
  const locale = useLocale();
  const id = fieldId("/mode");
  return (
    <fieldset class="field" aria-describedby={error ? `${id}-error` : undefined}>
      <legend class="field-label">
        <span class="field-name">{words.chooseMode}</span>
      </legend>
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <div class="choices mode-cards">
        {SlotMode.options.map((mode, i) => (
          <label class="choice" key={mode}>
            <input type="radio" name="/mode" id={i === 0 ? id : `${id}-${i}`} value={mode} defaultChecked={mode === (chosen ?? "open")} />
            <span class="stack stack-tight">
              <strong>{slotModeLabels[mode][locale]}</strong>
              <span class="small">{words.modeHints[mode]}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};
