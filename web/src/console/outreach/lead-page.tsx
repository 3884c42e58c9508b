import { useState } from "preact/hooks";
import type { Lead, LeadContact } from "../../../../shared/contract/leads.ts";
import { occupationLabels } from "../../../../shared/copy/codes.ts";
import { districtAndZone } from "../../../../shared/copy/districts.ts";
import { leadCloseReasonLabels, leadContactKindLabels, leadOutcomeLabels, leadStageLabels } from "../../../../shared/copy/lead-codes.ts";
import { leadWords } from "../../../../shared/copy/pages-leads.ts";
import { payText } from "../../../../shared/copy/pay-text.ts";
import { businessNumberText } from "../../../../shared/domain/business-number-text.ts";
import { phoneText } from "../../../../shared/domain/phone-text.ts";
import { dateText } from "../../../../shared/domain/seoul-time.ts";
import { hasMoved } from "../../platform/router.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Card, Facts, Tag } from "../../ui/card.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed } from "../../ui/states.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { useFinish } from "../outcome.tsx";
import { leadPath, leadsPath, talkPath } from "../paths.ts";
import { WholePosting } from "../whole-posting.tsx";
import { ContactForm } from "./contact-form.tsx";
import { CloseForm, EraseForm } from "./end-forms.tsx";
import { InvitationCard } from "./invitation-card.tsx";
import { useLead, useTeam } from "./lead-form-pages.tsx";

type Doing = "contact" | "close" | "erase";

