import { planWords } from "../../../../../shared/copy/pages-manager-plan.ts";
import type { PlanChange } from "../../../../../shared/domain/plan.ts";
import { useWords } from "../../../platform/use-locale.ts";
import { fieldId } from "../../../ui/field.tsx";

export type Kind = PlanChange["kind"];

/** What shall happen, each with one sentence about what it means. */
export const KindChoice = ({ kinds, chosen, onChoose }: { kinds: readonly Kind[]; chosen: Kind; onChoose: (kind: Kind) => void }) => {
  const words = useWords(planWords);
  const id = fieldId("/change/kind");
  return (
    <fieldset class="field">
      <legend class="field-label">
        <span class="field-name">{words.kindTitle}</span>
      </legend>
      <div class="choices mode-cards">
        {kinds.map((kind, i) => (
          <label class="choice" key={kind}>
            <input
              type="radio"
              name="/change/kind"
              id={i === 0 ? id : `${id}-${i}`}
              value={kind}
              checked={kind === chosen}
              onChange={() => onChoose(kind)}
            />
            <span class="stack stack-tight">
              <strong>{words.kinds[kind]}</strong>
              <span class="small">{words.kindHints[kind]}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};
