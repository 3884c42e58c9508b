import type { PublicVisit } from "../../../shared/contract/public.ts";
import { timesWords } from "../../../shared/copy/pages-employer-times.ts";
import { problemWords } from "../../../shared/copy/problems.ts";
import { patternRefusal, SlotPattern, spansOf } from "../../../shared/domain/slot-times.ts";
import { useLocale, useWords } from "../platform/use-locale.ts";
import { Notice } from "../ui/notice.tsx";
import { SpanList } from "./span-list.tsx";

export type PreviewedVisit = Pick<PublicVisit, "date" | "startTime" | "endTime">;
type Props = { visit: PreviewedVisit | undefined; pattern: unknown /** At how many desks the times are held. */; desks?: number };

/** The times that come of the hours as they are typed, by the rule that the API applies. */
export const SlotPreview = ({ visit, pattern, desks = 1 }: Props) => {
  const words = useWords(timesWords);
  const locale = useLocale();
  const read = SlotPattern.safeParse(pattern);
  const refusal = visit && read.success ? patternRefusal(visit, read.data, desks) : undefined;
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
        <Times visit={visit} pattern={read.data} desks={desks} />
      )}
    </section>
  );
};

const Times = ({ visit, pattern, desks }: { visit: PreviewedVisit; pattern: SlotPattern; desks: number }) => {
  const words = useWords(timesWords);
  const spans = spansOf(visit.date, pattern);
  const people = spans.length * pattern.seats * desks;
  return (
    <>
      <p>
        <strong>{desks === 1 ? words.previewCount(spans.length, people) : words.previewDesks(spans.length, desks, people)}</strong>
      </p>
      {pattern.seats > 1 && <p>{words.previewTogether(pattern.seats)}</p>}
      <SpanList spans={spans} />
    </>
  );
};
