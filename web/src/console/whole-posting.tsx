import { careerLabels, educationLabels, employmentTypeLabels, occupationLabels } from "../../../shared/copy/codes.ts";
import { districtAndZone } from "../../../shared/copy/districts.ts";
import { employerWords } from "../../../shared/copy/pages-employer.ts";
import { postingWords } from "../../../shared/copy/pages-postings.ts";
import { payText } from "../../../shared/copy/pay-text.ts";
import { postingFactWords } from "../../../shared/copy/posting-facts.ts";
import type { PostingDraft } from "../../../shared/domain/posting.ts";
import { postingGaps } from "../../../shared/domain/posting-gaps.ts";
import { useLocale, useWords } from "../platform/use-locale.ts";
import { Facts } from "../ui/card.tsx";
import { Notice } from "../ui/notice.tsx";
import { postingFacts } from "../ui/posting-facts.tsx";

/** Everything that a posting says, folded, and what it should say and does not: for whoever answers for it. */
export const WholePosting = ({ posting }: { posting: PostingDraft }) => {
  const firm = useWords(employerWords);
  const words = useWords(postingWords);
  const facts = useWords(postingFactWords);
  const locale = useLocale();
  const gaps = postingGaps(posting).map((gap) => facts.gaps[gap]);
  const korean = locale === "en" ? "ko" : undefined;
  const written = (text: string | undefined) =>
    text && (
      <span class="as-written" lang={korean}>
        {text}
      </span>
    );
  return (
    <>
      {gaps.length > 0 && <Notice tone="warn">{words.gapsForManager(gaps.join(", "))}</Notice>}
      <details class="more-facts">
        <summary>{words.whole}</summary>
        <Facts
          rows={[
            [firm.titleKo, written(posting.titleKo)],
            [firm.titleEn, posting.titleEn],
            [firm.occupation, occupationLabels[posting.occupation][locale]],
            [firm.headcount, firm.headcountOf(posting.headcount)],
            [firm.employmentType, employmentTypeLabels[posting.employmentType][locale]],
            [firm.pay, payText(posting.pay, locale)],
            [firm.weeklyHours, `${posting.weeklyHours} ${firm.weeklyHoursUnit}`],
            [firm.workTime, written(posting.workTimeKo)],
            [firm.workplaceShort, districtAndZone(posting.districtCode, locale)],
            [firm.education, educationLabels[posting.education][locale]],
            [firm.career, careerLabels[posting.career][locale]],
            [firm.tasksKo, written(posting.tasksKo)],
            [firm.tasksEn, posting.tasksEn],
            [firm.benefits, written(posting.benefitsKo)],
            ...postingFacts(posting, locale),
          ]}
        />
      </details>
    </>
  );
};
