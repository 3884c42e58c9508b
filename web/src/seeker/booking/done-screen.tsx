import type { PublicVisitDetail } from "../../../../shared/contract/public.ts";
import { thingsToBring } from "../../../../shared/copy/messages/booked-parts.ts";
import { bookingWords } from "../../../../shared/copy/pages-seeker/booking.ts";
import { type Booking, bookingNoOf } from "../../../../shared/domain/booking.ts";
import { placeNameOf } from "../../../../shared/domain/place.ts";
import { dateText, timeRangeText } from "../../../../shared/domain/seoul-time.ts";
import { inLocale, pathIn } from "../../platform/locale.ts";
import { spanText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Facts } from "../../ui/card.tsx";
import { Icon } from "../../ui/icons.tsx";
import { calendarPath } from "../mine/calendar-path.ts";
import type { WantedSlot } from "./wanted.ts";

type Props = { detail: PublicVisitDetail; booked: { booking: Booking; wanted: WantedSlot } | undefined; mail: string };

/** What has been booked, what to bring, and where to find it again. */
export const DoneScreen = ({ detail: { visit, desks }, booked, mail }: Props) => {
  const locale = useLocale();
  const words = useWords(bookingWords);
  const { place } = visit;
  const desk = booked && desks.find(({ deskId }) => deskId === booked.booking.deskId);
  const employer = booked && inLocale(locale, booked.wanted.employer.nameKo, booked.wanted.employer.nameEn);
  return (
    <>
      <p class="done">
        <span class="done-mark">
          <Icon name="tick" />
        </span>
        <span>{words.doneLead(mail)}</span>
      </p>
      <section class="card">
        <Facts
          rows={[
            [words.when, dateText(visit.date, locale)],
            booked ? [words.time, spanText(booked.booking, locale)] : [words.hours, timeRangeText(visit.startTime, visit.endTime, locale)],
            [
              words.where,
              <>
                {placeNameOf(place, locale)}
                {place.roadAddress && (
                  <span class="soft small address" lang={locale === "en" ? "ko" : undefined}>
                    {place.roadAddress}
                  </span>
                )}
              </>,
            ],
            [words.desk, desk?.label],
            [words.employer, employer && <span lang={employer.lang}>{employer.text}</span>],
            [words.bring, thingsToBring[booked ? "interview" : "counselling"][locale]],
            [words.number, booked && bookingNoOf(booked.booking.bookingId)],
          ]}
        />
        {booked && (
          <>
            <p>
              <strong>{words.early}</strong>
            </p>
            <p>{words.noCv}</p>
          </>
        )}
      </section>
      <p>{words.ticketMail}</p>
      <div class="stack">
        <ButtonLink kind="main" wide href={pathIn(locale, "/my")}>
          {words.toMine}
        </ButtonLink>
        {booked && (
          <ButtonLink wide href={calendarPath(visit.visitId, booked.booking.bookingId)}>
            <Icon name="calendar" />
            {words.toCalendar}
          </ButtonLink>
        )}
        <ButtonLink kind="quiet" wide href={pathIn(locale, `/visits/${visit.visitId}`)}>
          {words.another}
        </ButtonLink>
      </div>
    </>
  );
};
