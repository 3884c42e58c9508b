import type { PublicVisit } from "../../../../shared/contract/public.ts";
import { employerWords } from "../../../../shared/copy/pages-employer.ts";
import { problemWords } from "../../../../shared/copy/problems.ts";
import { patternRefusal, SlotPattern, spansOf } from "../../../../shared/domain/slot-times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Notice } from "../../ui/notice.tsx";
import { SpanList } from "../span-list.tsx";

export type PreviewedVisit = Pick<PublicVisit, "date" | "startTime" | "endTime">;

/** The times that come of the hours as they are typed, by the rule that the API applies. */
export const SlotPreview = ({ visit, pattern }: { visit: PreviewedVisit | undefined; pattern: unknown }) => {
  const words = useWords(employerWords);
  const locale = useLocale();
  const read = SlotPattern.safeParse(pattern);
  const refusal = visit && read.success ? patternRefusal(visit, read.data) : undefined;
  return (
    <section class="preview" aria-live="polite">
      <h2 class="card-title">{words.previewTitle}</h2>
      {!visit || !read.success ? (
        <p class="soft">{words.previewWaiting}</p>
      ) : refusal ? (
        <Notice tone="warn" title={problemWords[refusal][locale].title}>
          <p>{problemWords[refusal][locale].detail}</p>
        </Notice>
      ) : (
        <Times visit={visit} pattern={read.data} />
      )}
    </section>
  );
};

const Times = ({ visit, pattern }: { visit: PreviewedVisit; pattern: SlotPattern }) => {
  const words = useWords(employerWords);
  const spans = spansOf(visit.date, pattern);
  return (
    <>
      <p>
        <strong>{words.previewCount(spans.length, spans.length * pattern.seats)}</strong>
      </p>
      <SpanList spans={spans} />
    </>
  );
};
