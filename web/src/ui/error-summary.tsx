import { useEffect, useRef } from "preact/hooks";
import { uiWords } from "../../../shared/copy/ui.ts";
import { useWords } from "../platform/use-locale.ts";
import { fieldId } from "./field.tsx";
import type { FormTrouble } from "./use-form.ts";

/** What stands in the way of a form, said once above it. It takes the focus after every refused attempt; its links lead to the fields. */
export const ErrorSummary = ({ trouble }: { trouble: FormTrouble | undefined }) => {
  const words = useWords(uiWords);
  const box = useRef<HTMLDivElement>(null);
  const attempt = trouble?.attempt;
  useEffect(() => {
    if (attempt !== undefined) box.current?.focus();
  }, [attempt]);
  if (!trouble) return null;
  const { problem, errors } = trouble;
  return (
    <div class="notice notice-bad error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2 class="notice-title">{problem?.title ?? words.errorSummary}</h2>
      {problem && problem.code !== "invalid-fields" && <p>{problem.detail}</p>}
      {errors.length > 0 && (
        <ul>
          {errors.map(({ pointer, name, detail }) => (
            <li key={pointer}>
              <a
                href={`#${fieldId(pointer)}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(fieldId(pointer))?.focus();
                }}
              >
                {name ? `${name}: ${detail}` : detail}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
