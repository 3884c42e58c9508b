import type { PublicVisit } from "../../../../shared/contract/public.ts";
import { districtAndZone } from "../../../../shared/copy/districts.ts";
import { calendarPageWords } from "../../../../shared/copy/pages-seeker/calendar.ts";
import { monthOf, monthText } from "../../../../shared/domain/months.ts";
import { placeNameOf } from "../../../../shared/domain/place.ts";
import { dateText, timeRangeText } from "../../../../shared/domain/seoul-time.ts";
import { call } from "../../platform/api.ts";
import { pathIn } from "../../platform/locale.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Tag } from "../../ui/card.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import { Subscribe } from "../calendar/subscribe.tsx";
import "../calendar/calendar.css";

const askVisits = () => call("GET /api/public/visits");

/** Visits month by month, and how they come into one's own calendar. */
export const CalendarPage = () => {
  const words = useWords(calendarPageWords);
  const [loaded, reload] = useLoaded(askVisits);
  return (
    <Page title={words.title} lead={words.lead} narrow>
      {loaded.state === "loading" && <Loading blocks={2} />}
      {loaded.state === "failed" && <Failed problem={loaded.problem} onRetry={reload} />}
      {loaded.state === "loaded" && <Months visits={loaded.value.visits} />}
      <Subscribe />
    </Page>
  );
};

const Months = ({ visits }: { visits: readonly PublicVisit[] }) => {
  const words = useWords(calendarPageWords);
  const locale = useLocale();
  if (visits.length === 0)
    return (
      <Empty title={words.none}>
        <p>{words.noneHint}</p>
      </Empty>
    );
  return (
    <>
      {[...new Set(visits.map(({ date }) => monthOf(date)))].map((month) => (
        <section class="stack" key={month}>
          <h2>{monthText(month, locale)}</h2>
          <ul class="calendar-days" role="list">
            {visits
              .filter(({ date }) => monthOf(date) === month)
              .map(({ visitId, date, startTime, endTime, place, state }) => (
                <li key={visitId} data-zone={place.zone}>
                  <p>
                    <strong>{dateText(date, locale)}</strong> <span class="soft small">{timeRangeText(startTime, endTime, locale)}</span>
                  </p>
                  <p>
                    <a class="calendar-visit" href={pathIn(locale, `/visits/${visitId}`)}>
                      {placeNameOf(place, locale)}
                    </a>
                  </p>
                  <p class="soft small">
                    {districtAndZone(place.districtCode, locale)} {state === "cancelled" && <Tag tone="sign">{words.cancelled}</Tag>}
                  </p>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
};
