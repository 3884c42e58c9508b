import type { ComponentChildren } from "preact";
import type { Span } from "../../../shared/domain/slot-times.ts";
import { spanText } from "../platform/times.ts";
import { useLocale } from "../platform/use-locale.ts";

/** Times side by side, as many as fit. */
export const SpanList = ({ spans }: { spans: readonly Span[] }) => {
  const locale = useLocale();
  return (
    <ul class="spans" role="list">
      {spans.map((span) => (
        <SpanItem key={span.startsAt}>{spanText(span, locale)}</SpanItem>
      ))}
    </ul>
  );
};

export const SpanItem = ({ tone = "", children }: { tone?: string; children: ComponentChildren }) => (
  <li class={`span ${tone}`.trim()}>{children}</li>
);
