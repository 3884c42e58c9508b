import { districtAndZone } from "../../../../shared/copy/districts.ts";
import { managerWords } from "../../../../shared/copy/pages-manager.ts";
import type { Place } from "../../../../shared/domain/place.ts";
import { dateText, timeRangeText } from "../../../../shared/domain/seoul-time.ts";
import type { Visit } from "../../../../shared/domain/visit.ts";
import { call } from "../../platform/api.ts";
import { inLocale } from "../../platform/locale.ts";
import { hasMoved } from "../../platform/router.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import { UndeliveredNotice } from "../../ui/undelivered-notice.tsx";
import { pastVisitsPath, visitPath } from "../paths.ts";
import { VisitTag } from "./visit-tag.tsx";

export const askVisits = () => call("GET /api/staff/visits", { query: {} });

/** The season from today on. */
export const VisitListPage = () => {
  const words = useWords(managerWords);
  const [loaded, reload] = useLoaded(askVisits);
  const plan = (
    <div class="row">
      <ButtonLink kind="main" href="/console/visits/new">
        {words.planVisit}
      </ButtonLink>
      <ButtonLink href="/console/visits/season">{words.planSeason}</ButtonLink>
      <ButtonLink href={pastVisitsPath}>{words.pastTitle}</ButtonLink>
    </div>
  );
  return (
    <Page title={words.visitsTitle} focus={hasMoved()}>
      {loaded.state === "loading" && <Loading />}
      {loaded.state === "failed" && <Failed problem={loaded.problem} onRetry={reload} />}
      {loaded.state === "loaded" && <UndeliveredNotice count={loaded.value.undeliveredMails} />}
      {loaded.state === "loaded" &&
        (loaded.value.visits.length === 0 ? (
          <Empty title={words.visitsNone}>{plan}</Empty>
        ) : (
          <>
            {plan}
            <ul class="visit-list" role="list">
              {loaded.value.visits.map((planned) => (
                <VisitRow key={planned.visit.visitId} {...planned} />
              ))}
            </ul>
          </>
        ))}
    </Page>
  );
};

export const VisitRow = ({ visit, place }: { visit: Visit; place: Place }) => {
  const words = useWords(managerWords);
  const locale = useLocale();
  const name = inLocale(locale, place.nameKo, place.nameEn);
  return (
    <li class="visit-row">
      <a class="visit-link" href={visitPath(visit.visitId)}>
        <strong>{dateText(visit.date, locale)}</strong> <span lang={name.lang}>{name.text}</span>
      </a>
      <span class="soft small">
        {districtAndZone(place.districtCode, locale)} · {timeRangeText(visit.startTime, visit.endTime, locale)}
      </span>
      <span class="small visit-seats">{words.seatsPublished(visit.interviewSeats)}</span>
      <span class="visit-state">
        <VisitTag visit={visit} />
      </span>
    </li>
  );
};
