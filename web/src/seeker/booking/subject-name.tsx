import { centreServiceLabels } from "../../../../shared/copy/codes.ts";
import type { Locale } from "../../../../shared/domain/locale.ts";
import { inLocale } from "../../platform/locale.ts";
import { useLocale } from "../../platform/use-locale.ts";
import type { Subject } from "./wanted.ts";

/** "다온물류 · 창고 관리" with each part in its language, or what the centre offers. */
export const SubjectName = ({ subject }: { subject: Subject }) => {
  const locale = useLocale();
  if (subject.kind === "service") return <span>{centreServiceLabels[subject.service][locale]}</span>;
  const employer = inLocale(locale, subject.employer.nameKo, subject.employer.nameEn);
  const title = inLocale(locale, subject.posting.draft.titleKo, subject.posting.draft.titleEn);
  return (
    <>
      <span lang={employer.lang}>{employer.text}</span> · <span lang={title.lang}>{title.text}</span>
    </>
  );
};

/** The job's title alone, or the service's name. */
export const subjectTitle = (subject: Subject, locale: Locale): string =>
  subject.kind === "service"
    ? centreServiceLabels[subject.service][locale]
    : inLocale(locale, subject.posting.draft.titleKo, subject.posting.draft.titleEn).text;
