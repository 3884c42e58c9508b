import type { PublicPosting } from "../../../../shared/contract/public.ts";
import { careerLabels, educationLabels, employmentTypeLabels, occupationLabels } from "../../../../shared/copy/codes.ts";
import { visitWords } from "../../../../shared/copy/pages-seeker/visit.ts";
import { districtName } from "../../platform/districts.ts";
import { inLocale } from "../../platform/locale.ts";
import { payText } from "../../platform/pay-text.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Facts, Tag } from "../../ui/card.tsx";
import { Times } from "./times.tsx";

/** One job: what people ask first (pay, hours, place, tasks), the rest on request, then the times. */
export const PostingCard = ({ posting, bookable }: { posting: PublicPosting; bookable: boolean }) => {
  const locale = useLocale();
  const words = useWords(visitWords);
  const { draft } = posting;
  const title = inLocale(locale, draft.titleKo, draft.titleEn);
  const tasks = inLocale(locale, draft.tasksKo, draft.tasksEn);
  const korean = locale === "en" ? "ko" : undefined;
  return (
    <article class="posting">
      <header class="row">
        <h3 lang={title.lang}>{title.text}</h3>
        <Tag>{employmentTypeLabels[draft.employmentType][locale]}</Tag>
      </header>
      <Facts
        rows={[
          [words.pay, payText(draft.pay, locale)],
          [words.hours, <span lang={korean}>{draft.workTimeKo}</span>],
          [words.workplace, districtName(draft.districtCode, locale)],
          [
            words.tasks,
            <span class="as-written" lang={tasks.lang}>
              {tasks.text}
            </span>,
          ],
        ]}
      />
      <details class="more-facts">
        <summary>{words.moreFacts}</summary>
        <Facts
          rows={[
            [words.needs, `${educationLabels[draft.education][locale]} · ${careerLabels[draft.career][locale]}`],
            [words.headcount, words.people(draft.headcount)],
            [words.occupation, occupationLabels[draft.occupation][locale]],
            [words.hours, words.weekly(draft.weeklyHours)],
            [
              words.benefits,
              draft.benefitsKo && (
                <span class="as-written" lang={korean}>
                  {draft.benefitsKo}
                </span>
              ),
            ],
          ]}
        />
      </details>
      {bookable && posting.slots.length > 0 && <Times slots={posting.slots} title={title.text} />}
    </article>
  );
};
