import { useState } from "preact/hooks";
import type { MyBooking, MyRegistration } from "../../../../shared/contract/bookings.ts";
import { bookingStateLabels } from "../../../../shared/copy/codes.ts";
import { mineWords } from "../../../../shared/copy/pages-seeker/mine.ts";
import { bookingNoOf, cancellationRefusal, isLive } from "../../../../shared/domain/booking.ts";
import type { TimetableSlot } from "../../../../shared/domain/timetable.ts";
import { instantNow } from "../../platform/clock.ts";
import { spanText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Facts, Tag } from "../../ui/card.tsx";
import { DeskLabel } from "../../ui/desk-label.tsx";
import { lazyPart } from "../../ui/lazy-page.tsx";
import { OwnName } from "../booking/own-name.tsx";
import { isSetByEmployer, SetByEmployer } from "../booking/set-by-employer.tsx";
import { calendarPath } from "./calendar-path.ts";
import { CancelDialog } from "./cancel-dialog.tsx";
import { EarlierDialog } from "./earlier-dialog.tsx";
import { LivesOn } from "./lives-on.tsx";
import type { OnChange } from "./my-visit.tsx";
import { earlierTimes } from "./times-to-move-to.ts";

// Only whoever has been interviewed is asked.
const SayResult = lazyPart(() => import("./say-result.tsx").then((module) => module.SayResult));

type Props = {
  registration: MyRegistration;
  all: readonly MyRegistration[];
  mine: MyBooking;
  /** Of the visit, once they are known. */
  slots: readonly TimetableSlot[] | undefined;
  onChange: OnChange;
};

export const MyBookingRow = ({ registration, all, mine, slots, onChange }: Props) => {
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
              [words.desk, mine.deskLabel && <DeskLabel label={mine.deskLabel} />],
              [words.number, bookingNoOf(booking.bookingId)],
            ]}
          />
          {booking.kind === "interview" && booking.startsAt <= instantNow() && (
            <SayResult visitId={registration.visit.visitId} mine={mine} onChange={onChange} />
          )}
          <Actions registration={registration} mine={mine} slots={slots} onChange={onChange} />
        </>
      )}
    </li>
  );
};

/** What can be done with a live booking; changing it comes before giving it up. */
const Actions = ({ registration, mine, slots, onChange }: Omit<Props, "all">) => {
  const locale = useLocale();
  const words = useWords(mineWords);
  const [asking, setAsking] = useState<"cancel" | "earlier">();
  const { booking } = mine;
  const { visitId } = registration.visit;
  const time = spanText(booking, locale);
  const mayChange = cancellationRefusal(booking, instantNow()) === undefined;
  const isSet = isSetByEmployer(booking, slots);
  const mayMove = mayChange && !isSet;
  const asksEarlier = registration.waits.some(({ entry }) => entry.replaces === booking.bookingId);
  const day = { date: registration.visit.date, bookings: registration.bookings.map((one) => one.booking) };
  const earlier = mayMove && slots ? earlierTimes(slots, booking, day, instantNow()) : "none";
  return (
    <>
      {mayChange && isSet && <SetByEmployer />}
      <div class="actions">
        {mayMove && (
          <ButtonLink href={`?move=${booking.bookingId}`} aria-label={`${words.move}, ${time}`}>
            {words.move}
          </ButtonLink>
        )}
        {mayChange && (
          <Button kind="danger" onClick={() => setAsking("cancel")} aria-label={`${words.cancel}, ${time}`}>
            {words.cancel}
          </Button>
        )}
        <ButtonLink kind="quiet" href={calendarPath(visitId, booking.bookingId)}>
          {words.toCalendar}
        </ButtonLink>
        {earlier === "full" && !asksEarlier && (
          <Button kind="quiet" onClick={() => setAsking("earlier")} aria-label={`${words.earlier}, ${time}`}>
            {words.earlier}
          </Button>
        )}
      </div>
      {earlier === "free" && (
        <ButtonLink kind="quiet" wide href={`?move=${booking.bookingId}`}>
          {words.earlierFree}
        </ButtonLink>
      )}
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
