import { useCallback } from "preact/hooks";
import type { ApplicationRow } from "../../../../shared/contract/applications.ts";
import type { SlotRequestView } from "../../../../shared/contract/employers.ts";
import { applicantWords } from "../../../../shared/copy/pages-employer-applicants.ts";
import { timesWords } from "../../../../shared/copy/pages-employer-times.ts";
import { dateText, type Instant } from "../../../../shared/domain/seoul-time.ts";
import { call } from "../../platform/api.ts";
import { instantNow } from "../../platform/clock.ts";
import { inLocale } from "../../platform/locale.ts";
import { hasMoved } from "../../platform/router.ts";
import { afterDay, momentText } from "../../platform/times.ts";
import { useFresh } from "../../platform/use-fresh.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty } from "../../ui/states.tsx";
import { Unloaded } from "../../ui/unloaded.tsx";
import { NotFound } from "../not-found.tsx";
import { employerPath } from "../paths.ts";
import { ApplicantCard, waitsForAnswer } from "./applicant-card.tsx";
import { useRequests } from "./requests-page.tsx";

type Props = { employerId: string; visitId: string };
/** People apply while the page is open. */
const freshEverySeconds = 60;

/** Everybody who applied for the firm's screened interviews at a visit, in order, to be answered one by one. */
export const ApplicantsPage = ({ employerId, visitId }: Props) => {
  const words = useWords(applicantWords);
  const times = useWords(timesWords);
  const locale = useLocale();
  const ask = useCallback(
    () => call("GET /api/employers/{employerId}/visits/{visitId}/applications", { params: { employerId, visitId } }),
    [employerId, visitId],
  );
  const [applied, reloadApplied] = useLoaded(ask);
  const [requests, reloadRequests] = useRequests(employerId);
  useFresh(reloadApplied, freshEverySeconds);
  const reload = async () => {
    await Promise.all([reloadApplied(), reloadRequests()]);
  };
  const back = { href: `${employerPath(employerId)}/slot-requests`, label: times.requestsTitle };
  if (applied.state !== "loaded") return <Unloaded title={words.title} back={back} loaded={applied} onRetry={reload} />;
  if (requests.state !== "loaded") return <Unloaded title={words.title} back={back} loaded={requests} onRetry={reload} />;
  const views = requests.value.requests.filter(({ visit, request }) => visit.visitId === visitId && request.mode === "screened");
  const visit = views[0]?.visit;
  if (!visit) return <NotFound />;
  const { applications, decideBy } = applied.value;
  const isOneJob = new Set(views.map(({ request }) => request.postingId)).size === 1;
  const place = inLocale(locale, visit.place.nameKo, visit.place.nameEn);
  return (
    <Page
      title={words.title}
      lead={
        <>
          {afterDay(dateText(visit.date, locale), "", locale)}
          <span lang={place.lang}>{place.text}</span>
        </>
      }
      back={back}
      focus={hasMoved()}
    >
      <Deadline decideBy={decideBy} applications={applications} />
      {applications.length === 0 ? (
        <Empty title={words.none}>
          <p>{words.noneDetail}</p>
        </Empty>
      ) : (
        <>
          <p class="soft small">{words.inOrder}</p>
          {applications.map((application, i) => (
            <ApplicantCard
              key={application.applicationId}
              employerId={employerId}
              visitId={visitId}
              number={i + 1}
              application={application}
              views={ofPosting(views, application)}
              postingKo={isOneJob ? undefined : ofPosting(views, application)[0]?.postingTitleKo}
              reload={reload}
            />
          ))}
        </>
      )}
    </Page>
  );
};

const ofPosting = (views: readonly SlotRequestView[], { postingId }: ApplicationRow): SlotRequestView[] =>
  views.filter(({ request }) => request.postingId === postingId);

/** Until when answers are due, and how many are. */
const Deadline = ({ decideBy, applications }: { decideBy: Instant; applications: readonly ApplicationRow[] }) => {
  const words = useWords(applicantWords);
  const locale = useLocale();
  const waiting = applications.filter(waitsForAnswer).length;
  const when = momentText(decideBy, locale);
  const isLate = decideBy <= instantNow();
  if (applications.length > 0 && waiting === 0)
    return (
      <Notice tone="good">
        <p>{words.allAnswered}</p>
      </Notice>
    );
  return (
    <Notice tone={isLate && waiting > 0 ? "warn" : "info"} title={isLate ? words.decideByPassed(when) : words.decideBy(when)}>
      {waiting > 0 && <p>{isLate ? words.lateStill : words.waiting(waiting)}</p>}
    </Notice>
  );
};
