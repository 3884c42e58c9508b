import type { MyRegistration } from "../../../../shared/contract/bookings.ts";
import { mineWords } from "../../../../shared/copy/pages-seeker/mine.ts";
import { placeNameOf } from "../../../../shared/domain/place.ts";
import { dateText, type LocalDate, timeRangeText } from "../../../../shared/domain/seoul-time.ts";
import { instantNow } from "../../platform/clock.ts";
import { pathIn } from "../../platform/locale.ts";
import { momentText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Tag } from "../../ui/card.tsx";
import { isOver } from "../visits/booking-state.ts";

type Props = { registration: MyRegistration; today: LocalDate };

/** A visit that I am not coming to after all: it says so for as long as I might wonder, and how to come all the same. */
export const WithdrawnVisit = ({ registration: { visit, withdrawnAt }, today }: Props) => {
  const locale = useLocale();
  const words = useWords(mineWords);
  const Heading = visit.date < today ? "h3" : "h2";
  return (
    <article class="card">
      <header class="stack stack-tight">
        <p class="row">
          <strong class="my-visit-date">{dateText(visit.date, locale)}</strong>
          <Tag>{words.gaveUp}</Tag>
        </p>
        <Heading>
          <a class="my-visit-place" href={pathIn(locale, `/visits/${visit.visitId}`)}>
            {placeNameOf(visit.place, locale)}
          </a>
        </Heading>
        <p class="soft">{timeRangeText(visit.startTime, visit.endTime, locale)}</p>
      </header>
      {withdrawnAt && <p>{words.gaveUpAt(momentText(withdrawnAt, locale))}</p>}
      {visit.state === "open" && !isOver(visit, instantNow()) && (
        <ButtonLink wide href={pathIn(locale, `/visits/${visit.visitId}?register`)}>
          {words.registerAgain}
        </ButtonLink>
      )}
    </article>
  );
};
