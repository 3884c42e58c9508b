import { staffDayWords } from "../../../shared/copy/pages-staff-day.ts";
import { consentText, currentConsentVersion } from "../../../shared/domain/consents.ts";
import { useLocale, useWords } from "../platform/use-locale.ts";
import { Facts } from "../ui/card.tsx";
import { CheckField } from "../ui/field.tsx";

export const consentPointer = "/consentVersion";
export const consentVersion = currentConsentVersion.to_employer;

/** What a person agrees to before an employer sees them: read to them, word for word, and ticked only then. */
export const ConsentBox = ({ employer, error }: { employer: string; error: string | undefined }) => {
  const words = useWords(staffDayWords);
  const text = consentText("to_employer", consentVersion, useLocale());
  if (!text) return null;
  return (
    <section class="read-out stack" aria-label={text.title}>
      <p class="read-out-call">{words.consentRead}</p>
      <h2>{text.title}</h2>
      <Facts
        long
        rows={[
          [words.consentTo, <span lang="ko">{employer}</span>],
          [words.consentPurpose, text.purpose],
          [words.consentItems, text.items],
          [words.consentKept, text.kept],
          [words.consentRefusal, text.refusal],
        ]}
      />
      <CheckField pointer={consentPointer} label={words.consentGiven} error={error} />
    </section>
  );
};
