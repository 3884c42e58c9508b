import type { MyRegistration } from "../../../../shared/contract/bookings.ts";
import { visitWords } from "../../../../shared/copy/pages-seeker/visit.ts";
import type { PostingId } from "../../../../shared/domain/ids.ts";
import type { TimetableSlot } from "../../../../shared/domain/timetable.ts";
import { instantNow } from "../../platform/clock.ts";
import { pathIn } from "../../platform/locale.ts";
import { spanText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import type { BookingWindow } from "../visits/booking-state.ts";
import { freeSlots, ownAmong, spanOf } from "./free-times.ts";
import { Times } from "./times.tsx";

type Props = {
  list: PostingId;
  slots: readonly TimetableSlot[];
  title: string;
  window: BookingWindow;
  registration: MyRegistration | undefined;
};

/** How to come to an interview for a job: its times to book, a place in its list, an application, or the bus on the day. */
export const JobTimes = ({ list, slots, title, window, registration }: Props) => {
  const locale = useLocale();
  const words = useWords(visitWords);
  const now = instantNow();
  const open = slots.filter(({ mode }) => mode === "open");
  const screened = slots.filter(({ mode }) => mode === "screened");
  const walkIn = slots.filter(({ mode }) => mode === "walk_in");
  const isFull = open.some(({ startsAt }) => startsAt > now) && freeSlots(open, now).length === 0;
  const mayWait = window === "open" || window === "closed";
  const waiting = registration?.waits.find(({ entry }) => entry.list === list && entry.slotId === undefined && !entry.replaces);
  const applied = registration?.applications.some(
    ({ application }) => application.postingId === list && (application.state === "applied" || application.state === "accepted"),
  );
  const toMine = <a href={pathIn(locale, "/my")}>{words.toMine}</a>;
  const group = Math.max(...slots.map(({ seats }) => seats));
  const booked = ownAmong(slots, registration);
  const own = { slotIds: booked.map(({ slotId }) => slotId), href: pathIn(locale, "/my") };
  const span = (some: readonly TimetableSlot[]) => {
    const whole = spanOf(some);
    return whole && spanText(whole, locale);
  };
  return (
    <>
      {booked.length > 0 && (
        <p>
          {words.yours}: <strong>{booked.map((booking) => spanText(booking, locale)).join(", ")}</strong> {toMine}
        </p>
      )}
      {group > 1 && <p>{words.together(group)}</p>}
      {window === "open" && open.length > 0 && !isFull && (
        <Times
          slots={open}
          now={now}
          heading={words.times}
          free={{ href: ({ slotId }) => `?slot=${slotId}`, says: words.left(title) }}
          full={{ href: ({ slotId }) => `?wait=${slotId}`, says: words.waitFor(title) }}
          own={own}
        />
      )}
      {mayWait && isFull && (
        <div class="times">
          <h4>{words.allFull}</h4>
          {waiting ? (
            <p>
              {words.waiting(waiting.place)} {toMine}
            </p>
          ) : (
            <>
              <p>{words.waitHint}</p>
              <ButtonLink wide href={`?wait=${list}`} aria-label={`${words.waitAny}, ${title}`}>
                {words.waitAny}
              </ButtonLink>
              <details class="more-facts">
                <summary>{words.waitOne}</summary>
                <Times
                  slots={open}
                  now={now}
                  heading={words.waitOneTitle}
                  free={{ href: ({ slotId }) => `?slot=${slotId}`, says: words.left(title) }}
                  full={{ href: ({ slotId }) => `?wait=${slotId}`, says: words.waitFor(title) }}
                  own={own}
                />
              </details>
            </>
          )}
        </div>
      )}
      {screened.length > 0 && window === "open" && (
        <div class="times">
          <h4>{words.screenedTitle}</h4>
          <p>
            {words.screened} {words.heldBetween(span(screened) ?? "")}
          </p>
          {applied ? (
            <p>
              {words.applied} {toMine}
            </p>
          ) : (
            <ButtonLink kind="main" wide href={`?apply=${list}`} aria-label={`${words.apply}, ${title}`}>
              {words.apply}
            </ButtonLink>
          )}
        </div>
      )}
      {walkIn.length > 0 && window !== "planned" && (
        <div class="times">
          <h4>{words.walkInTimesTitle}</h4>
          <p>
            {words.walkInTimes} {words.heldBetween(span(walkIn) ?? "")}
          </p>
        </div>
      )}
    </>
  );
};
