import { useState } from "preact/hooks";
import { staffAddressWords } from "../../../../shared/copy/pages-staff-address.ts";
import { staffDayWords } from "../../../../shared/copy/pages-staff-day.ts";
import { call } from "../../platform/api.ts";
import { hasMoved } from "../../platform/router.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { textIn, useForm } from "../../ui/use-form.ts";
import { ReasonField, reasonIn } from "../reason-field.tsx";
import { usePerson } from "./use-person.ts";

type Props = { visitId: string; registrationId: string };

/** The mail address of somebody who has none, or another in place of one that does not work. */
export const AddressPage = ({ visitId, registrationId }: Props) => {
  const words = useWords(staffAddressWords);
  const dayWords = useWords(staffDayWords);
  const [loaded, reload] = usePerson(visitId, registrationId);
  const [isDone, setDone] = useState(false);
  const back = { href: `/staff/visits/${visitId}/people/${registrationId}`, label: dayWords.toPerson };
  if (isDone)
    return (
      <Page title={words.title} narrow>
        <Notice tone="good" title={words.done} live focus>
          <p>{words.doneText}</p>
          <p>{words.doneCalls}</p>
        </Notice>
        <ButtonLink kind="main" href={back.href}>
          {back.label}
        </ButtonLink>
      </Page>
    );
  if (loaded.state !== "loaded") return <Unloaded title={words.title} back={back} narrow loaded={loaded} onRetry={reload} />;
  const { person } = loaded.value;
  if (!person || !(person.mailTrouble || person.mailUnproven))
    return (
      <Page title={words.title} back={back} narrow focus={hasMoved()}>
        <Notice tone="info" title={words.themselves}>
          <p>{words.themselvesText}</p>
        </Notice>
      </Page>
    );
  return (
    <Page title={words.title} lead={words.lead} back={back} narrow focus={hasMoved()}>
      <AddressForm
        {...{ visitId, registrationId }}
        whom={dayWords.namedPerson(person.maskedName)}
        back={back.href}
        onDone={() => setDone(true)}
      />
    </Page>
  );
};

const AddressForm = ({ visitId, registrationId, whom, back, onDone }: Props & { whom: string; back: string; onDone: () => void }) => {
  const words = useWords(staffAddressWords);
  const dayWords = useWords(staffDayWords);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ mail: textIn(data, "/mail"), reason: reasonIn(data) }),
    send: (body) => call("PUT /api/staff/visits/{visitId}/people/{registrationId}/address", { params: { visitId, registrationId }, body }),
    onDone,
  });
  return (
    <form class="stack stack-loose" {...form}>
      <ErrorSummary trouble={trouble} />
      {trouble?.problem?.code === "address-taken" && (
        <ButtonLink href={`/staff/visits/${visitId}/same-people`}>{words.toSamePeople}</ButtonLink>
      )}
      <strong>{whom}</strong>
      <TextField
        pointer="/mail"
        type="email"
        inputMode="email"
        autoComplete="off"
        maxLength={254}
        label={words.mail}
        hint={words.mailHint}
        error={errorAt("/mail")}
      />
      <ReasonField why="address" isTold={false} error={errorAt("/reason")} />
      <div class="row actions">
        <Button type="submit" kind="main" busy={busy}>
          {words.save}
        </Button>
        <ButtonLink href={back}>{dayWords.keepIt}</ButtonLink>
      </div>
    </form>
  );
};
