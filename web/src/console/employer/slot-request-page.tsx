import { employerWords } from "../../../../shared/copy/pages-employer.ts";
import { timesWords } from "../../../../shared/copy/pages-employer-times.ts";
import { isValidOn } from "../../../../shared/domain/posting-days.ts";
import { seoulDateOf } from "../../../../shared/domain/seoul-time.ts";
import { call } from "../../platform/api.ts";
import { instantNow } from "../../platform/clock.ts";
import { hasMoved } from "../../platform/router.ts";
import { useLoaded } from "../../platform/use-loaded.ts";
import { useWords } from "../../platform/use-locale.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Failed, Loading } from "../../ui/states.tsx";
import { useFormId } from "../new-id.ts";
import { NotFound } from "../not-found.tsx";
import { useFinish } from "../outcome.tsx";
import { employerPath } from "../paths.ts";
import { useEmployer } from "./firm-pages.tsx";
import { useRequests } from "./requests-page.tsx";
import { SlotRequestForm } from "./slot-request-form.tsx";
import { usePostings } from "./use-postings.ts";

const askVisits = () => call("GET /api/public/visits", { query: {} });

/** Asking anew, or changing what has not been decided: both need visits and postings at hand. */
export const SlotRequestPage = ({ employerId, slotRequestId }: { employerId: string; slotRequestId?: string }) => {
  const words = useWords(timesWords);
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
  const words = useWords(timesWords);
  const firm = useWords(employerWords);
  const finish = useFinish();
  const requestId = useFormId("srq", slotRequestId);
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
  const toCome = visits.value.visits.filter(({ state }) => state !== "cancelled");
  const choices = view && !toCome.some(({ visitId }) => visitId === view.visit.visitId) ? [view.visit, ...toCome] : toCome;
  if (employer.value.state !== "verified") return <Empty title={words.notVerifiedYet}>{null}</Empty>;
  if (choices.length === 0) return <Empty title={words.visitsNone}>{null}</Empty>;
  if (postings.value.postings.length === 0)
    return (
      <Empty title={words.postingFirst}>
        <ButtonLink kind="main" href={`${employerPath(employerId)}/postings/new`}>
          {firm.writePosting}
        </ButtonLink>
      </Empty>
    );
  const today = seoulDateOf(instantNow());
  // The posting of a request that is being changed stays, to be said what is wrong with it.
  const valid = postings.value.postings.filter(({ postingId, draft }) => isValidOn(draft, today) || postingId === view?.request.postingId);
  if (valid.length === 0)
    return (
      <Empty title={words.postingsEnded}>
        <ButtonLink kind="main" href={`${employerPath(employerId)}/postings`}>
          {firm.postingsTitle}
        </ButtonLink>
      </Empty>
    );
  return (
    <Card>
      <SlotRequestForm
        visits={choices}
        postings={valid}
        request={view?.request}
        save={(body) =>
          call("PUT /api/employers/{employerId}/slot-requests/{slotRequestId}", { params: { employerId, slotRequestId: requestId }, body })
        }
        send={words.askSend}
        onDone={() => finish(words.askSaved, list)}
      />
    </Card>
  );
};
