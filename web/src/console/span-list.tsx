import type { ComponentChildren } from "preact";
import type { Span } from "../../../shared/domain/slot-times.ts";
import { clockText } from "../platform/times.ts";
import { useLocale } from "../platform/use-locale.ts";

/** When each interview starts, side by side; how long one takes is said beside it. */
export const SpanList = ({ spans }: { spans: readonly Span[] }) => {
  const locale = useLocale();
  return (
    <ul class="spans" role="list">
      {spans.map((span) => (
        <SpanItem key={span.startsAt}>{clockText(span.startsAt, locale)}</SpanItem>
      ))}
    </ul>
  );
};

export const SpanItem = ({ tone = "", children }: { tone?: string; children: ComponentChildren }) => (
  <li class={`span ${tone}`.trim()}>{children}</li>
);
