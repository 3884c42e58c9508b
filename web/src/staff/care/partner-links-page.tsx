import { useCallback, useState } from "preact/hooks";
import type { PartnerLink } from "../../../../shared/contract/partner-links.ts";
import { partnerResultWords, partnerWords } from "../../../../shared/copy/partners.ts";
import { dateText, seoulDateOf } from "../../../../shared/domain/seoul-time.ts";
import { call } from "../../platform/api.ts";
import { inLocale } from "../../platform/locale.ts";
import { hasMoved } from "../../platform/router.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Card, Tag } from "../../ui/card.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed } from "../../ui/states.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { usePress } from "../../ui/use-press.ts";
import { PartnerForm } from "./partner-form.tsx";
import { PartnerResultForm } from "./partner-result-form.tsx";
import { PartnerSlip } from "./partner-slip.tsx";

export type AtPerson = { visitId: string; registrationId: string };
type Doing = { what: "make" } | { what: "result" | "slip"; link: PartnerLink };

/** To which partners somebody was handed on, each with a consent of its own: for counsellors. Each look is logged. */
export const PartnerLinksPage = ({ visitId, registrationId }: AtPerson) => {
  const words = useWords(partnerWords);
  const ask = useCallback(
    () => call("GET /api/office/visits/{visitId}/people/{registrationId}/partner-links", { params: { visitId, registrationId } }),
    [visitId, registrationId],
  );
  const [loaded, reload] = useLoaded(ask);
  const [doing, setDoing] = useState<Doing>();
  const [said, setSaid] = useState<string>();
  const back = { href: `/staff/visits/${visitId}/people/${registrationId}`, label: words.toPerson };
  if (loaded.state !== "loaded") return <Unloaded title={words.title} back={back} narrow loaded={loaded} onRetry={reload} />;
  const at = { visitId, registrationId };
  const person = loaded.value;
  const close = () => setDoing(undefined);
  const done = (saying: string) => async () => {
    await reload();
    close();
    setSaid(saying);
  };
  const frame = { back, narrow: true, focus: true, lead: words.namedPerson(person.name) } as const;
  if (doing?.what === "make")
    return (
      <Page title={words.make} {...frame}>
        <PartnerForm at={at} person={person} onDone={done(words.made)} onBack={close} />
      </Page>
    );
  if (doing?.what === "result")
    return (
      <Page title={words.result} {...frame}>
        <PartnerResultForm at={at} link={doing.link} onDone={done(words.settled)} onBack={close} />
      </Page>
    );
  if (doing?.what === "slip") return <PartnerSlip person={person} link={doing.link} onClose={close} />;
  return (
    <Page title={words.title} lead={words.lead} back={back} narrow focus={hasMoved()}>
      {said && <Notice key={said} tone="good" title={said} live focus />}
      <h2>{words.namedPerson(person.name)}</h2>
      <Button kind="main" onClick={() => setDoing({ what: "make" })}>
        {words.make}
      </Button>
      {person.links.length === 0 && <Empty title={words.none} />}
      {person.links.map((link) => (
        <Link key={link.linkId} at={at} link={link} onDo={(what) => setDoing({ what, link })} onTakenBack={done(words.takenBack)} />
      ))}
    </Page>
  );
};

type LinkProps = { at: AtPerson; link: PartnerLink; onDo: (what: "result" | "slip") => void; onTakenBack: () => Promise<void> };

const Link = ({ at, link, onDo, onTakenBack }: LinkProps) => {
  const words = useWords(partnerWords);
  const locale = useLocale();
  const { linkId, partner, what, state, agreedAt, byName, dueOn, result } = link;
  const name = inLocale(locale, partner.nameKo, partner.nameEn);
  const takeBack = () =>
    call("POST /api/office/visits/{visitId}/people/{registrationId}/partner-links/{linkId}/withdrawal", { params: { ...at, linkId } });
  const { busy, problem, press } = usePress(takeBack, onTakenBack);
  return (
    <Card as="article">
      <h3 lang={name.lang}>{name.text}</h3>
      <p class="soft">{words.agreedOn(dateText(seoulDateOf(agreedAt), locale), byName ?? words.former)}</p>
      {what && <p class="as-written">{what}</p>}
      {state === "withdrawn" ? (
        <Tag>{words.withdrawn}</Tag>
      ) : (
        <>
          <p class="row">
            <Tag tone={result === "helped" ? "good" : "sign"}>{result ? partnerResultWords[result][locale] : words.noResult}</Tag>
            {dueOn && <span>{words.asks(dateText(dueOn, locale))}</span>}
          </p>
          {problem && <Failed problem={problem} />}
          <div class="row actions">
            <Button kind="main" onClick={() => onDo("result")}>
              {words.result}
            </Button>
            <Button onClick={() => onDo("slip")}>{words.slip}</Button>
            <Button busy={busy} onClick={press}>
              {words.takeBack}
            </Button>
          </div>
        </>
      )}
    </Card>
  );
};
