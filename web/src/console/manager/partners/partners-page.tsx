import { useState } from "preact/hooks";
import { consoleWords } from "../../../../../shared/copy/pages-console.ts";
import { partnerListWords } from "../../../../../shared/copy/pages-manager-partners.ts";
import { partnerKindWords } from "../../../../../shared/copy/partners.ts";
import type { Partner } from "../../../../../shared/domain/partner.ts";
import { phoneText } from "../../../../../shared/domain/phone-text.ts";
import { call } from "../../../platform/api.ts";
import { inLocale } from "../../../platform/locale.ts";
import { hasMoved } from "../../../platform/router.ts";
import { useLoaded } from "../../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../../ui/button.tsx";
import { Card } from "../../../ui/card.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Page } from "../../../ui/page.tsx";
import { Empty } from "../../../ui/states.tsx";
import { Unloaded } from "../../../ui/unloaded.tsx";
import { PartnerForm } from "./partner-form.tsx";

const askPartners = () => call("GET /api/office/partners", {});

/** To whom counsellors can hand people on: managers add, correct and take out of use. */
export const PartnersPage = () => {
  const words = useWords(partnerListWords);
  const [loaded, reload] = useLoaded(askPartners);
  const [doing, setDoing] = useState<"add" | Partner>();
  const [said, setSaid] = useState<string>();
  if (loaded.state !== "loaded") return <Unloaded title={words.title} loaded={loaded} onRetry={reload} />;
  if (doing) {
    const partner = doing === "add" ? undefined : doing;
    const back = () => setDoing(undefined);
    return (
      <Page title={partner ? words.changeTitle : words.addTitle} lead={partner && words.changeHint} focus>
        <Card>
          <PartnerForm
            partner={partner}
            onBack={back}
            onDone={async (name) => {
              await reload();
              back();
              setSaid(words.saved(name));
            }}
          />
        </Card>
      </Page>
    );
  }
  const { partners } = loaded.value;
  const [used, unused] = [partners.filter(({ isInUse }) => isInUse), partners.filter(({ isInUse }) => !isInUse)];
  return (
    <Page title={words.title} lead={words.lead} focus={hasMoved()}>
      {said && <Notice key={said} tone="good" title={said} live focus />}
      <div class="row">
        <Button kind="main" onClick={() => setDoing("add")}>
          {words.add}
        </Button>
        <ButtonLink href="/console/reports">{words.toReports}</ButtonLink>
      </div>
      <section class="stack">
        <h2>{words.inUse}</h2>
        {used.length === 0 ? <Empty title={words.noneInUse} /> : <Rows partners={used} onChange={setDoing} />}
      </section>
      {unused.length > 0 && (
        <section class="stack">
          <h2>{words.notInUse}</h2>
          <Rows partners={unused} onChange={setDoing} />
        </section>
      )}
    </Page>
  );
};

const Rows = ({ partners, onChange }: { partners: readonly Partner[]; onChange: (partner: Partner) => void }) => {
  const common = useWords(consoleWords);
  const locale = useLocale();
  return (
    <ul class="visit-list" role="list">
      {partners.map((partner) => {
        const name = inLocale(locale, partner.nameKo, partner.nameEn);
        return (
          <li class="visit-row" key={partner.partnerId}>
            <span>
              <strong lang={name.lang}>{name.text}</strong>
            </span>
            <span class="soft small">
              {partnerKindWords[partner.kind][locale]} · {phoneText(partner.phone)}
            </span>
            <span class="visit-state">
              <Button onClick={() => onChange(partner)}>
                {common.change}
                <span class="unseen"> {name.text}</span>
              </Button>
            </span>
          </li>
        );
      })}
    </ul>
  );
};
