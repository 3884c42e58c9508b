import { useState } from "preact/hooks";
import type { MyExport } from "../../../../../shared/contract/my-data.ts";
import { certificateWords } from "../../../../../shared/copy/pages-certificates.ts";
import { myDataWords } from "../../../../../shared/copy/pages-seeker/my-data.ts";
import { staffDayWords } from "../../../../../shared/copy/pages-staff-day.ts";
import { staffOwnDataWords } from "../../../../../shared/copy/pages-staff-own-data.ts";
import { type LocalDate, seoulDateOf } from "../../../../../shared/domain/seoul-time.ts";
import { call } from "../../../platform/api.ts";
import { hasMoved } from "../../../platform/router.ts";
import { saveFile } from "../../../platform/save-file.ts";
import { useSession } from "../../../platform/session.ts";
import { dateWithYear } from "../../../platform/times.ts";
import { useLocale, useWords } from "../../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../../ui/button.tsx";
import { Card } from "../../../ui/card.tsx";
import { ErrorSummary } from "../../../ui/error-summary.tsx";
import { WholeData } from "../../../ui/my-data/whole-data.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Page } from "../../../ui/page.tsx";
import { Empty } from "../../../ui/states.tsx";
import { Unloaded } from "../../../ui/unloaded.tsx";
import { useForm } from "../../../ui/use-form.ts";
import { ReasonField, reasonIn } from "../../reason-field.tsx";
import { rightsAt } from "../../rights-at.ts";
import { usePerson } from "../use-person.ts";

type Props = { visitId: string; registrationId: string };
type Gone = { lockedUntil: LocalDate | null };
type Step = "choose" | "what" | "sure";

/** Hands out or deletes what is kept of somebody who cannot do it themselves, since no mail reaches them. Each takes a reason, which is logged. */
export const OwnDataPage = ({ visitId, registrationId }: Props) => {
  const words = useWords(staffOwnDataWords);
  const dayWords = useWords(staffDayWords);
  const [loaded, reload] = usePerson(visitId, registrationId);
  const [step, setStep] = useState<Step>("choose");
  const [taken, setTaken] = useState<MyExport>();
  const [gone, setGone] = useState<Gone>();
  const day = `/staff/visits/${visitId}`;
  const back = { href: `${day}/people/${registrationId}`, label: dayWords.toPerson };
  if (gone) return <Erased {...gone} day={day} />;
  if (loaded.state !== "loaded") return <Unloaded title={words.title} back={back} narrow loaded={loaded} onRetry={reload} />;
  const { person } = loaded.value;
  if (!person)
    return (
      <Page title={words.title} narrow focus={hasMoved()}>
        <Empty title={dayWords.gone}>
          <ButtonLink href={day}>{dayWords.toDay}</ButtonLink>
        </Empty>
      </Page>
    );
  const params = { visitId, registrationId };
  const whom = dayWords.namedPerson(person.maskedName);
  const toStart = () => setStep("choose");
  if (!person.mailTrouble)
    return (
      <Page title={words.title} back={back} narrow focus={hasMoved()}>
        <Notice title={words.themselves}>
          <p>{words.themselvesDetail}</p>
        </Notice>
      </Page>
    );
  if (step === "what") return <WhatGoes whom={whom} onNext={() => setStep("sure")} onBack={toStart} />;
  if (step === "sure") return <EraseForm params={params} whom={whom} onDone={setGone} onBack={toStart} />;
  return (
    <Page title={words.title} lead={words.lead} back={back} narrow focus={hasMoved()}>
      <p>
        <strong>{whom}</strong>
      </p>
      {!taken && <Decisions visitId={visitId} data={`${back.href}/data`} />}
      {taken ? <Taken all={taken} /> : <ExportForm params={params} onDone={setTaken} />}
      <Card as="section" class="stack not-on-paper">
        <h2>{words.eraseTitle}</h2>
        <p>{words.eraseText}</p>
        <div>
          <Button onClick={() => setStep("what")}>{words.toErase}</Button>
        </div>
      </Card>
    </Page>
  );
};