/** A firm that was found: what is known of it, what is to be done, and every contact. */
export const LeadPage = ({ leadId }: { leadId: string }) => {
  const words = useWords(leadWords);
  const [loaded, reload] = useLead(leadId);
  const [team, reloadTeam] = useTeam();
  const [doing, setDoing] = useState<Doing>();
  const [said, setSaid] = useState<string>();
  const finish = useFinish();
  const locale = useLocale();
  const back = { href: leadsPath, label: words.title };
  if (loaded.state !== "loaded") return <Unloaded title={words.firmTitle} back={back} loaded={loaded} onRetry={reload} />;
  const lead = loaded.value;
  const phone = lead.draft.contact?.phone;
  const done = (saying: string) => async () => {
    await reload();
    setSaid(saying);
    setDoing(undefined);
  };
  const onBack = () => setDoing(undefined);
  const begin = (what: Doing) => () => {
    setSaid(undefined);
    setDoing(what);
  };
  return (
    <Page title={lead.draft.nameKo} back={back} focus={hasMoved()}>
      {said && (
        <Notice tone="good" live focus>
          <p>{said}</p>
        </Notice>
      )}
      <Known lead={lead} />
      {doing === undefined ? (
        <div class="row">
          <Button kind="main" onClick={begin("contact")}>
            {words.noteContact}
          </Button>
          {phone && <ButtonLink href={`tel:${phone}`}>{words.call(phoneText(phone))}</ButtonLink>}
          {lead.stage !== "agreed" && <ButtonLink href={`${leadPath(leadId)}/agreement`}>{words.agree}</ButtonLink>}
          <ButtonLink href={`${leadPath(leadId)}/talk`}>{words.talkSignUp}</ButtonLink>
          <ButtonLink href={`${leadPath(leadId)}/change`}>{words.change}</ButtonLink>
          {lead.stage !== "agreed" && lead.stage !== "closed" && <Button onClick={begin("close")}>{words.close}</Button>}
        </div>
      ) : (
        <Card as="section">
          {doing === "contact" && team.state === "failed" && <Failed problem={team.problem} onRetry={reloadTeam} />}
          {doing === "contact" && team.state === "loaded" && (
            <ContactForm leadId={leadId} team={team.value.members} onDone={done(words.saved)} onBack={onBack} />
          )}
          {doing === "close" && <CloseForm lead={lead} onDone={done(words.closed)} onBack={onBack} />}
          {doing === "erase" && <EraseForm lead={lead} onDone={() => finish(words.erased, leadsPath)} onBack={onBack} />}
        </Card>
      )}
      {doing === undefined && lead.invitation && (
        <InvitationCard leadId={leadId} invitation={lead.invitation} onDone={done(words.invitedAgain)} />
      )}
      {lead.talks.length > 0 && (
        <section class="stack">
          <h2>{words.talksTitle}</h2>
          <ul>
            {lead.talks.map(({ talkId, visitOn }) => (
              <li key={talkId}>
                <ButtonLink href={talkPath(talkId)}>{visitOn ? words.talkOn(dateText(visitOn, locale)) : words.talkGone}</ButtonLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      {lead.postings.length > 0 && (
        <section class="stack">
          <h2>{words.listedTitle(lead.postings.length)}</h2>
          {lead.postings.map(({ postingId, draft }) => (
            <Card as="article" key={postingId}>
              <h3 class="card-title" lang="ko">
                {draft.titleKo}
              </h3>
              <WholePosting posting={draft} />
            </Card>
          ))}
        </section>
      )}
      <section class="stack">
        <h2>{words.contactsTitle}</h2>
        {lead.contacts.length === 0 && <Empty title={words.contactsNone}>{null}</Empty>}
        {lead.contacts.map((contact) => (
          <ContactCard key={contact.contactId} contact={contact} />
        ))}
      </section>
      {doing === undefined && (
        <div>
          <Button kind="quiet" onClick={begin("erase")}>
            {words.erase}
          </Button>
        </div>
      )}
    </Page>
  );
};

const Known = ({ lead: { stage, draft, ownerName, foundOn, next, closed } }: { lead: Lead }) => {
  const words = useWords(leadWords);
  const locale = useLocale();
  const { businessNumber, districtCode, address, contact, job, note } = draft;
  return (
    <Card as="section">
      <p>
        <Tag tone={stage === "agreed" ? "good" : stage === "closed" ? "plain" : "main"}>{leadStageLabels[stage][locale]}</Tag>
      </p>
      {stage === "agreed" && <p>{words.toEmployer}</p>}
      {closed && <p lang="ko">{words.closedBecause(leadCloseReasonLabels[closed.reason][locale], closed.words)}</p>}
      <Facts
        rows={[
          [words.next, next ? words.nextIs(next.what, dateText(next.dueOn, locale)) : words.noNext],
          [words.contactName, contact?.name && [contact.name, contact.title].filter(Boolean).join(" ")],
          [words.contactPhone, contact?.phone && phoneText(contact.phone)],
          [words.contactMail, contact?.mail],
          [words.businessNumber, businessNumber && businessNumberText(businessNumber)],
          [words.district, districtCode && districtAndZone(districtCode, locale)],
          [words.address, address],
          [words.job, job?.titleKo],
          [words.occupation, job?.occupation && occupationLabels[job.occupation][locale]],
          [words.headcount, job?.headcount && `${job.headcount} ${words.headcountUnit}`],
          [words.payType, job?.pay && payText(job.pay, locale)],
          [words.workTime, job?.workTimeKo],
          [words.owner, ownerName ?? words.formerColleague],
          [words.foundOn, dateText(foundOn, locale)],
          [words.note, note],
        ]}
      />
    </Card>
  );
};

const ContactCard = ({ contact: { kind, heldOn, outcome, note, teamNames, byName, next } }: { contact: LeadContact }) => {
  const words = useWords(leadWords);
  const locale = useLocale();
  return (
    <Card as="article">
      <h3 class="card-title">
        {leadContactKindLabels[kind][locale]} · {dateText(heldOn, locale)}
      </h3>
      <p>
        <Tag>{leadOutcomeLabels[outcome][locale]}</Tag>
      </p>
      <p lang="ko">{note}</p>
      {next && <p class="soft">{words.nextIs(next.what, dateText(next.dueOn, locale))}</p>}
      <p class="soft small">{[...new Set([byName, ...teamNames])].map((name) => name ?? words.formerColleague).join(", ")}</p>
    </Card>
  );
};
