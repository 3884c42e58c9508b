import { useCallback } from "preact/hooks";
import type { DayPerson, VisitDay } from "../../../../shared/contract/staff.ts";
import { staffDayWords } from "../../../../shared/copy/pages-staff-day.ts";
import { placeNameOf } from "../../../../shared/domain/place.ts";
import { dateText, timeRangeText } from "../../../../shared/domain/seoul-time.ts";
import { callNameOf, type TicketCode, ticketCodeText } from "../../../../shared/domain/ticket-token.ts";
import { call } from "../../platform/api.ts";
import { spanText } from "../../platform/times.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Card, Facts } from "../../ui/card.tsx";
import { DeskLabel } from "../../ui/desk-label.tsx";
import { Failed } from "../../ui/states.tsx";
import { What } from "../what.tsx";

type Props = {
  day: VisitDay;
  person: DayPerson;
  /** The code, where the page has it; otherwise it is asked for. */
  code?: string;
};

/** What somebody has to know whom no mail reaches: when, where, at which desk, and the code to check in by. To be read to them, or written down. */
export const ReadAloud = ({ day: { visit, place }, person, code }: Props) => {
  const words = useWords(staffDayWords);
  const locale = useLocale();
  return (
    <Card as="section">
      <h2>{words.readAloud}</h2>
      <p>{words.readAloudHint}</p>
      <Facts
        long
        rows={[
          [words.readDate, dateText(visit.date, locale)],
          [
            words.readPlace,
            <>
              {placeNameOf(place, locale)}
              {place.roadAddress && <span lang="ko"> ({place.roadAddress})</span>}
            </>,
          ],
          ...(person.bookings.length === 0
            ? ([[words.readHours, timeRangeText(visit.startTime, visit.endTime, locale)]] as const)
            : person.bookings.map(
                (booking) =>
                  [
                    words.readTime,
                    <>
                      <strong>{spanText(booking, locale)}</strong> <DeskLabel label={booking.deskLabel} /> · <What {...booking} />
                    </>,
                  ] as const,
              )),
          [
            words.readCode,
            code === undefined ? <AskedCode visitId={visit.visitId} person={person} /> : <CodeText code={code} person={person} />,
          ],
        ]}
      />
    </Card>
  );
};

const AskedCode = ({ visitId, person }: { visitId: string; person: DayPerson }) => {
  const words = useWords(staffDayWords);
  const { registrationId } = person;
  const ask = useCallback(
    () => call("GET /api/staff/visits/{visitId}/people/{registrationId}/ticket", { params: { visitId, registrationId } }),
    [visitId, registrationId],
  );
  const [loaded, reload] = useLoaded(ask);
  if (loaded.state === "loading") return <>{words.readCodeComes}</>;
  if (loaded.state === "failed") return <Failed problem={loaded.problem} onRetry={reload} />;
  return <CodeText code={loaded.value.code} person={person} />;
};

const CodeText = ({ code, person }: { code: string; person: DayPerson }) => {
  const words = useWords(staffDayWords);
  return (
    <>
      <strong>{ticketCodeText(code as TicketCode)}</strong>
      {person.bookings.length > 0 && ` · ${words.readCalled(callNameOf(code as TicketCode))}`}
    </>
  );
};
