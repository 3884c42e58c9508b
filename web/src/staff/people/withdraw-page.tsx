import { useState } from "preact/hooks";
import type { DayPerson } from "../../../../shared/contract/staff.ts";
import { staffDayWords } from "../../../../shared/copy/pages-staff-day.ts";
import { staffPeopleWords } from "../../../../shared/copy/pages-staff-people.ts";
import { call } from "../../platform/api.ts";
import { hasMoved } from "../../platform/router.ts";
import { useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty } from "../../ui/states.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { useForm } from "../../ui/use-form.ts";
import { DueLine } from "../due-line.tsx";
import { ReasonField, reasonIn } from "../reason-field.tsx";
import { Outcome } from "./outcome.tsx";
import { usePerson } from "./use-person.ts";

type Props = { visitId: string; registrationId: string };

/** Takes back the registration of somebody who said that they are not coming, with a reason that they read. */
export const WithdrawPage = ({ visitId, registrationId }: Props) => {
  const words = useWords(staffPeopleWords);
  const dayWords = useWords(staffDayWords);
  const [loaded, reload] = usePerson(visitId, registrationId);
  const [isDone, setDone] = useState(false);
  // Whoever telephones comes from the list and goes back to it.
  const [isFromCalls] = useState(() => new URLSearchParams(location.search).get("from") === "calls");
  const day = `/staff/visits/${visitId}`;
  const back = isFromCalls
    ? { href: `${day}/calls`, label: dayWords.toCalls }
    : { href: `${day}/people/${registrationId}`, label: dayWords.toPerson };
  if (loaded.state !== "loaded") return <Unloaded title={words.withdrawTitle} back={back} narrow loaded={loaded} onRetry={reload} />;
  const { person } = loaded.value;
  return (
    <Page title={words.withdrawTitle} back={back} narrow focus={hasMoved()}>
      {isDone ? (
        <Outcome visitId={visitId} title={words.withdrew} trouble={person?.mailTrouble ?? null} back={isFromCalls ? back : undefined} />
      ) : person && !person.withdrawnAt && !person.arrivedAt ? (
        <WithdrawForm {...{ visitId, person }} back={back.href} onDone={() => setDone(true)} />
      ) : (
        <Empty title={dayWords.gone}>
          <ButtonLink href={day}>{dayWords.toDay}</ButtonLink>
        </Empty>
      )}
    </Page>
  );
};

type FormProps = { visitId: string; person: DayPerson; back: string; onDone: () => void };

const WithdrawForm = ({ visitId, person, back, onDone }: FormProps) => {
  const words = useWords(staffPeopleWords);
  const dayWords = useWords(staffDayWords);
  const { registrationId, registeredAt, maskedName, bookings } = person;
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ registeredAt, reason: reasonIn(data) }),
    send: (body) =>
      call("POST /api/staff/visits/{visitId}/people/{registrationId}/withdrawal", { params: { visitId, registrationId }, body }),
    onDone,
  });
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <div class="about">
        <strong>{dayWords.namedPerson(maskedName)}</strong>
        {bookings.map((booking) => (
          <DueLine key={booking.bookingId} {...booking} />
        ))}
      </div>
      <p>{words.withdrawWhat}</p>
      <ReasonField why="withdraw" error={errorAt("/reason")} />
      <div class="row actions">
        <Button type="submit" kind="danger" busy={busy}>
          {words.withdrawNow}
        </Button>
        <ButtonLink href={back}>{dayWords.keepIt}</ButtonLink>
      </div>
    </form>
  );
};
