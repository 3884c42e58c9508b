import { useState } from "preact/hooks";
import type { MyBooking, MyRegistration } from "../../../../shared/contract/bookings.ts";
import { bookingStateLabels } from "../../../../shared/copy/codes.ts";
import { mineWords } from "../../../../shared/copy/pages-seeker/mine.ts";
import { bookingNoOf, cancellationRefusal, isLive } from "../../../../shared/domain/booking.ts";
import { instantNow } from "../../platform/clock.ts";
import { spanText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Facts, Tag } from "../../ui/card.tsx";
import { Icon } from "../../ui/icons.tsx";
import { OwnName } from "../booking/own-name.tsx";
import { calendarPath } from "./calendar-path.ts";
import { CancelDialog } from "./cancel-dialog.tsx";
import { EarlierDialog } from "./earlier-dialog.tsx";
import { LivesOn } from "./lives-on.tsx";
import type { OnChange } from "./my-visit.tsx";

type Props = { registration: MyRegistration; all: readonly MyRegistration[]; mine: MyBooking; onChange: OnChange };

export const MyBookingRow = ({ registration, all, mine, onChange }: Props) => {
  const locale = useLocale();
  const words = useWords(mineWords);
  const { booking } = mine;
  const live = isLive(booking);
  return (
    <li class={live ? "my-booking" : "my-booking my-booking-off"}>
      <p class="my-booking-time">
        <strong>{spanText(booking, locale)}</strong>
        <Tag tone={live ? "good" : "plain"}>{bookingStateLabels[booking.state][locale]}</Tag>
      </p>
      <p>
        <OwnName of={mine} service={booking.service} />
      </p>
      {booking.reason && !live && (
        <p>
          {words.reason}: <span lang={locale === "en" ? "ko" : undefined}>{booking.reason}</span>
        </p>
      )}
      {booking.rebookedTo && <LivesOn visitId={booking.rebookedTo} all={all} />}
      {live && (
        <>
          <Facts
            rows={[
              [words.desk, mine.deskLabel],
              [words.number, bookingNoOf(booking.bookingId)],
            ]}
          />
          <Actions registration={registration} mine={mine} onChange={onChange} />
        </>
      )}
    </li>
  );
};

/** What can be done with a live booking; changing it comes before giving it up. */
const Actions = ({ registration, mine, onChange }: Omit<Props, "all">) => {
  const locale = useLocale();
  const words = useWords(mineWords);
  const [asking, setAsking] = useState<"cancel" | "earlier">();
  const { booking } = mine;
  const { visitId } = registration.visit;
  const time = spanText(booking, locale);
  const mayChange = cancellationRefusal(booking, instantNow()) === undefined;
  const asksEarlier = registration.waits.some(({ entry }) => entry.replaces === booking.bookingId);
  return (
    <>
      <div class="actions">
        {mayChange && (
          <>
            <ButtonLink href={`?move=${booking.bookingId}`} aria-label={`${words.move}, ${time}`}>
              {words.move}
            </ButtonLink>
            <Button kind="danger" onClick={() => setAsking("cancel")} aria-label={`${words.cancel}, ${time}`}>
              {words.cancel}
            </Button>
          </>
        )}
        <ButtonLink kind="quiet" href={calendarPath(visitId, booking.bookingId)}>
          <Icon name="calendar" />
          {words.toCalendar}
        </ButtonLink>
        {mayChange && !asksEarlier && (
          <Button kind="quiet" onClick={() => setAsking("earlier")} aria-label={`${words.earlier}, ${time}`}>
            <Icon name="clock" />
            {words.earlier}
          </Button>
        )}
      </div>
      <CancelDialog
        open={asking === "cancel"}
        visitId={visitId}
        mine={mine}
        onClose={() => setAsking(undefined)}
        onCancelled={() => onChange("cancelled")}
      />
      <EarlierDialog
        open={asking === "earlier"}
        visitId={visitId}
        mine={mine}
        onClose={() => setAsking(undefined)}
        onAsked={() => onChange("earlier")}
      />
    </>
  );
};
