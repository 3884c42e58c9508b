import { supportWords } from "../../../../shared/copy/pages-seeker/support.ts";
import { consentText, currentConsentVersion } from "../../../../shared/domain/consents.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { CheckField } from "../../ui/field.tsx";
import { ConsentFacts } from "../booking/consent-facts.tsx";

type Code = "sensitive_support" | "support_groups" | "share_accommodation";
const pointer = "/consentVersion";

/** The version of the text that was shown, if the box is ticked; else nothing, which the API refuses. */
export const agreedTo = (data: FormData, code: Code): string => (data.has(pointer) ? currentConsentVersion[code] : "");

/** A consent of its own, in full. The box is never ticked beforehand. */
export const SupportConsent = ({ code, error }: { code: Code; error: string | undefined }) => {
  const words = useWords(supportWords);
  const text = consentText(code, currentConsentVersion[code], useLocale());
  if (!text) return null;
  return (
    <section class="consent stack" aria-label={text.title}>
      <h2>{text.title}</h2>
      <ConsentFacts text={text} items={code === "share_accommodation" ? "itemsGiven" : "items"} />
      <CheckField pointer={pointer} label={words.agree} error={error && words.agreeFirst} />
    </section>
  );
};
