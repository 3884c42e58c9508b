import { type ConsentCode, consentText, currentConsentVersion } from "../../../../shared/domain/consents.ts";
import { useLocale } from "../../platform/use-locale.ts";
import { CheckField } from "../../ui/field.tsx";
import { ConsentFacts } from "../booking/consent-facts.tsx";

export const ownConsentPointer = "/consentVersion";

/** What is agreed to, in full; the box is never ticked beforehand. */
export const OwnConsent = ({ code, agree, error }: { code: ConsentCode; agree: string; error: string | undefined }) => {
  const text = consentText(code, currentConsentVersion[code], useLocale());
  if (!text) return null;
  return (
    <section class="consent stack" aria-label={text.title}>
      <h3>{text.title}</h3>
      <ConsentFacts text={text} items="items" />
      <CheckField pointer={ownConsentPointer} label={agree} error={error} />
    </section>
  );
};