/** What people decide over what is kept, and see of it, besides taking all of it or deleting it. */
const Decisions = ({ visitId, data }: { visitId: string; data: string }) => {
  const words = useWords(staffOwnDataWords);
  const certificates = useWords(certificateWords);
  const { me } = useSession();
  return (
    <>
      <Card as="section" class="stack">
        <h2>{words.consentsTitle}</h2>
        <p>{words.consentsText}</p>
        <div class="row actions">
          <ButtonLink href={`${data}/consents`}>{words.toConsents}</ButtonLink>
          {rightsAt(me, visitId).seesNeeds && <ButtonLink href={`${data}/shares`}>{words.toShares}</ButtonLink>}
        </div>
      </Card>
      <Card as="section" class="stack">
        <h2>{certificates.title}</h2>
        <p>{certificates.staffText}</p>
        <div>
          <ButtonLink href={`${data}/certificates`}>{certificates.toStaff}</ButtonLink>
        </div>
      </Card>
      <Card as="section" class="stack">
        <h2>{words.looksTitle}</h2>
        <p>{words.looksText}</p>
        <div>
          <ButtonLink href={`${data}/looks`}>{words.toLooks}</ButtonLink>
        </div>
      </Card>
    </>
  );
};

const ExportForm = ({ params, onDone }: { params: Props; onDone: (all: MyExport) => void }) => {
  const words = useWords(staffOwnDataWords);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ reason: reasonIn(data) }),
    send: (body) => call("POST /api/staff/visits/{visitId}/people/{registrationId}/export", { params, body }),
    onDone,
  });
  return (
    <form class="card stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <h2>{words.exportTitle}</h2>
      <p>{words.exportText}</p>
      <ReasonField why="ownData" isTold={false} error={errorAt("/reason")} />
      <div>
        <Button type="submit" kind="main" busy={busy}>
          {words.exportNow}
        </Button>
      </div>
    </form>
  );
};

/** On paper for whoever has no device, and as the file that others can read. */
const Taken = ({ all }: { all: MyExport }) => {
  const words = useWords(staffOwnDataWords);
  const dataWords = useWords(myDataWords);
  const save = () => saveFile(`jobstop-${seoulDateOf(all.madeAt)}.json`, JSON.stringify(all, undefined, 2), "application/json");
  return (
    <>
      <Notice tone="good" title={words.exported} live focus>
        <p>{words.exportedDetail}</p>
      </Notice>
      <WholeData all={all}>
        <Button onClick={save}>{dataWords.file}</Button>
      </WholeData>
    </>
  );
};

type EraseProps = { whom: string; onBack: () => void };

/** The first step: what goes and what stays, to be read to the person. */
const WhatGoes = ({ whom, onNext, onBack }: EraseProps & { onNext: () => void }) => {
  const words = useWords(staffOwnDataWords);
  return (
    <Page key="what" title={words.eraseWhat} lead={words.eraseLead} narrow focus>
      <Card class="stack">
        <strong>{whom}</strong>
        <ul>
          {words.goes.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <h2>{words.staysTitle}</h2>
        <ul>
          {words.stays.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <Button wide onClick={onBack}>
          {words.keep}
        </Button>
        <Button wide onClick={onNext}>
          {words.next}
        </Button>
      </Card>
    </Page>
  );
};

/** The second step: why, and the press that does it. */
const EraseForm = ({ params, whom, onDone, onBack }: EraseProps & { params: Props; onDone: (gone: Gone) => void }) => {
  const words = useWords(staffOwnDataWords);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ reason: reasonIn(data) }),
    send: (body) => call("POST /api/staff/visits/{visitId}/people/{registrationId}/erasure", { params, body }),
    onDone,
  });
  return (
    <Page key="sure" title={words.sure} lead={words.sureText} narrow focus>
      <form class="card stack" {...form}>
        <ErrorSummary trouble={trouble} />
        <strong>{whom}</strong>
        <ReasonField why="ownData" isTold={false} error={errorAt("/reason")} />
        <Button wide onClick={onBack}>
          {words.keep}
        </Button>
        <Button type="submit" kind="danger" wide busy={busy}>
          {words.eraseNow}
        </Button>
      </form>
    </Page>
  );
};

const Erased = ({ lockedUntil, day }: Gone & { day: string }) => {
  const words = useWords(staffOwnDataWords);
  const dayWords = useWords(staffDayWords);
  const locale = useLocale();
  return (
    <Page title={words.eraseTitle} narrow>
      <Notice tone="good" title={words.erased} live focus>
        <p>{words.erasedText}</p>
        {lockedUntil && <p>{words.locked(dateWithYear(lockedUntil, locale))}</p>}
      </Notice>
      <ButtonLink kind="main" href={day}>
        {dayWords.toDay}
      </ButtonLink>
    </Page>
  );
};
