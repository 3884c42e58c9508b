import { privacyWords } from "../../../../shared/copy/pages-seeker/privacy.ts";
import { type ConsentCode, consentText, currentConsentVersion } from "../../../../shared/domain/consents.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Facts } from "../../ui/card.tsx";
import { TelLink } from "../../ui/layout.tsx";
import { Page } from "../../ui/page.tsx";

export const PrivacyPage = () => {
  const words = useWords(privacyWords);
  return (
    <Page title={words.title} lead={words.lead} narrow>
      <section class="card">
        <h2>{words.coreTitle}</h2>
        <ConsentFacts code="service_core" items={words.items} />
      </section>
      <section class="card">
        <h2>{words.employerTitle}</h2>
        <p>{words.employerNote}</p>
        <ConsentFacts code="to_employer" items={words.itemsGiven} />
      </section>
      {(
        [
          [words.neverTitle, words.never],
          [words.signInTitle, words.signIn],
          [words.deviceTitle, words.device],
          [words.whereTitle, words.where],
        ] as const
      ).map(([title, text]) => (
        <section class="stack stack-tight" key={title}>
          <h2>{title}</h2>
          <p>{text}</p>
        </section>
      ))}
      <section class="card">
        <h2>{words.rightsTitle}</h2>
        <p>{words.rights}</p>
        <TelLink />
      </section>
      <p class="soft small">{words.version(currentConsentVersion.service_core)}</p>
    </Page>
  );
};

const ConsentFacts = ({ code, items }: { code: ConsentCode; items: string }) => {
  const words = useWords(privacyWords);
  const text = consentText(code, currentConsentVersion[code], useLocale());
  if (!text) return null;
  return (
    <Facts
      long
      rows={[
        [words.purpose, text.purpose],
        [items, text.items],
        [words.kept, text.kept],
        [words.refusal, text.refusal],
      ]}
    />
  );
};
