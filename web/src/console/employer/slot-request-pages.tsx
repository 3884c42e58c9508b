import { useCallback } from "preact/hooks";
import type { SlotRequestView } from "../../../../shared/contract/employers.ts";
import { slotRequestStateLabels } from "../../../../shared/copy/codes.ts";
import { consoleWords } from "../../../../shared/copy/pages-console.ts";
import { employerWords } from "../../../../shared/copy/pages-employer.ts";
import { dateText, timeRangeText } from "../../../../shared/domain/seoul-time.ts";
import { spansOf } from "../../../../shared/domain/slot-times.ts";
import { call } from "../../platform/api.ts";
import { inLocale } from "../../platform/locale.ts";
import { hasMoved } from "../../platform/router.ts";
import { useFresh } from "../../platform/use-fresh.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useLocale, useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Card, Facts, Tag } from "../../ui/card.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import { NotFound } from "../not-found.tsx";
import { useFinish } from "../outcome.tsx";
import { employerPath } from "../paths.ts";
import { SlotGrid } from "../slot-grid.tsx";
import { SpanList } from "../span-list.tsx";
import { useEmployer } from "./firm-pages.tsx";
import { usePostings } from "./posting-pages.tsx";
import { SlotRequestForm } from "./slot-request-form.tsx";

const useRequests = (employerId: string) => {
  const ask = useCallback(() => call("GET /api/employers/{employerId}/slot-requests", { params: { employerId } }), [employerId]);
  return useLoaded(ask);
};
const askVisits = () => call("GET /api/public/visits", { query: {} });
/** Seats are taken while the page is open. */
const freshEverySeconds = 30;

export const SlotRequestsPage = ({ employerId }: { employerId: string }) => {
  const words = useWords(employerWords);
  const [loaded, reload] = useRequests(employerId);
  useFresh(reload, freshEverySeconds);
  const ask = (
    <ButtonLink kind="main" href={`${employerPath(employerId)}/slot-requests/new`}>
      {words.doAskTimes}
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
            <div>{ask}</div>
            {loaded.value.requests.map((view) => (
              <RequestCard key={view.request.slotRequestId} view={view} />
            ))}
          </>
        ))}
    </Page>
  );
};

const tones = { requested: "sign", approved: "good", refused: "plain" } as const;

const RequestCard = ({ view: { request, visit, postingTitleKo, deskLabel, slots } }: { view: SlotRequestView }) => {
  const words = useWords(employerWords);
  const common = useWords(consoleWords);
  const locale = useLocale();
  const { state, pattern } = request;
  const place = inLocale(locale, visit.place.nameKo, visit.place.nameEn);
  return (
    <Card as="article">
      <div class="card-head">
        <h2 class="card-title">
          {dateText(visit.date, locale)} <span lang={place.lang}>{place.text}</span>
        </h2>
        <Tag tone={tones[state]}>{slotRequestStateLabels[state][locale]}</Tag>
      </div>
      <p>{words.requestNext[state]}</p>
      <Facts
        rows={[
          [words.refusalReason, request.refusalReason],
          [
            words.posting,
            <span key="posting" lang="ko">
              {postingTitleKo}
            </span>,
          ],
          [words.timesTitle, words.timesAsked(timeRangeText(pattern.from, pattern.to, locale), pattern.minutes)],
          [words.interviewer, request.interviewer],
          [words.deskGiven, deskLabel],
        ]}
      />
      {state === "approved" ? (
        <>
          <SlotGrid slots={slots} />
          <p class="soft small">{words.namesLater}</p>
        </>
      ) : (
        state === "requested" && (
          <>
            <SpanList spans={spansOf(visit.date, pattern)} />
            <div>
              <ButtonLink href={`${employerPath(request.employerId)}/slot-requests/${request.slotRequestId}`}>
                {common.change}
                <span class="unseen"> {dateText(visit.date, locale)}</span>
              </ButtonLink>
            </div>
          </>
        )
      )}
    </Card>
  );
};

/** Asking anew, or changing what has not been decided: both need visits and postings at hand. */
export const SlotRequestPage = ({ employerId, slotRequestId }: { employerId: string; slotRequestId?: string }) => {
  const words = useWords(employerWords);
  const list = `${employerPath(employerId)}/slot-requests`;
  return (
    <Page
      title={slotRequestId ? words.changeAskTitle : words.askTitle}
      lead={words.askLead}
      back={{ href: list, label: words.requestsTitle }}
      focus={hasMoved()}
    >
      <RequestForm employerId={employerId} slotRequestId={slotRequestId} list={list} />
    </Page>
  );
};

const RequestForm = ({ employerId, slotRequestId, list }: { employerId: string; slotRequestId: string | undefined; list: string }) => {
  const words = useWords(employerWords);
  const finish = useFinish();
  const [employer, reloadEmployer] = useEmployer(employerId);
  const [postings, reloadPostings] = usePostings(employerId);
  const [requests, reloadRequests] = useRequests(employerId);
  const [visits, reloadVisits] = useLoaded(askVisits);

  for (const [loaded, reload] of [
    [employer, reloadEmployer],
    [postings, reloadPostings],
    [requests, reloadRequests],
    [visits, reloadVisits],
  ] as const)
    if (loaded.state === "failed") return <Failed problem={loaded.problem} onRetry={reload} />;
  if (employer.state !== "loaded" || postings.state !== "loaded" || requests.state !== "loaded" || visits.state !== "loaded")
    return <Loading />;

  const view = requests.value.requests.find(({ request }) => request.slotRequestId === slotRequestId);
  if (slotRequestId && view?.request.state !== "requested") return <NotFound />;
  // The visit of a request that is being changed may no longer be in the list of visits to come.
  const choices =
    view && !visits.value.visits.some(({ visitId }) => visitId === view.visit.visitId)
      ? [view.visit, ...visits.value.visits]
      : visits.value.visits;
  if (employer.value.state !== "verified") return <Empty title={words.notVerifiedYet}>{null}</Empty>;
  if (choices.length === 0) return <Empty title={words.visitsNone}>{null}</Empty>;
  if (postings.value.postings.length === 0)
    return (
      <Empty title={words.postingFirst}>
        <ButtonLink kind="main" href={`${employerPath(employerId)}/postings/new`}>
          {words.writePosting}
        </ButtonLink>
      </Empty>
    );
  return (
    <Card>
      <SlotRequestForm
        employerId={employerId}
        visits={choices}
        postings={postings.value.postings}
        request={view?.request}
        onDone={() => finish(words.askSaved, list)}
      />
    </Card>
  );
};
