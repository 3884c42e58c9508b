import type { ComponentChildren } from "preact";
import type { PublicVisit } from "../../../../shared/contract/public.ts";
import { districtAndZone } from "../../../../shared/copy/districts.ts";
import { visitsWords } from "../../../../shared/copy/pages-seeker/visits.ts";
import { placeNameOf } from "../../../../shared/domain/place.ts";
import { dateText, daysBetween, type LocalDate, timeRangeText } from "../../../../shared/domain/seoul-time.ts";
import { instantNow } from "../../platform/clock.ts";
import { pathIn } from "../../platform/locale.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Tag } from "../../ui/card.tsx";
import { Icon, type IconName } from "../../ui/icons.tsx";
import { bookingWindow, isOver } from "./booking-state.ts";

type Props = { visit: PublicVisit; today: LocalDate; next: boolean };

/** A visit in the list: when, where, and whether it can be booked. The whole card leads to it. */
export const VisitCard = ({ visit, today, next }: Props) => {
  const locale = useLocale();
  const words = useWords(visitsWords);
  const { place } = visit;
  const days = daysBetween(today, visit.date);
  const now = instantNow();
  const open = bookingWindow(visit, now);
  const window = open !== "cancelled" && isOver(visit, now) ? "over" : open;
  const station = locale === "ko" ? place.stationKo : (place.stationEn ?? place.stationKo);
  return (
    <li class={next ? "visit-card visit-card-next" : "visit-card"} data-zone={place.zone}>
      <p class="visit-when">
        <strong>{dateText(visit.date, locale)}</strong>
        {days <= 0 ? <Tag tone="sign">{words.today}</Tag> : next ? <Tag tone="main">{words.next}</Tag> : null}
        {days > 0 && <span class="soft small">{days === 1 ? words.tomorrow : words.inDays(days)}</span>}
      </p>
      <h3>
        <a class="visit-link" href={pathIn(locale, `/visits/${visit.visitId}`)}>
          {placeNameOf(place, locale)}
        </a>
      </h3>
      <p class="visit-area">
        <span class="unseen">{words.where}: </span>
        {districtAndZone(place.districtCode, locale)}
      </p>
      <ul class="visit-facts" role="list">
        <Fact icon="clock" name={words.hours}>
          {timeRangeText(visit.startTime, visit.endTime, locale)}
        </Fact>
        {station && (
          <Fact icon="train" name={words.station}>
            {station}
          </Fact>
        )}
        <Fact icon="work">{visit.interviewSeats > 0 ? words.seats(visit.interviewSeats) : words.seatsLater}</Fact>
      </ul>
      <p class="visit-state">
        <Tag tone={window === "open" ? "good" : "plain"}>{words[window]}</Tag>
        <span class="visit-see" aria-hidden="true">
          {visit.interviewSeats > 0 ? words.see : words.seePlain}
        </span>
      </p>
      {window === "closed" && <p class="soft small">{words.closedHint}</p>}
    </li>
  );
};

const Fact = ({ icon, name, children }: { icon: IconName; name?: string; children: ComponentChildren }) => (
  <li>
    <Icon name={icon} />
    {name && <span class="unseen">{name}: </span>}
    <span>{children}</span>
  </li>
);
