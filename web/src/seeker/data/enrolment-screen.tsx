import { useState } from "preact/hooks";
import type { Enrolment } from "../../../../shared/contract/enrolments.ts";
import { enrolmentStandingWords, enrolmentWords } from "../../../../shared/copy/enrolment.ts";
import { myEnrolmentWords } from "../../../../shared/copy/pages-seeker/enrolment.ts";
import { currentConsentVersion } from "../../../../shared/domain/consents.ts";
import { call } from "../../platform/api.ts";
import { dateWithYear } from "../../platform/times.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Tag } from "../../ui/card.tsx";
import { EnrolmentForm } from "../../ui/enrolment/enrolment-form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Failed } from "../../ui/states.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { usePress } from "../../ui/use-press.ts";
import { OwnConsent, ownConsentPointer } from "./own-consent.tsx";

const askEnrolment = () => call("GET /api/me/enrolment");

/** What I look for (`?enrolment`): written, gone on with in one tap, ended whenever. */
export const EnrolmentScreen = ({ back, onSaid }: { back: string; onSaid: () => Promise<void> }) => {
  const words = useWords(myEnrolmentWords);
  const common = useWords(enrolmentWords);
  const [loaded, reload] = useLoaded(askEnrolment);
  const [said, setSaid] = useState<string>();
  const up = { href: back, label: words.back };
  if (loaded.state !== "loaded") return <Unloaded title={common.title} back={up} narrow loaded={loaded} onRetry={reload} />;
  const { enrolment } = loaded.value;
  const onDone = async (text: string) => {
    await Promise.all([reload(), onSaid()]);
    setSaid(text);
  };
  return (
    <Page narrow focus title={common.title} lead={words.lead} back={up}>
      {said && <Notice key={said} tone="good" title={said} focus live />}
      {enrolment && <Standing enrolment={enrolment} onDone={onDone} />}
      <section class="card stack" aria-labelledby="wishes">
        <h2 id="wishes">{words.write}</h2>
        <EnrolmentForm
          key={enrolment?.version ?? 0}
          known={enrolment}
          consentVersionIn={(data) => (data.has(ownConsentPointer) ? currentConsentVersion.enrolment : "")}
          consent={(error) => <OwnConsent code="enrolment" agree={common.agree} error={error} />}
          send={(body) => call("PUT /api/me/enrolment", { body })}
          onDone={() => onDone(words.saved)}
        />
      </section>
      {enrolment && <Ending onDone={onDone} />}
    </Page>
  );
};

type PartProps = { onDone: (said: string) => Promise<void> };

const Standing = ({ enrolment: { standing, validUntil }, onDone }: PartProps & { enrolment: Enrolment }) => {
  const words = useWords(myEnrolmentWords);
  const locale = useLocale();
  const { busy, problem, press } = usePress(
    () => call("POST /api/me/enrolment/renewal"),
    () => onDone(words.renewed),
  );
  const until = validUntil && dateWithYear(validUntil, locale);
  return (
    <section class="card stack">
      <div>
        <Tag tone={standing === "accepted" ? "good" : "sign"}>{enrolmentStandingWords[standing][locale]}</Tag>
      </div>
      {!until && <p>{words.submittedText}</p>}
      {until && <p>{standing === "expired" ? words.expiredText(until) : words.validUntil(until)}</p>}
      {problem && <Failed problem={problem} />}
      {until && (
        <div>
          <Button kind={standing === "expired" ? "main" : "plain"} busy={busy} onClick={press}>
            {words.renew}
          </Button>
        </div>
      )}
    </section>
  );
};

const Ending = ({ onDone }: PartProps) => {
  const words = useWords(myEnrolmentWords);
  const { busy, problem, press } = usePress(
    () => call("DELETE /api/me/enrolment"),
    () => onDone(words.ended),
  );
  return (
    <section class="card stack">
      <p>{words.endText}</p>
      {problem && <Failed problem={problem} />}
      <div>
        <Button kind="danger" busy={busy} onClick={press}>
          {words.end}
        </Button>
      </div>
    </section>
  );
};
