import type { MyBooking } from "../../../../shared/contract/bookings.ts";
import { mineWords } from "../../../../shared/copy/pages-seeker/mine.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import { call } from "../../platform/api.ts";
import { useWords } from "../../platform/use-locale.ts";
import { OwnName } from "../booking/own-name.tsx";
import { AskDialog } from "./ask-dialog.tsx";
import { DayAndTime } from "./day-and-time.tsx";

type Props = { open: boolean; visitId: VisitId; mine: MyBooking; onClose: () => void; onCancelled: () => Promise<void> };

/** Asks before a seat is given away; keeping it comes first. */
export const CancelDialog = ({ open, visitId, mine, onClose, onCancelled }: Props) => {
  const words = useWords(mineWords);
  const { booking } = mine;
  return (
    <AskDialog
      open={open}
      title={words.cancelTitle}
      keep={words.cancelKeep}
      act={words.cancelNow}
      onClose={onClose}
      send={() =>
        call("DELETE /api/me/visits/{visitId}/bookings/{bookingId}", {
          params: { visitId, bookingId: booking.bookingId },
          query: { slotId: booking.slotId, sequence: String(booking.sequence) },
        })
      }
      onDone={onCancelled}
    >
      <p>
        <DayAndTime span={booking} />
        <br />
        <OwnName of={mine} service={booking.service} />
      </p>
      <p>{words.cancelText}</p>
    </AskDialog>
  );
};
