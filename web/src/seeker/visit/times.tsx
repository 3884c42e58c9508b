import { visitWords } from "../../../../shared/copy/pages-seeker/visit.ts";
import type { SlotId } from "../../../../shared/domain/ids.ts";
import { type Instant, timeText } from "../../../../shared/domain/seoul-time.ts";
import type { TimetableSlot } from "../../../../shared/domain/timetable.ts";
import { clockText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { byHour, freeSlots } from "./free-times.ts";

type Props = {
  slots: readonly TimetableSlot[];
  now: Instant;
  /** Heading above the hours. */
  heading: string;
  /** Level of the heading: below a job's name, or a part of the page by itself. */
  level?: "h2" | "h4";
  /** Where a free time leads, and what its link says after "10:20, 1 seat". */
  free: { href: (slot: TimetableSlot) => string; says: string };
  /** Where a full time leads, if one can wait for it. */
  full?: { href: (slot: TimetableSlot) => string; says: string } | undefined;
  /** Times that the reader has booked, and where they are to be found. */
  own?: { slotIds: readonly SlotId[]; href: string } | undefined;
};

/** Times by the hour. A free one leads on; the rest stay visible, so that people see how full the day is. */
export const Times = ({ slots, now, heading, level: Heading = "h4", free, full, own }: Props) => {
  const locale = useLocale();
  const words = useWords(visitWords);
  const bookable = new Set(freeSlots(slots, now));
  const isOwn = ({ slotId }: TimetableSlot) => own?.slotIds.includes(slotId) === true;
  const timeFor = (slot: TimetableSlot) => {
    if (own && isOwn(slot))
      return (
        <a class="time time-own" href={own.href}>
          <Clock slot={slot} /> <span class="time-seats">{words.yours}</span>
        </a>
      );
    if (bookable.has(slot))
      return (
        <a class="time" href={free.href(slot)}>
          <Clock slot={slot} /> <span class="time-seats">{words.freeSeats(slot.free)}</span> <span class="unseen">{free.says}</span>
        </a>
      );
    if (full && slot.startsAt > now)
      return (
        <a class="time time-full time-wait" href={full.href(slot)}>
          <Clock slot={slot} /> <span class="time-seats">{words.wait}</span> <span class="unseen">{full.says}</span>
        </a>
      );
    return (
      <span class="time time-full">
        <Clock slot={slot} /> <span class="time-seats">{slot.startsAt > now ? words.full : words.past}</span>
      </span>
    );
  };
  return (
    <div class="times">
      <Heading class="times-heading">{heading}</Heading>
      <dl class="hours">
        {byHour(slots).map(({ hour, slots: group }) => (
          <div key={hour}>
            <dt>{words.hourGroup(timeText(hour, locale))}</dt>
            <dd>
              <ul class="time-list" role="list">
                {group.map((slot) => (
                  <li key={slot.slotId}>{timeFor(slot)}</li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
      {full && slots.some((slot) => slot.startsAt > now && !bookable.has(slot) && !isOwn(slot)) && (
        <p class="small soft">{words.waitLegend}</p>
      )}
    </div>
  );
};

/** "오전 10시": the heading above shows the half of the day already, so that it is only spoken here. English says it last and shows it. */
const Clock = ({ slot }: { slot: TimetableSlot }) => {
  const locale = useLocale();
  const time = clockText(slot.startsAt, locale);
  if (locale === "en") return <span class="time-clock">{time}</span>;
  const [half, ...rest] = time.split(" ");
  return (
    <>
      <span class="unseen">{half}</span> <span class="time-clock">{rest.join(" ")}</span>
    </>
  );
};
