import type { ComponentChildren } from "preact";
import { insuranceLabels, type Labels, welfareLabels, workDaysLabels, workHoursLabels } from "../../../shared/copy/codes.ts";
import { postingFactWords } from "../../../shared/copy/posting-facts.ts";
import type { Locale } from "../../../shared/domain/locale.ts";
import type { PostingDraft } from "../../../shared/domain/posting.ts";
import { dateText } from "../../../shared/domain/seoul-time.ts";
import { useLocale } from "../platform/use-locale.ts";
import { Facts } from "./card.tsx";

const listed = <Code extends string>(codes: readonly Code[] | undefined, labels: Labels<Code>, locale: Locale): string =>
  (codes ?? []).map((code) => labels[code][locale]).join(", ");

/** What a posting says beside its pay, hours, place and tasks, as rows of `Facts`; what it does not say is left out. Firms write in Korean. */
export const postingFacts = (draft: PostingDraft, locale: Locale): [name: string, value: ComponentChildren][] => {
  const words = postingFactWords[locale];
  const written = (text: string | undefined) =>
    text && (
      <span class="as-written" lang={locale === "en" ? "ko" : undefined}>
        {text}
      </span>
    );
  const severance = draft.severancePay === undefined ? undefined : draft.severancePay ? words.severanceYes : words.severanceNo;
  const { workDays, workHours, careerYears, validUntil } = draft;
  return [
    [words.occupationName, written(draft.occupationNameKo)],
    [words.contract, written(draft.contractKo)],
    [words.workDays, workDays && workDaysLabels[workDays][locale]],
    [words.workHours, workHours && workHoursLabels[workHours][locale]],
    [words.address, written(draft.workplaceKo)],
    [words.station, written(draft.stationKo)],
    [words.careerYears, careerYears && words.years(careerYears)],
    [words.certificates, written(draft.certificatesKo)],
    [words.preferred, written(draft.preferredKo)],
    [words.legalCheck, written(draft.legalCheckKo)],
    [words.insurance, listed(draft.insurance, insuranceLabels, locale)],
    [words.severance, severance],
    [words.welfare, listed(draft.welfare, welfareLabels, locale)],
    [words.vehicle, written(draft.vehicleKo)],
    [words.access, written(draft.accessKo)],
    [words.documents, written(draft.documentsKo)],
    [words.validUntil, validUntil && words.until(dateText(validUntil, locale))],
  ];
};

export const MorePostingFacts = ({ draft }: { draft: PostingDraft }) => <Facts rows={postingFacts(draft, useLocale())} />;
