import { useState } from "preact/hooks";
import type { MyBooking } from "../../../../shared/contract/bookings.ts";
import { bookingWords } from "../../../../shared/copy/pages-seeker/booking.ts";
import { mineWords } from "../../../../shared/copy/pages-seeker/mine.ts";
import { currentConsentVersion } from "../../../../shared/domain/consents.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import type { TimetableSlot } from "../../../../shared/domain/timetable.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { pathIn } from "../../platform/locale.ts";
import { spanText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/error-summary.tsx";
import { useForm } from "../../ui/use-form.ts";
import { ConsentBox, consentPointer } from "../booking/consent-box.tsx";
import { OwnName } from "../booking/own-name.tsx";
import { sendUntilAnswered, waitSeconds } from "../booking/send-until-answered.ts";
import { SubjectName } from "../booking/subject-name.tsx";
import type { Subject } from "../booking/wanted.ts";
import { DayAndTime } from "./day-and-time.tsx";

/** The same press may still succeed. */
const staysHere = new Set<string>(["unreachable", "busy", "unexpected", "too-many-requests"]);

type Props = {
  visitId: VisitId;
  mine: MyBooking;
  to: TimetableSlot;
  subject: Subject;
  onMoved: () => Promise<void>;
  onRefused: (problem: ClientProblem) => Promise<void>;
};

/** From this time to that one, in one press; another employer needs consent of its own. */
export const MoveForm = ({ visitId, mine, to, subject, onMoved, onRefused }: Props) => {
  const locale = useLocale();
  const words = useWords(mineWords);
  const booking = useWords(bookingWords);
  // The booking as it is shown: a change falls on what the person saw, or on nothing.
  const { bookingId, slotId, sequence } = mine.booking;
  const employer = subject.kind === "job" && subject.employer.employerId !== mine.booking.employerId ? subject.employer : undefined;
  const [retrying, setRetrying] = useState(false);
  const { form, busy, trouble, errorAt } = useForm({
    read: (data) => ({ agreed: data.has(consentPointer) }),
    check: async ({ agreed }) => (employer && !agreed ? [{ pointer: consentPointer, detail: booking.agreeFirst }] : []),
    send: () =>
      sendUntilAnswered(
        () =>
          call("PUT /api/me/visits/{visitId}/bookings/{bookingId}/slot", {
            params: { visitId, bookingId },
            body: {
              slotId: to.slotId,
              seen: { slotId, sequence },
              ...(employer && { consentVersion: currentConsentVersion.to_employer }),
            },
          }),
        { wait: waitSeconds, onRetry: () => setRetrying(true) },
      ).finally(() => setRetrying(false)),
    onDone: onMoved,
    onRefused: async (problem) => {
      if (staysHere.has(problem.code)) return false;
      await onRefused(problem);
      return true;
    },
  });
  return (
    <form class="stack" {...form}>
      <ErrorSummary trouble={trouble} />
      <div class="from-to">
        <section class="wanted wanted-old" aria-label={words.moveFrom}>
          <p class="small">{words.moveFrom}</p>
          <p>
            <s>{spanText(mine.booking, locale)}</s>
          </p>
          {employer && (
            <p>
              <OwnName of={mine} service={mine.booking.service} />
            </p>
          )}
        </section>
        <section class="wanted" aria-label={words.moveTo}>
          <p class="small">{words.moveTo}</p>
          <p>
            <DayAndTime span={to} />
          </p>
          <p>
            <SubjectName subject={subject} />
          </p>
        </section>
      </div>
      {employer && <ConsentBox employer={employer} error={errorAt(consentPointer)} />}
      {retrying && (
        <p class="soft" role="status">
          {booking.stillTrying}
        </p>
      )}
      <Button type="submit" kind="main" wide busy={busy}>
        {words.moveNow}
      </Button>
      <ButtonLink kind="quiet" wide href={`${pathIn(locale, "/my")}?move=${bookingId}`}>
        {words.moveOther}
      </ButtonLink>
    </form>
  );
};
