import type { MyRegistration } from "../../../../shared/contract/bookings.ts";
import { centreServiceLabels } from "../../../../shared/copy/codes.ts";
import { visitWords } from "../../../../shared/copy/pages-seeker/visit.ts";
import type { CentreService } from "../../../../shared/domain/services.ts";
import type { TimetableSlot } from "../../../../shared/domain/timetable.ts";
import { instantNow } from "../../platform/clock.ts";
import { pathIn } from "../../platform/locale.ts";
import { spanText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { freeSlots, ownAmong, spanOf } from "./free-times.ts";
import { Times } from "./times.tsx";

type Props = { slots: readonly TimetableSlot[]; registration: MyRegistration | undefined };

/** The centre's own times: each service folded away under its name and hours, since there may be many. */
export const CentreTimes = ({ slots, registration }: Props) => {
  const words = useWords(visitWords);
  const services = [...new Set(slots.map(({ service }) => service))].filter((service) => service !== null);
  return (
    <section class="card" aria-labelledby="centre-times">
      <h2 id="centre-times">{words.centreTitle}</h2>
      <p>{words.centreLead}</p>
      {services.map((service) => (
        <ServiceTimes
          key={service}
          service={service}
          slots={slots.filter((slot) => slot.service === service)}
          registration={registration}
        />
      ))}
    </section>
  );
};

const ServiceTimes = ({ service, slots, registration }: Props & { service: CentreService }) => {
  const locale = useLocale();
  const words = useWords(visitWords);
  const now = instantNow();
  const name = centreServiceLabels[service][locale];
  const free = freeSlots(slots, now).length;
  const isFull = free === 0 && slots.some(({ startsAt }) => startsAt > now);
  const waiting = registration?.waits.find(({ entry }) => entry.list === service && entry.slotId === undefined && !entry.replaces);
  const span = spanOf(slots);
  const own = { slotIds: ownAmong(slots, registration).map(({ slotId }) => slotId), href: pathIn(locale, "/my") };
  return (
    <details class="service-times">
      <summary>
        <h3>{name}</h3>
        <span class="soft small">
          {span && spanText(span, locale)} · {free > 0 ? words.freeTimes(free) : words.full}
        </span>
      </summary>
      {isFull &&
        (waiting ? (
          <p>
            {words.waiting(waiting.place)} <a href={pathIn(locale, "/my")}>{words.toMine}</a>
          </p>
        ) : (
          <>
            <p>{words.waitHint}</p>
            <ButtonLink wide href={`?wait=${service}`} aria-label={`${words.waitAny}, ${name}`}>
              {words.waitAny}
            </ButtonLink>
          </>
        ))}
      <Times
        slots={slots}
        now={now}
        heading={words.serviceTimes}
        free={{ href: ({ slotId }) => `?slot=${slotId}`, says: words.leftService(name) }}
        full={{ href: ({ slotId }) => `?wait=${slotId}`, says: words.waitFor(name) }}
        own={own}
      />
    </details>
  );
};
