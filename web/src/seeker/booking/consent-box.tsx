import type { PublicEmployer } from "../../../../shared/contract/public.ts";
import { bookingWords } from "../../../../shared/copy/pages-seeker/booking.ts";
import { consentText, currentConsentVersion } from "../../../../shared/domain/consents.ts";
import { inLocale } from "../../platform/locale.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { CheckField } from "../../ui/field.tsx";
import { ConsentFacts } from "./consent-facts.tsx";

/** Where a form's consent stands: the pointer of the version that was shown. */
export const consentPointer = "/consentVersion";

type Props = { employer: Pick<PublicEmployer, "nameKo" | "nameEn">; error: string | undefined };

/** Consent for this one employer, in full. The box is never ticked beforehand. */
export const ConsentBox = ({ employer, error }: Props) => {
  const locale = useLocale();
  const words = useWords(bookingWords);
  const text = consentText("to_employer", currentConsentVersion.to_employer, locale);
  const name = inLocale(locale, employer.nameKo, employer.nameEn);
  if (!text) return null;
  return (
    <section class="consent stack" aria-label={text.title}>
      <h2>{text.title}</h2>
      <ConsentFacts text={text} items="itemsGiven" to={<span lang={name.lang}>{name.text}</span>} />
      <CheckField pointer={consentPointer} label={words.agreeTo(name.text)} error={error} />
    </section>
  );
};
