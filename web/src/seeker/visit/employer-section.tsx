import type { PublicEmployer } from "../../../../shared/contract/public.ts";
import { inLocale } from "../../platform/locale.ts";
import { useLocale } from "../../platform/use-locale.ts";
import { PostingCard } from "./posting-card.tsx";

export const EmployerSection = ({ employer, bookable }: { employer: PublicEmployer; bookable: boolean }) => {
  const locale = useLocale();
  const name = inLocale(locale, employer.nameKo, employer.nameEn);
  const about = inLocale(locale, employer.aboutKo, employer.aboutEn);
  return (
    <section class="card employer" aria-labelledby={employer.employerId}>
      <header class="stack stack-tight">
        <h2 id={employer.employerId} lang={name.lang}>
          {name.text}
        </h2>
        <p class="soft">
          <span lang={locale === "en" ? "ko" : undefined}>{employer.industryKo}</span>
        </p>
        <p class="as-written" lang={about.lang}>
          {about.text}
        </p>
      </header>
      {employer.postings.map((posting) => (
        <PostingCard key={posting.postingId} posting={posting} bookable={bookable} />
      ))}
    </section>
  );
};
