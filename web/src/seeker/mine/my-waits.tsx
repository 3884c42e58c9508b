import { useState } from "preact/hooks";
import type { MyRegistration } from "../../../../shared/contract/bookings.ts";
import { mineWords } from "../../../../shared/copy/pages-seeker/mine.ts";
import type { CentreService } from "../../../../shared/domain/services.ts";
import type { TimetableSlot } from "../../../../shared/domain/timetable.ts";
import { call } from "../../platform/api.ts";
import { clockText, momentText, spanText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Button } from "../../ui/button.tsx";
import { Facts, Tag } from "../../ui/card.tsx";
import { OwnName } from "../booking/own-name.tsx";
import { AskDialog } from "./ask-dialog.tsx";
import type { OnChange } from "./my-visit.tsx";

export type MyWaitRow = MyRegistration["waits"][number];
type Props = { registration: MyRegistration; slots: readonly TimetableSlot[] | undefined; onChange: OnChange };

/** The service that a list is of; null for a job's. */
export const serviceOfWait = ({ entry, postingTitleKo }: MyWaitRow): CentreService | null =>
  postingTitleKo === null ? (entry.list as CentreService) : null;

/** Lists that I stand in, with my place in each. */
export const MyWaits = ({ registration, slots, onChange }: Props) => {
  const words = useWords(mineWords);
  if (registration.waits.length === 0) return null;
  return (
    <section class="stack stack-tight" aria-label={words.waits}>
      <p class="part-title">{words.waits}</p>
      <ul class="stack" role="list">
        {registration.waits.map((wait) => (
          <WaitRow key={wait.entry.waitId} registration={registration} wait={wait} slots={slots} onChange={onChange} />
        ))}
      </ul>
    </section>
  );
};

const WaitRow = ({ registration, wait, slots, onChange }: Props & { wait: MyWaitRow }) => {
  const locale = useLocale();
  const words = useWords(mineWords);
  const [asking, setAsking] = useState(false);
  const { entry, place } = wait;
  const { visitId } = registration.visit;
  const kept = registration.bookings.find(({ booking }) => booking.bookingId === entry.replaces)?.booking;
  const slot = slots?.find(({ slotId }) => slotId === entry.slotId);
  const oneTime = slot ? spanText(slot, locale) : words.oneTime;
  const name = <OwnName of={wait} service={serviceOfWait(wait)} />;
  return (
    <li class="my-booking">
      <p class="my-booking-time">
        <strong>{words.placeNo(place)}</strong>
        <Tag tone="main">{kept ? words.waitingEarlier : words.waiting}</Tag>
      </p>
      <p>{name}</p>
      <Facts
        rows={[
          [words.waitTime, kept ? words.earlierThan(clockText(kept.startsAt, locale)) : entry.slotId ? oneTime : words.anyTime],
          [words.waitSince, momentText(entry.appliedAt, locale)],
        ]}
      />
      <div class="actions">
        <Button kind="danger" onClick={() => setAsking(true)} aria-label={`${words.leave}, ${words.placeNo(place)}`}>
          {words.leave}
        </Button>
      </div>
      <AskDialog
        open={asking}
        title={words.leaveTitle}
        keep={words.leaveKeep}
        act={words.leaveNow}
        onClose={() => setAsking(false)}
        send={() => call("DELETE /api/me/visits/{visitId}/waits/{waitId}", { params: { visitId, waitId: entry.waitId } })}
        onDone={() => onChange("left")}
      >
        <p>{name}</p>
        {kept && (
          <p>
            <strong>{words.bookingStays(spanText(kept, locale))}</strong>
          </p>
        )}
        <p>{words.leaveText}</p>
      </AskDialog>
    </li>
  );
};
