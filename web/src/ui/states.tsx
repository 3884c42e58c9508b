import type { ComponentChildren } from "preact";
import { uiWords } from "../../../shared/copy/ui.ts";
import type { ClientProblem } from "../platform/api.ts";
import { useWords } from "../platform/use-locale.ts";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

/** Stands where something is about to appear. */
export const Loading = ({ blocks = 2, label }: { blocks?: number; label?: string }) => {
  const words = useWords(uiWords);
  return (
    <div class="waiting" role="status">
      <span class="unseen">{label ?? words.loading}</span>
      {Array.from({ length: blocks }, (_, i) => (
        <div class="waiting-block" key={i} />
      ))}
    </div>
  );
};

/** Nothing to show, and what to do instead. */
export const Empty = ({ title, children }: { title: string; children?: ComponentChildren }) => (
  <div class="empty">
    <p>
      <strong>{title}</strong>
    </p>
    {children}
  </div>
);

/** It could not be shown, why, and another try. */
export const Failed = ({ problem, onRetry }: { problem: Pick<ClientProblem, "title" | "detail">; onRetry?: () => void }) => {
  const words = useWords(uiWords);
  return (
    <Notice tone="bad" title={problem.title} live>
      <p>{problem.detail}</p>
      {onRetry && (
        <div>
          <Button onClick={onRetry}>{words.tryAgain}</Button>
        </div>
      )}
    </Notice>
  );
};
