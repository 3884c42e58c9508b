import { useState } from "preact/hooks";
import type { MyRegistration } from "../../../../shared/contract/bookings.ts";
import type { PublicPosting } from "../../../../shared/contract/public.ts";
import { careerLabels, educationLabels, employmentTypeLabels, occupationLabels } from "../../../../shared/copy/codes.ts";
import { districtName } from "../../../../shared/copy/districts.ts";
import { visitWords } from "../../../../shared/copy/pages-seeker/visit.ts";
import { payText } from "../../../../shared/copy/pay-text.ts";
import type { TimetableSlot } from "../../../../shared/domain/timetable.ts";
import { inLocale } from "../../platform/locale.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Facts, Tag } from "../../ui/card.tsx";
import { lazyPart } from "../../ui/lazy-page.tsx";
import type { BookingWindow } from "../visits/booking-state.ts";
import { JobTimes } from "./job-times.tsx";

const MorePostingFacts = lazyPart(() => import("../../ui/posting-facts.tsx").then((module) => module.MorePostingFacts));

type Props = {
  posting: PublicPosting;
  slots: readonly TimetableSlot[];
  window: BookingWindow;
  registration: MyRegistration | undefined;
};

/** One job: what people ask first (pay, hours, place, tasks), the rest on request, then the times. */
export const PostingCard = ({ posting, slots, window, registration }: Props) => {
  const locale = useLocale();
  const words = useWords(visitWords);
  const [isOpened, setOpened] = useState(false);
  const { draft, postingId } = posting;
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
      <details class="more-facts" onToggle={() => setOpened(true)}>
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
        {isOpened && <MorePostingFacts draft={draft} />}
      </details>
      <JobTimes list={postingId} slots={slots} title={title.text} window={window} registration={registration} />
    </article>
  );
};
