import type { PublicSlot } from "../../../../shared/contract/public.ts";
import { visitWords } from "../../../../shared/copy/pages-seeker/visit.ts";
import { timeText } from "../../../../shared/domain/seoul-time.ts";
import { instantNow } from "../../platform/clock.ts";
import { clockText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { byHour, freeSlots } from "./free-times.ts";

type Props = { slots: readonly PublicSlot[]; title: string };

/** The interview times of a posting by the hour. A free one leads to its booking; the rest stay visible, so that people see how full the day is. */
export const Times = ({ slots, title }: Props) => {
  const locale = useLocale();
  const words = useWords(visitWords);
  const free = new Set(freeSlots(slots, instantNow()));
  if (free.size === 0) return <p>{words.allFull}</p>;
  return (
    <div class="times">
      <h4>{words.times}</h4>
      <dl class="hours">
        {byHour(slots).map(({ hour, slots: group }) => (
          <div key={hour}>
            <dt>{words.hourGroup(timeText(hour, locale))}</dt>
            <dd>
              <ul class="time-list" role="list">
                {group.map((slot) => (
                  <li key={slot.slotId}>{free.has(slot) ? <FreeTime slot={slot} title={title} /> : <FullTime slot={slot} />}</li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
};

const FreeTime = ({ slot, title }: { slot: PublicSlot; title: string }) => {
  const words = useWords(visitWords);
  return (
    <a class="time" href={`?slot=${slot.slotId}`}>
      <Clock slot={slot} /> <span class="time-seats">{words.freeSeats(slot.free)}</span> <span class="unseen">{words.left(title)}</span>
    </a>
  );
};

const FullTime = ({ slot }: { slot: PublicSlot }) => {
  const words = useWords(visitWords);
  return (
    <span class="time time-full">
      <Clock slot={slot} /> <span class="time-seats">{words.full}</span>
    </span>
  );
};

/** "오전 10시": the heading above shows the half of the day already, so that it is only spoken here. English says it last and shows it. */
const Clock = ({ slot }: { slot: PublicSlot }) => {
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
