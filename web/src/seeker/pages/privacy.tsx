import { centre } from "../../../../shared/centre.ts";
import { noticeSince, privacyWords } from "../../../../shared/copy/pages-seeker/privacy.ts";
import { partnerWords } from "../../../../shared/copy/partners.ts";
import { categoryWords, keptText, limitText } from "../../../../shared/copy/retention.ts";
import { ConsentCode, consentText, currentConsentVersion, earlierVersions } from "../../../../shared/domain/consents.ts";
import { type RetentionCategory, retention } from "../../../../shared/domain/retention.ts";
import { dateText } from "../../../../shared/domain/seoul-time.ts";
import { pathIn } from "../../platform/locale.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Facts } from "../../ui/card.tsx";
import { TelLink } from "../../ui/layout.tsx";
import { Page } from "../../ui/page.tsx";
import { ConsentFacts } from "../booking/consent-facts.tsx";
import { pathOf } from "../site.ts";

const categories = Object.keys(retention) as RetentionCategory[];

/** The notice that the law asks for: what is kept, why, how long, who works on it, whom to ask, and every version of what people were shown. */
export const PrivacyPage = () => {
  const words = useWords(privacyWords);
  const partner = useWords(partnerWords);
  const locale = useLocale();
  return (
    <Page title={words.title} lead={words.lead} narrow>
      <section class="card">
        <h2>{words.coreTitle}</h2>
        <TextOf code="service_core" items="items" />
      </section>
      <section class="card">
        <h2>{words.employerTitle}</h2>
        <p>{words.employerNote}</p>
        <TextOf code="to_employer" items="itemsGiven" />
      </section>
      <section class="card">
        <h2>{words.supportTitle}</h2>
        <p>{words.supportNote}</p>
        <TextOf code="sensitive_support" items="items" />
        <h3>{words.groupsTitle}</h3>
        <TextOf code="support_groups" items="items" />
        <h3>{words.shareTitle}</h3>
        <TextOf code="share_accommodation" items="itemsGiven" />
      </section>
      <section class="card">
        <h2>{words.enrolmentTitle}</h2>
        <p>{words.enrolmentNote}</p>
        <TextOf code="enrolment" items="items" />
      </section>
      <section class="card">
        <h2>{words.statisticsTitle}</h2>
        <p>{words.statisticsNote}</p>
        <TextOf code="statistics" items="items" />
      </section>
      <section class="card">
        <h2>{partner.privacyTitle}</h2>
        <p>{partner.privacyNote}</p>
        <TextOf code="partner_link" items="itemsGiven" />
      </section>
      <section class="card">
        <h2>{words.inquiryTitle}</h2>
        <p>{words.inquiry(limitText("inquiry", locale))}</p>
      </section>
      <section class="card">
        <h2>{words.limitsTitle}</h2>
        <p>{words.limitsLead}</p>
        <Facts long rows={categories.map((category) => [categoryWords[category][locale], keptText(category, locale)])} />
      </section>
      {(
        [
          [words.neverTitle, words.never],
          [words.signInTitle, words.signIn],
          [words.deviceTitle, words.device],
          [words.whereTitle, words.where],
          [words.recordedTitle, words.recorded],
          [words.safetyTitle, words.safety],
        ] as const
      ).map(([title, text]) => (
        <section class="stack stack-tight" key={title}>
          <h2>{title}</h2>
          <p>{text}</p>
        </section>
      ))}
      <section class="card">
        <h2>{words.processorsTitle}</h2>
        <p>{words.processorsLead}</p>
        <Facts long rows={words.processors} />
      </section>
      <section class="card">
        <h2>{words.rightsTitle}</h2>
        <p>{words.rights}</p>
        <p>{words.rightsLocked(limitText("locked-form", locale))}</p>
        <div>
          <ButtonLink href={pathIn(locale, pathOf["my-data"])}>{words.rightsLink}</ButtonLink>
        </div>
      </section>
      <section class="card">
        <h2>{words.contactTitle}</h2>
        <p>{words.contact}</p>
        <Facts
          rows={[
            [words.officer, centre.privacyOfficer.who[locale]],
            [words.officerMail, centre.privacyOfficer.mail],
          ]}
        />
        <TelLink phone={centre.privacyOfficer.phone} />
        <p>{words.contactOthers}</p>
        <Facts rows={words.authorities} />
      </section>
      <Versions />
    </Page>
  );
};

/** Whoever agreed to an earlier text can read it again. */
const Versions = () => {
  const words = useWords(privacyWords);
  const locale = useLocale();
  const earlier = ConsentCode.options.flatMap((code) => earlierVersions(code).map((version) => ({ code, version })));
  return (
    <section class="card">
      <h2>{words.versionsTitle}</h2>
      <p>{words.version(currentConsentVersion.service_core, dateText(noticeSince, locale))}</p>
      {earlier.length === 0 && <p>{words.noEarlier}</p>}
      {earlier.length > 0 && (
        <details class="more-facts">
          <summary>{words.earlier}</summary>
          {earlier.map(({ code, version }) => (
            <section key={code + version} class="stack stack-tight">
              <h3>{words.earlierOf(consentText(code, version, locale)?.title ?? "", version)}</h3>
              <TextOf code={code} version={version} items="items" />
            </section>
          ))}
        </details>
      )}
    </section>
  );
};

type TextProps = { code: ConsentCode; items: "items" | "itemsGiven"; version?: string };

/** A text; of the one that is used now its version is said, as it stands on the page of whoever agreed to it. */
const TextOf = ({ code, items, version }: TextProps) => {
  const words = useWords(privacyWords);
  const current = currentConsentVersion[code];
  const text = consentText(code, version ?? current, useLocale());
  if (!text) return null;
  return (
    <>
      <ConsentFacts text={text} items={items} />
      {!version && <p class="soft">{words.currentVersion(current)}</p>}
    </>
  );
};
