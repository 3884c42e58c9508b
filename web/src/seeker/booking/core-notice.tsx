import { bookingWords } from "../../../../shared/copy/pages-seeker/booking.ts";
import { consentText, currentConsentVersion } from "../../../../shared/domain/consents.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Facts } from "../../ui/card.tsx";

/** A notice, not a consent: the record rests on a task of the city. */
export const CoreNotice = () => {
  const words = useWords(bookingWords);
  const text = consentText("service_core", currentConsentVersion.service_core, useLocale());
  if (!text) return null;
  return (
    <section class="small-print" aria-label={text.title}>
      <h2>{text.title}</h2>
      <Facts
        long
        rows={[
          [words.purpose, text.purpose],
          [words.items, text.items],
          [words.kept, text.kept],
          [words.refusal, text.refusal],
        ]}
      />
    </section>
  );
};
