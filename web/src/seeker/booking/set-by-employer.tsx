import { bookingWords } from "../../../../shared/copy/pages-seeker/booking.ts";
import type { Booking } from "../../../../shared/domain/booking.ts";
import type { TimetableSlot } from "../../../../shared/domain/timetable.ts";
import { useWords } from "../../platform/use-locale.ts";
import { TelLink } from "../../ui/layout.tsx";

/** Whether the employer chose whom to meet at this time: then it is not the person's to move. `slots` as far as they are known. */
export const isSetByEmployer = ({ applicationId, slotId }: Booking, slots: readonly TimetableSlot[] = []): boolean =>
  applicationId !== undefined || slots.some((slot) => slot.slotId === slotId && slot.mode === "screened");

/** Said in place of the ways to move a booking. */
export const SetByEmployer = () => (
  <>
    <p>{useWords(bookingWords).setByEmployer}</p>
    <div>
      <TelLink />
    </div>
  </>
);
