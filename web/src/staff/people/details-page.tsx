import { useCallback, useState } from "preact/hooks";
import type { PersonDetails } from "../../../../shared/contract/assistance.ts";
import { staffDayWords } from "../../../../shared/copy/pages-staff-day.ts";
import { staffPeopleWords } from "../../../../shared/copy/pages-staff-people.ts";
import { phoneText } from "../../../../shared/domain/phone-text.ts";
import { call } from "../../platform/api.ts";
import { hasMoved } from "../../platform/router.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { TextField } from "../../ui/field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { numberIn, textIfAny, textIn, useForm } from "../../ui/use-form.ts";
import { ReasonField, reasonIn } from "../reason-field.tsx";

type Props = { visitId: string; registrationId: string };

/** Name, year of birth and number of somebody, corrected as they say. Opening it is a look at their data, which is logged. */
export const DetailsPage = ({ visitId, registrationId }: Props) => {
  const words = useWords(staffPeopleWords);
  const dayWords = useWords(staffDayWords);
  const ask = useCallback(
    () => call("GET /api/staff/visits/{visitId}/people/{registrationId}/details", { params: { visitId, registrationId } }),
    [visitId, registrationId],
  );
  const [loaded, reload] = useLoaded(ask);
  const [isDone, setDone] = useState(false);
  const back = { href: `/staff/visits/${visitId}/people/${registrationId}`, label: dayWords.toPerson };
  if (loaded.state !== "loaded") return <Unloaded title={words.detailsTitle} back={back} narrow loaded={loaded} onRetry={reload} />;
  if (isDone)
    return (
      <Page title={words.detailsTitle} narrow>
        <Notice tone="good" title={words.corrected} live focus>
          <p>{words.correctedDetail}</p>
        </Notice>
        <ButtonLink kind="main" href={back.href}>
          {back.label}
        </ButtonLink>
      </Page>
    );
  return (
    <Page title={words.detailsTitle} lead={words.detailsLead} back={back} narrow focus={hasMoved()}>
      <DetailsForm {...{ visitId, registrationId }} details={loaded.value} back={back.href} onDone={() => setDone(true)} />
    </Page>
  );
};

const DetailsForm = ({
  visitId,
  registrationId,
  details,
  back,
  onDone,
}: Props & { details: PersonDetails; back: string; onDone: () => void }) => {
  const words = useWords(staffPeopleWords);
  const dayWords = useWords(staffDayWords);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({
      name: textIn(data, "/name"),
      birthYear: numberIn(data, "/birthYear"),
      ...textIfAny(data, "/phone", "phone"),
      reason: reasonIn(data),
    }),
    send: (body) => call("PUT /api/staff/visits/{visitId}/people/{registrationId}/details", { params: { visitId, registrationId }, body }),
    onDone,
  });
  return (
    <form class="stack stack-loose" {...form}>
      <ErrorSummary trouble={trouble} />
      <TextField pointer="/name" label={dayWords.name} error={errorAt("/name")} autoComplete="off" defaultValue={details.name} />
      <TextField
        pointer="/birthYear"
        class="input-short"
        inputMode="numeric"
        maxLength={4}
        label={dayWords.birthYear}
        hint={dayWords.birthYearHint}
        error={errorAt("/birthYear")}
        autoComplete="off"
        defaultValue={details.birthYear}
      />
      <TextField
        pointer="/phone"
        type="tel"
        inputMode="tel"
        optional
        label={dayWords.phone}
        hint={dayWords.phoneHint}
        error={errorAt("/phone")}
        autoComplete="off"
        defaultValue={details.phone ? phoneText(details.phone) : ""}
      />
      <ReasonField why="correct" isTold={false} error={errorAt("/reason")} />
      <div class="row actions">
        <Button type="submit" kind="main" busy={busy}>
          {words.detailsSave}
        </Button>
        <ButtonLink href={back}>{dayWords.keepIt}</ButtonLink>
      </div>
    </form>
  );
};
