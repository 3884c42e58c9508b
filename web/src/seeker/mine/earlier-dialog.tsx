import type { MyBooking } from "../../../../shared/contract/bookings.ts";
import { mineWords } from "../../../../shared/copy/pages-seeker/mine.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import { call } from "../../platform/api.ts";
import { spanText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { attemptFor, endAttempt } from "../booking/attempt.ts";
import { OwnName } from "../booking/own-name.tsx";
import { sendUntilAnswered, waitSeconds } from "../booking/send-until-answered.ts";
import { AskDialog } from "./ask-dialog.tsx";

type Props = { open: boolean; visitId: VisitId; mine: MyBooking; onClose: () => void; onAsked: () => Promise<void> };

/** Asks for an earlier time of the same job or service; the booking is kept until one is taken. */
export const EarlierDialog = ({ open, visitId, mine, onClose, onAsked }: Props) => {
  const locale = useLocale();
  const words = useWords(mineWords);
  const { bookingId, postingId, service, consent } = mine.booking;
  const send = async () => {
    const waitFor = postingId ? ({ for: "posting", postingId } as const) : service ? ({ for: "service", service } as const) : undefined;
    if (!waitFor) throw new Error("a booking is for a job or a service");
    const waitId = attemptFor("wai", bookingId);
    const answer = await sendUntilAnswered(
      () =>
        call("PUT /api/me/visits/{visitId}/waits/{waitId}", {
          params: { visitId, waitId },
          // The same employer, who knows of this person by the booking's own consent.
          body: { waitFor, replaces: bookingId, ...(consent && { consentVersion: consent.version }) },
        }),
      { wait: waitSeconds },
    );
    if (answer.ok || (answer.problem.code !== "unreachable" && answer.problem.code !== "busy")) endAttempt("wai", bookingId);
    return answer;
  };
  return (
    <AskDialog
      open={open}
      title={words.earlierTitle}
      keep={words.back}
      act={words.earlierNow}
      kind="main"
      onClose={onClose}
      send={send}
      onDone={onAsked}
      instead={({ code }) => code === "seat-free" && <ButtonLink href={`?move=${bookingId}`}>{words.move}</ButtonLink>}
    >
      <p>
        <strong>{spanText(mine.booking, locale)}</strong>
        <br />
        <OwnName of={mine} service={service} />
      </p>
      <p>{words.earlierText}</p>
    </AskDialog>
  );
};
