import { useState } from "preact/hooks";
import type { DayPerson } from "../../../../shared/contract/staff.ts";
import { staffDayWords } from "../../../../shared/copy/pages-staff-day.ts";
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

type Props = { visitId: string; registrationId: string; bookingId: string };

/** Cancels a booking for its person, with a reason that they read. */
export const CancelPage = ({ visitId, registrationId, bookingId }: Props) => {
  const words = useWords(staffDayWords);
  const [loaded, reload] = usePerson(visitId, registrationId);
  const [isDone, setDone] = useState(false);
  // Whoever telephones comes from the list and goes back to it.
  const [isFromCalls] = useState(() => new URLSearchParams(location.search).get("from") === "calls");
  const day = `/staff/visits/${visitId}`;
  const back = isFromCalls
    ? { href: `${day}/calls`, label: words.toCalls }
    : { href: `${day}/people/${registrationId}`, label: words.toPerson };
  if (loaded.state !== "loaded") return <Unloaded title={words.cancelTitle} back={back} narrow loaded={loaded} onRetry={reload} />;
  const { person } = loaded.value;
  const booking = person?.bookings.find((one) => one.bookingId === bookingId);
  return (
    <Page title={words.cancelTitle} back={back} narrow focus={hasMoved()}>
      {isDone ? (
        <Outcome visitId={visitId} title={words.cancelled} trouble={person?.mailTrouble ?? null} back={isFromCalls ? back : undefined} />
      ) : person && booking ? (
        <CancelForm {...{ visitId, person, booking }} back={back.href} onDone={() => setDone(true)} />
      ) : (
        <Empty title={words.gone}>
          <ButtonLink href={`/staff/visits/${visitId}`}>{words.toDay}</ButtonLink>
        </Empty>
      )}
    </Page>
  );
};

type FormProps = { visitId: string; person: DayPerson; booking: DayPerson["bookings"][number]; back: string; onDone: () => void };

const CancelForm = ({ visitId, person, booking, back, onDone }: FormProps) => {
  const words = useWords(staffDayWords);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ seen: booking.seen, reason: reasonIn(data) }),
    send: (body) =>
      call("POST /api/staff/visits/{visitId}/people/{registrationId}/bookings/{bookingId}/cancellation", {
        params: { visitId, registrationId: person.registrationId, bookingId: booking.bookingId },
        body,
      }),
    onDone,
  });
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <div class="about">
        <strong>{words.namedPerson(person.maskedName)}</strong>
        <DueLine {...booking} />
      </div>
      <ReasonField why="cancel" error={errorAt("/reason")} />
      <div class="row actions">
        <Button type="submit" kind="danger" busy={busy}>
          {words.cancelNow}
        </Button>
        <ButtonLink href={back}>{words.keepIt}</ButtonLink>
      </div>
    </form>
  );
};
