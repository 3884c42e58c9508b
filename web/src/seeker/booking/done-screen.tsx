import type { PublicVisitDetail } from "../../../../shared/contract/public.ts";
import { thingsToBring } from "../../../../shared/copy/messages/booked-parts.ts";
import { bookingWords } from "../../../../shared/copy/pages-seeker/booking.ts";
import { comesAtOpening } from "../../../../shared/domain/arrive-early.ts";
import { bookingNoOf } from "../../../../shared/domain/booking.ts";
import { placeNameOf } from "../../../../shared/domain/place.ts";
import { dateText, seoulTimeOf, timeRangeText, timeText } from "../../../../shared/domain/seoul-time.ts";
import { pathIn } from "../../platform/locale.ts";
import { spanText } from "../../platform/times.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Facts } from "../../ui/card.tsx";
import { DeskLabel } from "../../ui/desk-label.tsx";
import { Icon } from "../../ui/icons.tsx";
import { calendarPath } from "../mine/calendar-path.ts";
import type { Made } from "./send-wanted.ts";
import { SubjectName } from "./subject-name.tsx";

type Props = {
  detail: PublicVisitDetail;
  /** Undefined when somebody registered to come. */
  made: Made | undefined;
  mail: string;
};

/** What has been made, what happens next, and where to find it again. */
export const DoneScreen = ({ detail: { visit, desks }, made, mail }: Props) => {
  const locale = useLocale();
  const words = useWords(bookingWords);
  const { place } = visit;
  const booking = made?.does === "book" ? made.booking : undefined;
  const deskLabel = booking && desks.find(({ deskId }) => deskId === booking.deskId)?.label;
  const wait = made?.does === "wait" ? made : undefined;
  const interview = booking?.kind === "interview";
  const time = booking ?? wait?.wanted.slot;
  const atOpening = booking && comesAtOpening(booking.kind, { slotTime: seoulTimeOf(booking.startsAt), opensAt: visit.startTime });
  const arrive = atOpening ? words.atOpening(timeText(visit.startTime, locale)) : interview ? words.early : words.earlyForService;
  const next = made && made.does !== "book" ? words.nextSteps[made.does] : [];
  return (
    <>
      <p class="done">
        <span class="done-mark">
          <Icon name="tick" />
        </span>
        <span>{words.doneLead(mail)}</span>
      </p>
      {wait && (
        <p class="place-in-line">
          {words.placeInLine} <strong>{words.placeNo(wait.wait.place)}</strong>
        </p>
      )}
      {next.length > 0 && (
        <section class="card" aria-labelledby="next">
          <h2 id="next">{words.nextTitle}</h2>
          <ol class="next-steps">
            {next.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
      )}
      <section class="card">
        <Facts
          rows={[
            [words.what, made && <SubjectName subject={made.wanted.subject} />],
            [words.when, dateText(visit.date, locale)],
            time ? [words.time, spanText(time, locale)] : [words.hours, !made && timeRangeText(visit.startTime, visit.endTime, locale)],
            [words.time, wait && !time && words.anyTime],
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
            [words.desk, deskLabel && <DeskLabel label={deskLabel} />],
            [words.bring, (!made || booking) && thingsToBring[interview ? "interview" : "counselling"][locale]],
            [words.number, booking && bookingNoOf(booking.bookingId)],
          ]}
        />
        {booking && (
          <p>
            <strong>{arrive}</strong>
          </p>
        )}
        {interview && <p>{words.noCv}</p>}
      </section>
      {(!made || booking) && <p>{words.ticketMail}</p>}
      <div class="stack">
        <ButtonLink kind="main" wide href={pathIn(locale, "/my")}>
          {words.toMine}
        </ButtonLink>
        {booking && (
          <ButtonLink wide href={calendarPath(visit.visitId, booking.bookingId)}>
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
