import { useState } from "preact/hooks";
import type { MyBooking } from "../../../../shared/contract/bookings.ts";
import { mineWords } from "../../../../shared/copy/pages-seeker/mine.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import { type ClientProblem, call } from "../../platform/api.ts";
import { afterDay, dayText, spanText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { OwnName } from "../booking/own-name.tsx";

type Props = { open: boolean; visitId: VisitId; mine: MyBooking; onClose: () => void; onCancelled: () => Promise<void> };

/** Asks before a seat is given away; keeping it comes first. */
export const CancelDialog = ({ open, visitId, mine, onClose, onCancelled }: Props) => {
  const locale = useLocale();
  const words = useWords(mineWords);
  const { booking } = mine;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ClientProblem>();
  const cancel = async () => {
    setBusy(true);
    const answer = await call("DELETE /api/me/visits/{visitId}/bookings/{bookingId}", {
      params: { visitId, bookingId: booking.bookingId },
      query: { slotId: booking.slotId, sequence: String(booking.sequence) },
    });
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    onClose();
    await onCancelled();
  };
  return (
    <Dialog
      open={open}
      title={words.cancelTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{words.cancelKeep}</Button>
          <Button kind="danger" busy={busy} onClick={cancel}>
            {words.cancelNow}
          </Button>
        </>
      }
    >
      <p>
        <strong>{afterDay(dayText(booking.startsAt, locale), spanText(booking, locale), locale)}</strong>
        <br />
        <OwnName of={mine} service={booking.service} />
      </p>
      <p>{words.cancelText}</p>
      {problem && (
        <Notice tone="bad" title={problem.title} live>
          <p>{problem.detail}</p>
        </Notice>
      )}
    </Dialog>
  );
};
