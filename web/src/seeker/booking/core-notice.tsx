import { consentText, currentConsentVersion } from "../../../../shared/domain/consents.ts";
import { useLocale } from "../../platform/use-locale.ts";
import { ConsentFacts } from "./consent-facts.tsx";

/** A notice, not a consent: the record rests on a task of the city. */
export const CoreNotice = () => {
  const text = consentText("service_core", currentConsentVersion.service_core, useLocale());
  if (!text) return null;
  return (
    <section class="small-print" aria-label={text.title}>
      <h2>{text.title}</h2>
      <ConsentFacts text={text} items="items" />
    </section>
  );
};
