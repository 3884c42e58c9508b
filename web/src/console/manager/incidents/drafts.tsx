import { useState } from "preact/hooks";
import { centre } from "../../../../../shared/centre.ts";
import type { Incident } from "../../../../../shared/contract/incidents.ts";
import { type DraftFields, incidentDrafts } from "../../../../../shared/copy/incident-drafts.ts";
import { incidentWords } from "../../../../../shared/copy/pages-manager-incidents.ts";
import { type Locale, locales } from "../../../../../shared/domain/locale.ts";
import { momentText } from "../../../platform/times.ts";
import { useWords } from "../../../platform/use-locale.ts";
import { Card } from "../../../ui/card.tsx";
import { CopyButton } from "../../../ui/copy-button.tsx";
import { TextArea } from "../../../ui/field.tsx";

const fields = ["items", "how", "limit", "measures", "contact"] as const;
type Field = (typeof fields)[number];

/** What people are told, and what is reported, from what the law wants said: written here, sent by hand, kept nowhere. */
export const Drafts = ({ incident, affected }: { incident: Incident; affected: number | undefined }) => {
  const words = useWords(incidentWords);
  const [given, setGiven] = useState<DraftFields>({ items: "", how: "", limit: "", measures: "", contact: centre.phone });
  const hints: Partial<Record<Field, string>> = {
    ...{ items: words.itemsHint, how: words.howHint, limit: words.limitHint, measures: words.measuresHint },
  };
  const textIn = (draft: keyof typeof incidentDrafts, locale: Locale): string =>
    incidentDrafts[draft][locale]({
      ...given,
      noticed: momentText(incident.noticedAt, locale),
      people: affected === undefined ? "" : String(affected),
    });
  return (
    <Card as="section">
      <h2>{words.draftTitle}</h2>
      <p class="soft">{words.draftLead}</p>
      <details class="more-facts">
        <summary>{words.draftFill}</summary>
        <div class="stack">
          {fields.map((field) => (
            <TextArea
              key={field}
              pointer={`/${field}`}
              label={words[field]}
              hint={hints[field]}
              rows={2}
              optional
              value={given[field]}
              onInput={(event) => setGiven({ ...given, [field]: event.currentTarget.value })}
            />
          ))}
        </div>
      </details>
      {(["people", "authority"] as const).map((draft) => (
        <section class="stack" key={draft}>
          <h3>{draft === "people" ? words.draftPeople : words.draftReport}</h3>
          {locales.map((locale) => (
            <Draft key={locale} name={locale === "ko" ? words.inKorean : words.inEnglish} locale={locale} text={textIn(draft, locale)} />
          ))}
        </section>
      ))}
    </Card>
  );
};

const Draft = ({ name, locale, text }: { name: string; locale: Locale; text: string }) => {
  const words = useWords(incidentWords);
  return (
    <details class="draft">
      <summary>{name}</summary>
      <p class="as-written" lang={locale}>
        {text}
      </p>
      <CopyButton text={text} label={words.copy} />
    </details>
  );
};
