import { useCallback } from "preact/hooks";
import type { SlotRequestView } from "../../../../shared/contract/employers.ts";
import { employerWords } from "../../../../shared/copy/pages-employer.ts";
import { timesWords } from "../../../../shared/copy/pages-employer-times.ts";
import type { Instant } from "../../../../shared/domain/seoul-time.ts";
import { endOfVisit } from "../../../../shared/domain/visit.ts";
import { call } from "../../platform/api.ts";
import { instantNow } from "../../platform/clock.ts";
import { hasMoved } from "../../platform/router.ts";
import { useFresh } from "../../platform/use-fresh.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import { employerPath } from "../paths.ts";
import { isOnDay, RequestCard } from "./request-card.tsx";

export const useRequests = (employerId: string) => {
  const ask = useCallback(() => call("GET /api/employers/{employerId}/slot-requests", { params: { employerId } }), [employerId]);
  return useLoaded(ask);
};
/** Seats are taken while the page is open. */
const freshEverySeconds = 30;

/** What is to come by date, then what is over, the latest first; what the API answers is in the order of asking. */
export const comingFirst = (views: readonly SlotRequestView[], now: Instant): SlotRequestView[] => {
  const isOver = ({ visit }: SlotRequestView) => endOfVisit(visit) <= now;
  const byDate = [...views].sort((a, b) => a.visit.date.localeCompare(b.visit.date));
  return [...byDate.filter((view) => !isOver(view)), ...byDate.filter(isOver).reverse()];
};

/** What the firm asked for, what is to come first, and the times that came of it. */
export const SlotRequestsPage = ({ employerId }: { employerId: string }) => {
  const words = useWords(timesWords);
  const firm = useWords(employerWords);
  const [loaded, reload] = useRequests(employerId);
  useFresh(reload, freshEverySeconds);
  // On the day itself the interviews come first.
  const isToday = loaded.state === "loaded" && loaded.value.requests.some((view) => isOnDay(view, instantNow()));
  const ask = (
    <ButtonLink kind={isToday ? "plain" : "main"} href={`${employerPath(employerId)}/slot-requests/new`}>
      {firm.doAskTimes}
    </ButtonLink>
  );
  return (
    <Page title={words.requestsTitle} focus={hasMoved()}>
      {loaded.state === "loading" && <Loading />}
      {loaded.state === "failed" && <Failed problem={loaded.problem} onRetry={reload} />}
      {loaded.state === "loaded" &&
        (loaded.value.requests.length === 0 ? (
          <Empty title={words.requestsNone}>{ask}</Empty>
        ) : (
          <>
            {!isToday && <div>{ask}</div>}
            {comingFirst(loaded.value.requests, instantNow()).map((view) => (
              <RequestCard key={view.request.slotRequestId} view={view} onWithdrawn={reload} />
            ))}
            {isToday && <div>{ask}</div>}
          </>
        ))}
    </Page>
  );
};
