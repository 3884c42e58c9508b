import { useState } from "preact/hooks";
import type { UndeliveredMail } from "../../../../shared/contract/undelivered.ts";
import { mailNames } from "../../../../shared/copy/mail-names.ts";
import type { MessageId } from "../../../../shared/copy/messages/messages.ts";
import { staffWords } from "../../../../shared/copy/pages-staff.ts";
import { staffMailsWords } from "../../../../shared/copy/pages-staff-mails.ts";
import type { Locale } from "../../../../shared/domain/locale.ts";
import { phoneText } from "../../../../shared/domain/phone-text.ts";
import { dateText } from "../../../../shared/domain/seoul-time.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { hasMoved } from "../../platform/router.ts";
import { momentText } from "../../platform/times.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Card, Facts } from "../../ui/card.tsx";
import { Icon } from "../../ui/icons.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty } from "../../ui/states.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { LetMailGo } from "./let-mail-go.tsx";

const askMails = () => call("GET /api/staff/undelivered-mails");

/** Mails of which nobody knows whether they arrived, until somebody has seen to each. Not renewed by itself: each look is logged. */
export const MailsPage = () => {
  const words = useWords(staffMailsWords);
  const { toVisits } = useWords(staffWords);
  const [loaded, reload] = useLoaded(askMails);
  const [said, setSaid] = useState<string>();
  const onSettled = async (text: string) => {
    setSaid(text);
    await reload();
  };
  const back = { href: "/staff", label: toVisits };
  if (loaded.state !== "loaded") return <Unloaded title={words.title} back={back} narrow loaded={loaded} onRetry={reload} />;
  const { mails } = loaded.value;
  return (
    <Page title={words.title} lead={mails.length > 0 && words.lead} back={back} narrow focus={hasMoved()}>
      {said !== undefined && <Notice key={said} tone="good" title={said} live focus />}
      {mails.length === 0 ? (
        <Empty title={words.none} />
      ) : (
        <ul class="stack" role="list">
          {mails.map((mail) => (
            <Mail key={mail.mailId} mail={mail} onSettled={onSettled} />
          ))}
        </ul>
      )}
      <LetMailGo onDone={onSettled} />
    </Page>
  );
};

const nameOf = (reader: UndeliveredMail["reader"], words: (typeof staffMailsWords)[Locale]): string => {
  if (reader.who === "person") return words.person(reader.maskedName);
  if (reader.who !== "asker") return reader.nameKo;
  return reader.maskedName === null ? words.asker : words.person(reader.maskedName);
};

type MailProps = { mail: UndeliveredMail; onSettled: (said: string) => Promise<void> };

const Mail = ({ mail, onSettled }: MailProps) => {
  const words = useWords(staffMailsWords);
  const locale = useLocale();
  const [busy, setBusy] = useState<"repetition" | "call">();
  const [problem, setProblem] = useState<ClientProblem>();
  const { mailId, message, state, reader, maskedMail, phone, at, callBy, visitId, visitOn, canGoAgain } = mail;
  const name = nameOf(reader, words);
  // Whoever asked by telephone only is answered by telephone: no mail has failed.
  const isCall = reader.who === "asker" && state === "no-address";
  const what = mailNames[message as MessageId]?.[locale] ?? message;
  const settle = async (how: "repetition" | "call", said: string) => {
    setBusy(how);
    const answer = await call(`POST /api/staff/undelivered-mails/{mailId}/${how}`, { params: { mailId } });
    if (answer.ok) await onSettled(said);
    else setProblem(answer.problem);
    setBusy(undefined);
  };
  const registrationId = reader.who === "person" ? reader.registrationId : null;
  return (
    <Card as="li">
      <h2>
        <span lang="ko">{name}</span>
      </h2>
      <p>
        <strong>{isCall ? words.callTitle : what}</strong>
        <br />
        {isCall ? words.callWhat : words.states[state]}
      </p>
      <Facts
        rows={[
          [words.callBy, dateText(callBy, locale)],
          [isCall ? words.answeredAt : words.at, momentText(at, locale)],
          [words.to, maskedMail],
          [words.visit, visitOn && dateText(visitOn, locale)],
        ]}
      />
      {reader.who === "asker" && (
        <div>
          <strong>{words.question}</strong>
          <p class="as-written">{reader.question}</p>
        </div>
      )}
      {"answer" in reader && (
        <Notice title={words.toSay}>
          <p class="as-written">{reader.answer}</p>
        </Notice>
      )}
      {visitId && registrationId && (
        <ButtonLink href={`/staff/visits/${visitId}/people/${registrationId}`}>
          {words.toPerson}
          <span class="unseen"> {name}</span>
        </ButtonLink>
      )}
      {problem && (
        <Notice tone="bad" title={problem.title} live>
          <p>{problem.detail}</p>
        </Notice>
      )}
      {phone ? (
        <a class={`button call-button ${canGoAgain ? "" : "button-main"}`} href={`tel:${phone}`}>
          <Icon name="phone" />
          {words.call(phoneText(phone))}
        </a>
      ) : (
        <p class="soft">{words.noNumber}</p>
      )}
      {!canGoAgain && !isCall && <p>{words.onlyCall}</p>}
      {canGoAgain && state === "unsure" && <p class="soft">{words.mayComeTwice}</p>}
      <div class="row">
        {canGoAgain && (
          <Button
            kind="main"
            busy={busy === "repetition"}
            onClick={() => settle("repetition", words.sent(name))}
            aria-label={`${words.sendAgain}, ${name}, ${what}`}
          >
            {words.sendAgain}
          </Button>
        )}
        <Button busy={busy === "call"} onClick={() => settle("call", words.noted(name))} aria-label={`${words.called}, ${name}, ${what}`}>
          {words.called}
        </Button>
      </div>
    </Card>
  );
};
