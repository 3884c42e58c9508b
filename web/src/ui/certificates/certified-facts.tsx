import type { ValidCertificate } from "../../../../shared/contract/papers.ts";
import { consultationChannelWords, consultationKindWords } from "../../../../shared/copy/consultation.ts";
import { certificateWords } from "../../../../shared/copy/pages-certificates.ts";
import { seoulDateOf } from "../../../../shared/domain/seoul-time.ts";
import { inLocale } from "../../platform/locale.ts";
import { afterDay, dateWithYear, momentWithYear, spanText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Facts } from "../card.tsx";

type Certified = Omit<ValidCertificate, "standing" | "maskedName" | "issuedAt">;
type Row = Parameters<typeof Facts>[0]["rows"][number];

/** What a certificate is about, in the reader's language; `before` and `after` are rows of whoever shows it. */
export const CertifiedFactsView = ({ of, before = [], after = [] }: { of: Certified; before?: readonly Row[]; after?: readonly Row[] }) => {
  const words = useWords(certificateWords);
  const locale = useLocale();
  const { startsAt, endsAt, consultationKind, channel } = of;
  const inEither = (textKo: string | null, textEn: string | null) => {
    if (textKo === null) return undefined;
    const { text, lang } = inLocale(locale, textKo, textEn);
    return <span lang={lang}>{text}</span>;
  };
  const day = dateWithYear(seoulDateOf(startsAt), locale);
  return (
    <Facts
      long
      rows={[
        ...before,
        [words.employer, inEither(of.employerNameKo, of.employerNameEn)],
        [words.job, inEither(of.jobTitleKo, of.jobTitleEn)],
        [words.talk, consultationKind && consultationKindWords[consultationKind][locale]],
        [words.when, endsAt ? afterDay(day, spanText({ startsAt, endsAt }, locale), locale) : momentWithYear(startsAt, locale)],
        [words.how, channel && consultationChannelWords[channel][locale]],
        [words.where, inEither(of.placeNameKo, of.placeNameEn)],
        ...after,
      ]}
    />
  );
};
