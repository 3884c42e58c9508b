import { useState } from "preact/hooks";
import type { MyBooking } from "../../../../shared/contract/bookings.ts";
import { bookingStateLabels } from "../../../../shared/copy/codes.ts";
import { mineWords } from "../../../../shared/copy/pages-seeker/mine.ts";
import { bookingNoOf, cancellationRefusal, isLive } from "../../../../shared/domain/booking.ts";
import type { VisitId } from "../../../../shared/domain/ids.ts";
import { instantNow } from "../../platform/clock.ts";
import { spanText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Facts, Tag } from "../../ui/card.tsx";
import { Icon } from "../../ui/icons.tsx";
import { OwnName } from "../booking/own-name.tsx";
import { calendarPath } from "./calendar-path.ts";
import { CancelDialog } from "./cancel-dialog.tsx";

type Props = { visitId: VisitId; mine: MyBooking; onCancelled: () => Promise<void> };

export const MyBookingRow = ({ visitId, mine, onCancelled }: Props) => {
  const locale = useLocale();
  const words = useWords(mineWords);
  const [asking, setAsking] = useState(false);
  const { booking } = mine;
  const live = isLive(booking);
  const time = spanText(booking, locale);
  return (
    <li class={live ? "my-booking" : "my-booking my-booking-off"}>
      <p class="my-booking-time">
        <strong>{time}</strong>
        <Tag tone={live ? "good" : "plain"}>{bookingStateLabels[booking.state][locale]}</Tag>
      </p>
      <p>
        <OwnName of={mine} service={booking.service} />
      </p>
      {live && (
        <>
          <Facts
            rows={[
              [words.desk, mine.deskLabel],
              [words.number, bookingNoOf(booking.bookingId)],
            ]}
          />
          <div class="row">
            <ButtonLink href={calendarPath(visitId, booking.bookingId)}>
              <Icon name="calendar" />
              {words.toCalendar}
            </ButtonLink>
            {cancellationRefusal(booking, instantNow()) === undefined && (
              <Button kind="danger" onClick={() => setAsking(true)} aria-label={`${words.cancel}, ${time}`}>
                {words.cancel}
              </Button>
            )}
          </div>
          <CancelDialog open={asking} visitId={visitId} mine={mine} onClose={() => setAsking(false)} onCancelled={onCancelled} />
        </>
      )}
    </li>
  );
};
